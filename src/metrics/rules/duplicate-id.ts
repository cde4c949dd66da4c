import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const duplicateId: BuiltInRule = {
  code: 'metrics/duplicate-id',
  severity: 'error',

  *find({ metrics, distinct, find }) {
    if (distinct.length === metrics.length) return;
    for (const metric of metrics) {
      const first = find(metric.id)!;
      if (first === metric) continue;
      yield {
        at: metric,
        path: ['id'],
        message: `${metric.id} is defined again; whatever names it means the first`,
        hint: 'rename one of them, or remove it',
        related: [{ path: first.path, message: `${metric.id} is first defined here` }],
      };
    }
  },
};

export const duplicateIdEntry: RuleEntry = /* @__PURE__ */ entryOf(duplicateId, {
  summary: 'Two metrics have the same id; whatever names it means the first.',
  bad: { metrics: [{ id: 'signups' }, { id: 'signups' }] },
  good: { metrics: [{ id: 'signups' }, { id: 'qualified_signups', formula: 'signups * 0.4' }] },
});
