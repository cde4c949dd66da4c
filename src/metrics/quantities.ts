import type { Expression } from '../expression/types.js';
import type { MetricNode } from './rule-types.js';
import { isCount, isCurrency } from './units.js';
import { singular } from './wording.js';

/** One term of a sum. */
export interface Addend {
  readonly node: Expression;
  readonly sign: Sign;
}

type Sign = 1 | -1;

/** The terms of a sum, from left to right; any other expression is its own only term. */
export function addendsOf(expression: Expression): readonly Addend[] {
  const addends: Addend[] = [];
  const open: Addend[] = [{ node: expression, sign: 1 }];
  for (let addend = open.pop(); addend !== undefined; addend = open.pop()) {
    const { node, sign } = addend;
    if (node.kind === 'binary' && (node.operator === '+' || node.operator === '-')) {
      const right = node.operator === '+' ? sign : opposite(sign);
      open.push({ node: node.right, sign: right }, { node: node.left, sign });
    } else if (node.kind === 'unary') {
      open.push({ node: node.operand, sign: opposite(sign) });
    } else {
      addends.push(addend);
    }
  }
  return addends;
}

function opposite(sign: Sign): Sign {
  return sign === 1 ? -1 : 1;
}

/** Whether a metric is one quantity per another: its unit or its formula divides, or its scale says so. */
export function isRatio(metric: MetricNode): boolean {
  const { formula, definition } = metric;
  if (definition.scale === 'percent' || definition.scale === 'basisPoints') return true;
  // As it is written: order/order is a ratio too.
  if (definition.unit.includes('/')) return true;
  const expression = formula?.expression;
  if (expression?.kind === 'call') return expression.name === 'ratio';
  return expression?.kind === 'binary' && expression.operator === '/' && expression.right.kind !== 'number';
}

/** Units of time, and of marks that people give: more of them is not more things. */
const notThings: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...['ms', 's', 'sec', 'second', 'min', 'minute', 'h', 'hour', 'day', 'week', 'month', 'quarter', 'year'],
  ...['point', 'score', 'star', 'rating', 'grade', 'rank', 'index', 'level', 'nps'],
  ...['percent', 'percentage', 'pct'],
]);

/** Whether a metric counts things, money, time and marks aside: more of it says nothing of how good it is. */
export function isVolume({ unit, definition: { scale = 1 } }: MetricNode): boolean {
  if (!unit || scale !== 1 || !isCount(unit) || isCurrency(unit)) return false;
  return !notThings.has(singular(unit.dimensions[0]![0]));
}
