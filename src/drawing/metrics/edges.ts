import type { CompiledMetrics } from '../../metrics/compile.js';
import { isLagged } from '../../metrics/lagged.js';
import type { Edge } from '../graph/types.js';
import { nameOf } from './cards.js';

export const lines = {
  formula: { line: 'solid', end: 'arrow' },
  guardrail: { line: 'dotted', end: 'dot' },
  influence: { line: 'dashed', end: 'arrow' },
} as const;

/** Returns what leads from metric to metric: formulas, then what guards, then beliefs; a circle is broken at the last of these. */
export function edgesOf({ metrics, influences, byName }: CompiledMetrics): readonly Edge[] {
  const formulas = metrics.flatMap((metric) =>
    metric.components.map((component): Edge => {
      const lagged = isLagged(metric, component);
      const label = `${nameOf(component)} is part of ${nameOf(metric)}${lagged ? ', by its value of an earlier period' : ''}`;
      return { ...lines.formula, from: component.index, to: metric.index, label, ...(lagged && { text: 'lag' }) };
    }),
  );
  // A value of an earlier period may close a circle, and is then what is drawn backward.
  const inOrder = [
    ...formulas.filter(({ text }) => text === undefined),
    ...formulas.filter(({ text }) => text !== undefined),
  ];
  const guards = metrics.flatMap((metric) =>
    [...new Set(metric.definition.guardrails)].flatMap((name): readonly Edge[] => {
      const guard = byName.get(name);
      if (guard === undefined) return [];
      const label = `${nameOf(guard)} must not get worse while ${nameOf(metric)} gets better`;
      return [{ ...lines.guardrail, from: guard.index, to: metric.index, label }];
    }),
  );
  const beliefs = influences.flatMap(({ from, to, definition }): readonly Edge[] => {
    if (from === undefined || to === undefined) return [];
    const { sign, strength, lag, evidence } = definition;
    const label = [
      `${nameOf(from)} ${sign === '+' ? 'raises' : 'lowers'} ${nameOf(to)}`,
      ...(strength === undefined ? [] : [`elasticity ${strength}`]),
      ...(lag === undefined ? [] : [`after ${lag.length} ${lag.unit}${lag.length === 1 ? '' : 's'}`]),
      evidence,
    ].join(', ');
    return [{ ...lines.influence, from: from.index, to: to.index, text: sign === '+' ? '+' : '−', label }];
  });
  return [...inOrder, ...guards, ...beliefs];
}
