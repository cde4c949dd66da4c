import { formatUnit, isInverse } from '../units.js';
import type { BuiltInRule } from './rule.js';

export const unitMismatch: BuiltInRule = {
  code: 'metrics/unit-mismatch',
  severity: 'error',
  summary: 'The unit that a metric declares is not the one that its formula gives.',
  bad: {
    metrics: {
      revenue: { unit: 'USD', formula: 'orders * sessions' },
      orders: { unit: 'order' },
      sessions: { unit: 'session' },
    },
  },
  good: {
    metrics: {
      revenue: { unit: 'USD', formula: 'orders * order_value' },
      orders: { unit: 'order' },
      order_value: { unit: 'USD/order' },
    },
  },

  *find({ metrics, computedUnit }) {
    for (const metric of metrics) {
      const computed = computedUnit(metric);
      // A formula upside down is told as such.
      if (!computed || !metric.unit || computed === metric.unit || isInverse(computed, metric.unit)) continue;
      yield {
        at: metric,
        path: ['unit'],
        message: `${metric.id} is declared in ${formatUnit(metric.unit)}, but its formula gives ${formatUnit(computed)}`,
        hint: `declare ${formatUnit(computed)}, or mend the formula`,
      };
    }
  },
};
