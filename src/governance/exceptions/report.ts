import { compareTexts } from '../../foundation/compare.js';
import { compareInstants, type Instant, instant } from '../../foundation/instant.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import { assessException } from './assess.js';
import type { AssessExceptionOptions, ExceptionCase, ExceptionStatus } from './types.js';

/** How many exceptions stand in which way. */
export type ExceptionCounts = { readonly [S in ExceptionStatus]: number };

/** The exceptions to one rule. */
export interface RuleExceptions {
  /** The id of the policy. */
  readonly policy: Name;
  /** The id of the rule; absent for what holds where no rule matches. */
  readonly rule?: ExternalId;
  readonly requests: number;
  /** How many were ever granted, whatever became of them. */
  readonly granted: number;
  /** How many of those were renewed at least once. */
  readonly renewed: number;
  readonly counts: ExceptionCounts;
}

/** An exception that holds now. */
export interface ActiveException {
  /** The id of the request. */
  readonly id: ExternalId;
  /** The first moment at which it no longer holds. */
  readonly until: Instant;
}

/** What exceptions come to. Plain JSON. */
export interface ExceptionReport {
  readonly at: Instant;
  /** All that were requested by then. */
  readonly requests: number;
  readonly counts: ExceptionCounts;
  /** The rule that was excepted most comes first: by `granted`, then by those that hold now, by requests, and by name. */
  readonly rules: readonly RuleExceptions[];
  /** What holds now, the first to end first. */
  readonly active: readonly ActiveException[];
}

/**
 * Returns how exceptions stand at a moment: how many in which way, which rule was excepted most, and what holds now, the first
 * to end first. What was requested later is left out. The order of the list does not matter.
 *
 * A rule that is excepted again and again is a rule to look at. Open exceptions from outside with `safeParseExceptions`. Throws as
 * `assessException` does.
 *
 * @example
 * const request = (id: string, rule: string) => ({
 *   ...{ id, policy: 'shipping', rule, subject: 'checkout', by: 'ana', reason: 'a fix for a regulator' },
 *   ...{ at: instant('2026-12-21T09:00:00Z'), terms: { longest: { days: 2 }, renewals: 1 } },
 * });
 * const grant = { id: '1', kind: 'approve', by: 'eva', at: instant('2026-12-21T10:00:00Z'), until: instant('2026-12-23T10:00:00Z') } as const;
 * const cases = [
 *   { request: request('E-1', 'two_reviews'), log: [] },
 *   { request: request('E-2', 'freeze'), log: [grant] },
 * ];
 * const report = exceptionReport(cases, { at: instant('2026-12-22T00:00:00Z') });
 * report.rules.map(({ rule, requests, granted }) => [rule, requests, granted]); //=> [['freeze', 1, 1], ['two_reviews', 1, 0]]
 * report.active; //=> [{ id: 'E-2', until: '2026-12-23T10:00:00Z' }]
 */
export function exceptionReport(cases: readonly ExceptionCase[], options: AssessExceptionOptions): ExceptionReport {
  const at = instant(options.at);
  const rules = new Map<string, Tally & Pick<RuleExceptions, 'policy' | 'rule'>>();
  const all = emptyTally();
  const active: ActiveException[] = [];
  for (const { request, log } of cases) {
    if (compareInstants(request.at, at) > 0) continue;
    const { id, policy, rule } = request;
    const { status, from, until, renewals } = assessException(request, log, options);
    const key = JSON.stringify([policy, rule]);
    const ofRule = rules.get(key) ?? { policy, ...(rule !== undefined && { rule }), ...emptyTally() };
    rules.set(key, ofRule);
    for (const tally of [all, ofRule]) {
      tally.requests++;
      tally.counts[status]++;
      if (from !== undefined) tally.granted++;
      if (renewals > 0) tally.renewed++;
    }
    if (status === 'approved' && until !== undefined) active.push({ id, until });
  }
  return {
    at,
    requests: all.requests,
    counts: all.counts,
    rules: [...rules.values()].sort(mostExcepted),
    active: active.sort((a, b) => compareInstants(a.until, b.until) || compareTexts(a.id, b.id)),
  };
}

interface Tally {
  requests: number;
  granted: number;
  renewed: number;
  readonly counts: Record<ExceptionStatus, number>;
}

function emptyTally(): Tally {
  return {
    requests: 0,
    granted: 0,
    renewed: 0,
    counts: { requested: 0, approved: 0, denied: 0, withdrawn: 0, lapsed: 0 },
  };
}

function mostExcepted(a: RuleExceptions, b: RuleExceptions): number {
  return (
    b.granted - a.granted ||
    b.counts.approved - a.counts.approved ||
    b.requests - a.requests ||
    compareTexts(a.policy, b.policy) ||
    compareTexts(a.rule ?? '', b.rule ?? '')
  );
}
