import { fingerprint } from '../../foundation/fingerprint.js';
import { compareInstants, type Instant } from '../../foundation/instant.js';
import type { DecisionRecord, DecisionReference } from './types.js';

/**
 * Returns how other records name a decision: by its id and the fingerprint of all that it says, but for `extra`. What is the
 * reference of a record is none of one that was changed.
 *
 * @example
 * const decision = parseDecisionRecord({
 *   ...{ schemaVersion: 1, id: 'D-7', kind: 'other', subject: { id: 'checkout' }, facts: {}, missing: [], outcome: { kind: 'go' } },
 *   ...{ authority: {}, reasons: [], alternatives: [], decidedAt: '2026-11-23T09:00:00Z', decidedBy: [], supersedes: [], fingerprints: [] },
 * });
 * decisionReference(decision).id; //=> 'D-7'
 * decisionReference(decision).fingerprint === decisionReference({ ...decision, extra: 'a note' }).fingerprint; //=> true
 */
export function decisionReference(decision: DecisionRecord): DecisionReference {
  return { id: decision.id, fingerprint: fingerprint(decision) };
}

/** Whether a decision is one of those that were replaced by a moment. */
export type Superseded = (decision: DecisionRecord, at: (superseding: Instant) => boolean) => boolean;

/** Reads which decisions are replaced by others of a list. Fingerprints are only made of those whose id is named. */
export function supersededIn(records: readonly DecisionRecord[]): Superseded {
  const since = new Map<string, Map<string, Instant>>();
  for (const { supersedes, decidedAt } of records) {
    for (const { id, fingerprint } of supersedes) {
      const times = since.get(id) ?? new Map<string, Instant>();
      since.set(id, times);
      const first = times.get(fingerprint);
      if (first === undefined || compareInstants(decidedAt, first) < 0) times.set(fingerprint, decidedAt);
    }
  }
  return (decision, isPast) => {
    const times = since.get(decision.id);
    const first = times?.get(fingerprint(decision));
    return first !== undefined && isPast(first);
  };
}
