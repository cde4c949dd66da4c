import type { FaultList } from '../../foundation/fault-list.js';
import type { Deal } from './divisor.js';
import type { ApportionmentMethod } from './types.js';

/** Lists why seats cannot be dealt within the limits. */
export function findDealFaults(
  ids: readonly string[],
  { weights, min, max, seats }: Deal,
  method: ApportionmentMethod,
  faults: FaultList,
): void {
  const least = sum(min);
  const most = sum(max);
  if (least > seats) {
    faults.add(['min'], {
      code: 'capacity/minimums-above-seats',
      message: `the minimums of ${ids.length} add up to ${least}, and there are ${seats} seats`,
      hint: 'lower the minimums, or give more seats',
    });
    return;
  }
  if (most < seats) {
    const isWeightless = weights.every((weight) => weight === 0n);
    faults.add(isWeightless ? ['weights'] : ['max'], {
      code: 'capacity/seats-left-over',
      message: isWeightless
        ? `no weight is above 0, so that nobody has a claim to ${seats - least} of the ${seats} seats`
        : `the maximums add up to ${most}, and there are ${seats} seats; a weight of 0 gets its minimum at most`,
      hint: isWeightless ? 'give somebody a weight' : 'raise the maximums, or give fewer seats',
    });
    return;
  }
  if (method === 'largestRemainder' || method === 'jefferson' || method === 'webster') return;
  const needed = sum(min.map((own, at) => Math.max(own, Math.min(1, max[at]!))));
  if (needed <= seats) return;
  faults.add(['seats'], {
    code: 'capacity/too-few-seats',
    message: `${method} gives each weight above 0 a seat first: ${needed} with the minimums, and there are ${seats} seats`,
    hint: 'give more seats, leave some out with a maximum of 0, or take webster, jefferson or largestRemainder',
  });
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
