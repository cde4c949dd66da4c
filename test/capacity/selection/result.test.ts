import { type Selection, type SelectionProblem, selectInitiatives } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { readProblem } from '../../../src/capacity/selection/read.js';
import { gapOf, selectionOf } from '../../../src/capacity/selection/result.js';
import { NONE } from '../../../src/capacity/selection/tables.js';

const problem: SelectionProblem = {
  capacities: [{ id: 'r', amount: 10 }],
  candidates: [
    { id: 'a', value: 6, needs: { r: 4 } },
    {
      id: 'b',
      levels: [
        { id: 's', value: 2, needs: { r: 1 } },
        { id: 'm', value: 5, needs: { r: 3 } },
      ],
    },
    { id: 'c', value: 1, needs: { r: 9 } },
  ],
};

/** The problem with some options taken, by their place among all: a, s, m, c. */
function told(taken: readonly number[], value: number, bound: number, price = 1): Selection {
  const read = readProblem(problem);
  if (!read.ok) throw new Error('not read');
  return selectionOf(read.value, {
    found: { taken: Int32Array.from(taken), value },
    bound,
    proof: { multipliers: [price], nodes: 1 },
    seed: 1,
    iterations: 0,
    fingerprint: '',
  });
}

describe('a selection', () => {
  it('names what is taken with its level, and the most that what is left is worth by the prices', () => {
    expect(told([0, 2, NONE], 11, 14)).toEqual({
      ok: true,
      status: 'feasible',
      value: 11,
      bound: 14,
      gap: 3 / 11,
      selected: [{ id: 'a' }, { id: 'b', level: 'm' }],
      left: [{ id: 'c', reducedValue: -8, inNoBetter: true }],
      capacities: [{ id: 'r', used: 7, amount: 10, price: 1 }],
      proof: { multipliers: [1], nodes: 1 },
      seed: 1,
      iterations: 0,
      fingerprint: '',
    });
    expect(told([NONE, 1, NONE], 2, 14).left).toEqual([
      { id: 'a', reducedValue: 2 },
      { id: 'c', reducedValue: -8 },
    ]);
    expect(told([0, NONE, NONE], 6, 14).left[0]).toEqual({ id: 'b', reducedValue: 2 });
  });

  // The prices alone give 10 + 2 + 2 = 14, and 8 less with the last candidate; two more are left for what doubles lose.
  it.each([
    [7, false],
    [8, false],
    [9, true],
  ])('of %i says of the last candidate that it is in no better one: %s', (value, expected) => {
    expect(told([0, NONE, NONE], value, 14).left[1]!.inNoBetter === true).toBe(expected);
  });

  it('does not say so of what is worth its price', () => {
    expect(told([NONE, 2, 3], 1_000, 1_000).left).toEqual([{ id: 'a', reducedValue: 2 }]);
    expect(told([NONE, 2, 3], 1_000, 1_000, 1.5).left).toEqual([{ id: 'a', reducedValue: 0 }]);
  });

  it.each([
    [1 / 3, 0.333333],
    [1e-9, 0],
    [999_999_999.1234568, 999_999_999.123457],
    [1e9, 1e9],
    [1_000_000_001.5, 1_000_000_002],
    [12_345_678_901.25, 12_345_678_901],
  ])('gives the price %d as %d', (price, expected) => {
    expect(told([0, 2, NONE], 11, 14, price).capacities[0]!.price).toBe(expected);
  });

  it('rounds no reduced value to a 0 below 0', () => {
    expect(told([NONE, 2, NONE], 5, 14, 1.500_000_01).left[0]!.reducedValue).toBe(0);
  });

  it.each([
    [0, 0, 0],
    [5, 5, 0],
    [0, 3, 1],
    [4, 5, 0.25],
  ])('of %i within %i has a gap of %d', (value, bound, gap) => {
    expect(gapOf(value, bound)).toBe(gap);
    expect(told([NONE, NONE, NONE], value, bound)).toMatchObject({
      gap,
      status: value === bound ? 'optimal' : 'feasible',
    });
  });
});

describe('no selection', () => {
  const capacities = [{ id: 'backend', amount: 10 }];
  const mandatory = (id: string, backend: number) => ({ id, value: 1, needs: { backend }, mandatory: true as const });

  it('is explained by what is mandatory, with the lowest level of each', () => {
    const levels = [
      { id: 'm', value: 1, needs: { backend: 7 } },
      { id: 's', value: 1, needs: { backend: 6 } },
    ];
    const candidates = [
      { id: 'a', levels, mandatory: true as const },
      mandatory('b', 5),
      { ...mandatory('c', 0), needs: {} },
      { id: 'd', value: 1, needs: { backend: 3 } },
    ];
    expect(selectInitiatives({ capacities: [{ id: 'other', amount: 0 }, ...capacities], candidates })).toEqual({
      ok: false,
      status: 'infeasible',
      diagnostics: [
        {
          code: 'capacity/mandatory-above-capacity',
          severity: 'error',
          message: '2 mandatory candidates need 11 of "backend", and there is 10',
          path: ['capacities', 1, 'amount'],
          hint: 'make fewer of them mandatory, or raise the capacity',
        },
      ],
    });
    const fitting = [mandatory('a', 5), mandatory('b', 5), { id: 'd', value: 1, needs: { backend: 3 } }];
    expect(selectInitiatives({ capacities, candidates: fitting })).toMatchObject({ ok: true, value: 2 });
  });

  it('says that nothing keeps to every limit where that is proven', () => {
    const candidates = [{ id: 'a', value: 1, needs: { backend: 5 } }];
    expect(selectInitiatives({ capacities: [{ id: 'backend', amount: 10, atLeast: 6 }], candidates })).toEqual({
      ok: false,
      status: 'infeasible',
      diagnostics: [
        {
          code: 'capacity/infeasible',
          severity: 'error',
          message:
            'no selection keeps to every limit: what is mandatory and what is to be used at least cannot be had together',
          path: [],
          hint: 'make fewer candidates mandatory, lower an `atLeast`, or raise a capacity',
        },
      ],
    });
  });

  it('says that nothing was found where nothing is proven', () => {
    const candidates = Array.from({ length: 60 }, (_, c) => ({ id: `c${c}`, value: 1, needs: { backend: 2 } }));
    const odd = { capacities: [{ id: 'backend', amount: 89, atLeast: 89 }], candidates };
    expect(selectInitiatives(odd, { iterations: 0, proofNodes: 100 })).toEqual({
      ok: false,
      status: 'undecided',
      diagnostics: [
        {
          code: 'capacity/no-selection-found',
          severity: 'error',
          message: 'no selection that keeps to every limit was found, and none was proven impossible',
          path: [],
          hint: 'allow more `iterations` and `proofNodes`, or loosen what is mandatory or asked for at least',
        },
      ],
    });
  });
});
