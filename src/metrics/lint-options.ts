import type { Severity } from '../foundation/diagnostic.js';
import { keelsonError } from '../foundation/error.js';
import { asDay, type Day } from '../foundation/instant.js';
import { nearestName } from '../foundation/nearest-name.js';
import type { SuppressionInput } from './literal.js';
import type { LintOptions, MetricRule } from './rule-types.js';
import { suppressionRules, treeRules } from './rules/index.js';

/** What a run is told, with what holds unless said filled in. */
export interface LintSettings {
  readonly asOf: Day | undefined;
  readonly max: number;
  /** In the order in which they run. */
  readonly rules: readonly RuleSetting[];
  readonly suppressions: readonly SuppressionInput[];
}

export interface RuleSetting {
  readonly rule: MetricRule;
  readonly severity: Severity | 'off';
}

const defaultMax = 1_000;
const severityNames: readonly string[] = ['error', 'warning', 'info', 'off'];

/** Checks the options of a call; throws `metrics/invalid-options` for what no call accepts. */
export function readLintOptions({
  asOf,
  max = defaultMax,
  severities,
  suppressions = [],
  rules,
}: LintOptions): LintSettings {
  if (!Number.isInteger(max) || max < 1) throw invalid(`max must be a whole number of at least 1, not ${max}`);
  const settings = ruleSettings(rules ?? [], new Map(Object.entries(severities ?? {})));
  for (const { code, until } of suppressions) {
    if (until !== undefined) dayOf(until, `until of the suppression of ${code}`);
  }
  return {
    asOf: asOf === undefined ? undefined : dayOf(asOf, 'asOf'),
    max,
    rules: settings,
    suppressions,
  };
}

function ruleSettings(
  ofHost: readonly MetricRule[],
  severities: ReadonlyMap<string, Severity | 'off'>,
): readonly RuleSetting[] {
  // The linter's own rules speak of what the others left, so they come last.
  const rules = [...treeRules, ...ofHost, ...suppressionRules];
  const codes = new Set<string>();
  for (const { code } of rules) {
    if (codes.has(code)) throw invalid(`two rules have the code ${code}`);
    codes.add(code);
  }
  for (const [code, severity] of severities) {
    if (!codes.has(code)) {
      const nearest = nearestName(code, codes);
      throw invalid(`no rule has the code ${code}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`);
    }
    if (!severityNames.includes(severity)) {
      throw invalid(`the severity of ${code} must be one of ${severityNames.join(', ')}, not ${severity}`);
    }
  }
  return rules.map((rule) => ({ rule, severity: severities.get(rule.code) ?? rule.severity }));
}

function dayOf(text: string, name: string): Day {
  const day = asDay(text);
  if (day === undefined) throw invalid(`${name} must be a day such as 2026-11-30, not ${text}`);
  return day;
}

function invalid(message: string): Error {
  return keelsonError('metrics/invalid-options', message);
}
