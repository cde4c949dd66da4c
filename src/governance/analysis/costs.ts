import { keelsonError } from '../../foundation/error.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { quote } from '../../foundation/shorten.js';
import { cellsBetween, hasCell, otherCells } from '../cell-set.js';
import type { Axis, CellSet, CompiledPolicy } from '../compiled.js';
import { isOrdered, type KnownValues } from '../facts/values.js';
import type { ChangeCosts } from './types.js';

/** By axis the cells that a search may still choose from; undefined where the request stays as it is. */
export type Domains = readonly (CellSet | undefined)[];

/** What it costs to leave the cells that a request is in. */
export interface Pricing {
  /** The facts that may change and make a difference. */
  readonly changeable: readonly number[];
  /** Of each axis the fact that moves it; -1 where nothing does, -2 where it moves freely. */
  readonly moverOf: readonly number[];
  /** The least cost of any change of a fact. */
  readonly leastOf: (fact: number) => number;
  /** The least cost of a request among these. */
  readonly least: (domains: Domains) => number;
  /** Whether a fact must change to be among these. */
  readonly leaves: (fact: number, domains: Domains) => boolean;
  /** The cell of a set that is nearest to the request's own, which may be unknown (-1). */
  readonly nearestCell: (axis: number, cells: CellSet) => number;
}

/** One of these stands for each fact: by the change, by the unit of distance, or never. */
interface FactCost {
  readonly once: number;
  readonly perUnit: number;
}

const never: FactCost = { once: Number.POSITIVE_INFINITY, perUnit: 0 };

/** Where a request is. */
export interface Current {
  /** By axis, -1 where it is unknown. */
  readonly cells: readonly number[];
  readonly values: KnownValues;
}

/**
 * Prices for the facts of a policy. What follows from other facts is `fixed` as it is, or taken to be free, which gives a cost
 * that no request can be below.
 */
export function createPricing(
  policy: CompiledPolicy,
  costs: readonly FactCost[],
  { cells: own, values }: Current,
  derived: 'fixed' | 'free',
): Pricing {
  const { axes, facts } = policy;
  const moverOf = axes.map((axis) => {
    if (axis.kind === 'opaque' || 'derived' in facts.facts[axis.fact]!) return derived === 'fixed' ? -1 : -2;
    return costs[axis.fact]!.once < Number.POSITIVE_INFINITY ? axis.fact : -1;
  });
  const axesOf = facts.facts.map((_, fact) => [...axes.keys()].filter((axis) => moverOf[axis] === fact));

  const distance = (axis: number, cell: number): number => {
    const of = axes[axis]!;
    const value = of.kind === 'ordered' ? values[of.fact] : undefined;
    if (of.kind !== 'ordered' || typeof value !== 'number') return 1;
    const { low, high } = of.spans[cell]!;
    return Math.max(0, low - value, value - high);
  };
  const nearestCell = (axis: number, cells: CellSet): number => {
    let best = cells[0]!;
    if (axes[axis]!.kind !== 'ordered' || own[axis]! < 0) return best;
    // Cells ascend, so that the nearest one outside is the first or the last of a range.
    for (const [place, end] of cells.entries()) {
      const cell = place % 2 === 0 ? end : end - 1;
      if (distance(axis, cell) < distance(axis, best)) best = cell;
    }
    return best;
  };
  const isLeft = (axis: number, cells: CellSet | undefined): cells is CellSet =>
    cells !== undefined && !(own[axis]! >= 0 && hasCell(cells, own[axis]!));
  const costOf = (fact: number, domains: Domains): number => {
    const { once, perUnit } = costs[fact]!;
    let units = 0;
    let isChanged = false;
    for (const axis of axesOf[fact]!) {
      const cells = domains[axis];
      if (!isLeft(axis, cells)) continue;
      isChanged = true;
      // Elements of one set are one change, and so is to say a set that was absent.
      if (perUnit > 0) units = own[axis]! < 0 ? 1 : units + distance(axis, nearestCell(axis, cells));
    }
    return isChanged ? once + perUnit * units : 0;
  };
  const leastOf = (fact: number): number => {
    const moves = axesOf[fact]!.map((axis) => {
      const others =
        own[axis]! < 0
          ? allCells(axes[axis]!)
          : otherCells(cellsBetween(own[axis]!, own[axis]! + 1), axes[axis]!.cells);
      return others.length === 0
        ? Number.POSITIVE_INFINITY
        : costOf(
            fact,
            axes.map((_, index) => (index === axis ? others : undefined)),
          );
    });
    return Math.min(...moves);
  };
  const leasts = facts.facts.map((_, fact) => leastOf(fact));
  const changeable = [...leasts.keys()].filter((fact) => leasts[fact]! < Number.POSITIVE_INFINITY);
  return {
    changeable,
    moverOf,
    leastOf: (fact) => leasts[fact]!,
    least: (domains) => changeable.reduce((total, fact) => total + costOf(fact, domains), 0),
    leaves: (fact, domains) => axesOf[fact]!.some((axis) => isLeft(axis, domains[axis])),
    nearestCell,
  };
}

function allCells({ cells }: Axis): CellSet {
  return cellsBetween(0, cells);
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
