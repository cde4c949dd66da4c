import { describe, expect, it } from 'vitest';
import { exactBound } from '../../../src/capacity/selection/exact.js';
import { reducedValues, relax } from '../../../src/capacity/selection/relax.js';
import { randomProblem, smallHardProblem } from './problems.js';
import { tablesOf } from './tables-of.js';

const seeds = [1, 2, 3, 4, 5];

/** With one capacity the linear program is solved by value for each unit, the last candidate in part. */
function fractionalBest(amount: number, options: readonly (readonly [value: number, need: number])[]): number {
  let left = amount;
  let worth = 0;
  for (const [value, need] of [...options].sort(([a, of], [b, other]) => b / other - a / of)) {
    const part = need === 0 ? 1 : Math.min(1, left / need);
    worth += part * value;
    left -= part * need;
  }
  return worth;
}

describe('relax', () => {
  it.each(seeds)('comes as low as the linear program where there is one capacity (seed %i)', (seed) => {
    const { capacities, candidates } = smallHardProblem(seed);
    const one = candidates.map(({ id, value = 0, needs = {} }) => ({ id, value, needs: { r0: needs.r0 ?? 0 } }));
    const problem = { capacities: capacities.slice(0, 1), candidates: one };
    const lowest = fractionalBest(
      capacities[0]!.amount,
      one.map(({ value, needs }) => [value, needs.r0]),
    );
    const { bound, multipliers } = relax(tablesOf(problem), 600);
    expect(bound).toBeGreaterThanOrEqual(lowest - 1e-6);
    expect(bound).toBeLessThan(lowest * (1 + 1e-5));
    expect(multipliers).toHaveLength(1);
  });

  it.each(seeds)('gives the bound of its multipliers, whatever is asked for (seed %i)', (seed) => {
    const tables = tablesOf(randomProblem(seed, { candidates: 20, capacities: 4, wishes: true }));
    const { bound, multipliers } = relax(tables, 60);
    expect(Number(exactBound(tables, multipliers))).toBe(Math.floor(bound + 1e-9));
    expect([...multipliers].every((price) => price >= 0)).toBe(true);
  });

  it('goes on where the old direction keeps the prices at nothing', () => {
    const levels = ['small', 'large'].map((id) => ({ id, value: 3, needs: { r: id === 'small' ? 2 : 9 } }));
    const problem = {
      capacities: [{ id: 'r', amount: 10 }],
      candidates: [
        { id: 'a', value: 100, needs: { r: 5 }, requires: ['b'] },
        { id: 'b', levels },
        { id: 'c', value: 1, needs: { r: 4 } },
      ],
    };
    const { bound, multipliers } = relax(tablesOf(problem), 3_000);
    expect(bound).toBeCloseTo(103.75, 6);
    expect(multipliers[0]).toBeCloseTo(0.25, 6);
  });

  it('needs no round more where nothing can fall', () => {
    const plenty = { capacities: [{ id: 'r', amount: 9 }], candidates: [{ id: 'a', value: 3, needs: { r: 7 } }] };
    expect(relax(tablesOf(plenty), 3_000)).toEqual({ bound: 3, multipliers: Float64Array.of(0) });
  });

  it('stops where the least that is asked for cannot be had', () => {
    const problem = {
      capacities: [{ id: 'r', amount: 10, atLeast: 8 }],
      candidates: [{ id: 'a', value: 3, needs: { r: 7 } }],
    };
    expect(relax(tablesOf(problem), 3_000).bound).toBeLessThan(0);
  });

  it('knows no bound without a round', () => {
    expect(relax(tablesOf(smallHardProblem(1)), 0).bound).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('reducedValues', () => {
  it('are the values less what the needs cost', () => {
    const candidates = [
      { id: 'a', value: 6, needs: { r: 5, s: 2 } },
      {
        id: 'b',
        levels: [
          { id: 's', value: 1, needs: {} },
          { id: 'm', value: 3, needs: { s: 4 } },
        ],
      },
    ];
    const capacities = ['r', 's'].map((id) => ({ id, amount: 10 }));
    expect([...reducedValues(tablesOf({ capacities, candidates }), [0.5, 2])]).toEqual([-0.5, 1, -5]);
  });
});
