import type { Severity } from '../foundation/diagnostic.js';
import { readLintOptions } from './lint-options.js';
import type { LintOptions, MetricFinding, RuleFinding } from './rule-types.js';
import { unseal } from './seal.js';
import { createSuppressions, type Suppressions } from './suppressions.js';
import type { MetricTree } from './types.js';
import { createView } from './view.js';

/**
 * Returns what is wrong or unwise in a metric tree: the findings of every rule, in the order of the rules and, within
 * one, of the tree. Accepted findings are left out; beyond `max` of one code the last finding counts the rest.
 *
 * Throws a `KeelsonError` (`metrics/invalid-options`) for options that no call accepts: a day that does not exist, a
 * `max` below 1, a severity that is none or is for a code that no rule has, a suppression until no
 * day, two rules of one code.
 *
 * @example
 * const tree = defineMetrics({
 *   metrics: {
 *     cost: { role: 'input', unit: 'USD', owner: 'finance' },
 *     clicks: { role: 'input', unit: 'click', owner: 'marketing' },
 *     cost_per_click: { role: 'outcome', of: 'business', better: 'down', unit: 'USD/click', owner: 'marketing', formula: "ratio(clicks, cost, 'null')" },
 *   },
 * });
 * lintMetrics(tree, { severities: { 'metrics/no-user-outcome': 'off' } }).map((finding) => finding.hint);
 * //=> ["swap the sides: ratio(cost, clicks, 'null')"]
 */
export function lintMetrics(tree: MetricTree, options: LintOptions = {}): readonly MetricFinding[] {
  const compiled = unseal(tree);
  const { asOf, max, rules, suppressions: ofCall } = readLintOptions(options);
  const stateOf = new Map(rules.map(({ rule, severity }) => [rule.code, severity === 'off' ? 'off' : 'on'] as const));
  const suppressions = createSuppressions(
    compiled.definition.suppressions ?? [],
    ofCall,
    asOf,
    (code) => stateOf.get(code) ?? 'unknown',
  );
  const view = createView(compiled, suppressions.nodes, new Set(stateOf.keys()), asOf);

  const findings: MetricFinding[] = [];
  for (const { rule, severity } of rules) {
    if (severity !== 'off') collect(rule.code, severity, rule.find(view), suppressions, max, findings);
  }
  return findings;
}

/** Adds a rule's findings that nothing holds back; the last of more than `max` counts the rest. */
function collect(
  code: string,
  severity: Severity,
  found: Iterable<RuleFinding>,
  suppressions: Suppressions,
  max: number,
  findings: MetricFinding[],
): void {
  let total = 0;
  for (const finding of found) {
    const metric = metricOf(finding);
    if (suppressions.holds(code, metric)) continue;
    total++;
    if (total <= max) findings.push(toDiagnostic(code, severity, metric, finding));
  }
  if (total > max) {
    const count = total - max;
    findings.push({
      code,
      severity,
      message: `${count} more of ${code}, ${total} in all`,
      path: [],
      hint: 'raise max to see them one by one',
      count,
    });
  }
}

function toDiagnostic(
  code: string,
  severity: Severity,
  metric: string | undefined,
  { at, path = [], span, message, hint, related }: RuleFinding,
): MetricFinding {
  return {
    code,
    severity,
    message: typeof message === 'string' ? message : message(),
    path: at ? [...at.path, ...path] : path,
    ...(metric !== undefined && { metric }),
    ...(span && { span }),
    ...(hint !== undefined && { hint: typeof hint === 'string' ? hint : hint() }),
    ...(related && { related }),
  };
}

function metricOf({ at }: RuleFinding): string | undefined {
  switch (at?.kind) {
    case 'metric':
      return at.id;
    case 'goal':
    case 'suppression':
      return at.definition.metric;
    case 'influence':
      return at.definition.to;
    default:
      return undefined;
  }
}
