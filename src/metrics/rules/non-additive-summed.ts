import type { Expression } from '../../expression/types.js';
import { forEachNode } from '../../expression/walk.js';
import { addendsOf } from '../quantities.js';
import type { MetricNode, MetricView, RuleFinding } from '../types.js';
import type { BuiltInRule } from './rule.js';

export const nonAdditiveSummed: BuiltInRule = {
  code: 'metrics/non-additive-summed',
  severity: 'warning',
  summary: 'Values are summed over a dimension over which they do not add up: whoever is in two of them counts twice.',
  bad: {
    metrics: {
      users: { unit: 'user', formula: 'web_users + app_users' },
      web_users: { unit: 'user', additive: { over: ['region'], notOver: ['platform'] } },
      app_users: { unit: 'user', additive: { over: ['region'], notOver: ['platform'] } },
    },
  },
  good: {
    metrics: {
      orders: { unit: 'order', formula: 'web_orders + app_orders' },
      web_orders: { unit: 'order', additive: { over: ['platform'] } },
      app_orders: { unit: 'order', additive: { over: ['platform'] } },
    },
  },

  *find(view) {
    for (const metric of view.metrics) {
      yield* contradictions(metric);
      const addsUp = metric.components.every(
        ({ definition: { additive, accumulation } }) => !additive?.notOver && !accumulation,
      );
      if (!addsUp && metric.formula?.expression && metric.formula.faults.length === 0) {
        yield* sums(metric, metric.formula.expression, view);
      }
    }
  },
};

/** A metric that says of itself that it adds up where it cannot. */
function* contradictions(metric: MetricNode): Iterable<RuleFinding> {
  const { additive, accumulation } = metric.definition;
  const both = additive?.over?.filter((dimension) => additive.notOver?.includes(dimension)) ?? [];
  for (const dimension of both) {
    yield {
      at: metric,
      path: ['additive'],
      message: `${metric.id} is said to be additive over ${dimension}, and not to be`,
      hint: `remove ${dimension} from one of the two lists`,
    };
  }
  const grows = accumulation === 'stock' || accumulation === 'cumulative';
  if (grows && additive?.over?.includes('time') && !both.includes('time')) {
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
  const inner = new Set<Expression>();
  const found: RuleFinding[] = [];
  forEachNode(expression, (node) => {
    if (node.kind !== 'binary' || (node.operator !== '+' && node.operator !== '-') || inner.has(node)) return;
    markInner(node, inner);
    const fault = faultOfSum(metric, node, view);
    if (fault) found.push(fault);
  });
  yield* found;
}

/** A sum inside a sum is part of the outer one. */
function markInner(sum: Expression, inner: Set<Expression>): void {
  const open = [sum];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind !== 'binary' || (node.operator !== '+' && node.operator !== '-')) continue;
    if (node !== sum) inner.add(node);
    open.push(node.left, node.right);
  }
}

interface Summed {
  readonly metric: MetricNode;
  readonly lagged: boolean;
}

function faultOfSum(metric: MetricNode, sum: Expression, view: MetricView): RuleFinding | undefined {
  const summed = addendsOf(sum)
    .filter(({ sign }) => sign === 1)
    .flatMap(({ node }) => summedMetric(node, view));

  const overTime = summed.find(
    (one) => isNotOver(one.metric, 'time') && summed.some((other) => other !== one && other.metric === one.metric),
  );
  if (overTime) {
    return {
      at: metric,
      path: ['formula'],
      span: sum.span,
      message: `${metric.id} sums ${overTime.metric.id} over time, over which it does not add up`,
      hint: 'take the last value, an average, or a metric of the longer window',
    };
  }

  const seen = new Map<string, MetricNode>();
  for (const { metric: one } of summed) {
    for (const dimension of one.definition.additive?.notOver ?? []) {
      const other = seen.get(dimension);
      seen.set(dimension, other ?? one);
      if (!other || other === one || dimension === 'time') continue;
      return {
        at: metric,
        path: ['formula'],
        span: sum.span,
        message: `${metric.id} sums ${other.id} and ${one.id}, which do not add up over ${dimension}`,
        hint: `measure ${metric.id} itself, or say in additive that they do add up`,
      };
    }
  }
  return undefined;
}

function summedMetric(node: Expression, view: MetricView): readonly Summed[] {
  const lagged = node.kind === 'call' && node.name === 'lag';
  const named = lagged ? node.arguments[0] : node;
  const metric = named?.kind === 'name' ? view.find(named.name) : undefined;
  return metric ? [{ metric, lagged }] : [];
}

function isNotOver({ definition: { additive, accumulation } }: MetricNode, dimension: string): boolean {
  if (additive?.notOver?.includes(dimension)) return true;
  return dimension === 'time' && (accumulation === 'stock' || accumulation === 'cumulative');
}
