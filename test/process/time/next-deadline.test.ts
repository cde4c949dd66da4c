import fc from 'fast-check';
import { definitionOf, instant } from 'keelson/foundation';
import { dueActions, nextDeadline } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { naiveDue, naiveNext } from '../../oracle/process-time.js';
import { anyItem } from './items.js';
import { begun, handIn, hour, release, went } from './release.js';

const definition = definitionOf(release);
const anyMoment = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 1, 3_599_999));
const text = (at: number) => instant(new Date(at).toISOString().replace('.000Z', 'Z'));
const named = (actions: ReturnType<typeof dueActions>) =>
  actions.map(({ kind, condition, deliverable, waiver }) => `${kind} ${condition ?? deliverable ?? waiver ?? ''}`);

describe('what is due of items in whatever state', () => {
  it('is what a look at that very moment finds', () => {
    fc.assert(
      fc.property(anyItem, anyMoment, (state, [hours, milliseconds]) => {
        const at = hour(hours, milliseconds);
        expect(named(dueActions(release, state, { at })).sort()).toEqual(naiveDue(definition, state, Date.parse(at)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('has been due since the instant it names, and not a millisecond longer', () => {
    fc.assert(
      fc.property(anyItem, (state) => {
        for (const action of dueActions(release, state, { at: hour(200) })) {
          const [name] = named([action]);
          const since = Date.parse(action.since);
          expect(naiveDue(definition, state, since)).toContain(name);
          expect(naiveDue(definition, state, since - 1)).not.toContain(name);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('changes next when a scan of all moments says so', () => {
    fc.assert(
      fc.property(anyItem, anyMoment, (state, [hours, milliseconds]) => {
        const at = hour(hours, milliseconds);
        const next = nextDeadline(release, state, { at });
        expect(next && Date.parse(next)).toBe(naiveNext(definition, state, Date.parse(at), 6));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same at every moment until then', () => {
    fc.assert(
      fc.property(anyItem, anyMoment, fc.double({ min: 0, max: 1, noNaN: true }), (state, [hours, extra], share) => {
        const at = hour(hours, extra);
        const next = nextDeadline(release, state, { at });
        const end = next === undefined ? Date.parse(hour(1_000)) : Date.parse(next) - 1;
        const between = Math.floor(Date.parse(at) + share * (end - Date.parse(at)));
        expect(dueActions(release, state, { at: text(between) })).toEqual(dueActions(release, state, { at }));
        expect(dueActions(release, state, { at: text(end) })).toEqual(dueActions(release, state, { at }));
        if (next !== undefined) {
          expect(dueActions(release, state, { at: next })).not.toEqual(dueActions(release, state, { at }));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the next deadline of an item', () => {
  const state = went(begun(), [hour(1), handIn('brief')]);

  it.each<[string, string | undefined, string]>([
    ['2026-11-02T09:00:00Z', '2026-11-09T08:00:00Z', 'the target of its phase'],
    ['2026-11-09T07:59:59.999Z', '2026-11-09T08:00:00Z', 'a millisecond before it'],
    ['2026-11-09T08:00:00Z', '2026-11-16T09:00:00Z', 'the end of the freshness, at the target'],
    ['2026-11-16T08:59:59.999Z', '2026-11-16T09:00:00Z', 'a millisecond before that'],
    ['2026-11-16T09:00:00Z', undefined, 'none after it'],
  ])('from %s on is %s: %s', (at, expected) => {
    expect(nextDeadline(release, state, { at: instant(at) })).toBe(expected);
  });

  it('is the first after its last event unless somebody says from when', () => {
    expect(nextDeadline(release, state)).toBe('2026-11-09T08:00:00Z');
    const late = went(state, [hour(24 * 8), { type: 'recordFacts', facts: { interviews: 3 } }]);
    expect(nextDeadline(release, late)).toBe('2026-11-16T09:00:00Z');
  });

  it('is none once the item has ended', () => {
    const killed = went(state, [hour(2), { type: 'decideGate', outcome: 'kill', reason: 'no need' }]);
    expect(nextDeadline(release, killed)).toBeUndefined();
  });

  it('is not asked of items of other processes, or from no moment', () => {
    const code = (code: string) => expect.objectContaining({ code });
    expect(() => nextDeadline(release, { ...state, process: 'other' })).toThrow(code('process/foreign-item'));
    const at = 'tomorrow' as ReturnType<typeof instant>;
    expect(() => nextDeadline(release, state, { at })).toThrow(code('foundation/instant'));
  });
});
