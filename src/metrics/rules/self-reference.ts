import type { BuiltInRule } from './rule.js';

export const selfReference: BuiltInRule = {
  code: 'metrics/self-reference',
  severity: 'error',
  summary: 'A formula or list of components names its own metric, of the same period.',
  bad: { metrics: { mrr: { formula: 'mrr + net_new_mrr' }, net_new_mrr: {} } },
  good: { metrics: { mrr: { formula: "lag(mrr, 1, 'month') + net_new_mrr" }, net_new_mrr: {} } },

  *find({ metrics }) {
    for (const metric of metrics) {
      const reference = metric.formula?.references.find(({ name, lagged }) => name === metric.id && !lagged);
      const hint = `write lag(${metric.id}, 1, 'month') where the value of the period before is meant`;
      if (reference) {
        yield {
          at: metric,
          path: ['formula'],
          span: reference.span,
          message: `${metric.id} is computed from itself`,
          hint,
        };
        continue;
      }
      const declared = metric.definition.components?.indexOf(metric.id) ?? -1;
      const lagged = metric.formula?.references.some(({ name }) => name === metric.id);
      if (declared >= 0 && !lagged) {
        yield { at: metric, path: ['components', declared], message: `${metric.id} is a component of itself`, hint };
      }
    }
  },
};
