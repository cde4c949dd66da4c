import type { FaultList } from '../../foundation/fault-list.js';
import { quote } from '../../foundation/shorten.js';
import { decimalOf } from '../scoring/decimal.js';

/** The largest weight, and by its inverse the smallest: a ratio of any two stays within what a number holds. */
const most = 10n ** 100n;
const mostNumber = 1e100;
const leastNumber = 1e-100;

/** Why a value is no weight, as the end of a sentence; absent where it is one. */
export function weightFault(value: unknown): string | undefined {
  if (typeof value === 'bigint') {
    if (value < 0n) return `is ${shortly(value)}, less than 0`;
    return value > most ? 'is above 1e100' : undefined;
  }
  if (typeof value !== 'number') return `is ${describe(value)}, and no number`;
  if (!Number.isFinite(value)) return `is ${value}, and no finite number`;
  if (value < 0) return `is ${value}, less than 0`;
  if (value > mostNumber) return `is ${value}, above 1e100`;
  return value > 0 && value < leastNumber ? `is ${value}, between 0 and 1e-100` : undefined;
}

/** Integers in the proportions of the weights. Numbers count as the decimals that they print as: 0.7 is seven tenths. */
export function integerWeights(values: readonly (number | bigint)[]): readonly bigint[] {
  if (values.every((value) => typeof value === 'bigint' || Number.isSafeInteger(value))) return values.map(BigInt);
  const decimals = values.map((value) =>
    typeof value === 'bigint' ? { digits: value, exponent: 0 } : decimalOf(value),
  );
  let least = 0;
  for (const { exponent } of decimals) least = Math.min(least, exponent);
  return decimals.map(({ digits, exponent }) => digits * 10n ** BigInt(exponent - least));
}

/** Lists what is wrong with the weights of a record. */
export function findWeightFaults(entries: readonly (readonly [string, unknown])[], faults: FaultList): void {
  for (const [id, value] of entries) {
    const fault = weightFault(value);
    if (fault === undefined) continue;
    faults.add(['weights', id], () => ({
      code: 'capacity/invalid-weight',
      message: `the weight of ${quote(id)} ${fault}`,
      hint: 'a weight is 0, or a number or bigint of 1e-100 to 1e100',
    }));
  }
}

/** A value that should have been something else, for a message. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return shortly(value);
  if (typeof value === 'object') return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}

function shortly(value: bigint): string {
  const isLong = value > most || value < -most;
  return isLong ? `a number beyond ${value < 0n ? '-' : ''}1e100` : `${value}`;
}
