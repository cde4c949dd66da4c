import type { MetricNode } from '../rule-types.js';
import type { Grain } from '../types.js';
import { listNames } from '../wording.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

const order: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

export const coarserThanComponent: BuiltInRule = {
  code: 'metrics/coarser-than-component',
  severity: 'info',

  *find({ metrics }) {
    for (const metric of metrics) {
      const { grains = [] } = metric.definition;
      for (const component of metric.components) {
        const missing = grains.filter((grain) => isUnexplained(grain, component));
        if (missing.length === 0) continue;
        const longer = listNames(missing);
        const own = listNames(component.definition.grains!);
        yield {
          at: metric,
          path: ['grains'],
          message: `${metric.id} is reported by ${longer}, but its component ${component.id} only by ${own}, and nothing says how it adds up`,
          hint: `declare the accumulation of ${component.id}, or report it by ${longer} too`,
          related: [{ path: [...component.path, 'grains'], message: `the periods of ${component.id}` }],
        };
      }
    }
  },
};

export const coarserThanComponentEntry: RuleEntry = /* @__PURE__ */ entryOf(coarserThanComponent, {
  summary:
    'A metric is reported by a longer period than a component, and nothing says how the component adds up to it.',
  bad: {
    metrics: {
      quick_ratio: { formula: "ratio(new_revenue, lost_revenue, 'null')", grains: ['month', 'quarter'] },
      new_revenue: { grains: ['month', 'quarter'] },
      lost_revenue: { grains: ['month'] },
    },
  },
  good: {
    metrics: {
      quick_ratio: { formula: "ratio(new_revenue, lost_revenue, 'null')", grains: ['month', 'quarter'] },
      new_revenue: { grains: ['month', 'quarter'] },
      lost_revenue: { grains: ['month'], accumulation: 'flow' },
    },
  },
});

/** Whether a component has values for shorter periods only, and is not said to be summed or taken at the end of one. */
function isUnexplained(grain: Grain, { definition: { grains = [], accumulation, additive } }: MetricNode): boolean {
  if (grains.includes(grain) || accumulation || additive?.over?.includes('time')) return false;
  return grains.some((own) => order.indexOf(own) < order.indexOf(grain));
}
