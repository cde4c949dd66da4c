import { printExpression } from '../../expression/printer.js';
import type { BinaryNode } from '../../expression/types.js';
import { forEachNode } from '../../expression/walk.js';
import { shorten } from '../../foundation/shorten.js';
import { rangeOfExpression } from '../range.js';
import type { Formula, MetricView } from '../types.js';
import { listNames } from '../wording.js';
import type { BuiltInRule } from './rule.js';

export const unguardedDivision: BuiltInRule = {
  code: 'metrics/unguarded-division',
  severity: 'info',
  summary: 'A formula divides by what may be 0 without saying what the result is then.',
  bad: { metrics: { conversion: { formula: 'orders / sessions' }, orders: {}, sessions: {} } },
  good: { metrics: { conversion: { formula: "ratio(orders, sessions, 'null')" }, orders: {}, sessions: {} } },

  *find(view) {
    for (const metric of view.metrics) {
      const divisions = metric.formula?.text.includes('/') ? unguarded(metric.formula, view) : [];
      const [first] = divisions;
      if (!first) continue;
      const denominators = [...new Set(divisions.map(({ right }) => shorten(printExpression(right))))];
      yield {
        at: metric,
        path: ['formula'],
        span: first.span,
        message: `${metric.id} divides by ${listNames(denominators)}, which may be 0`,
        hint: `say what it is then: ${shorten(`ratio(${printExpression(first.left)}, ${printExpression(first.right)}, 'null')`, 120)}, or 'zero'`,
      };
    }
  },
};

/** The bare divisions of a formula whose denominator can be 0, by the declared ranges. */
function unguarded({ expression }: Formula, { find }: MetricView): readonly BinaryNode[] {
  const divisions: BinaryNode[] = [];
  if (!expression) return divisions;
  forEachNode(expression, (node) => {
    if (node.kind !== 'binary' || node.operator !== '/' || node.right.kind === 'number') return;
    const [from, to] = rangeOfExpression(node.right, find);
    if (from <= 0 && to >= 0) divisions.push(node);
  });
  return divisions;
}
