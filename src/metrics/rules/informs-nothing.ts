import type { BuiltInRule } from './rule.js';

export const informsNothing: BuiltInRule = {
  code: 'metrics/informs-nothing',
  severity: 'info',
  summary: 'A metric is made of others, but leads to no outcome, has no goal and answers no question.',
  bad: {
    metrics: {
      revenue: { role: 'outcome', formula: 'orders * 30' },
      orders: {},
      views_per_visit: { formula: "ratio(views, visits, 'null')" },
      views: {},
      visits: {},
    },
  },
  good: {
    metrics: {
      revenue: { role: 'outcome', formula: 'orders * 30' },
      orders: {},
      views_per_visit: { formula: "ratio(views, visits, 'null')", question: 'Do people find what they want to read?' },
      views: {},
      visits: {},
    },
  },

  *find({ metrics, influences, goals, find }) {
    // Without any outcome, nothing could be said of one metric that does not hold for all.
    if (!metrics.some((metric) => metric.definition.role === 'outcome')) return;
    // Only the last of a chain is at fault: what it is made of does lead somewhere.
    const leadsOn = new Set<unknown>(influences.filter(({ to }) => to).map(({ from }) => from));
    for (const { definition } of metrics) for (const name of definition.guardrails ?? []) leadsOn.add(find(name));
    const connected = new Set<unknown>(influences.map(({ to }) => to));
    const withGoal = new Set(goals.map((goal) => goal.metric));

    for (const metric of metrics) {
      const { role, question, status, formula, components = [], guardrails = [] } = metric.definition;
      if (role === 'outcome' || question !== undefined || status === 'retired' || withGoal.has(metric)) continue;
      if (metric.dependents.length > 0 || leadsOn.has(metric) || find(metric.id) !== metric) continue;
      // What is connected to nothing at all is an orphan.
      if (formula === undefined && components.length + guardrails.length === 0 && !connected.has(metric)) continue;
      yield {
        at: metric,
        message: `${metric.id} leads to no outcome, has no goal and answers no question`,
        hint: 'connect it to what it is measured for, say which question it answers, or retire it',
      };
    }
  },
};
