import type { BinaryOperator, CallNode, Expression } from '../expression/types.js';
import { countParts } from '../expression/walk.js';
import { literalOf } from './dimensions.js';
import { foldFormula } from './formula.js';
import { type Interval, rangeOfNode } from './range.js';
import type { MetricNode } from './rule-types.js';

/** How one quantity moves with another: 1 for together, -1 for against, 0 where that depends on the values. */
export type Sign = 1 | -1 | 0;

type Signs = ReadonlyMap<MetricNode, Sign>;

/** A part of a formula: the values that it can take, and how it moves with each of its own parts. */
interface Part {
  readonly range: Interval;
  readonly parts: readonly Part[];
  /** By part. */
  readonly factors: readonly Sign[];
  /** The metric that it names. */
  readonly metric: MetricNode | undefined;
}

/**
 * How a metric's formula moves with each component, by the rules of the derivative over the ranges that the components
 * declare (a quantity is at least 0 unless it says otherwise). Where nothing can be said, the sign is 0.
 */
export function componentSigns(metric: MetricNode): Signs {
  const { formula } = metric;
  if (!formula?.expression || formula.faults.length > 0) {
    return new Map(metric.components.map((component) => [component, 0]));
  }
  const whole = foldFormula<Part>(formula, (node, all, first, mentioned) => {
    const parts = all.slice(first, first + countParts(node));
    const ranges = parts.map((part) => part.range);
    return {
      range: rangeOfNode(node, ranges, 0, mentioned),
      parts,
      factors: factorsOf(node, ranges),
      metric: mentioned,
    };
  });
  return signsOf(whole);
}

/** The chain rule from the whole down to each mention: one pass, however often a metric is mentioned. */
function signsOf(whole: Part): Signs {
  const signs = new Map<MetricNode, Sign>();
  const open: { readonly part: Part; readonly sign: Sign }[] = [{ part: whole, sign: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part, sign } = next;
    if (part.metric) {
      const known = signs.get(part.metric) ?? sign;
      signs.set(part.metric, known === sign ? sign : 0);
    }
    for (const [i, inner] of part.parts.entries()) open.push({ part: inner, sign: times(sign, part.factors[i]!) });
  }
  return signs;
}

/** The sign of the derivative of a node by each of its parts. */
function factorsOf(node: Expression, ranges: readonly Interval[]): readonly Sign[] {
  switch (node.kind) {
    case 'unary':
      return [-1];
    case 'binary':
      return ofBinary(node.operator, ranges[0]!, ranges[1]!);
    case 'call':
      return ofCall(node, ranges);
    default:
      return [];
  }
}

function ofBinary(operator: BinaryOperator, left: Interval, right: Interval): readonly Sign[] {
  switch (operator) {
    case '+':
      return [1, 1];
    case '-':
      return [1, -1];
    case '*':
      // d(ab) = b da + a db
      return [signOf(right), signOf(left)];
    default:
      // d(a/b) = da / b - a db / b^2
      return [signOf(right), times(-1, signOf(left))];
  }
}

function ofCall(node: CallNode, ranges: readonly Interval[]): readonly Sign[] {
  switch (node.name) {
    case 'ratio':
      return [...ofBinary('/', ranges[0]!, ranges[1]!), 0];
    case 'abs':
      return [signOf(ranges[0]!)];
    case 'pow':
      return [signOfPower(ranges[0]!, literalOf(node.arguments[1]!)), 0];
    default:
      // The others follow one of their arguments.
      return ranges.map(() => 1);
  }
}

/** d(a^n) = n a^(n-1) da */
function signOfPower(range: Interval, exponent: number | undefined): Sign {
  if (exponent === undefined || exponent === 0) return 0;
  const odd = Number.isInteger(exponent) && Math.abs(exponent) % 2 === 1;
  return times(exponent > 0 ? 1 : -1, odd ? 1 : signOf(range));
}

/** The sign of a quantity that does not change it. */
function signOf([from, to]: Interval): Sign {
  if (from >= 0) return 1;
  return to <= 0 ? -1 : 0;
}

export function times(a: Sign, b: Sign): Sign {
  if (a === 0 || b === 0) return 0;
  return a === b ? 1 : -1;
}
