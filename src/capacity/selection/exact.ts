import type { SelectionTables } from './tables.js';

/**
 * Gives the Lagrangian bound of multipliers as a whole number, rounded down: values are whole, so nothing lies between. A
 * double is a whole number divided by a power of two, so that everything is done in whole numbers.
 */
export function exactBound(tables: SelectionTables, multipliers: ArrayLike<number>): bigint {
  const { candidates, rows, firstOption, value, firstEntry, row, amount, limit, mandatory } = tables;
  const shift = fractionBits(multipliers, rows);
  const price = Array.from({ length: rows }, (_, r) => wholeOf(multipliers[r]!, shift));
  let bound = 0n;
  for (let r = 0; r < rows; r++) bound += price[r]! * BigInt(limit[r]!);
  for (let c = 0; c < candidates; c++) {
    let most: bigint | undefined = mandatory[c] === 1 ? undefined : 0n;
    for (let k = firstOption[c]!; k < firstOption[c + 1]!; k++) {
      let worth = BigInt(value[k]!) << BigInt(shift);
      for (let e = firstEntry[k]!; e < firstEntry[k + 1]!; e++) worth -= price[row[e]!]! * BigInt(amount[e]!);
      if (most === undefined || worth > most) most = worth;
    }
    bound += most ?? 0n;
  }
  return bound >> BigInt(shift);
}

/** How often the finest of the multipliers is doubled until all are whole. */
function fractionBits(multipliers: ArrayLike<number>, rows: number): number {
  let bits = 0;
  for (let r = 0; r < rows; r++) {
    let scaled = multipliers[r]! * 2 ** Math.min(bits, 1_000);
    while (!Number.isInteger(scaled) && bits < 1_000) {
      scaled *= 2;
      bits++;
    }
  }
  return bits;
}

/** The multiplier times a power of two; what lies below the last bit is cut off, which any multiplier may be. */
function wholeOf(multiplier: number, shift: number): bigint {
  let rest = multiplier;
  let left = shift;
  while (!Number.isInteger(rest) && left > 0) {
    rest *= 2;
    left--;
  }
  return BigInt(Math.floor(rest)) << BigInt(left);
}
