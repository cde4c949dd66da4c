import type { MetricNode } from '../rule-types.js';
import type { Period } from '../types.js';

/** Which records a metric counts, as text that is the same for the same ones; undefined where nothing is said of it. */
export function recordsOf({ definition: { source, filter } }: MetricNode): string | undefined {
  if (!source && filter === undefined) return undefined;
  return JSON.stringify([source?.system ?? null, source?.text ?? null, filter ?? null]);
}

const months = { month: 1, quarter: 3, year: 12 } as const;

/** A window in days or in months, which a calendar does not make equal: the same text for the same length. */
export function printWindow({ length, unit }: Period): string {
  if (unit === 'day' || unit === 'week') return count(unit === 'week' ? 7 * length : length, 'day');
  return count(months[unit] * length, 'month');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
