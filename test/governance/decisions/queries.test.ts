import fc from 'fast-check';
import { day, fingerprint, instant } from 'keelson/foundation';
import {
  type DecisionRecord,
  decisionReference,
  decisionsToReview,
  overrideDecision,
  overrideInForce,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { recordOf, sha } from './records.js';

const plain = { supersedes: [], until: undefined, reviewOn: undefined };

function idsOf(records: readonly DecisionRecord[]): readonly string[] {
  return records.map(({ id }) => id);
}

describe('decisionReference', () => {
  it('is the id and the fingerprint of all but extra', () => {
    const record = recordOf();
    expect(decisionReference(record)).toEqual({ id: 'D-7', fingerprint: fingerprint(record) });
    expect(decisionReference(recordOf({ extra: undefined }))).toEqual(decisionReference(record));
    expect(decisionReference(recordOf({ reasons: [] }))).not.toEqual(decisionReference(record));
  });
});

describe('decisionsToReview', () => {
  it('gives those whose day has come, the longest due first, then by id', () => {
    const records = [
      ['D-4', '2026-12-02'],
      ['D-3', '2026-12-01'],
      ['D-1', '2026-12-01'],
      ['D-2', '2026-11-30'],
      ['D-5', undefined],
    ].map(([id, reviewOn]) => recordOf({ ...plain, id, reviewOn }));
    expect(idsOf(decisionsToReview(records, { on: day('2026-12-01') }))).toEqual(['D-2', 'D-1', 'D-3']);
    expect(idsOf(decisionsToReview(records, { on: day('2026-11-29') }))).toEqual([]);
  });

  it('leaves out what was superseded by that day, in the state in which it is', () => {
    const held = recordOf({ ...plain, reviewOn: '2026-12-01' });
    const review = { ...plain, id: 'D-9', decidedAt: '2026-12-03T23:59:59.999Z' };
    const confirmed = recordOf({ ...review, supersedes: [decisionReference(held)] });
    expect(idsOf(decisionsToReview([held, confirmed], { on: day('2026-12-02') }))).toEqual(['D-7']);
    expect(idsOf(decisionsToReview([held, confirmed], { on: day('2026-12-03') }))).toEqual([]);
    const ofAnother = recordOf({ ...review, supersedes: [{ id: 'D-7', fingerprint: sha('0') }] });
    expect(idsOf(decisionsToReview([held, ofAnother], { on: day('2026-12-03') }))).toEqual(['D-7']);
  });

  it('takes the first of several that supersede', () => {
    const held = recordOf({ ...plain, reviewOn: '2026-12-01' });
    const supersedes = [decisionReference(held)];
    const first = recordOf({ ...plain, id: 'D-8', supersedes, decidedAt: '2026-12-01T09:00:00Z' });
    const second = recordOf({ ...plain, id: 'D-9', supersedes, decidedAt: '2026-12-05T09:00:00Z' });
    for (const records of [
      [held, first, second],
      [second, first, held],
    ]) {
      expect(idsOf(decisionsToReview(records, { on: day('2026-12-01') }))).toEqual([]);
    }
  });

  it('refuses a day that does not exist', () => {
    expect(() => decisionsToReview([], { on: '2026-02-30' as never })).toThrowError(
      expect.objectContaining({ code: 'foundation/day' }),
    );
  });
});

describe('overrideInForce', () => {
  const gate = recordOf(plain);

  function overrideOf(decision: DecisionRecord, id: string, at: string, until: string): DecisionRecord {
    const result = overrideDecision(decision, {
      ...{ id, by: 'kim', reason: 'so', outcome: { kind: 'go' } },
      ...{ at: instant(at), until: instant(until), reviewOn: day(until.slice(0, 10)) },
    });
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    return result.value;
  }

  const first = overrideOf(gate, 'D-8', '2026-11-24T00:00:00Z', '2026-11-28T00:00:00Z');

  it.each([
    ['2026-11-23T23:59:59.999Z', undefined],
    ['2026-11-24T00:00:00Z', 'D-8'],
    ['2026-11-27T23:59:59.999Z', 'D-8'],
    ['2026-11-28T00:00:00Z', undefined],
  ])('holds at %s: %s', (at, id) => {
    expect(overrideInForce(gate, [gate, first], { at: instant(at) })?.id).toBe(id);
  });

  it('is the latest of several, at one moment the one whose id sorts last', () => {
    const records = [
      first,
      overrideOf(gate, 'D-6', '2026-11-25T00:00:00Z', '2026-11-26T00:00:00Z'),
      overrideOf(gate, 'D-5', '2026-11-25T00:00:00Z', '2026-11-26T00:00:00Z'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: 3 }), (shuffled) => {
        const at = (text: string) => overrideInForce(gate, shuffled, { at: instant(text) })?.id;
        expect([at('2026-11-24T12:00:00Z'), at('2026-11-25T12:00:00Z'), at('2026-11-26T00:00:00Z')]).toEqual([
          'D-8',
          'D-6',
          'D-8',
        ]);
      }),
      { numRuns: 20 },
    );
  });

  it('is none of a decision that was changed since, or of another one', () => {
    const at = instant('2026-11-25T00:00:00Z');
    expect(overrideInForce(recordOf({ ...plain, outcome: { kind: 'kill' } }), [first], { at })).toBeUndefined();
    const renamed = { ...first, overrides: { ...decisionReference(gate), id: 'D-1' } };
    expect(overrideInForce(gate, [renamed], { at })).toBeUndefined();
  });

  it('is none that was superseded', () => {
    const supersedes = [decisionReference(first)];
    const revoked = recordOf({ ...plain, id: 'D-10', supersedes, decidedAt: '2026-11-26T00:00:00Z' });
    const at = (text: string) => overrideInForce(gate, [first, revoked], { at: instant(text) })?.id;
    expect([at('2026-11-25T23:59:59.999Z'), at('2026-11-26T00:00:00Z')]).toEqual(['D-8', undefined]);
  });

  it('refuses a moment that is none', () => {
    expect(() => overrideInForce(gate, [], { at: 'now' as never })).toThrowError(
      expect.objectContaining({ code: 'foundation/instant' }),
    );
  });
});
