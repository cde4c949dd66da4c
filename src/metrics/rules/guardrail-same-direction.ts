import type { MetricNode } from '../types.js';
import type { BuiltInRule } from './rule.js';

export const guardrailSameDirection: BuiltInRule = {
  code: 'metrics/guardrail-same-direction',
  severity: 'warning',
  summary: 'A guardrail gets better by itself when its metric does, so that it can never warn.',
  bad: {
    metrics: {
      orders: { better: 'up', guardrails: ['revenue'] },
      revenue: { role: 'outcome', better: 'up', formula: 'orders * order_value' },
      order_value: {},
    },
  },
  good: {
    metrics: {
      orders: { better: 'up', guardrails: ['refund_rate'] },
      refund_rate: { role: 'guardrail', better: 'down', formula: "ratio(refunds, orders, 'null')" },
      refunds: { better: 'down' },
    },
    influences: [{ from: 'orders', to: 'refunds', sign: '+', evidence: 'correlated' }],
  },

  *find({ metrics, effects, find }) {
    for (const metric of metrics) {
      const { guardrails = [] } = metric.definition;
      const direction = directionOf(metric);
      if (guardrails.length === 0 || direction === 0) continue;
      const effectsOfMetric = effects.of(metric);
      if (!effectsOfMetric) {
        yield {
          message: `guardrails were checked up to ${metric.id}; the tree is too large for the rest`,
          hint: 'check parts of the tree by themselves',
        };
        return;
      }
      for (const [i, name] of guardrails.entries()) {
        const guardrail = find(name);
        if (!guardrail || guardrails.indexOf(name) < i) continue;
        const sign = guardrail === metric ? 1 : (effectsOfMetric.get(guardrail)?.sign ?? 0);
        if (sign === 0 || direction * sign !== directionOf(guardrail)) continue;
        yield {
          at: metric,
          path: ['guardrails', i],
          message: `${guardrail.id} gets better by itself when ${metric.id} does, so it guards nothing`,
          hint: `choose as guardrail what could get worse while ${metric.id} gets better`,
          related: [{ path: guardrail.path, message: `${guardrail.id} is the guardrail` }],
        };
      }
    }
  },
};

function directionOf({ definition: { better } }: MetricNode): 1 | -1 | 0 {
  if (better === 'up') return 1;
  return better === 'down' ? -1 : 0;
}
