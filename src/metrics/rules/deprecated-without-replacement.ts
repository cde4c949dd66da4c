import type { BuiltInRule } from './rule.js';

export const deprecatedWithoutReplacement: BuiltInRule = {
  code: 'metrics/deprecated-without-replacement',
  severity: 'info',
  summary: 'A metric is deprecated, and nothing says what to use instead.',
  bad: { metrics: { old_orders: { status: 'deprecated' }, orders: {} } },
  good: { metrics: { old_orders: { status: 'deprecated', replacedBy: 'orders' }, orders: {} } },

  *find({ metrics }) {
    for (const metric of metrics) {
      const { status, replacedBy } = metric.definition;
      if (status !== 'deprecated' || replacedBy !== undefined) continue;
      yield {
        at: metric,
        message: `${metric.id} is deprecated, and nothing says what to use instead`,
        hint: 'name the other metric as replacedBy, or retire this one',
      };
    }
  },
};
