import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const undeclaredDirection: BuiltInRule = {
  code: 'metrics/undeclared-direction',
  severity: 'info',

  *find({ metrics, find }) {
    const guardrails = new Set<unknown>();
    for (const { definition } of metrics) for (const name of definition.guardrails ?? []) guardrails.add(find(name));

    for (const metric of metrics) {
      const { role, better, status, band } = metric.definition;
      if (status === 'retired') continue;
      // An input may be good both ways, unless something is to be guarded by it.
      if ((role === 'input' || role === 'activity') && !guardrails.has(metric)) continue;
      if (better === undefined) {
        yield {
          at: metric,
          message: `${metric.id} does not say which way is better`,
          hint: "set better to 'up', 'down' or 'range'",
        };
      } else if (better === 'range' && band === undefined) {
        yield {
          at: metric,
          path: ['better'],
          message: `${metric.id} is good within a range, but does not say which`,
          hint: 'set band to the lowest and the highest good value',
        };
      }
    }
  },
};

export const undeclaredDirectionEntry: RuleEntry = /* @__PURE__ */ entryOf(undeclaredDirection, {
  summary: 'A metric that people steer by does not say which way is better.',
  bad: { metrics: { resolution_time: { role: 'outcome' } } },
  good: { metrics: { resolution_time: { role: 'outcome', better: 'down' } } },
});
