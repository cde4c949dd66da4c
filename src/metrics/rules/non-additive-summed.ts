import type { BinaryNode, Expression } from '../../expression/types.js';
import { forEachNode } from '../../expression/walk.js';
import { shorten } from '../../foundation/shorten.js';
import { addendsOf } from '../quantities.js';
import type { MetricNode, MetricView, RuleFinding } from '../rule-types.js';
import { groupsBySameKey } from '../same-key.js';
import { foldText } from '../wording.js';
import { averagedSum } from './average.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const nonAdditiveSummed: BuiltInRule = {
  code: 'metrics/non-additive-summed',
  severity: 'warning',

  *find(view) {
    for (const metric of view.metrics) {
      if (metric.definition.additive) yield* contradictions(metric);
      const addsUp = metric.components.every(
        (component) => !component.definition.additive?.notOver && !isStock(component),
      );
      if (!addsUp && metric.formula?.expression && metric.formula.faults.length === 0) {
        yield* sums(metric, metric.formula.expression, view);
      }
    }
  },
};

export const nonAdditiveSummedEntry: RuleEntry = /* @__PURE__ */ entryOf(nonAdditiveSummed, {
  summary: 'Values are summed over a dimension over which they do not add up: whoever is in two of them counts twice.',
  bad: {
    metrics: {
      users: { unit: 'user', formula: 'web_users + app_users' },
      web_users: { unit: 'user', additive: { notOver: ['platform'] } },
      app_users: { unit: 'user', additive: { notOver: ['platform'] } },
    },
  },
  good: {
    metrics: {
      orders: { unit: 'order', formula: 'web_orders + app_orders' },
      web_orders: { unit: 'order', additive: { over: ['platform'] } },
      app_orders: { unit: 'order', additive: { over: ['platform'] } },
    },
  },
});

/** A metric that says of itself that it adds up where it cannot. */
function* contradictions(metric: MetricNode): Iterable<RuleFinding> {
  const { additive, accumulation } = metric.definition;
  const not = new Set(additive!.notOver);
  const over = new Set(additive!.over);
  for (const dimension of over) {
    if (!not.has(dimension)) continue;
    yield {
      at: metric,
      path: ['additive'],
      message: `${metric.id} is said to be additive over ${shorten(dimension)}, and not to be`,
      hint: `remove ${shorten(dimension)} from one of the two lists`,
    };
  }
  const grows = accumulation === 'stock' || accumulation === 'cumulative';
  if (grows && over.has('time') && !not.has('time')) {
    yield {
      at: metric,
      path: ['additive', 'over'],
      message: `${metric.id} is a ${accumulation === 'stock' ? 'stock' : 'cumulative count'}, and cannot be summed over time`,
      hint: 'move time to notOver: take the last value of a period, or an average',
    };
  }
}

/** Sums of a formula whose terms do not add up. */
function* sums(metric: MetricNode, expression: Expression, view: MetricView): Iterable<RuleFinding> {
  // A sum inside a sum is part of the outer one; an average of values adds up where their sum does not.
  const passed = new Set<Expression | undefined>();
  const found: Expression[] = [];
  forEachNode(expression, (node) => {
    passed.add(averagedSum(node));
    if (!isSum(node)) return;
    if (!passed.has(node)) found.push(node);
    passed.add(node.left).add(node.right);
  });
  for (const sum of found) {
    const summed = addendsOf(sum).flatMap(({ node, sign }) => (sign === 1 ? summedMetric(node, view) : []));
    const fault = faultOverTime(metric, summed) ?? faultOverDimension(metric, summed);
    if (fault) yield { at: metric, path: ['formula'], span: sum.span, ...fault };
  }
}

function isSum(node: Expression): node is BinaryNode {
  return node.kind === 'binary' && (node.operator === '+' || node.operator === '-');
}

interface Summed {
  readonly metric: MetricNode;
  readonly lagged: boolean;
}

function summedMetric(node: Expression, view: MetricView): readonly Summed[] {
  const lagged = node.kind === 'call' && node.name === 'lag';
  const named = lagged ? node.arguments[0]! : node;
  const metric = named.kind === 'name' ? view.find(named.name) : undefined;
  return metric ? [{ metric, lagged }] : [];
}

/** Several periods of one metric. */
function faultOverTime(metric: MetricNode, summed: readonly Summed[]): RuleFinding | undefined {
  const periods = groupsBySameKey(summed, (one) => one.metric).find(
    (group) => group.some(({ lagged }) => lagged) && isStock(group[0]!.metric),
  );
  if (!periods) return undefined;
  return {
    message: `${metric.id} sums ${periods[0]!.metric.id} over time, over which it does not add up`,
    hint: 'take the last value, an average, or a metric of the longer window',
  };
}

function isStock({ definition: { additive, accumulation } }: MetricNode): boolean {
  return accumulation === 'stock' || accumulation === 'cumulative' || additive?.notOver?.includes('time') === true;
}

/** Two metrics that do not add up over what they are parts by. */
function faultOverDimension(metric: MetricNode, summed: readonly Summed[]): RuleFinding | undefined {
  const firstOf = new Map<string, MetricNode>();
  for (const one of new Set(summed.map((term) => term.metric))) {
    for (const dimension of one.definition.additive?.notOver ?? []) {
      const other = firstOf.get(dimension);
      if (!other) firstOf.set(dimension, one);
      if (!other || dimension === 'time' || !isSummedOver(dimension, other, one)) continue;
      return {
        message: `${metric.id} sums ${other.id} and ${one.id}, which do not add up over ${shorten(dimension)}`,
        hint: `measure ${metric.id} itself, or say in additive that they do add up`,
      };
    }
  }
  return undefined;
}

/** Whether two metrics are likely the parts of a whole by that dimension, and not by one over which both add up. */
function isSummedOver(dimension: string, a: MetricNode, b: MetricNode): boolean {
  const over = new Set(a.definition.additive!.over);
  const other = b.definition.additive!.over?.some((one) => one !== 'time' && over.has(one));
  return !other || (filtersBy(a, dimension) && filtersBy(b, dimension));
}

function filtersBy({ definition: { filter = '' } }: MetricNode, dimension: string): boolean {
  return foldText(filter)
    .split(/[^\p{L}\p{N}_]/u)
    .includes(foldText(dimension));
}
