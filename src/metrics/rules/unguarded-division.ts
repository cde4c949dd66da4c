import { printExpression } from '../../expression/printer.js';
import type { BinaryNode, Expression } from '../../expression/types.js';
import { foldExpression, forEachNode } from '../../expression/walk.js';
import { shorten } from '../../foundation/shorten.js';
import { type Interval, rangeOfNode } from '../range.js';
import type { MetricView } from '../rule-types.js';
import { listNames } from '../wording.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const unguardedDivision: BuiltInRule = {
  code: 'metrics/unguarded-division',
  severity: 'info',

  *find(view) {
    for (const metric of view.metrics) {
      const { formula } = metric;
      const divisions = formula?.expression && formula.text.includes('/') ? unguarded(formula.expression, view) : [];
      const [first] = divisions;
      if (!first) continue;
      const denominators = [...new Set(divisions.map(({ right }) => shorten(printExpression(right))))];
      const always = divisions.every(({ right }) => right.kind === 'number');
      yield {
        at: metric,
        path: ['formula'],
        span: first.span,
        message: `${metric.id} divides by ${listNames(denominators)}${always ? '' : ', which may be 0'}`,
        hint: hintFor(first),
      };
    }
  },
};

export const unguardedDivisionEntry: RuleEntry = /* @__PURE__ */ entryOf(unguardedDivision, {
  summary: 'A formula divides by what may be 0 without saying what the result is then.',
  bad: { metrics: { conversion: { formula: 'orders / sessions' }, orders: {}, sessions: {} } },
  good: { metrics: { conversion: { formula: "ratio(orders, sessions, 'null')" }, orders: {}, sessions: {} } },
});

function hintFor({ left, right }: BinaryNode): string {
  if (right.kind === 'number') return 'divide by another number: by 0 there is never a value';
  const guarded = shorten(`ratio(${printExpression(left)}, ${printExpression(right)}, 'null')`, 120);
  const orRange = right.kind === 'name' ? `; or give ${right.name} a range without 0` : '';
  return `say what it is then: ${guarded}, or 'zero'${orRange}`;
}

/** The bare divisions whose denominator can be 0, by the declared ranges; in the order of the text. */
function unguarded(expression: Expression, { find }: MetricView): readonly BinaryNode[] {
  const byZero = new Set<Expression>();
  foldExpression<Interval>(expression, (node, ranges, first) => {
    if (node.kind === 'binary' && node.operator === '/') {
      const [from, to] = ranges[first + 1]!;
      if (from <= 0 && to >= 0) byZero.add(node);
    }
    return rangeOfNode(node, ranges, first, find);
  });

  const divisions: BinaryNode[] = [];
  // Whatever stands before this place is covered: `coalesce(a / b, 0)` says what it is without b.
  let covered = 0;
  forEachNode(expression, (node) => {
    if (node.kind === 'call' && node.name === 'coalesce') {
      covered = Math.max(covered, node.arguments.at(-2)?.span[1] ?? 0);
    }
    if (node.kind === 'binary' && byZero.has(node) && node.span[0] >= covered) divisions.push(node);
  });
  return divisions.sort((a, b) => a.right.span[0] - b.right.span[0]);
}
