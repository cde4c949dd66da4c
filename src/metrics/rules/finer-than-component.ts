import type { Grain } from '../types.js';
import type { BuiltInRule } from './rule.js';

const order: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

export const finerThanComponent: BuiltInRule = {
  code: 'metrics/finer-than-component',
  severity: 'warning',
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

  *find({ metrics }) {
    for (const metric of metrics) {
      const { grains = [] } = metric.definition;
      if (grains.length === 0) continue;
      for (const component of metric.components) {
        const finest = finestOf(component.definition.grains ?? []);
        const finer = grains.filter((grain) => order.indexOf(grain) < finest);
        if (finer.length === 0) continue;
        yield {
          at: metric,
          path: ['grains'],
          message: `${metric.id} is reported by ${finer.join(' and ')}, but its component ${component.id} only from ${order[finest]} up`,
          hint: `report ${metric.id} from ${order[finest]} up, or ${component.id} by ${finer.join(' and ')} too`,
          related: [{ path: [...component.path, 'grains'], message: `the periods of ${component.id}` }],
        };
      }
    }
  },
};

/** The place of the finest period; before all of them, where none is declared. */
function finestOf(grains: readonly Grain[]): number {
  return grains.length === 0 ? -1 : Math.min(...grains.map((grain) => order.indexOf(grain)));
}
