import { formatUnit, isInverse } from '../units.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';
import { differInSpelling } from './unit-spelling.js';

export const unitMismatch: BuiltInRule = {
  code: 'metrics/unit-mismatch',
  severity: 'error',

  *find({ metrics, computedUnit, compiled: { units } }) {
    for (const metric of metrics) {
      const { unit: declared } = metric;
      const computed = computedUnit(metric);
      // A formula upside down is told as such, and another spelling too.
      if (
        !computed ||
        !declared ||
        computed === declared ||
        isInverse(computed, declared) ||
        differInSpelling(computed, declared)
      )
        continue;
      // A number in the formula may stand for a price or for the seconds of a minute.
      const hasNumber = metric.formula!.nodes.some((node) => node.kind === 'number');
      const constant = hasNumber ? units.divide(declared, computed) : undefined;
      yield {
        at: metric,
        path: ['unit'],
        message: `${metric.id} is declared in ${formatUnit(declared)}, but its formula gives ${formatUnit(computed)}`,
        hint: constant
          ? `declare ${formatUnit(computed)}, mend the formula, or name its number: a metric in ${formatUnit(constant)}`
          : `declare ${formatUnit(computed)}, or mend the formula`,
      };
    }
  },
};

export const unitMismatchEntry: RuleEntry = /* @__PURE__ */ entryOf(unitMismatch, {
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
});
