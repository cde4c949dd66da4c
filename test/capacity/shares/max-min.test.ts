import fc from 'fast-check';
import { fairShare, type MaxMinOptions, type UnitClaim } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { fillExactly, fillUnits } from '../../oracle/fair-share.js';

const claim = fc.record(
  {
    demand: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 2_000 })),
    weight: fc.integer({ min: 1, max: 5 }),
    group: fc.constantFrom('red', 'blue'),
  },
  { requiredKeys: ['demand'] },
);
const claims = fc
  .array(claim, { maxLength: 8 })
  .map((list): UnitClaim[] => list.map((own, at) => ({ id: `claim-${at}`, ...own })));
const capacity = fc.integer({ min: 0, max: 3_000 });

function share(of: number, list: readonly UnitClaim[], options: Omit<MaxMinOptions, 'kind'> = {}) {
  const result = fairShare(of, list, { kind: 'maxMin', ...options });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('; '));
  return result;
}

const plain = (list: readonly UnitClaim[]) => list.map(({ demand, weight = 1, group }) => ({ demand, weight, group }));
const ungrouped = (list: readonly UnitClaim[]) => list.map(({ group: _, ...own }) => own);

/** A mixed number as a fraction. */
function parse(text: string): readonly [over: bigint, under: bigint] {
  const [, whole = '0', over = '0', under = '1'] = /^(?:(\d+)(?: |$))?(?:(\d+)\/(\d+))?$/.exec(text) ?? [];
  return [BigInt(whole) * BigInt(under) + BigInt(over), BigInt(under)];
}

describe('fairShare by weighted max-min', () => {
  it('gives nobody more than they want, and shares what they leave', () => {
    const list = [
      { id: 'a', demand: 2 },
      { id: 'b', demand: 40 },
      { id: 'c', demand: 4, weight: 2 },
      { id: 'd', demand: 50, weight: 2 },
    ];
    expect(share(20, list)).toEqual({
      ok: true,
      kind: 'maxMin',
      claims: [
        { id: 'a', share: 2, exact: '2', isSatisfied: true },
        { id: 'b', share: 5, exact: '4 2/3', isSatisfied: false },
        { id: 'c', share: 4, exact: '4', isSatisfied: true },
        { id: 'd', share: 9, exact: '9 1/3', isSatisfied: false },
      ],
      groups: [],
      unused: 0,
      diagnostics: [],
    });
    expect(share(100, list)).toMatchObject({ unused: 4, claims: list.map(() => ({ isSatisfied: true })) });
  });

  it('gives units that are left over to the earlier of equal claims', () => {
    const list = ['a', 'b', 'c'].map((id) => ({ id, demand: 9 }));
    expect(share(5, list).claims.map((own) => own.share)).toEqual([2, 2, 1]);
    expect(share(5, list).claims[2]!.exact).toBe('1 2/3');
  });

  it('shares among groups first, and a group keeps what one of its claims leaves', () => {
    const list = [
      { id: 'a', demand: 1, group: 'red' },
      { id: 'x', demand: 90, weight: 2 },
      { id: 'b', demand: 90, group: 'red' },
      { id: 'c', demand: 90, group: 'blue' },
    ];
    expect(share(60, list, { weights: { red: 3 } })).toMatchObject({
      claims: [{ share: 1 }, { share: 20 }, { share: 29 }, { share: 10 }],
      groups: [
        { id: 'red', share: 30, exact: '30' },
        { id: 'blue', share: 10, exact: '10' },
      ],
    });
    // Without a weight a group counts as one claim does.
    expect(share(60, list).groups.map((own) => own.share)).toEqual([15, 15]);
  });

  it('reads weights of 0.1 and 0.2 as the decimals that they are', () => {
    const list = [
      { id: 'a', demand: 10, weight: 0.1 },
      { id: 'b', demand: 10, weight: 0.2 },
      { id: 'c', demand: 10, weight: 0.3 },
    ];
    expect(share(6, list).claims.map(({ exact }) => exact)).toEqual(['1', '2', '3']);
  });

  it('is what filling again and again gives, in whole units and in exact ones', () => {
    const groups = fc.record({ red: fc.integer({ min: 1, max: 4 }), blue: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(capacity, claims, groups, (of, list, weights) => {
        const named = Object.entries(weights).filter(([name]) => list.some(({ group }) => group === name));
        const known = Object.fromEntries(named);
        const result = share(of, list, { weights: known });
        expect(result.claims.map((own) => own.share)).toEqual(fillUnits(of, plain(list), known));
        const flat = share(of, ungrouped(list));
        for (const [at, { over, under }] of fillExactly(of, plain(list)).entries()) {
          const [own, divisor] = parse(flat.claims[at]!.exact);
          expect(own * under).toBe(over * divisor);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves nothing over that somebody wants, and gives nobody more than they want', () => {
    fc.assert(
      fc.property(capacity, claims, (of, list) => {
        const { claims: shares, unused } = share(of, list);
        expect(shares.reduce((sum, own) => sum + own.share, unused)).toBe(of);
        for (const [at, own] of shares.entries()) {
          expect(own.share).toBeLessThanOrEqual(list[at]!.demand);
          if (unused > 0) expect(own.isSatisfied).toBe(true);
        }
      }),
    );
  });

  it('lets nobody envy, but for the unit that is rounded: who wants more has as much by weight as anybody', () => {
    fc.assert(
      fc.property(capacity, claims, (of, list) => {
        const flat = ungrouped(list);
        const { claims: shares } = share(of, flat);
        for (const [a, own] of shares.entries()) {
          if (own.isSatisfied) continue;
          const [over, under] = parse(own.exact);
          for (const [b, its] of shares.entries()) {
            const [left, right] = [BigInt(flat[a]!.weight ?? 1), BigInt(flat[b]!.weight ?? 1)];
            const [itsOver, itsUnder] = parse(its.exact);
            expect(over * itsUnder * right >= itsOver * under * left).toBe(true);
            if (left === right) expect(own.share).toBeGreaterThanOrEqual(its.share - 1);
          }
        }
      }),
    );
  });

  it('rewards no lie: another demand never gives more of what one wants, but for the unit that is rounded', () => {
    fc.assert(
      fc.property(capacity, claims, fc.nat(2_000), (of, list, lie) => {
        const flat = ungrouped(list);
        const honest = share(of, flat).claims;
        for (const at of flat.keys()) {
          const told = flat.map((own, place) => (place === at ? { ...own, demand: lie } : own));
          const dishonest = share(of, told).claims[at]!;
          const useful = Math.min(dishonest.share, flat[at]!.demand);
          expect(useful).toBeLessThanOrEqual(honest[at]!.share + 1);
          const [over, under] = parse(honest[at]!.exact);
          const [itsOver, itsUnder] = parse(dishonest.exact);
          const isMore = itsOver * under > over * itsUnder;
          if (isMore) expect(over).toBe(BigInt(flat[at]!.demand) * under);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shares nothing among nobody, and the largest capacity', () => {
    expect(share(7, [])).toMatchObject({ claims: [], groups: [], unused: 7 });
    const most = Number.MAX_SAFE_INTEGER;
    const list = ['a', 'b', 'c'].map((id) => ({ id, demand: most, group: 'all' }));
    expect(share(most, list).claims.map((own) => own.share)).toEqual([
      3_002_399_751_580_331, 3_002_399_751_580_330, 3_002_399_751_580_330,
    ]);
  });
});
