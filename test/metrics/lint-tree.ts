import {
  type LintOptions,
  lintMetrics,
  type MetricExample,
  type MetricFinding,
  type MetricTree,
  metricRules,
  parseMetrics,
} from 'keelson/metrics';

/** The tree of an example, as the catalogue means it: an absent role is `driver`, an absent unit `1`. */
export function treeOf({ metrics, asOf: _, ...rest }: MetricExample): MetricTree {
  const listed = Array.isArray(metrics) ? metrics : Object.entries(metrics).map(([id, metric]) => ({ id, ...metric }));
  return parseMetrics({
    schemaVersion: 1,
    id: 'example',
    version: '1',
    metrics: listed.map((metric) => ({ role: 'driver', unit: '1', ...metric })),
    ...rest,
  });
}

/**
 * What the linter finds in an example on the example's day; of one code where one is given. Then no other rule runs, so
 * that a test of one is no test of all; only the rules of suppressions need what the others find.
 */
export function lintExample(
  example: MetricExample,
  code?: string,
  options: LintOptions = {},
): readonly MetricFinding[] {
  const asOf = example.asOf === undefined ? {} : { asOf: example.asOf };
  const alone = code !== undefined && !code.endsWith('-suppression');
  const off = metricRules.filter((rule) => alone && rule.code !== code).map((rule) => [rule.code, 'off'] as const);
  const severities = { ...Object.fromEntries(off), ...options.severities };
  const findings = lintMetrics(treeOf(example), { ...asOf, ...options, severities });
  return code === undefined ? findings : findings.filter((finding) => finding.code === code);
}
