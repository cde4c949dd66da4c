import type { Severity } from '../foundation/diagnostic.js';
import { mermaidLabel } from '../foundation/mermaid.js';
import { isLagged } from './lagged.js';
import type { MetricFinding, MetricNode } from './rule-types.js';
import { unseal } from './seal.js';
import type { MetricRole, MetricTree } from './types.js';

export interface MetricsToMermaidOptions {
  /** Marks the metrics that these findings are about by the gravest of them, with their number. */
  readonly findings?: readonly MetricFinding[];
  /** Where outcomes stand; `top` unless said. */
  readonly outcomes?: 'top' | 'right';
}

const shapes: Readonly<Record<MetricRole, readonly [open: string, close: string]>> = {
  outcome: ['([', '])'],
  driver: ['[', ']'],
  input: ['[/', '/]'],
  guardrail: ['{{', '}}'],
  activity: ['(', ')'],
};

const severities: readonly Severity[] = ['error', 'warning', 'info'];

const strokes: Readonly<Record<Severity, string>> = {
  error: 'stroke:#d1242f,stroke-width:3px',
  warning: 'stroke:#bf8700,stroke-width:3px',
  info: 'stroke:#0969da,stroke-width:2px',
};

/**
 * Returns the tree as the text of a Mermaid flowchart. Shapes tell roles: outcomes are rounded at the ends, drivers are
 * boxes, inputs lean, guardrails are hexagons, activities are rounded. Arrows lead from a component to what is computed
 * from it (named `lag` where it is the value of an earlier period); influences are dashed and carry their sign; guardrails
 * end in a dot. A name that does not exist is drawn nowhere: `lintMetrics` reports it.
 *
 * @example
 * const tree = defineMetrics({ metrics: { a: { role: 'outcome', unit: '1', formula: 'b * 2' }, b: { role: 'input', unit: '1' } } });
 * metricsToMermaid(tree);
 * //=> 'flowchart BT\n  m0(["a"])\n  m1[/"b"/]\n  m1 --> m0\n'
 */
export function metricsToMermaid(tree: MetricTree, options: MetricsToMermaidOptions = {}): string {
  const { metrics, influences, byName } = unseal(tree);
  const marks = marksOf(options.findings ?? []);
  const lines = [options.outcomes === 'right' ? 'flowchart LR' : 'flowchart BT'];

  for (const metric of metrics) lines.push(`  ${printNode(metric, marks.get(metric.id))}`);
  for (const metric of metrics) {
    for (const component of metric.components) {
      const arrow = isLagged(metric, component) ? '-- "lag" -->' : '-->';
      lines.push(`  m${component.index} ${arrow} m${metric.index}`);
    }
    for (const name of new Set(metric.definition.guardrails)) {
      const guardrail = byName.get(name);
      if (guardrail) lines.push(`  m${guardrail.index} --o m${metric.index}`);
    }
  }
  for (const { from, to, definition } of influences) {
    if (from && to) lines.push(`  m${from.index} -. "${definition.sign === '+' ? '+' : '−'}" .-> m${to.index}`);
  }
  for (const severity of severities) {
    const marked = metrics.filter((metric) => marks.get(metric.id)?.severity === severity);
    if (marked.length === 0) continue;
    lines.push(`  classDef ${severity} ${strokes[severity]}`);
    lines.push(`  class ${marked.map((metric) => `m${metric.index}`).join(',')} ${severity}`);
  }
  return `${lines.join('\n')}\n`;
}

interface Mark {
  readonly severity: Severity;
  readonly count: number;
}

/** The gravest severity and the number of findings of each metric. */
function marksOf(findings: readonly MetricFinding[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { metric, severity } of findings) {
    if (metric === undefined) continue;
    const known = marks.get(metric);
    const graver = known && severities.indexOf(known.severity) <= severities.indexOf(severity);
    marks.set(metric, { severity: graver ? known.severity : severity, count: (known?.count ?? 0) + 1 });
  }
  return marks;
}

function printNode(metric: MetricNode, mark: Mark | undefined): string {
  const [open, close] = shapes[metric.definition.role];
  const title = mermaidLabel(metric.definition.label ?? metric.id);
  const unit = metric.definition.unit === '1' ? '' : `<br/>${mermaidLabel(metric.definition.unit)}`;
  const note = mark ? `<br/>${mark.count} ${mark.count === 1 ? 'finding' : 'findings'}` : '';
  return `m${metric.index}${open}"${title}${unit}${note}"${close}`;
}
