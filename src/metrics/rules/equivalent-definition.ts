import { isOnItsWayOut } from '../replacements.js';
import type { MetricNode } from '../rule-types.js';
import { groupsBySameKey } from '../same-key.js';
import type { RuleView } from '../view.js';
import { listNames } from '../wording.js';
import { printWindow, recordsOf } from './measurement.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const equivalentDefinition: BuiltInRule = {
  code: 'metrics/equivalent-definition',
  severity: 'warning',

  *find(view) {
    for (const { metrics, same } of groupsOf(view)) {
      const [first, ...others] = metrics as readonly [MetricNode, ...MetricNode[]];
      yield {
        at: first,
        message: `${listNames(metrics.map((metric) => metric.id))} ${same}`,
        hint: `keep one of them, and deprecate the ${others.length === 1 ? 'other' : 'others'} with replacedBy`,
        related: others.map((other) => ({ path: other.path, message: `${other.id} is the same as ${first.id}` })),
      };
    }
  },
};

export const equivalentDefinitionEntry: RuleEntry = /* @__PURE__ */ entryOf(equivalentDefinition, {
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
});

/** Whether two metrics are reported here together, and so need no other report of how alike they are. */
export function sameDefinitions(view: RuleView): (a: MetricNode, b: MetricNode) => boolean {
  let groupOf: ReadonlyMap<MetricNode, Group> | undefined;
  return (a, b) => {
    groupOf ??= new Map(groupsOf(view).flatMap((group) => group.metrics.map((metric) => [metric, group] as const)));
    return groupOf.has(a) && groupOf.get(a) === groupOf.get(b);
  };
}

interface Group {
  readonly metrics: readonly MetricNode[];
  /** What they have in common, as the rest of a sentence. */
  readonly same: string;
}

/** The groups among metrics that are to stay: one that is deprecated for another may well be the same. */
function groupsOf(view: RuleView): readonly Group[] {
  const functions = view.equivalences().groups.map(({ metrics, proven }) => ({
    metrics,
    same: `are the same function of the same leaves${proven ? '' : ', as far as random points tell'}`,
  }));
  const sources = sameSources(view).map((metrics) => ({ metrics, same: 'have the same source and filter' }));
  return [...functions, ...sources]
    .map(({ metrics, same }) => ({ metrics: metrics.filter((metric) => !isOnItsWayOut(metric)), same }))
    .filter(({ metrics }) => metrics.length > 1);
}

/** Metrics without a formula that count the same records of the same source in the same way. */
function sameSources({ distinct }: RuleView): readonly (readonly MetricNode[])[] {
  return groupsBySameKey(distinct, (metric) => {
    const { source, filter, unit, accumulation, window } = metric.definition;
    // A system's name alone says nothing of what is counted, nor does a table without the filter.
    if (metric.formula || source?.text === undefined || filter === undefined) return undefined;
    return JSON.stringify([recordsOf(metric), unit, accumulation ?? null, window ? printWindow(window) : null]);
  });
}
