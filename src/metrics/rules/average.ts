import type { Expression } from '../../expression/types.js';
import { literalOf } from '../dimensions.js';
import { addendsOf } from '../quantities.js';

/** The sum that a node averages, as `(a + b) / 2` and `0.5 * (a + b)` do; undefined for any other node. */
export function averagedSum(node: Expression): Expression | undefined {
  if (node.kind !== 'binary') return undefined;
  const { operator, left, right } = node;
  if (operator === '/') return hasTerms(left, numberOf(right)) ? left : undefined;
  if (operator !== '*') return undefined;
  if (hasTerms(left, 1 / numberOf(right))) return left;
  return hasTerms(right, 1 / numberOf(left)) ? right : undefined;
}

/** Whether a sum has so many terms; a third may be written as 0.333. */
function hasTerms(sum: Expression, count: number): boolean {
  const terms = addendsOf(sum).length;
  return terms > 1 && Math.abs(count - terms) < 0.01;
}

function numberOf(node: Expression): number {
  return literalOf(node) ?? Number.NaN;
}
