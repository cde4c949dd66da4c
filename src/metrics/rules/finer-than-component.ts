import type { MetricNode } from '../rule-types.js';
import type { Grain } from '../types.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

/** From the finest. */
const order: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

export const finerThanComponent: BuiltInRule = {
  code: 'metrics/finer-than-component',
  severity: 'warning',

  *find({ metrics }) {
    const finestOf = metrics.map(finestGrain);
    for (const metric of metrics) {
      const own = finestOf[metric.index]!;
      if (own < 0) continue;
      for (const component of metric.components) {
        const finest = finestOf[component.index]!;
        if (finest <= own) continue;
        const finer = order.filter((grain, i) => i < finest && metric.definition.grains!.includes(grain)).join(' and ');
        yield {
          at: metric,
          path: ['grains'],
          message: `${metric.id} is reported by ${finer}, but its component ${component.id} only from ${order[finest]} up`,
          hint: `report ${metric.id} from ${order[finest]} up, or ${component.id} by ${finer} too`,
          related: [{ path: [...component.path, 'grains'], message: `the periods of ${component.id}` }],
        };
      }
    }
  },
};

export const finerThanComponentEntry: RuleEntry = /* @__PURE__ */ entryOf(finerThanComponent, {
  summary: 'A metric is reported by a finer period than one of its components has values for.',
  bad: {
    metrics: {
      cost_per_click: { formula: 'cost / clicks', grains: ['week', 'month'] },
      cost: { grains: ['month'] },
      clicks: {},
    },
  },
  good: {
    metrics: {
      cost_per_click: { formula: 'cost / clicks', grains: ['month'] },
      cost: { grains: ['month'] },
      clicks: {},
    },
  },
});

/** The place of the finest period that a metric is reported by; -1 where it says nothing. */
function finestGrain({ definition: { grains } }: MetricNode): number {
  return grains ? order.findIndex((grain) => grains.includes(grain)) : -1;
}
