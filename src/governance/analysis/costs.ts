import { keelsonError } from '../../foundation/error.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { quote } from '../../foundation/shorten.js';
import { hasCell } from '../cell-set.js';
import type { Axis, Box, CellSet, CompiledPolicy, OrderedAxis } from '../compiled.js';
import { isOrdered, type KnownValues } from '../facts/values.js';
import type { ChangeCosts } from './types.js';

/** Cells that some axes are held to; the others are free. */
export type Held = Pick<Box, 'axes' | 'cells'>;

/** What it costs to leave the cells that a request is in. */
export interface Pricing {
  /** The least cost of a request among these; infinite where there is none to be had. */
  readonly least: (held: Held) => number;
  /** The cell of a set that is nearest to the request's own, which may be unknown (-1). */
  readonly nearestCell: (axis: number, cells: CellSet) => number;
}

/** One of these stands for each fact: by the change, by the unit of distance, or never. */
interface FactCost {
  readonly once: number;
  readonly perUnit: number;
}

const never: FactCost = { once: Number.POSITIVE_INFINITY, perUnit: 0 };

/**
 * Prices for the facts of a policy. What follows from other facts is `fixed` as it is, or taken to be free, which gives a cost
 * that no request can be below.
 */
export function createPricing(
  policy: CompiledPolicy,
  costs: readonly FactCost[],
  current: { readonly cells: readonly number[]; readonly values: KnownValues },
  derived: 'fixed' | 'free',
): Pricing {
  const { axes } = policy;
  const costOf = axes.map((axis) => {
    if (axis.kind !== 'opaque' && !('derived' in policy.facts.facts[axis.fact]!)) return costs[axis.fact]!;
    return derived === 'fixed' ? never : undefined;
  });

  const distance = (axis: OrderedAxis, cell: number): number => {
    const value = current.values[axis.fact];
    const { low, high } = axis.spans[cell]!;
    return typeof value === 'number' ? Math.max(0, low - value, value - high) : 1;
  };
  return {
    least({ axes: held, cells }) {
      let total = 0;
      // Elements of one set are one change.
      let paid: number[] | undefined;
      // Asked of every box of a policy, so without iterators.
      for (let place = 0; place < held.length; place++) {
        const axis = held[place]!;
        const own = current.cells[axis]!;
        if (own >= 0 && hasCell(cells[place]!, own)) continue;
        const cost = costOf[axis];
        const of = axes[axis]!;
        if (cost === undefined || of.kind === 'opaque') {
          total += cost?.once ?? 0;
          continue;
        }
        if (!paid?.includes(of.fact)) total += cost.once;
        if (of.kind === 'member') paid = [...(paid ?? []), of.fact];
        if (cost.perUnit > 0)
          total += cost.perUnit * (of.kind === 'ordered' ? leastOf(of, cells[place]!, distance) : 1);
      }
      return total;
    },
    nearestCell(axis, cells) {
      const of = axes[axis]!;
      if (of.kind !== 'ordered' || current.cells[axis]! < 0) return cells[0]!;
      let best = cells[0]!;
      for (const cell of endsOf(cells)) if (distance(of, cell) < distance(of, best)) best = cell;
      return best;
    },
  };
}

function leastOf(axis: OrderedAxis, cells: CellSet, distance: (axis: OrderedAxis, cell: number) => number): number {
  return Math.min(...endsOf(cells).map((cell) => distance(axis, cell)));
}

/** The first and the last cell of each range: cells ascend, so that the nearest one outside is among them. */
function endsOf(cells: CellSet): number[] {
  return Array.from(cells, (end, index) => (index % 2 === 0 ? end : end - 1));
}

/** Reads the prices of a call; throws `governance/invalid-options` for those that make no sense. */
export function readCosts({ facts }: CompiledPolicy, costs: ChangeCosts): readonly FactCost[] {
  for (const name of Object.keys(costs)) {
    if (facts.indexOf.has(name)) continue;
    const near = nearestName(name, [...facts.indexOf.keys()]);
    const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
    throw keelsonError('governance/invalid-options', `costs names ${quote(name)}, which is no fact${hint}`);
  }
  return facts.facts.map((fact) => {
    const cost = Object.hasOwn(costs, fact.id) ? costs[fact.id] : 1;
    if (cost === null) return never;
    if (cost === undefined) return { once: 1, perUnit: 0 };
    const amount = typeof cost === 'number' ? cost : cost.perUnit;
    const perUnit = typeof cost !== 'number';
    if (!(amount >= 0) || (perUnit && !(Number.isFinite(amount) && (isOrdered(fact.type) || fact.type === 'setOf')))) {
      const wanted = 'a number of at least 0, or null, or { perUnit } for a finite one of an ordered or set fact';
      throw keelsonError('governance/invalid-options', `the cost of ${fact.id} must be ${wanted}`);
    }
    return perUnit ? { once: 0, perUnit: amount } : { once: amount, perUnit: 0 };
  });
}

/** The axes that follow from other facts than the ones that they are of. */
export function hasDerivedAxes({ axes, facts }: CompiledPolicy): boolean {
  return axes.some((axis: Axis) => axis.kind === 'opaque' || 'derived' in facts.facts[axis.fact]!);
}
