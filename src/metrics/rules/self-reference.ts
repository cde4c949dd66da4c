import { earlierValue } from './earlier-value.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const selfReference: BuiltInRule = {
  code: 'metrics/self-reference',
  severity: 'error',

  *find({ metrics, find }) {
    for (const metric of metrics) {
      // A second metric of one name means the first by it.
      const toItself = metric.formula?.references.filter((reference) => reference.metric === metric) ?? [];
      const now = toItself.find(({ lagged }) => !lagged);
      if (now) {
        yield {
          at: metric,
          path: ['formula'],
          span: now.span,
          message: `${metric.id} is computed from itself`,
          hint: `write ${earlierValue(metric, metric.id)}`,
        };
        continue;
      }
      const declared = metric.definition.components?.indexOf(metric.id) ?? -1;
      if (declared < 0 || toItself.length > 0 || find(metric.id) !== metric) continue;
      yield {
        at: metric,
        path: ['components', declared],
        message: `${metric.id} is a component of itself`,
        hint: `remove ${metric.id} from its components; a recurrence needs a formula with lag`,
      };
    }
  },
};

export const selfReferenceEntry: RuleEntry = /* @__PURE__ */ entryOf(selfReference, {
  summary: 'A formula or list of components names its own metric, of the same period.',
  bad: { metrics: { mrr: { formula: 'mrr + net_new_mrr' }, net_new_mrr: {} } },
  good: { metrics: { mrr: { formula: "lag(mrr, 1, 'month') + net_new_mrr" }, net_new_mrr: {} } },
});
