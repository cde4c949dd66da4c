import { createHeap } from './heap.js';

/** A claim to tasks. All that is counted is in parts of tasks. */
export interface Runner {
  /** What one part takes: the place of a resource, and how much of it. */
  readonly takes: readonly (readonly [resource: number, amount: bigint])[];
  /** What one part adds to the dominant share, divided by the weight: `over / under`. */
  readonly over: bigint;
  readonly under: bigint;
  /** The most parts that it wants, or has room for alone. */
  readonly most: bigint;
}

/**
 * Deals parts one at a time to the lowest dominant share by weight, of equal ones to the first; who has all, or whose next part does
 * not fit, is out. Dealt in bulk as far as everything fits, so that the number of parts does not matter.
 */
export function dealParts(runners: readonly Runner[], capacity: readonly bigint[]): readonly bigint[] {
  const parts = runners.map(() => 0n);
  const left = [...capacity];
  // The memory of the heap: who is out is dropped from it.
  const active = [...runners.keys()];
  while (active.length > 0) {
    raise(runners, active, parts, left);
    const heap = createHeap(active, (a, b) => isLower(runners, parts, a, b));
    for (let deals = 4 * active.length; deals > 0; deals--) {
      const next = heap.peek();
      if (next === undefined) break;
      const { takes, most } = runners[next]!;
      if (parts[next]! < most && takes.every(([resource, amount]) => amount <= left[resource]!)) {
        for (const [resource, amount] of takes) left[resource]! -= amount;
        parts[next]!++;
        heap.sink();
      } else heap.drop();
    }
  }
  return parts;
}

function isLower(runners: readonly Runner[], parts: readonly bigint[], a: number, b: number): boolean {
  const left = parts[a]! * runners[a]!.over * runners[b]!.under;
  const right = parts[b]! * runners[b]!.over * runners[a]!.under;
  return left === right ? a < b : left < right;
}

/** Gives everybody the parts that begin below the highest level at which all of them fit: dealing one by one comes by there. */
function raise(runners: readonly Runner[], active: readonly number[], parts: bigint[], left: bigint[]): void {
  // Levels are counted in steps that no part is smaller than.
  let steps = 1n;
  let high = 1n;
  for (const at of active) {
    const { over, under } = runners[at]!;
    if (under / over >= steps) steps = under / over + 1n;
  }
  for (const at of active) {
    const { over, under, most } = runners[at]!;
    const end = (most * over * steps) / under + 1n;
    if (end > high) high = end;
  }
  let low = 0n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  for (const at of active) {
    const wanted = partsBelow(low, at) - parts[at]!;
    for (const [resource, amount] of runners[at]!.takes) left[resource]! -= wanted * amount;
    parts[at]! += wanted;
  }

  function partsBelow(level: bigint, at: number): bigint {
    const { over, under, most } = runners[at]!;
    const per = over * steps;
    const begun = (level * under + per - 1n) / per;
    const wanted = begun < most ? begun : most;
    return wanted > parts[at]! ? wanted : parts[at]!;
  }

  function fits(level: bigint): boolean {
    const rest = [...left];
    for (const at of active) {
      const wanted = partsBelow(level, at) - parts[at]!;
      if (wanted === 0n) continue;
      for (const [resource, amount] of runners[at]!.takes) {
        rest[resource]! -= wanted * amount;
        if (rest[resource]! < 0n) return false;
      }
    }
    return true;
  }
}
