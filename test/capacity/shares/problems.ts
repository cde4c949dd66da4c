import fc from 'fast-check';
import type { ApportionmentMethod, ApportionOptions } from 'keelson/capacity';
import {
  dealByLargestFraction,
  dealSeatBySeat,
  type Fraction,
  type OracleResult,
  type OracleUnit,
} from '../../oracle/apportionment.js';

export const divisorMethods = ['jefferson', 'webster', 'huntingtonHill', 'dean', 'adams'] as const;
export const allMethods = ['largestRemainder', ...divisorMethods] as const;

export interface Problem {
  readonly weights: Readonly<Record<string, number>>;
  readonly seats: number;
  readonly options: ApportionOptions & { readonly method: ApportionmentMethod };
}

export const anyMethod: fc.Arbitrary<ApportionmentMethod> = fc.constantFrom(...allMethods);

/** Weights that often tie, differ by orders of magnitude, have fractions, or are 0. */
const weight = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.integer({ min: 1, max: 1_000_000 }),
  fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
  fc.constantFrom(2 ** 53, 2 ** 60, 1e-7, 1e21, 0.1, 0.3),
);

/** Up to eight units named a to h. */
export const anyProblem: fc.Arbitrary<Problem> = fc
  .record({
    weights: fc.array(weight, { minLength: 1, maxLength: 8 }),
    seats: fc.integer({ min: 0, max: 60 }),
    method: anyMethod,
    min: fc.option(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 })),
    room: fc.option(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 8, maxLength: 8 })),
    ties: fc.option(fc.shuffledSubarray([...'abcdefgh'])),
  })
  .map(({ weights, seats, method, min, room, ties }) => {
    const ids = [...'abcdefgh'].slice(0, weights.length);
    const record = (values: readonly number[]) => Object.fromEntries(ids.map((id, at) => [id, values[at]!]));
    const least = min ?? Array<number>(8).fill(0);
    return {
      weights: record(weights),
      seats,
      options: {
        method,
        ...(min && { min: record(min) }),
        ...(room && { max: record(room.map((more, at) => least[at]! + more)) }),
        ...(ties && { ties: ties.filter((id) => ids.includes(id)) }),
      },
    };
  });

/** The decimal that a number prints as. */
export function fractionOf(value: number): Fraction {
  const [digits = '', power = '0'] = `${value}`.split('e');
  const [whole, fraction = ''] = digits.split('.');
  const exponent = Number(power) - fraction.length;
  const integer = BigInt(`${whole}${fraction}`);
  return exponent < 0
    ? { over: integer, under: 10n ** BigInt(-exponent) }
    : { over: integer * 10n ** BigInt(exponent), under: 1n };
}

export function unitsOf({ weights, seats, options: { min, max, ties = [] } }: Problem): readonly OracleUnit[] {
  const ids = Object.keys(weights);
  const limit = (of: typeof min, id: string, absent: number) => (typeof of === 'number' ? of : (of?.[id] ?? absent));
  return ids.map((id, at) => ({
    weight: fractionOf(weights[id]!),
    min: limit(min, id, 0),
    max: limit(max, id, seats),
    rank: ties.includes(id) ? ties.indexOf(id) : ids.length + at,
  }));
}

export function oracle(problem: Problem): OracleResult | undefined {
  const { method } = problem.options;
  const units = unitsOf(problem);
  return method === 'largestRemainder'
    ? dealByLargestFraction(units, problem.seats)
    : dealSeatBySeat(units, problem.seats, method);
}
