import fc from 'fast-check';
import { compareInstants, instantToMilliseconds } from 'keelson/foundation';
import { assessException } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { livedThrough } from '../../oracle/exceptions.js';
import { anyCase, atTick, entryOf, lastTick, type PlainCase, requestOf } from './cases.js';

function assess({ request, log, now }: PlainCase) {
  return assessException(requestOf(request), log.map(entryOf), { at: atTick(now) });
}

describe('assessException', () => {
  it('says what living through it tick by tick says', () => {
    fc.assert(
      fc.property(anyCase, (some) => {
        const found = assess(some);
        const expected = livedThrough(some.request, some.log, some.now, lastTick);
        const fates = new Map([
          ...found.counted.map((entry) => [entry, 'counts'] as const),
          ...found.ignored.map(({ entry, reason }) => [entry, reason] as const),
        ]);
        expect(new Map([...fates].sort())).toEqual(new Map([...expected.fates].sort()));
        expect([found.status, found.renewals]).toEqual([expected.status, expected.renewals]);
        const { from, until } = found;
        const held = Array.from({ length: some.now + 1 }, (_, tick) => tick).filter(
          (tick) =>
            from !== undefined &&
            until !== undefined &&
            compareInstants(from, atTick(tick)) <= 0 &&
            compareInstants(atTick(tick), until) < 0,
        );
        expect(held).toEqual(expected.heldAt);
      }),
      { numRuns: 4_000 },
    );
  });

  it('is tried in every status, and with every reason', () => {
    const tried = fc.sample(anyCase, 5_000).map(assess);
    expect(new Set(tried.map(({ status }) => status)).size).toBe(5);
    expect(new Set(tried.flatMap(({ ignored }) => ignored.map(({ reason }) => reason))).size).toBe(11);
  });

  it('does not mind the order of the list, of simultaneous entries neither', () => {
    const shuffled = anyCase.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray([...some.log], { minLength: some.log.length })),
    );
    fc.assert(
      fc.property(shuffled, ([some, log]) => {
        expect(assess({ ...some, log })).toEqual(assess(some));
      }),
      { numRuns: 500 },
    );
  });

  it('names every entry once', () => {
    fc.assert(
      fc.property(anyCase, (some) => {
        const { counted, ignored } = assess(some);
        expect([...counted, ...ignored.map(({ entry }) => entry)].sort()).toEqual(some.log.map(({ id }) => id).sort());
      }),
      { numRuns: 500 },
    );
  });

  it('stays over once it is over: denied is never active, and withdrawn ends it', () => {
    let ended = 0;
    fc.assert(
      fc.property(anyCase, fc.nat({ max: lastTick }), (some, later) => {
        const { status } = assess(some);
        if (status === 'requested' || status === 'approved') return;
        ended++;
        const after = assess({ ...some, now: Math.max(some.now, later) });
        expect(after.status).toBe(status);
        expect(after.renewalsLeft).toBe(0);
        if (status === 'denied') expect(after.from).toBeUndefined();
        else if (after.until !== undefined)
          expect(compareInstants(after.until, atTick(some.now))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1_000 },
    );
    expect(ended).toBeGreaterThan(10);
  });

  it('never holds for longer than the terms and their renewals allow', () => {
    fc.assert(
      fc.property(anyCase, (some) => {
        const { from, until, renewals } = assess({ ...some, now: lastTick });
        expect(renewals).toBeLessThanOrEqual(some.request.renewals);
        if (from === undefined || until === undefined) return;
        const days = (instantToMilliseconds(until) - instantToMilliseconds(from)) / 86_400_000;
        expect(days).toBeGreaterThan(0);
        expect(days).toBeLessThanOrEqual(some.request.longest * (1 + renewals));
      }),
      { numRuns: 1_000 },
    );
  });
});
