import type { MetricNode } from '../rule-types.js';

/** How a formula takes a value of the period before, by the first of the periods that its metric is reported by. */
export function earlierValue({ definition: { grains } }: MetricNode, name: string): string {
  return `lag(${name}, 1, '${grains?.[0] ?? 'month'}') where the value of the period before is meant`;
}
