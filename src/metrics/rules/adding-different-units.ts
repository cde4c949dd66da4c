import { formatUnit } from '../units.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';
import { differInSpelling } from './unit-spelling.js';

export const addingDifferentUnits: BuiltInRule = {
  code: 'metrics/adding-different-units',
  severity: 'error',

  *find(view) {
    let before: string | undefined;
    for (const { metric, span, operation, left, right } of view.mixedUnits()) {
      if (differInSpelling(left, right)) continue;
      const message = `the formula of ${metric.id} ${describe(operation, formatUnit(left), formatUnit(right))}`;
      // Two arguments of one call may differ from the first in the same way.
      const place = `${metric.index} ${span} ${message}`;
      if (place === before) continue;
      before = place;
      yield {
        at: metric,
        path: ['formula'],
        span,
        message,
        hint: 'bring both sides to one unit; a plain number has the unit 1',
      };
    }
  },
};

export const addingDifferentUnitsEntry: RuleEntry = /* @__PURE__ */ entryOf(addingDifferentUnits, {
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
});

function describe(operation: string, left: string, right: string): string {
  switch (operation) {
    case '+':
      return `adds ${left} and ${right}`;
    case '-':
      return `subtracts ${right} from ${left}`;
    case 'coalesce':
      return `falls back from ${left} to ${right}`;
    default:
      return `takes the ${operation} of ${left} and ${right}`;
  }
}
