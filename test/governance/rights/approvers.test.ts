import fc from 'fast-check';
import type { Requirement } from 'keelson/governance';
import { expect, it } from 'vitest';
import { isShared } from '../../../src/governance/rights/approvers.js';

const leaf: fc.Arbitrary<Requirement> = fc.boolean().map((veto) => ({ role: 'r', quorum: 1, veto }));

const { requirement } = fc.letrec<{ requirement: Requirement }>((tie) => ({
  requirement: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('requirement'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('requirement'), { minLength: 1, maxLength: 3 }) }),
  ),
}));

/** Every way to meet a requirement: whether each part on it holds a veto. */
function everyWay(of: Requirement): boolean[][] {
  if ('any' in of) return of.any.flatMap(everyWay);
  if ('all' in of) return everyWayOfAll(of.all);
  return [[of.veto === true]];
}

function everyWayOfAll([first, ...rest]: readonly Requirement[]): boolean[][] {
  if (first === undefined) return [[]];
  const others = everyWayOfAll(rest);
  return everyWay(first).flatMap((way) => others.map((other) => [...way, ...other]));
}

it('finds a decision shared where every way to meet it is', () => {
  const seen = { shared: 0, single: 0 };
  fc.assert(
    fc.property(fc.array(requirement, { minLength: 1, maxLength: 2 }), (requirements) => {
      const ways = everyWayOfAll(requirements);
      fc.pre(ways.length < 2_000);
      const shared = ways.every((way) => {
        const deciders = way.filter((veto) => !veto);
        return (deciders.length > 0 ? deciders : way).length > 1;
      });
      seen[shared ? 'shared' : 'single']++;
      expect(isShared(requirements)).toBe(shared);
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(seen.shared, seen.single)).toBeGreaterThan(50);
});

it('takes a requirement of a thousand choices of a thousand in a moment', () => {
  const choice: Requirement = {
    any: Array.from({ length: 1_000 }, (_, i) => ({ role: 'r', quorum: 1, veto: i > 500 })),
  };
  // One decides and all others take their veto.
  expect(isShared(Array.from({ length: 1_000 }, () => choice))).toBe(false);
});
