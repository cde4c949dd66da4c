import type { BinaryNode, CallNode, Expression, Span } from '../expression/types.js';
import type { CompiledMetrics } from './compile.js';
import { foldFormula } from './formula.js';
import type { Formula, MetricNode, Unit } from './rule-types.js';
import type { UnitAlgebra } from './units.js';

/** Two sides of different units that a formula adds, subtracts or compares. */
export interface MixedUnits {
  readonly metric: MetricNode;
  readonly span: Span;
  /** `+`, `-`, `min`, `max` or `coalesce`. */
  readonly operation: string;
  readonly left: Unit;
  readonly right: Unit;
}

/** What dimensional analysis says of a whole tree. */
export interface UnitAnalysis {
  /** By metric: what its formula gives; undefined where it has none or nothing can be said. */
  readonly computed: readonly (Unit | undefined)[];
  readonly mixed: readonly MixedUnits[];
}

/** A unit; `free` for a literal, which takes the unit that it meets; undefined where nothing can be said. */
type Side = Unit | 'free' | undefined;

/**
 * Computes the unit of every formula from the declared units of its components, components first, so that a component
 * without a readable unit stands in with the unit of its own formula. A side that is unknown makes the result unknown and
 * is no fault: the fault is reported where it was made.
 */
export function analyzeUnits(compiled: CompiledMetrics): UnitAnalysis {
  const { metrics, order, cyclic, units } = compiled;
  const computed = new Array<Unit | undefined>(metrics.length);
  const mixed: MixedUnits[] = [];
  for (const index of order) analyze(metrics[index]!);
  mixed.sort((a, b) => a.metric.index - b.metric.index);
  return { computed, mixed };

  function analyze(metric: MetricNode): void {
    const { formula } = metric;
    if (!formula?.expression || formula.faults.length > 0) return;
    const side = unitOf(formula, metric);
    // A bare number is in whatever unit it is declared.
    computed[metric.index] = side === 'free' ? metric.unit : side;
  }

  function unitOf(formula: Formula, metric: MetricNode): Side {
    return foldFormula<Side>(formula, (node, sides, first, component) => {
      switch (node.kind) {
        case 'number':
          return 'free';
        case 'name':
          // On a cycle, what is computed already is a matter of the order.
          return (
            component?.unit ?? (component && cyclic[component.index] === 0 ? computed[component.index] : undefined)
          );
        case 'unary':
          return sides[first];
        case 'binary':
          return ofBinary(node, sides[first], sides[first + 1], metric);
        case 'call':
          return ofCall(node, sides.slice(first, first + node.arguments.length), metric);
        default:
          return undefined;
      }
    });
  }

  function ofBinary(node: BinaryNode, left: Side, right: Side, metric: MetricNode): Side {
    if (node.operator === '*') return times(units, left, right);
    if (node.operator === '/') return over(units, left, right);
    // A number other than 0 has no unit, so it cannot be added to what has one.
    return same(node, node.operator, [strict(node.left, left, units), strict(node.right, right, units)], metric);
  }

  function ofCall(node: CallNode, sides: readonly Side[], metric: MetricNode): Side {
    switch (node.name) {
      case 'min':
      case 'max':
      case 'coalesce':
        return same(node, node.name, sides, metric);
      case 'ratio':
        return over(units, sides[0], sides[1]);
      case 'sqrt':
        return power(units, sides[0], 0.5);
      case 'pow':
        return power(units, sides[0], literalOf(node.arguments[1]!));
      default:
        // abs and lag: there are no others in a formula without a fault.
        return sides[0];
    }
  }

  /** The one unit of all sides; each side that differs from the first known one is a fault. */
  function same(node: Expression, operation: string, sides: readonly Side[], metric: MetricNode): Side {
    let unit: Side = 'free';
    let agree = true;
    for (const side of sides) {
      if (side === undefined) agree = false;
      else if (unit === 'free') unit = side;
      else if (side !== 'free' && side !== unit) {
        mixed.push({ metric, span: node.span, operation, left: unit as Unit, right: side });
        agree = false;
      }
    }
    return agree ? unit : undefined;
  }
}

/** In a sum, a literal other than 0 is a plain number. */
function strict(node: Expression, side: Side, units: UnitAlgebra): Side {
  return side === 'free' && literalOf(node) !== 0 ? units.one : side;
}

function times(units: UnitAlgebra, a: Side, b: Side): Side {
  if (a === undefined || b === undefined) return undefined;
  if (a === 'free') return b;
  return b === 'free' ? a : units.multiply(a, b);
}

function over(units: UnitAlgebra, a: Side, b: Side): Side {
  if (a === undefined || b === undefined) return undefined;
  if (b === 'free') return a;
  return units.divide(a === 'free' ? units.one : a, b);
}

function power(units: UnitAlgebra, side: Side, exponent: number | undefined): Side {
  if (side === undefined || side === 'free') return side;
  if (side === units.one) return side;
  return exponent === undefined ? undefined : units.power(side, exponent);
}

/** The value of a literal, a negated one or a quotient of two, such as the 1/12 of a twelfth root. */
export function literalOf(node: Expression): number | undefined {
  if (node.kind === 'number') return node.value;
  if (node.kind === 'unary' && node.operand.kind === 'number') return -node.operand.value;
  if (node.kind === 'binary' && node.operator === '/' && node.left.kind === 'number' && node.right.kind === 'number') {
    return node.right.value === 0 ? undefined : node.left.value / node.right.value;
  }
  return undefined;
}
