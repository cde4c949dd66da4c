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
        if (addsUp(component)) continue;
        const missing = grains.filter((grain) => isMissing(grain, component));
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

/** Whether the values of a longer period are said to follow from those of the shorter ones in it: their sum, or the last. */
function addsUp({ definition: { accumulation, additive } }: MetricNode): boolean {
  return accumulation !== undefined || additive?.over?.includes('time') === true;
}

/** Whether a component has no values for a period, but for a shorter one. */
function isMissing(grain: Grain, { definition: { grains = [] } }: MetricNode): boolean {
  return !grains.includes(grain) && grains.some((own) => order.indexOf(own) < order.indexOf(grain));
}
