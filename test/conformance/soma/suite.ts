import { namesIn, parseExpression } from 'keelson/expression';
import { diagnosticsToText } from 'keelson/foundation';
import { lintMetrics, type Metric, type MetricFinding } from 'keelson/metrics';
import { sampleFindings } from '../sample.js';
import type { ConformanceSuite } from '../suite.js';
import { readSoma } from './tree.js';

/** What the linter says of the published definitions. */
export interface SomaReport {
  readonly definitions: number;
  /** From a metric to one that exists and that its formula or its list of components names; each pair once. */
  readonly edges: number;
  /** `metric` is the published `Metric Ref`, absent for what is about the whole. */
  readonly diagnostics: readonly MetricFinding[];
  /** Diagnostics by code, the most frequent first. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Enough of each rule to tell whether it is more right than wrong. */
const drawn = { ofEachCode: 10, seed: 2023 };

export const suite = {
  run(text) {
    const { tree, metrics, refs } = readSoma(text);
    const findings = lintMetrics(tree);
    return {
      definitions: metrics.length,
      edges: countEdges(metrics),
      diagnostics: findings.map((finding) => withRef(finding, refs)),
      counts: countCodes(findings),
    };
  },

  describe({ definitions, edges, diagnostics, counts }) {
    const lines = Object.entries(counts).map(([code, count]) => `${String(count).padStart(5)}  ${code}`);
    return [
      diagnosticsToText(diagnostics),
      `${definitions} definitions, ${edges} edges, ${diagnostics.length} diagnostics`,
      ...lines,
    ].join('\n');
  },

  sample: (report) => ({
    ...report,
    diagnostics: sampleFindings(report.diagnostics, drawn.ofEachCode, drawn.seed),
  }),
} satisfies ConformanceSuite<SomaReport>;

function withRef(finding: MetricFinding, refs: ReadonlyMap<string, string>): MetricFinding {
  const ref = finding.metric === undefined ? undefined : refs.get(finding.metric);
  return ref === undefined ? finding : { ...finding, metric: ref };
}

function countEdges(metrics: readonly Metric[]): number {
  const ids = new Set(metrics.map(({ id }) => id));
  return metrics.reduce((sum, { formula, components = [] }) => {
    const named = new Set([...components, ...(formula === undefined ? [] : mentionedIn(formula))]);
    return sum + [...named].filter((name) => ids.has(name)).length;
  }, 0);
}

function mentionedIn(formula: string): readonly string[] {
  const parsed = parseExpression(formula);
  const expression = parsed.ok ? parsed.expression : parsed.recovered;
  return expression ? namesIn(expression).map(({ name }) => name) : [];
}

function countCodes(findings: readonly MetricFinding[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}
