import type { Severity } from '../foundation/diagnostic.js';
import { keelsonError } from '../foundation/error.js';
import { asDay, type Day } from '../foundation/instant.js';
import { suppressionRules, treeRules } from './rules/index.js';
import { unseal } from './seal.js';
import { createSuppressions, type Suppressions } from './suppressions.js';
import type { LintOptions, MetricFinding, MetricRule, MetricTree, RuleFinding } from './types.js';
import { createView } from './view.js';

const defaultMax = 1_000;

/**
 * Returns what is wrong or unwise in a metric tree: the findings of every rule, in the order of the rules and, within
 * one, of the tree. Accepted findings are left out; beyond `max` of one code the last finding counts the rest.
 *
 * Throws a `KeelsonError` (`metrics/invalid-options`) for options that no call accepts: a day that does not exist, a
 * `max` below 1, a severity or suppression for a code that no rule has, two rules of one code.
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
  const asOf = dayOf(options.asOf);
  const max = options.max ?? defaultMax;
  if (!Number.isInteger(max) || max < 1) throw invalid(`max must be a whole number of at least 1, not ${max}`);
  const rules = rulesOf(options);
  const stateOf = new Map(rules.map(({ rule, severity }) => [rule.code, severity === 'off' ? 'off' : 'on'] as const));
  const suppressions = createSuppressions(
    compiled.definition.suppressions ?? [],
    options.suppressions ?? [],
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
    message,
    path: at ? [...at.path, ...path] : path,
    ...(metric !== undefined && { metric }),
    ...(span && { span }),
    ...(hint !== undefined && { hint }),
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

function rulesOf(options: LintOptions): readonly { readonly rule: MetricRule; readonly severity: Severity | 'off' }[] {
  // The linter's own rules speak of what the others left, so they come last.
  const rules = [...treeRules, ...(options.rules ?? []), ...suppressionRules];
  const codes = new Set(rules.map((rule) => rule.code));
  if (codes.size < rules.length) throw invalid('two rules have the same code');
  const severities = new Map(Object.entries(options.severities ?? {}));
  for (const code of severities.keys()) if (!codes.has(code)) throw invalid(`no rule has the code ${code}`);
  return rules.map((rule) => ({ rule, severity: severities.get(rule.code) ?? rule.severity }));
}

function dayOf(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const day = asDay(text);
  if (day === undefined) throw invalid(`asOf must be a day such as 2026-11-30, not ${text}`);
  return day;
}

function invalid(message: string): Error {
  return keelsonError('metrics/invalid-options', message);
}
