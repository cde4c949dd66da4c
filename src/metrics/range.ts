import type { BinaryNode, CallNode, Expression } from '../expression/types.js';
import type { MetricNode } from './rule-types.js';

/** The values that a quantity can take, both ends included. */
export type Interval = readonly [from: number, to: number];

const everything: Interval = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
const notNegative: Interval = [0, Number.POSITIVE_INFINITY];

/** The declared range of a metric, from 0 upwards unless said; the same for a metric that does not exist. */
export function rangeOfMetric(metric: MetricNode | undefined): Interval {
  const range = metric?.definition.range;
  if (!range) return notNegative;
  const [from, to] = range;
  return [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY];
}

/**
 * The values that a node of a formula can take, from those of its parts, which stand in `ranges` from `first` on: a step of
 * a fold. Interval arithmetic, never too narrow, at times too wide.
 */
export function rangeOfNode(
  node: Expression,
  ranges: readonly Interval[],
  first: number,
  metric: MetricNode | undefined,
): Interval {
  switch (node.kind) {
    case 'number':
      return [node.value, node.value];
    case 'name':
      return rangeOfMetric(metric);
    case 'unary':
      return negated(ranges[first]!);
    case 'binary':
      return ofBinary(node, ranges[first]!, ranges[first + 1]!);
    case 'call':
      return ofCall(node, ranges.slice(first, first + node.arguments.length));
    default:
      return everything;
  }
}

function ofBinary(node: BinaryNode, left: Interval, right: Interval): Interval {
  switch (node.operator) {
    case '+':
      return sum(left, right);
    case '-':
      return sum(left, negated(right));
    case '*':
      return product(left, right);
    case '/':
      return product(left, inverted(right));
    default:
      return everything;
  }
}

function ofCall(node: CallNode, ranges: readonly Interval[]): Interval {
  // What is recovered from a broken text may lack arguments.
  const [left = everything, right = everything] = ranges;
  if (ranges.length === 0) return everything;
  const lows = ranges.map(([from]) => from);
  const highs = ranges.map(([, to]) => to);
  switch (node.name) {
    case 'min':
      return [Math.min(...lows), Math.min(...highs)];
    case 'max':
      return [Math.max(...lows), Math.max(...highs)];
    case 'coalesce':
      return [Math.min(...lows), Math.max(...highs)];
    case 'lag':
      return left;
    case 'ratio':
      return withZero(product(left, inverted(right)));
    case 'abs':
    case 'sqrt':
      return notNegative;
    case 'pow':
      return left[0] >= 0 ? notNegative : everything;
    default:
      return everything;
  }
}

function negated([from, to]: Interval): Interval {
  return [0 - to, 0 - from];
}

/** Ends that overflow in opposite directions leave nothing to say. */
function sum(a: Interval, b: Interval): Interval {
  const from = a[0] + b[0];
  const to = a[1] + b[1];
  return Number.isNaN(from) || Number.isNaN(to) ? everything : [from, to];
}

function product(a: Interval, b: Interval): Interval {
  const ends = [times(a[0], b[0]), times(a[0], b[1]), times(a[1], b[0]), times(a[1], b[1])];
  return [Math.min(...ends), Math.max(...ends)];
}

/** An end of 0 stays 0 however far the other side reaches. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

function inverted([from, to]: Interval): Interval {
  if (from > 0 || to < 0) return [1 / to, 1 / from];
  if (from === 0) return [to === 0 ? Number.NEGATIVE_INFINITY : 1 / to, Number.POSITIVE_INFINITY];
  return to === 0 ? [Number.NEGATIVE_INFINITY, 1 / from] : everything;
}

/** A guarded ratio may be 0 where its denominator is. */
function withZero([from, to]: Interval): Interval {
  return [Math.min(from, 0), Math.max(to, 0)];
}
