import type { BinaryNode, CallNode, Expression } from '../../expression/types.js';
import { foldExpression } from '../../expression/walk.js';
import type { CompiledMetrics } from '../compile.js';
import { literalOf } from '../dimensions.js';
import { add, inverse, mix, multiply, power, residue, subtract } from './field.js';

/** A whole power beyond this is a function of its own. */
const largestPower = 64;

/** The values of a tree at one point. */
export interface PointValues {
  /** By metric; residues of the field. */
  readonly values: Int32Array;
  /** The value of any expression over the tree's metrics. */
  readonly evaluate: (expression: Expression) => number;
}

/**
 * Evaluates every metric at one seeded point of a prime field: leaves take random values, formulas are computed from
 * them. Two metrics that are the same function of the same leaves agree at every point; two that are not agree at a
 * random one with a chance of about their degree over the prime (Schwartz, 1980; Zippel, 1979).
 *
 * Division is the inverse. What the field has no arithmetic for (`min`, `lag`, roots, guarded ratios, a division by what
 * is zero at the point) hashes its arguments. A metric on a cycle, or whose formula does not parse, is a leaf.
 */
export function evaluateAtPoint(compiled: CompiledMetrics, seed: number): PointValues {
  const { metrics, order, cyclic, byName } = compiled;
  const values = new Int32Array(metrics.length);

  for (const index of order) {
    const { id, formula } = metrics[index]!;
    const isFunction = formula?.expression && formula.faults.length === 0 && cyclic[index] === 0;
    values[index] = isFunction ? evaluate(formula.expression) : mix(id, [], seed);
  }
  return { values, evaluate };

  function evaluate(expression: Expression): number {
    return foldExpression<number>(expression, (node, sides, first) => {
      switch (node.kind) {
        case 'number':
          return residue(node.value);
        case 'name': {
          const metric = byName.get(node.name);
          return metric ? values[metric.index]! : mix(node.name, [], seed);
        }
        case 'unary':
          return subtract(0, sides[first]!);
        case 'binary':
          return ofBinary(node, sides[first]!, sides[first + 1]!, seed);
        case 'call':
          return ofCall(node, sides.slice(first, first + node.arguments.length), seed);
        default:
          return mix(node.kind === 'string' ? node.value : '', [], seed);
      }
    });
  }
}

function ofBinary(node: BinaryNode, left: number, right: number, seed: number): number {
  switch (node.operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    default: {
      const inverted = inverse(right);
      return inverted === undefined ? mix('/', [left], seed) : multiply(left, inverted);
    }
  }
}

function ofCall(node: CallNode, sides: readonly number[], seed: number): number {
  switch (node.name) {
    case 'min':
    case 'max':
      return mix(
        node.name,
        [...new Set(sides)].sort((a, b) => a - b),
        seed,
      );
    case 'abs':
      return mix('abs', [Math.min(sides[0]!, subtract(0, sides[0]!))], seed);
    case 'pow': {
      const exponent = literalOf(node.arguments[1]!);
      const whole = exponent !== undefined && Number.isInteger(exponent) && Math.abs(exponent) <= largestPower;
      return (whole ? power(sides[0]!, exponent) : undefined) ?? mix('pow', sides, seed);
    }
    default:
      return mix(node.name, sides, seed);
  }
}
