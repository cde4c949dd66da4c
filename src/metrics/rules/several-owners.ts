import { listNames } from '../wording.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const severalOwners: BuiltInRule = {
  code: 'metrics/several-owners',
  severity: 'info',

  *find({ metrics }) {
    for (const metric of metrics) {
      if (metric.owners.length < 2 || metric.definition.status === 'retired') continue;
      yield {
        at: metric,
        path: ['owners'],
        message: `${metric.owners.length} teams answer for ${metric.id}: ${listNames(metric.owners)}`,
        hint: 'name the one that decides, or split the metric',
      };
    }
  },
};

export const severalOwnersEntry: RuleEntry = /* @__PURE__ */ entryOf(severalOwners, {
  summary: 'Several teams answer for one metric, so that it is nobody in particular who does.',
  bad: { metrics: { churn: { owners: ['retention', 'support'] } } },
  good: { metrics: { churn: { owner: 'retention' } } },
});
