import type { BinaryNode, CallNode, Expression } from '../../expression/types.js';
import type { CompiledMetrics } from '../compile.js';
import { literalOf } from '../dimensions.js';
import { foldFormula } from '../formula.js';
import type { MetricNode } from '../rule-types.js';
import { add, inverse, mix, multiply, power, residue, subtract } from './field.js';
import { orderWithLags } from './order.js';

/** A whole power beyond this is a function of its own. */
const largestPower = 64;

/** The values of a tree at one point. */
export interface PointValues {
  /** By metric; residues of the field. */
  readonly values: Int32Array;
  /** The value of a node from those of its parts, which stand in `sides` from `first` on. */
  readonly valueOfNode: (node: Expression, sides: readonly number[], first: number) => number;
}

/**
 * Evaluates every metric at one seeded point of a prime field: leaves take random values, formulas are computed from
 * them. Two metrics that are the same function of the same leaves agree at every point; two that are not agree at a
 * random one with a chance of about their degree over the prime (Schwartz, 1980; Zippel, 1979).
 *
 * Division is the inverse. What the field has no arithmetic for (`min`, `lag`, roots, guarded ratios, a division by what
 * is zero at the point) hashes its arguments. A metric on a cycle, or whose formula does not parse, is a leaf.
 */
export function evaluateAtPoint(
  compiled: CompiledMetrics,
  seed: number,
  order: Int32Array = orderWithLags(compiled),
): PointValues {
  const { metrics, cyclic, byName } = compiled;
  const values = new Int32Array(metrics.length);
  const done = new Uint8Array(metrics.length);
  let current: MetricNode | undefined;

  for (const index of order) {
    const metric = metrics[index]!;
    current = metric;
    values[index] = cyclic[index] === 0 && functionOf(metric) ? valueOfMetric(metric) : mix(metric.id, [], seed);
    done[index] = 1;
  }
  return { values, valueOfNode };

  function valueOfMetric(metric: MetricNode): number {
    const value = foldFormula(metric.formula!, valueOfNode);
    const restriction = restrictionOf(metric);
    return restriction === '' ? value : mix(restriction, [value], seed);
  }

  function valueOfNode(node: Expression, sides: readonly number[], first: number, named?: MetricNode): number {
    switch (node.kind) {
      case 'number':
        return residue(node.value);
      case 'name': {
        const metric = named ?? byName.get(node.name);
        if (metric && done[metric.index] === 1) return values[metric.index]!;
        // The earlier value of a recurrence: two that differ in nothing but their names are the same.
        return mix(metric === current ? '' : node.name, [], seed);
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
  }
}

/** The exponent of a call that is repeated multiplication; undefined for any other node. */
export function wholePower(node: Expression): number | undefined {
  if (node.kind !== 'call' || node.name !== 'pow') return undefined;
  const exponent = literalOf(node.arguments[1]!);
  const isWhole = exponent !== undefined && Number.isInteger(exponent) && Math.abs(exponent) <= largestPower;
  return isWhole ? exponent : undefined;
}

/**
 * The function that a metric is; undefined for a leaf. So is a metric that is only a number: that two parameters have
 * the same value today does not make them the same.
 */
export function functionOf({ formula }: MetricNode): Expression | undefined {
  return formula && formula.faults.length === 0 && formula.references.length > 0 ? formula.expression : undefined;
}

/** What makes a metric another one than its formula alone says, as text; empty where nothing does. */
export function restrictionOf({ definition: { filter, window, accumulation } }: MetricNode): string {
  const toDate = accumulation === 'cumulative';
  if (filter === undefined && window === undefined && !toDate) return '';
  return JSON.stringify([filter ?? null, window ? [window.length, window.unit] : null, toDate]);
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
      const exponent = wholePower(node);
      return (exponent === undefined ? undefined : power(sides[0]!, exponent)) ?? mix('pow', sides, seed);
    }
    default:
      return mix(node.name, sides, seed);
  }
}
