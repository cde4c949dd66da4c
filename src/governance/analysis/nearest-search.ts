import { hasCell } from '../cell-set.js';
import type { Box, CompiledPolicy } from '../compiled.js';
import type { Domains, Pricing } from './costs.js';
import { type Goal, goalsOf, type Wanted } from './goal.js';
import { createQueue } from './queue.js';
import { createField, isAnywhere, type Part, searchPart } from './region-search.js';
import type { Budget } from './search.js';

/** Cells at which a policy decides as wanted, and what it costs at least to be there. */
export interface NearestPoint {
  readonly cells: readonly number[];
  readonly cost: number;
}

/**
 * Yields points at which the policy decides as wanted, the cheapest first, up to the `most` that the budget has when it comes to that, ending early when the budget does. Sets of facts to
 * change are tried in the order of their least cost. One that is tried in vain names the other facts that stood in the way: only
 * sets with one of those are tried from then on (Reiter, 1987: hitting sets of conflicts).
 */
export function* nearestPoints(
  policy: CompiledPolicy,
  wanted: Wanted,
  current: readonly number[],
  pricing: Pricing,
  budget: Budget & { readonly most?: number },
): Generator<NearestPoint, void> {
  const goals = goalsOf(policy, wanted);
  const isBound = pricing.moverOf.includes(-1);
  if (!isBound && !isAnywhere(policy, wanted, goals, budget)) return;
  const queue = createQueue<() => NearestPoint | undefined>();
  const lacking = keepersOf(policy, goals[0]!, current, pricing);
  /** Facts of which one must change. */
  const conflicts: (readonly number[])[] = [];

  const grow = (facts: readonly number[], barred: ReadonlySet<number>, cost: number): void => {
    const tried = new Set(barred);
    for (const fact of unmet(conflicts, facts) ?? pricing.changeable) {
      if (tried.has(fact) || facts.includes(fact)) continue;
      const now = new Set(tried);
      queue.add(() => attempt([...facts, fact], now, cost + pricing.leastOf(fact)), cost + pricing.leastOf(fact));
      tried.add(fact);
    }
  };
  const attempt = (facts: readonly number[], barred: ReadonlySet<number>, cost: number): undefined => {
    budget.steps -= 1 + conflicts.length;
    if (unmet(conflicts, facts) !== undefined) return grow(facts, barred, cost) as undefined;
    const others = pricing.changeable.filter((fact) => !facts.includes(fact) && !barred.has(fact));
    const more = cost + Math.min(...others.map(pricing.leastOf));
    if (others.length > 0) queue.add(() => grow(facts, barred, cost) as undefined, more);
    search(facts, cost);
    return undefined;
  };
  const search = (facts: readonly number[], cost: number): void => {
    const isFree = pricing.moverOf.map((fact) => fact === -2 || facts.includes(fact));
    const heldBy = ({ axes }: Box): number[] =>
      axes.map((axis) => (isFree[axis] ? -1 : pricing.moverOf[axis]!)).filter((fact) => fact >= 0);
    const stuck = new Set<Box>();
    const parts = goals.map((goal) => createField(policy, goal, current, isFree, stuck));
    budget.steps -= current.length * policy.tables.words;
    if (policy.definition.hit !== 'first') {
      // A box on all of which nothing moves spoils whatever the goal is.
      const sole = parts[0]!.spoilers.filter(({ axes }) => !axes.some((axis) => isFree[axis])).map(heldBy);
      if (sole.length > 0) {
        conflicts.push(sole.reduce((a, b) => (b.length < a.length ? b : a)));
        return;
      }
    }
    let left = 0;
    let isFound = false;
    const add = (part: Part): void => {
      left++;
      const least = Math.max(cost, pricing.least(part.domains));
      queue.add(() => look(part), least);
    };
    const look = (part: Part): undefined => {
      const { done, parts } = searchPart(policy, wanted, part, budget);
      for (const next of parts) add(next);
      left--;
      if (done !== undefined) {
        isFound = true;
        // Where a fact may stay, fewer facts will do, and have been found.
        if (facts.every((fact) => pricing.leaves(fact, done))) {
          const point = { cells: pointOf(done, current, pricing), cost: pricing.least(done) };
          queue.add(() => point, point.cost);
        }
      }
      if (left === 0 && !isFound) {
        const blamed = new Set<number>();
        for (const box of stuck) for (const fact of heldBy(box)) blamed.add(fact);
        for (const keepers of lacking) {
          if (keepers.some((fact) => blamed.has(fact))) continue;
          const other = keepers.find((fact) => !facts.includes(fact));
          if (other !== undefined) blamed.add(other);
        }
        conflicts.push([...blamed]);
      }
      return undefined;
    };
    for (const part of parts) add(part);
  };

  attempt([], new Set(), 0);
  for (let next = queue.take(); next !== undefined; next = queue.take()) {
    if (budget.steps < 0 || next.cost > (budget.most ?? next.cost)) return;
    const point = next.item();
    if (point !== undefined) yield point;
  }
}

/** Of each box that would help, the facts that keep the request out of it; without those that nothing moves it into. */
function keepersOf(
  { boxes }: CompiledPolicy,
  goal: Goal,
  current: readonly number[],
  { moverOf }: Pricing,
): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  for (const { rule, axes, cells } of boxes) {
    if (!goal.helps?.[rule]) continue;
    const keepers = axes.flatMap((axis, place) =>
      moverOf[axis] === -2 || (current[axis]! >= 0 && hasCell(cells[place]!, current[axis]!)) ? [] : [moverOf[axis]!],
    );
    if (!keepers.includes(-1)) found.push(keepers);
  }
  return found;
}

/** A conflict with none of these facts, the smallest one. */
function unmet(conflicts: readonly (readonly number[])[], facts: readonly number[]): readonly number[] | undefined {
  let smallest: readonly number[] | undefined;
  for (const conflict of conflicts) {
    if (smallest !== undefined && smallest.length <= conflict.length) continue;
    if (!conflict.some((fact) => facts.includes(fact))) smallest = conflict;
  }
  return smallest;
}

/** The cheapest point of a region: the request's own cell wherever that is in it. */
function pointOf(domains: Domains, current: readonly number[], pricing: Pricing): number[] {
  return current.map((own, axis) => {
    const cells = domains[axis];
    return cells === undefined || (own >= 0 && hasCell(cells, own)) ? own : pricing.nearestCell(axis, cells);
  });
}
