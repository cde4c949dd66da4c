import { compareTexts } from '../../foundation/compare.js';
import { compareInstants, day, type Instant, instant } from '../../foundation/instant.js';
import type { OnDay } from '../../organization/types.js';
import { decisionReference, supersededIn } from './reference.js';
import type { DecisionRecord } from './types.js';

/**
 * Returns the decisions that are to be looked at on a day: those whose `reviewOn` has come, the longest due first, at one day by
 * their ids. A decision that another one of the list has superseded by then is left out: that is how a review ends, even when it
 * confirms what was decided. Days are those of UTC.
 *
 * Throws a `KeelsonError` (`foundation/day`) for a day that does not exist.
 *
 * @example
 * const hold = (id: string, reviewOn: string) =>
 *   parseDecisionRecord({
 *     ...{ schemaVersion: 1, id, kind: 'gate', subject: { id: 'checkout' }, facts: {}, missing: [], outcome: { kind: 'hold' }, reviewOn },
 *     ...{ authority: {}, reasons: [], alternatives: [], decidedAt: '2026-11-02T09:00:00Z', decidedBy: [], supersedes: [], fingerprints: [] },
 *   });
 * const records = [hold('D-1', '2026-11-30'), hold('D-2', '2026-11-23'), hold('D-3', '2026-12-01')];
 * decisionsToReview(records, { on: day('2026-11-30') }).map(({ id }) => id); //=> ['D-2', 'D-1']
 */
export function decisionsToReview(records: readonly DecisionRecord[], options: OnDay): readonly DecisionRecord[] {
  const on = day(options.on);
  const isSuperseded = supersededIn(records);
  const due = records.filter(
    (record) =>
      record.reviewOn !== undefined &&
      record.reviewOn <= on &&
      !isSuperseded(record, (since) => since.slice(0, 10) <= on),
  );
  return due.sort((a, b) => compareTexts(a.reviewOn!, b.reviewOn!) || compareTexts(a.id, b.id));
}

/**
 * Returns the override of a decision that holds at a moment, or undefined where the decision itself does: from the moment of the
 * override up to its `until`, which is no longer part of it. Of several the latest holds, at one moment the one whose id sorts last. An
 * override of another state of the decision (another fingerprint), or one that was superseded by then, counts for nothing.
 *
 * Throws a `KeelsonError` (`foundation/instant`) for an `at` that is none.
 *
 * @example
 * const gate = parseDecisionRecord({
 *   ...{ schemaVersion: 1, id: 'D-7', kind: 'gate', subject: { id: 'checkout' }, facts: {}, missing: [], outcome: { kind: 'hold' } },
 *   ...{ authority: {}, reasons: [], alternatives: [], decidedAt: '2026-11-23T09:00:00Z', decidedBy: ['eva'], supersedes: [], fingerprints: [] },
 * });
 * const override = overrideDecision(gate, {
 *   ...{ id: 'D-8', by: 'kim', reason: 'the contract ends on Friday', outcome: { kind: 'go' } },
 *   ...{ at: instant('2026-11-24T09:00:00Z'), until: instant('2026-11-28T00:00:00Z'), reviewOn: day('2026-11-27') },
 * });
 * const records = override.ok ? [gate, override.value] : [];
 * overrideInForce(gate, records, { at: instant('2026-11-27T23:59:59Z') })?.outcome; //=> { kind: 'go' }
 * overrideInForce(gate, records, { at: instant('2026-11-28T00:00:00Z') }); //=> undefined
 */
export function overrideInForce(
  decision: DecisionRecord,
  records: readonly DecisionRecord[],
  options: { readonly at: Instant },
): DecisionRecord | undefined {
  const at = instant(options.at);
  const isPast = (moment: Instant): boolean => compareInstants(moment, at) <= 0;
  const { id, fingerprint } = decisionReference(decision);
  const isSuperseded = supersededIn(records);
  const [latest] = records
    .filter(
      ({ overrides, decidedAt, until }) =>
        overrides?.id === id &&
        overrides.fingerprint === fingerprint &&
        isPast(decidedAt) &&
        !(until !== undefined && isPast(until)),
    )
    .filter((record) => !isSuperseded(record, isPast))
    .sort((a, b) => compareInstants(b.decidedAt, a.decidedAt) || compareTexts(b.id, a.id));
  return latest;
}
