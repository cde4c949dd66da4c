import type { BinaryNode, CallNode } from '../expression/types.js';
import { countParts, foldExpression } from '../expression/walk.js';
import type { CompiledMetrics } from './compile.js';
import { literalOf } from './dimensions.js';
import { type Interval, rangeOfNode } from './range.js';
import type { MetricNode } from './types.js';

/** How one quantity moves with another: 1 for together, -1 for against, 0 where that depends on the values. */
export type Sign = 1 | -1 | 0;

type Signs = ReadonlyMap<MetricNode, Sign>;

/** A part of a formula: the values it can take, and how it moves with each metric that it mentions. */
interface Part {
  readonly range: Interval;
  readonly signs: Signs;
}

const none: Signs = /* @__PURE__ */ new Map();

/**
 * How a metric's formula moves with each component, by the rules of the derivative over the ranges that the components
 * declare (a quantity is at least 0 unless it says otherwise). Where nothing can be said, the sign is 0.
 */
export function componentSigns(compiled: CompiledMetrics, metric: MetricNode): Signs {
  const { formula } = metric;
  if (!formula?.expression || formula.faults.length > 0) {
    return new Map(metric.components.map((component) => [component, 0]));
  }
  const find = (name: string) => compiled.byName.get(name);
  return foldExpression<Part>(formula.expression, (node, all, first) => {
    const parts = all.slice(first, first + countParts(node));
    const ranges = parts.map((part) => part.range);
    const range = rangeOfNode(node, ranges, 0, find);
    switch (node.kind) {
      case 'name': {
        const mentioned = find(node.name);
        return { range, signs: mentioned ? new Map([[mentioned, 1]]) : none };
      }
      case 'unary':
        return { range, signs: scaled(parts[0]!.signs, -1) };
      case 'binary':
        return { range, signs: ofBinary(node, parts[0]!, parts[1]!) };
      case 'call':
        return { range, signs: ofCall(node, parts) };
      default:
        return { range, signs: none };
    }
  }).signs;
}

function ofBinary(node: BinaryNode, left: Part, right: Part): Signs {
  switch (node.operator) {
    case '+':
      return joined(left.signs, right.signs);
    case '-':
      return joined(left.signs, scaled(right.signs, -1));
    case '*':
      // d(ab) = b da + a db
      return joined(scaled(left.signs, signOf(right.range)), scaled(right.signs, signOf(left.range)));
    default:
      return ofQuotient(left, right);
  }
}

/** d(a/b) = da / b - a db / b^2 */
function ofQuotient(above: Part, below: Part): Signs {
  const againstBelow = times(-1, signOf(above.range));
  return joined(scaled(above.signs, signOf(below.range)), scaled(below.signs, againstBelow));
}

function ofCall(node: CallNode, parts: readonly Part[]): Signs {
  const first = parts[0] ?? { range: [0, 0], signs: none };
  switch (node.name) {
    case 'min':
    case 'max':
    case 'coalesce':
      // Each of them follows one of its arguments.
      return parts.map((part) => part.signs).reduce(joined);
    case 'ratio':
      return ofQuotient(first, parts[1]!);
    case 'lag':
    case 'sqrt':
      return first.signs;
    case 'abs':
      return scaled(first.signs, signOf(first.range));
    case 'pow':
      return joined(
        scaled(first.signs, signOfPower(first.range, literalOf(node.arguments[1]!))),
        scaled(parts[1]!.signs, 0),
      );
    default:
      return scaled(parts.map((part) => part.signs).reduce(joined, none), 0);
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

function scaled(signs: Signs, by: Sign): Signs {
  return by === 1 ? signs : new Map([...signs].map(([metric, sign]) => [metric, times(sign, by)]));
}

function joined(a: Signs, b: Signs): Signs {
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  const result = new Map(a);
  for (const [metric, sign] of b) {
    const known = result.get(metric);
    result.set(metric, known === undefined || known === sign ? sign : 0);
  }
  return result;
}
