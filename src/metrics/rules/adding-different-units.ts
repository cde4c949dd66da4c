import { formatUnit } from '../units.js';
import type { BuiltInRule } from './rule.js';

export const addingDifferentUnits: BuiltInRule = {
  code: 'metrics/adding-different-units',
  severity: 'error',
  summary: 'A formula adds, subtracts or compares quantities of different units.',
  bad: {
    metrics: {
      lost: { formula: 'bookings - views / bookings' },
      bookings: { unit: 'booking' },
      views: { unit: 'view' },
    },
  },
  good: {
    metrics: {
      lost: { unit: 'booking', formula: 'bookings - kept' },
      bookings: { unit: 'booking' },
      kept: { unit: 'booking' },
    },
  },

  *find(view) {
    for (const { metric, span, operation, left, right } of view.mixedUnits()) {
      const calls = /\w/.test(operation);
      const sides = `${formatUnit(left)} and ${formatUnit(right)}`;
      yield {
        at: metric,
        path: ['formula'],
        span,
        message: `the formula of ${metric.id} ${calls ? `takes the ${operation} of` : `joins by ${operation}`} ${sides}`,
        hint: 'bring both sides to one unit; a plain number has the unit 1',
      };
    }
  },
};
