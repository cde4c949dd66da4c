import { printExpression } from '../../expression/printer.js';
import type { BinaryNode, Expression } from '../../expression/types.js';
import { foldExpression, forEachNode } from '../../expression/walk.js';
import { shorten } from '../../foundation/shorten.js';
import { type Interval, rangeOfNode } from '../range.js';
import type { Formula, MetricView } from '../types.js';
import { listNames } from '../wording.js';
import type { BuiltInRule } from './rule.js';

export const unguardedDivision: BuiltInRule = {
  code: 'metrics/unguarded-division',
  severity: 'info',
  summary: 'A formula divides by what may be 0 without saying what the result is then.',
  bad: { metrics: { conversion: { formula: 'orders / sessions' }, orders: {}, sessions: {} } },
  good: { metrics: { conversion: { formula: "ratio(orders, sessions, 'null')" }, orders: {}, sessions: {} } },

  *find(view) {
    for (const metric of view.metrics) {
      const divisions = metric.formula?.text.includes('/') ? unguarded(metric.formula, view) : [];
      const [first] = divisions;
      if (!first) continue;
      const denominators = [...new Set(divisions.map(({ right }) => shorten(printExpression(right))))];
      yield {
        at: metric,
        path: ['formula'],
        span: first.span,
        message: `${metric.id} divides by ${listNames(denominators)}, which may be 0`,
        hint: `say what it is then: ${shorten(`ratio(${printExpression(first.left)}, ${printExpression(first.right)}, 'null')`, 120)}, or 'zero'`,
      };
    }
  },
};

/** The bare divisions of a formula whose denominator can be 0, by the declared ranges; outer ones first. */
function unguarded({ expression }: Formula, { find }: MetricView): readonly BinaryNode[] {
  if (!expression) return [];
  const unsafe = new Set<Expression>();
  foldExpression<Interval>(expression, (node, ranges, first) => {
    if (node.kind === 'binary' && node.operator === '/' && node.right.kind !== 'number') {
      const [from, to] = ranges[first + 1]!;
      if (from <= 0 && to >= 0) unsafe.add(node);
    }
    return rangeOfNode(node, ranges, first, find);
  });
  const divisions: BinaryNode[] = [];
  forEachNode(expression, (node) => {
    if (node.kind === 'binary' && unsafe.has(node)) divisions.push(node);
  });
  return divisions;
}
