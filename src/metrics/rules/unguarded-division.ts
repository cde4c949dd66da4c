import { printExpression } from '../../expression/printer.js';
import type { BinaryNode, CallNode } from '../../expression/types.js';
import { shorten } from '../../foundation/shorten.js';
import { foldFormula } from '../formula.js';
import { type Interval, rangeOfNode } from '../range.js';
import type { Formula, MetricNode } from '../rule-types.js';
import { listNames } from '../wording.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

const path = ['formula'];

export const unguardedDivision: BuiltInRule = {
  code: 'metrics/unguarded-division',
  severity: 'info',

  *find({ metrics }) {
    for (const metric of metrics) {
      const { formula } = metric;
      const divisions = formula?.text.includes('/') ? unguarded(formula) : [];
      const [first] = divisions;
      if (!first) continue;
      yield {
        at: metric,
        path,
        span: first.span,
        // Most metrics of a tree may divide: what is beyond the limit is never put into words.
        message: () => messageFor(metric, divisions),
        hint: () => hintFor(first),
      };
    }
  },
};

export const unguardedDivisionEntry: RuleEntry = /* @__PURE__ */ entryOf(unguardedDivision, {
  summary: 'A formula divides by what may be 0 without saying what the result is then.',
  bad: { metrics: { conversion: { formula: 'orders / sessions' }, orders: {}, sessions: {} } },
  good: { metrics: { conversion: { formula: "ratio(orders, sessions, 'null')" }, orders: {}, sessions: {} } },
});

function messageFor({ id }: MetricNode, divisions: readonly BinaryNode[]): string {
  const denominators = [...new Set(divisions.map(({ right }) => shorten(printExpression(right))))];
  const always = divisions.every(({ right }) => right.kind === 'number');
  return `${id} divides by ${listNames(denominators)}${always ? '' : ', which may be 0'}`;
}

function hintFor({ left, right }: BinaryNode): string {
  if (right.kind === 'number') return 'divide by another number: by 0 there is never a value';
  const guarded = shorten(`ratio(${printExpression(left)}, ${printExpression(right)}, 'null')`, 120);
  const orRange = right.kind === 'name' ? `; or give ${right.name} a range without 0` : '';
  return `say what it is then: ${guarded}, or 'zero'${orRange}`;
}

/** The bare divisions whose denominator can be 0, by the declared ranges; in the order of the text. */
function unguarded(formula: Formula): readonly BinaryNode[] {
  const divisions: BinaryNode[] = [];
  const guards: CallNode[] = [];
  foldFormula<Interval>(formula, (node, ranges, first, metric) => {
    if (node.kind === 'binary' && node.operator === '/') {
      const [from, to] = ranges[first + 1]!;
      if (from <= 0 && to >= 0) divisions.push(node);
    } else if (node.kind === 'call' && node.name === 'coalesce') {
      guards.push(node);
    }
    return rangeOfNode(node, ranges, first, metric);
  });
  if (divisions.length < 2 && guards.length === 0) return divisions;
  return divisions
    .filter((division) => !guards.some((guard) => covers(guard, division)))
    .sort((a, b) => a.right.span[0] - b.right.span[0]);
}

/** `coalesce(a / b, 0)` says what it is without b; the last argument has nothing behind it. */
function covers(guard: CallNode, division: BinaryNode): boolean {
  const end = guard.arguments.at(-2)?.span[1] ?? 0;
  return guard.span[0] < division.span[0] && division.span[0] < end;
}
