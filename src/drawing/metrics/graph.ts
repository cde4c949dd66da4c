import type { CompiledMetrics } from '../../metrics/compile.js';
import type { MetricFinding } from '../../metrics/rule-types.js';
import { countsOf, groupedBy, signsOf, wordsOf } from '../graph/findings.js';
import type { Graph } from '../graph/types.js';
import { counted, spoken } from '../graph/words.js';
import type { Sign } from '../legend.js';
import { cardOf } from './cards.js';
import { edgesOf, lines } from './edges.js';

const meanings: readonly Sign[] = [
  { edge: lines.formula, meaning: 'is part of a formula' },
  { edge: lines.guardrail, meaning: 'guards' },
  { edge: lines.influence, meaning: 'is believed to raise (+) or to lower (−)' },
];

/** Returns a metric tree as a graph. */
export function graphOfMetrics(compiled: CompiledMetrics, findings: readonly MetricFinding[]): Graph {
  const { definition, metrics, byName } = compiled;
  const byMetric = groupedBy(findings, ({ metric }) => (metric === undefined ? undefined : byName.get(metric)));
  const edges = edgesOf(compiled);
  const elsewhere = byMetric.get(undefined) ?? [];
  const about = elsewhere.length === 0 ? [] : [`About no metric in particular: ${countsOf(elsewhere)}.`];
  const found = findings.length === 0 ? [] : [`Found: ${countsOf(findings)}.`];
  const size = `${counted(metrics.length, 'metric')} and ${counted(edges.length, 'edge')}.`;
  const used = (sign: Sign) => edges.some(({ line }) => line === sign.edge?.line);
  return {
    title: `Metrics of ${definition.id}, version ${definition.version}`,
    description: spoken([`A metric tree: ${size}`, ...found, ...about, ...wordsOf(elsewhere)]),
    cards: metrics.map((metric) => cardOf(metric, byMetric.get(metric) ?? [])),
    edges,
    first: 'to',
    signs: [...meanings.filter(used), ...signsOf(findings)],
    notes: about,
  };
}
