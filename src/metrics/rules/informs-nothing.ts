import { type Graph, reachable, stronglyConnected } from '../../foundation/graph.js';
import type { MetricNode } from '../rule-types.js';
import { isOutcome } from '../view.js';
import { listNames } from '../wording.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const informsNothing: BuiltInRule = {
  code: 'metrics/informs-nothing',
  severity: 'info',

  *find({ metrics, influences, goals, find, serves, servedBy }) {
    // Without any outcome, nothing could be said of one metric that does not hold for all.
    if (!metrics.some(isOutcome)) return;
    const useful = new Set<MetricNode | undefined>(goals.map((goal) => goal.metric));
    // What an influence on an unknown metric leads to cannot be said; the unknown metric is reported.
    for (const { from, to } of influences) if (!to) useful.add(from);
    for (const metric of metrics) {
      if (metric.definition.status === 'retired') useful.delete(metric);
      else if (isOutcome(metric) || metric.definition.question !== undefined) useful.add(metric);
    }
    const informs = reachable(servedBy(), indicesOf(useful));
    const idle = metrics.filter(
      (metric) => informs[metric.index] === 0 && metric.definition.status !== 'retired' && find(metric.id) === metric,
    );
    if (idle.length === 0) return;

    const influenced = new Set(influences.map(({ to }) => to));
    for (const members of lastOf(idle, serves())) {
      const first = members[0]!;
      const { formula, components = [], guardrails = [], role } = first.definition;
      // What is connected to nothing at all is an orphan.
      if (formula === undefined && components.length + guardrails.length === 0 && !influenced.has(first)) continue;
      yield {
        at: first,
        message:
          members.length === 1
            ? `${first.id} leads to no outcome, has no goal and answers no question`
            : `${listNames(members.map(({ id }) => id))} lead only to each other, have no goal and answer no question`,
        hint:
          role === 'guardrail'
            ? 'name it among the guardrails of what it guards, or retire it'
            : 'connect it to what it is measured for, say which question it answers, or retire it',
      };
    }
  },
};

export const informsNothingEntry: RuleEntry = /* @__PURE__ */ entryOf(informsNothing, {
  summary: 'A metric is made of others, but leads to no outcome, has no goal and answers no question.',
  bad: {
    metrics: {
      revenue: { role: 'outcome', formula: 'orders * 30' },
      orders: {},
      views_per_visit: { formula: "ratio(views, visits, 'null')" },
      views: {},
      visits: {},
    },
  },
  good: {
    metrics: {
      revenue: { role: 'outcome', formula: 'orders * 30' },
      orders: {},
      views_per_visit: { formula: "ratio(views, visits, 'null')", question: 'Do people find what they want to read?' },
      views: {},
      visits: {},
    },
  },
});

function indicesOf(metrics: Iterable<MetricNode | undefined>): number[] {
  return [...metrics].flatMap((metric) => (metric ? [metric.index] : []));
}

/** Only the last of a chain is at fault, what it is made of does lead somewhere; a circle at the end counts as one. */
function lastOf(idle: readonly MetricNode[], graph: Graph): Iterable<readonly MetricNode[]> {
  const { offsets, targets } = graph;
  const { of } = stronglyConnected(graph);
  const isIdle = new Uint8Array(graph.nodes);
  for (const { index } of idle) isIdle[index] = 1;

  const leadOn = new Set<number>();
  for (const { index } of idle) {
    const onward = targets.subarray(offsets[index], offsets[index + 1]);
    if (onward.some((target) => isIdle[target] === 1 && of[target] !== of[index])) leadOn.add(of[index]!);
  }
  const last = new Map<number, MetricNode[]>();
  for (const metric of idle) {
    const circle = of[metric.index]!;
    if (leadOn.has(circle)) continue;
    const members = last.get(circle);
    if (members) members.push(metric);
    else last.set(circle, [metric]);
  }
  return last.values();
}
