import { groupsBySameKey } from '../same-key.js';
import type { MetricNode, RuleFinding } from '../types.js';
import type { RuleView } from '../view.js';
import { listNames } from '../wording.js';
import type { BuiltInRule } from './rule.js';

export const equivalentDefinition: BuiltInRule = {
  code: 'metrics/equivalent-definition',
  severity: 'warning',
  summary: 'Metrics of different names are the same function of the same leaves, however it is written.',
  bad: {
    metrics: {
      average_order: { formula: 'revenue / (web_orders + app_orders)' },
      basket: { formula: 'revenue / orders' },
      orders: { formula: 'app_orders + web_orders' },
      revenue: {},
      web_orders: {},
      app_orders: {},
    },
  },
  good: {
    metrics: {
      average_order: { formula: 'revenue / (web_orders + app_orders)' },
      basket: { formula: 'items / (web_orders + app_orders)' },
      revenue: {},
      items: {},
      web_orders: {},
      app_orders: {},
    },
  },

  *find(view) {
    for (const { metrics, proven } of view.equivalences().groups) {
      yield finding(
        metrics,
        `are the same function of the same leaves${proven ? '' : ', as far as random points tell'}`,
      );
    }
    for (const metrics of sameSources(view)) yield finding(metrics, 'have the same source and filter');
  },
};

function finding(metrics: readonly MetricNode[], same: string): RuleFinding {
  const [first, ...others] = metrics as readonly [MetricNode, ...MetricNode[]];
  return {
    at: first,
    message: `${listNames(metrics.map((metric) => metric.id))} ${same}`,
    hint: `keep one of them, and let replacedBy of the ${others.length === 1 ? 'other' : 'others'} name it`,
    related: others.map((other) => ({ path: other.path, message: `${other.id} is the same as ${first.id}` })),
  };
}

/** Metrics without a formula that count the same records of the same source in the same way. */
function sameSources({ metrics, find }: RuleView): readonly (readonly MetricNode[])[] {
  return groupsBySameKey(metrics, (metric) => {
    const { source, filter, unit, accumulation, window } = metric.definition;
    // A system's name alone says nothing of what is counted, nor does a table without the filter.
    if (metric.formula || source?.text === undefined || filter === undefined || find(metric.id) !== metric)
      return undefined;
    return JSON.stringify([source.system ?? null, source.text, filter, unit, accumulation ?? null, window ?? null]);
  });
}
