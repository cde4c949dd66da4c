import type { MetricNode } from '../rule-types.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const mixedEdge: BuiltInRule = {
  code: 'metrics/mixed-edge',
  severity: 'warning',

  *find({ influences }) {
    const componentsOf = new Map<MetricNode, ReadonlySet<MetricNode>>();
    for (const influence of influences) {
      const { from, to } = influence;
      if (!from || !to) continue;
      const components = componentsOf.get(to) ?? new Set(to.components);
      componentsOf.set(to, components);
      if (!components.has(from)) continue;
      yield {
        at: influence,
        message: `${from.id} is a component of ${to.id} and is said to influence it too`,
        hint: 'remove the influence: the component says how',
        related: [{ path: to.path, message: `${to.id} has ${from.id} as component` }],
      };
    }
  },
};

export const mixedEdgeEntry: RuleEntry = /* @__PURE__ */ entryOf(mixedEdge, {
  summary: 'A metric is a component of another and is said to influence it too: the formula already says how, exactly.',
  bad: {
    metrics: { revenue: { formula: 'orders * 30' }, orders: {} },
    influences: [{ from: 'orders', to: 'revenue', sign: '+', evidence: 'assumed' }],
  },
  good: {
    metrics: { revenue: { formula: 'orders * 30' }, orders: {}, speed: {} },
    influences: [{ from: 'speed', to: 'orders', sign: '+', evidence: 'assumed' }],
  },
});
