import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const missingOwner: BuiltInRule = {
  code: 'metrics/missing-owner',
  severity: 'warning',

  *find({ metrics }) {
    for (const metric of metrics) {
      if (metric.owners.length > 0 || metric.definition.status === 'retired') continue;
      yield { at: metric, message: `nobody answers for ${metric.id}`, hint: 'name the team that does as its owner' };
    }
  },
};

export const missingOwnerEntry: RuleEntry = /* @__PURE__ */ entryOf(missingOwner, {
  summary: 'Nobody answers for a metric.',
  bad: { metrics: { churn: {} } },
  good: { metrics: { churn: { owner: 'retention' } } },
});
