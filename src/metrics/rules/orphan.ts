import { isOnItsWayOut } from '../replacements.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const orphan: BuiltInRule = {
  code: 'metrics/orphan',
  severity: 'info',

  *find({ metrics, influences, goals, find }) {
    if (metrics.length < 2) return;
    const connected = new Set<unknown>();
    for (const { from, to } of influences) connected.add(from).add(to);
    for (const { metric } of goals) connected.add(metric);
    for (const { definition } of metrics) {
      for (const name of definition.guardrails ?? []) connected.add(find(name));
      if (definition.replacedBy !== undefined) connected.add(find(definition.replacedBy));
    }

    for (const metric of metrics) {
      const { question, role, guardrails = [], components = [], formula } = metric.definition;
      const speaksOfOthers = formula !== undefined || components.length > 0 || guardrails.length > 0;
      if (speaksOfOthers || metric.dependents.length > 0 || connected.has(metric)) continue;
      // What is on its way out should be in no use; a second metric of the same name is reported as such.
      if (question !== undefined || isOnItsWayOut(metric) || find(metric.id) !== metric) continue;
      // An outcome without a goal is reported as such.
      if (role === 'outcome' && goals.length > 0) continue;
      yield {
        at: metric,
        message: `${metric.id} is connected to no other metric, has no goal and answers no question`,
        hint: 'connect it by a formula or an influence, say which question it answers, or retire it',
      };
    }
  },
};

export const orphanEntry: RuleEntry = /* @__PURE__ */ entryOf(orphan, {
  summary:
    'A metric is connected to no other one, has no goal and answers no question: nothing follows when it changes.',
  bad: { metrics: { revenue: { formula: 'orders * 30' }, orders: {}, page_views: {} } },
  good: { metrics: { revenue: { formula: 'orders * 30' }, orders: { formula: 'page_views * 0.02' }, page_views: {} } },
});
