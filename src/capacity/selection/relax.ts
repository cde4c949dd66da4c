import { NONE, type SelectionTables } from './tables.js';

/** An upper bound, and the multipliers that give it. */
export interface Relaxation {
  readonly multipliers: Float64Array;
  /** As doubles go; `exactBound` makes it exact. */
  readonly bound: number;
}

/** What the options are worth less what their rows cost. */
export function reducedValues(tables: SelectionTables, multipliers: ArrayLike<number>): Float64Array {
  const { options, value, firstEntry, row, amount } = tables;
  const reduced = new Float64Array(options);
  for (let k = 0; k < options; k++) {
    let worth = value[k]!;
    for (let e = firstEntry[k]!; e < firstEntry[k + 1]!; e++) worth -= multipliers[row[e]!]! * amount[e]!;
    reduced[k] = worth;
  }
  return reduced;
}

/**
 * Lowers the Lagrangian bound by a subgradient method with deflected directions (Held, Wolfe and Crowder 1974; Camerini,
 * Fratta and Maffioli 1975). Each step prices the rows; each candidate then takes the option that is worth most.
 */
export function relax(tables: SelectionTables, rounds: number): Relaxation {
  const { rows } = tables;
  const scale = scalesOf(tables);
  const now = new Float64Array(rows);
  const best = new Float64Array(rows);
  const slope = new Float64Array(rows);
  const direction = new Float64Array(rows);
  let bound = Number.POSITIVE_INFINITY;
  let theta = 1;
  let stalled = 0;
  let wasAtRest = false;

  for (let round = 0; round < rounds; round++) {
    const level = boundAt(tables, now, slope);
    stalled = level < bound * (1 - 1e-7) ? 0 : stalled + 1;
    if (level < bound) {
      bound = level;
      best.set(now);
    }
    // No selection is worth less than nothing: what is needed at least cannot be had.
    if (bound < 0) break;
    if (stalled >= 20) {
      stalled = 0;
      theta *= 0.7;
      if (theta < 1e-9) break;
      now.set(best);
      direction.fill(0);
      continue;
    }

    let norm = 0;
    for (let r = 0; r < rows; r++) {
      const step = slope[r]! / scale[r]! + 0.6 * direction[r]!;
      // A price of nothing cannot fall further.
      direction[r] = now[r] === 0 && step > 0 ? 0 : step;
      norm += direction[r]! ** 2;
    }
    // At rest twice: nothing can fall. Once may be the old direction that cancels the slope, or points below 0.
    if (norm === 0 && wasAtRest) break;
    wasAtRest = norm === 0;
    if (wasAtRest) continue;
    // Below 1 the goal stays below the bound, so that it can fall below 0 where nothing can be selected.
    const length = (theta * (level - bound + 0.01 * Math.max(bound, 1))) / norm;
    for (let r = 0; r < rows; r++) now[r] = Math.max(0, now[r]! - (length * direction[r]!) / scale[r]!);
  }
  return { multipliers: best, bound };
}

/** The bound at some prices; writes how it changes with each price to `slope`. */
function boundAt(tables: SelectionTables, prices: Float64Array, slope: Float64Array): number {
  const { candidates, rows, firstOption, value, firstEntry, row, amount, limit, mandatory } = tables;
  let bound = 0;
  for (let r = 0; r < rows; r++) {
    bound += prices[r]! * limit[r]!;
    slope[r] = limit[r]!;
  }
  for (let c = 0; c < candidates; c++) {
    let most = mandatory[c] === 1 ? Number.NEGATIVE_INFINITY : 0;
    let taken = NONE;
    for (let k = firstOption[c]!; k < firstOption[c + 1]!; k++) {
      let worth = value[k]!;
      for (let e = firstEntry[k]!; e < firstEntry[k + 1]!; e++) worth -= prices[row[e]!]! * amount[e]!;
      if (worth > most) {
        most = worth;
        taken = k;
      }
    }
    bound += most;
    if (taken === NONE) continue;
    for (let e = firstEntry[taken]!; e < firstEntry[taken + 1]!; e++) slope[row[e]!]! -= amount[e]!;
  }
  return bound;
}

/** Rows are measured by what they limit, so that a step means as much for one as for another. */
function scalesOf({ rows, limit, row, amount }: SelectionTables): Float64Array {
  const scale = new Float64Array(rows).fill(1);
  for (let r = 0; r < rows; r++) scale[r] = Math.max(1, Math.abs(limit[r]!));
  for (let e = 0; e < row.length; e++) {
    if (limit[row[e]!] === 0) scale[row[e]!] = Math.max(scale[row[e]!]!, Math.abs(amount[e]!));
  }
  return scale;
}
