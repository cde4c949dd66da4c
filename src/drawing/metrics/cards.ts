import type { MetricFinding, MetricNode } from '../../metrics/rule-types.js';
import type { MetricRole } from '../../metrics/types.js';
import { findingsRow, wordsOf } from '../graph/findings.js';
import type { Card } from '../graph/types.js';
import { spoken } from '../graph/words.js';

/** How roles differ beside their names. */
const looks: Readonly<Record<MetricRole, Pick<Card, 'paint' | 'dashed'>>> = {
  outcome: { paint: 'neutral' },
  driver: { paint: 'card' },
  input: { paint: 'muted' },
  guardrail: { paint: 'card', dashed: true },
  activity: { paint: 'muted', dashed: true },
};

/** Returns a metric as a card: its name, its role and unit, and what was found. */
export function cardOf(metric: MetricNode, findings: readonly MetricFinding[]): Card {
  const { role, unit, scale, status = 'active' } = metric.definition;
  const words = [role, ...(unit === '1' ? [] : [unit]), ...(scale === 'percent' ? ['%'] : [])];
  const kept = status === 'active' ? [] : [status];
  return {
    ...looks[role],
    label: spoken(sentences(metric, findings)),
    rows: [
      { text: nameOf(metric), bold: true, mostLines: 3 },
      { text: [...words, ...kept].join(' · '), quiet: true },
      ...findingsRow(findings),
    ],
  };
}

export function nameOf({ definition, id }: MetricNode): string {
  return definition.label ?? id;
}

function sentences(metric: MetricNode, findings: readonly MetricFinding[]): readonly string[] {
  const { role, unit, status = 'active' } = metric.definition;
  const name = nameOf(metric);
  const known = name === metric.id ? name : `${name} (${metric.id})`;
  return [
    `${known}: ${role}${unit === '1' ? '' : ` in ${unit}`}${status === 'active' ? '' : `, ${status}`}`,
    ...(metric.formula === undefined ? [] : [`${metric.id} = ${metric.formula.text}`]),
    ...(metric.owners.length === 0 ? [] : [`Owned by ${metric.owners.join(', ')}`]),
    ...wordsOf(findings),
  ];
}
