import type { Expression } from '../../expression/types.js';
import { countParts, foldExpression } from '../../expression/walk.js';
import type { CompiledMetrics } from '../compile.js';
import { functionOf, type PointValues, restrictionOf, wholePower } from './evaluate.js';
import { decimalOf } from './field.js';

/** A sum of products: each product is its sorted leaves joined by `*`, with its whole factor. */
type Polynomial = ReadonlyMap<string, bigint>;

/** One polynomial over another; undefined where multiplying out took too much work. */
type Rational = { readonly above: Polynomial; readonly below: Polynomial } | undefined;

/** A part of a formula: multiplied out, and its value at each of the points. */
interface Part {
  readonly rational: Rational;
  readonly values: readonly number[];
}

/** How many products all comparisons of one tree, and a single one of them, may multiply out. */
const limits = { tree: 500_000, comparison: 20_000 };

/** Factors of more bits are too much work: repeated squaring doubles their length each time. */
const longestFactor = 2_048;

const one: Polynomial = /* @__PURE__ */ new Map([['', 1n]]);

/** Compares functions by multiplying out. */
export interface ExactComparison {
  /** Whether two metrics, by index, are the same function of the same leaves; undefined when that is too much work. */
  same(a: number, b: number): boolean | undefined;
}

/**
 * Makes the comparison for one tree: `a/b` is `c/d` where `a*d` and `c*b` are the same sum of products, term by term.
 * What is not arithmetic (`min`, `lag`, roots, a filter or window on top) counts as a leaf, named by its values at the
 * given points.
 */
export function createExactComparison(compiled: CompiledMetrics, points: readonly PointValues[]): ExactComparison {
  const { metrics, order, cyclic, byName, needs } = compiled;
  const rank = new Int32Array(metrics.length);
  order.forEach((index, place) => {
    rank[index] = place;
  });
  const known = new Map<number, Rational>();
  let treeLeft = limits.tree;
  let left = 0;

  function spend(work: number): boolean {
    left -= work;
    treeLeft -= work;
    return left >= 0 && treeLeft >= 0;
  }

  function product(a: Polynomial, b: Polynomial): Polynomial | undefined {
    if (a === one) return b;
    if (b === one) return a;
    const result = new Map<string, bigint>();
    for (const [leavesOfA, factorOfA] of a) {
      for (const [leavesOfB, factorOfB] of b) {
        if (!spend(1 + (leavesOfA.length + leavesOfB.length) / 64)) return undefined;
        const factor = factorOfA * factorOfB;
        if (isTooLong(factor)) return undefined;
        addTerm(result, joined(leavesOfA, leavesOfB), factor);
      }
    }
    return result;
  }

  function times(a: Rational, b: Rational): Rational {
    return a && b && quotient(product(a.above, b.above), product(a.below, b.below));
  }

  function plus(a: Rational, b: Rational, sign: 1n | -1n): Rational {
    if (!a || !b) return undefined;
    const left = product(a.above, b.below);
    const right = product(b.above, a.below);
    if (!left || !right || !spend(left.size + right.size)) return undefined;
    const sum = new Map(left);
    for (const [leaves, factor] of right) addTerm(sum, leaves, sign * factor);
    return quotient(sum, product(a.below, b.below));
  }

  function rationalOf(expression: Expression): Rational {
    return foldExpression<Part>(expression, (node, all, first) => {
      const parts = all.slice(first, first + countParts(node));
      const values = points.map((point, i) => {
        const sides = parts.map((part) => part.values[i]!);
        return point.valueOfNode(node, sides, 0);
      });
      return { rational: combined(node, parts, values), values };
    }).rational;
  }

  function combined(node: Expression, parts: readonly Part[], values: readonly number[]): Rational {
    const [left, right] = parts.map((part) => part.rational);
    switch (node.kind) {
      case 'number':
        return constant(node.value);
      case 'name': {
        const metric = byName.get(node.name);
        return metric ? known.get(metric.index) : leaf(node.name);
      }
      case 'unary':
        return times(constant(-1), left);
      case 'binary':
        if (node.operator === '*') return times(left, right);
        if (node.operator === '/') return times(left, inverted(right));
        return plus(left, right, node.operator === '+' ? 1n : -1n);
      default: {
        const exponent = wholePower(node);
        return exponent === undefined ? leaf(`#${values.join('.')}`) : raised(left, exponent);
      }
    }
  }

  function raised(base: Rational, exponent: number): Rational {
    let result: Rational = { above: one, below: one };
    for (let i = 0; i < Math.abs(exponent) && result; i++) result = times(result, base);
    return exponent < 0 ? inverted(result) : result;
  }

  function rationalOfMetric(index: number): Rational {
    const metric = metrics[index]!;
    const expression = cyclic[index] === 0 ? functionOf(metric) : undefined;
    if (!expression) return leaf(metric.id);
    if (restrictionOf(metric) === '') return rationalOf(expression);
    return leaf(`#${points.map(({ values }) => values[index]).join('.')}`);
  }

  /** Multiplies out the metrics and everything below them, what is needed first. */
  function expand(roots: readonly number[]): void {
    const wanted = new Set(roots);
    for (const index of wanted) {
      if (known.has(index) || !spend(1)) continue;
      if (cyclic[index] === 0) {
        for (let edge = needs.offsets[index]!; edge < needs.offsets[index + 1]!; edge++)
          wanted.add(needs.targets[edge]!);
      }
    }
    for (const index of [...wanted].sort((a, b) => rank[a]! - rank[b]!)) {
      if (!known.has(index)) known.set(index, rationalOfMetric(index));
    }
  }

  return {
    same(a, b) {
      left = limits.comparison;
      expand([a, b]);
      const first = known.get(a);
      const second = known.get(b);
      if (!first || !second) return undefined;
      const crossed = product(first.above, second.below);
      const other = product(second.above, first.below);
      return crossed && other && samePolynomial(crossed, other);
    },
  };
}

function quotient(above: Polynomial | undefined, below: Polynomial | undefined): Rational {
  return above && below && below.size > 0 ? { above, below } : undefined;
}

function inverted(rational: Rational): Rational {
  return rational && quotient(rational.below, rational.above);
}

function isTooLong(factor: bigint): boolean {
  return BigInt.asIntN(longestFactor, factor) !== factor;
}

function leaf(name: string): Rational {
  return { above: new Map([[name, 1n]]), below: one };
}

function constant(value: number): Rational {
  if (value === 0) return { above: new Map(), below: one };
  const { digits, exponent } = decimalOf(value);
  const scale = 10n ** BigInt(Math.abs(exponent));
  const whole = BigInt(digits) * (value < 0 ? -1n : 1n);
  return exponent < 0
    ? { above: new Map([['', whole]]), below: new Map([['', scale]]) }
    : { above: new Map([['', whole * scale]]), below: one };
}

function joined(a: string, b: string): string {
  if (a === '') return b;
  if (b === '') return a;
  return [...a.split('*'), ...b.split('*')].sort().join('*');
}

function addTerm(polynomial: Map<string, bigint>, leaves: string, factor: bigint): void {
  const sum = (polynomial.get(leaves) ?? 0n) + factor;
  if (sum === 0n) polynomial.delete(leaves);
  else polynomial.set(leaves, sum);
}

function samePolynomial(a: Polynomial, b: Polynomial): boolean {
  if (a.size !== b.size) return false;
  for (const [leaves, factor] of a) if (b.get(leaves) !== factor) return false;
  return true;
}
