import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternating, match } from '../../../src/governance/approvals/matching.js';
import { naiveMissing } from '../../oracle/ways.js';

const anyAskings = fc.array(
  fc.record({ need: fc.integer({ min: 0, max: 3 }), members: fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 4 }) }),
  { maxLength: 4 },
);

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe('match', () => {
  it('misses as few as trying every gift does', () => {
    fc.assert(
      fc.property(anyAskings, (askings) => {
        expect(sum(match(askings).missing)).toBe(naiveMissing(askings));
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives nobody twice, nobody to what they are not for, and nobody beyond what is asked', () => {
    fc.assert(
      fc.property(anyAskings, (askings) => {
        const { missing, givenTo } = match(askings);
        const got = askings.map(() => 0);
        for (const [member, asking] of givenTo) {
          expect(askings[asking]!.members).toContain(member);
          got[asking]!++;
        }
        expect(got.map((count, index) => count + missing[index]!)).toEqual(askings.map(({ need }) => need));
      }),
      { numRuns: 500 },
    );
  });

  it('proves what it misses: the askings that are reached ask for more people than they have', () => {
    let proven = 0;
    fc.assert(
      fc.property(anyAskings, (askings) => {
        const matching = match(askings);
        const first = matching.missing.findIndex((number) => number > 0);
        if (first === -1) return;
        proven++;
        const reached = alternating(askings, matching, first);
        expect(reached[0]).toBe(first);
        const people = new Set(reached.flatMap((asking) => askings[asking]!.members));
        expect(sum(reached.map((asking) => askings[asking]!.need))).toBeGreaterThan(people.size);
      }),
      { numRuns: 500 },
    );
    expect(proven).toBeGreaterThan(10);
  });

  it('takes somebody back who was given first and is needed elsewhere, over several steps', () => {
    const askings = [
      { need: 1, members: [0, 1] },
      { need: 1, members: [1, 2] },
      { need: 1, members: [2, 3] },
      { need: 1, members: [0] },
    ];
    const { missing, givenTo } = match(askings);
    expect(missing).toEqual([0, 0, 0, 0]);
    expect([...givenTo].sort()).toEqual([
      [0, 3],
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
  });

  it('gives each asking its first members where there is no contest', () => {
    expect([...match([{ need: 2, members: [4, 2, 9] }]).givenTo]).toEqual([
      [4, 0],
      [2, 0],
    ]);
  });

  it('moves the first member that can be moved', () => {
    const askings = [
      { need: 2, members: [1, 2, 3] },
      { need: 1, members: [1, 2] },
    ];
    expect(Object.fromEntries(match(askings).givenTo)).toEqual({ 1: 1, 2: 0, 3: 0 });
  });

  it('lets everyone take whom they can before anybody is moved', () => {
    const askings = [
      { need: 1, members: [0, 1] },
      { need: 1, members: [0] },
      { need: 1, members: [1] },
    ];
    expect(match(askings).missing).toEqual([0, 1, 0]);
  });

  it('leaves alone what it cannot reach when it names a bottleneck', () => {
    const askings = [
      { need: 1, members: [0] },
      { need: 1, members: [0] },
      { need: 1, members: [1] },
    ];
    const matching = match(askings);
    expect(matching.missing).toEqual([0, 1, 0]);
    expect(alternating(askings, matching, 1)).toEqual([1, 0]);
  });
});
