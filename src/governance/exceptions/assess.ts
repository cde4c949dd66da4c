import { compareTexts } from '../../foundation/compare.js';
import { compareInstants, type Instant, instant, instantToMilliseconds } from '../../foundation/instant.js';
import { endOf } from './length.js';
import type {
  AssessExceptionOptions,
  ExceptionAssessment,
  ExceptionEntry,
  ExceptionEntryReason,
  ExceptionRequest,
  IgnoredExceptionEntry,
} from './types.js';

/**
 * Returns how an exception to a rule stands at a moment, with what became of every entry of its log. The order of the list does
 * not matter: entries count by their instants; at one instant what ends counts before what grants (withdraw, deny, approve, renew),
 * and then the ids decide.
 *
 * Time is half-open: granted at 09:00 until 17:00, the rule is set aside at 09:00 and holds again at 17:00. A denial, a withdrawal
 * and the end of its time are final: whoever needs the exception again makes another request. A renewal comes before the end and
 * goes on from it, each no longer than `terms.longest` and no more often than `terms.renewals`. What is too long is not cut
 * short, but ignored. Who asked cannot decide.
 *
 * An exception changes no verdict: `evaluatePolicy` never reads one. `exceptedRules` says, beside a verdict, which of its rules are set
 * aside.
 *
 * Throws a `KeelsonError`: `foundation/instant` for an `at` that is none, `governance/missing-calendar` where terms are in working time and
 * there is no calendar, `calendar/out-of-range` for terms that end beyond the years of calendars.
 *
 * @example
 * const request = {
 *   ...{ id: 'E-1', policy: 'shipping', rule: 'freeze', subject: 'checkout', by: 'ana', reason: 'a fix for a regulator' },
 *   ...{ at: instant('2026-12-21T09:00:00Z'), terms: { longest: { days: 2 }, renewals: 1 } },
 * };
 * const grant = { id: '1', kind: 'approve', by: 'eva', at: instant('2026-12-21T10:00:00Z'), until: instant('2026-12-23T10:00:00Z') } as const;
 * const late = { id: '2', kind: 'renew', by: 'eva', at: instant('2026-12-23T10:00:00Z'), until: instant('2026-12-24T10:00:00Z') } as const;
 * assessException(request, [late, grant], { at: instant('2026-12-23T09:59:59Z') }).status; //=> 'approved'
 * const after = assessException(request, [late, grant], { at: instant('2026-12-24T09:00:00Z') });
 * after.status; //=> 'lapsed'
 * after.ignored; //=> [{ entry: '2', reason: 'lapsed' }]
 */
export function assessException(
  request: ExceptionRequest,
  log: readonly ExceptionEntry[],
  options: AssessExceptionOptions,
): ExceptionAssessment {
  const at = instant(options.at);
  let state: State = { status: 'requested', renewals: 0 };
  const counted: string[] = [];
  const ignored: IgnoredExceptionEntry[] = [];
  for (const entry of [...log].sort(inOrder)) {
    const next: State | ExceptionEntryReason =
      compareInstants(entry.at, at) > 0
        ? 'from-the-future'
        : follow(lapsedBy(state, entry.at), request, entry, options);
    if (typeof next === 'string') ignored.push({ entry: entry.id, reason: next });
    else {
      state = next;
      counted.push(entry.id);
    }
  }
  const { status, from, until, renewals } = lapsedBy(state, at);
  const isOpen = status === 'requested' || status === 'approved';
  return {
    status,
    ...(from !== undefined && until !== undefined && { from, until }),
    renewals,
    renewalsLeft: isOpen ? request.terms.renewals - renewals : 0,
    counted,
    ignored,
  };
}

/** `from` and `until` come together. */
type State = Pick<ExceptionAssessment, 'status' | 'from' | 'until' | 'renewals'>;

function lapsedBy(state: State, at: Instant): State {
  const { status, until } = state;
  if (status !== 'approved' || until === undefined || compareInstants(at, until) < 0) return state;
  return { ...state, status: 'lapsed' };
}

/** The state after an entry, or why it does not count. */
function follow(
  state: State,
  request: ExceptionRequest,
  entry: ExceptionEntry,
  options: AssessExceptionOptions,
): State | ExceptionEntryReason {
  const { status, until, renewals } = state;
  if (compareInstants(entry.at, request.at) < 0) return 'before-the-request';
  if (status === 'denied' || status === 'withdrawn' || status === 'lapsed') return status;
  if (entry.kind === 'withdraw') {
    return { ...state, status: 'withdrawn', ...(until !== undefined && { until: entry.at }) };
  }
  if (entry.by === request.by) return 'own-request';
  if (entry.kind !== 'renew' && status === 'approved') return 'already-approved';
  if (!('until' in entry)) return { ...state, status: 'denied' };
  const from = entry.kind === 'approve' ? entry.at : until;
  if (from === undefined) return 'not-approved';
  if (compareInstants(entry.until, from) <= 0) return 'backwards';
  if (entry.kind === 'renew' && renewals >= request.terms.renewals) return 'too-many-renewals';
  if (instantToMilliseconds(entry.until) > endOf(request.terms.longest, from, options.calendar)) return 'too-long';
  if (entry.kind === 'renew') return { ...state, until: entry.until, renewals: renewals + 1 };
  return { status: 'approved', from, until: entry.until, renewals };
}

/** What ends comes first, so that at one instant the stricter wins. */
const turns: Readonly<Record<ExceptionEntry['kind'], number>> = { withdraw: 0, deny: 1, approve: 2, renew: 3 };

function inOrder(a: ExceptionEntry, b: ExceptionEntry): number {
  return compareInstants(a.at, b.at) || turns[a.kind] - turns[b.kind] || compareTexts(a.id, b.id);
}
