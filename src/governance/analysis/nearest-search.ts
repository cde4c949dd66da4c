import { hasCell } from '../cell-set.js';
import type { Box, CompiledPolicy } from '../compiled.js';
import type { Domains, Pricing } from './costs.js';
import { type Goal, goalsOf, type Wanted } from './goal.js';
import { createQueue, type Queue } from './queue.js';
import { createField, isAnywhere, type Part, searchPart } from './region-search.js';
import type { Budget } from './search.js';

/** Cells at which a policy decides as wanted, and what it costs at least to be there. */
export interface NearestPoint {
  readonly cells: readonly number[];
  readonly cost: number;
}

interface Search {
  readonly policy: CompiledPolicy;
  readonly wanted: Wanted;
  readonly goals: readonly Goal[];
  readonly current: readonly number[];
  readonly pricing: Pricing;
  readonly budget: Budget;
  readonly queue: Queue<() => NearestPoint | undefined>;
  /** Facts of which one must change. */
  readonly conflicts: (readonly number[])[];
  /** Of each box that would help, the facts that keep the request out of it; looked up when first asked for. */
  readonly keepers: () => readonly (readonly number[])[];
}

/**
 * Yields points at which the policy decides as wanted, the cheapest first, up to the `most` that the budget has when it comes to
 * that, ending early when the budget does. Sets of facts to change are tried in the order of their least cost. One that is tried
 * in vain names the other facts that stood in the way: only sets with one of those are tried from then on (Reiter, 1987: hitting
 * sets of conflicts).
 */
export function* nearestPoints(
  policy: CompiledPolicy,
  wanted: Wanted,
  current: readonly number[],
  pricing: Pricing,
  budget: Budget & { readonly most?: number },
): Generator<NearestPoint, void> {
  const goals = goalsOf(policy, wanted);
  if (!pricing.moverOf.includes(-1) && !isAnywhere(policy, wanted, goals, budget)) return;
  const queue = createQueue<() => NearestPoint | undefined>();
  let known: readonly (readonly number[])[] | undefined;
  const keepers = () => {
    known ??= keepersOf(policy, goals[0]!, current, pricing);
    return known;
  };
  attempt({ policy, wanted, goals, current, pricing, budget, queue, conflicts: [], keepers }, [], new Set(), 0);
  for (let next = queue.take(); next !== undefined; next = queue.take()) {
    if (budget.steps < 0 || next.cost > (budget.most ?? next.cost)) return;
    const point = next.item();
    if (point !== undefined) yield point;
  }
}

/** Tries a set of facts to change, or where that is known to be in vain, larger ones; later, larger ones in any case. */
function attempt(search: Search, facts: readonly number[], barred: ReadonlySet<number>, cost: number): undefined {
  const { conflicts, pricing, queue, budget } = search;
  budget.steps -= 1 + conflicts.length;
  if (unmet(conflicts, facts) !== undefined) return grow(search, facts, barred, cost);
  const others = pricing.changeable.filter((fact) => !facts.includes(fact) && !barred.has(fact));
  const more = Math.min(...others.map(pricing.leastOf));
  if (others.length > 0) queue.add(() => grow(search, facts, barred, cost), cost + more);
  layOut(search, facts, cost);
}

/** Queues a set with one fact more, each set once: a fact that was added to one is barred from those after it. */
function grow(search: Search, facts: readonly number[], barred: ReadonlySet<number>, cost: number): undefined {
  const { conflicts, pricing, queue } = search;
  const tried = new Set(barred);
  for (const fact of unmet(conflicts, facts) ?? pricing.changeable) {
    if (tried.has(fact) || facts.includes(fact)) continue;
    const now = new Set(tried);
    const least = cost + pricing.leastOf(fact);
    queue.add(() => attempt(search, [...facts, fact], now, least), least);
    tried.add(fact);
  }
}

/** A set of facts to change, as long as it is being tried. */
interface Trial {
  readonly facts: readonly number[];
  readonly cost: number;
  readonly free: readonly boolean[];
  readonly stuck: Set<Box>;
  /** How many parts are still to be looked at. */
  left: number;
  isFound: boolean;
}

function layOut(search: Search, facts: readonly number[], cost: number): void {
  const { policy, goals, current, pricing, budget, conflicts } = search;
  const free = pricing.moverOf.map((fact) => fact === -2 || facts.includes(fact));
  const trial: Trial = { facts, cost, free, stuck: new Set(), left: 0, isFound: false };
  const parts = goals.map((goal) => createField(policy, goal, current, free, trial.stuck));
  budget.steps -= current.length * policy.tables.words;
  // Where all rules count, one that holds whatever happens to these facts is conflict enough.
  const sole =
    policy.definition.hit === 'first' ? [] : parts[0]!.spoilers.filter(({ axes }) => !axes.some((axis) => free[axis]));
  if (sole.length === 0) for (const part of parts) add(search, trial, part);
  else conflicts.push(sole.map((box) => heldBy(search, trial, box)).reduce((a, b) => (b.length < a.length ? b : a)));
}

function add(search: Search, trial: Trial, part: Part): void {
  trial.left++;
  const least = Math.max(trial.cost, search.pricing.least(part.domains));
  search.queue.add(() => look(search, trial, part), least);
}

function look(search: Search, trial: Trial, part: Part): undefined {
  const { policy, wanted, budget, current, pricing, queue, conflicts } = search;
  const { done, parts } = searchPart(policy, wanted, part, budget);
  for (const next of parts) add(search, trial, next);
  trial.left--;
  if (done !== undefined) {
    trial.isFound = true;
    // Where a fact may stay, fewer facts will do, and are found by themselves.
    if (trial.facts.every((fact) => pricing.leaves(fact, done))) {
      const point = { cells: pointOf(done, current, pricing), cost: pricing.least(done) };
      queue.add(() => point, point.cost);
    }
  }
  if (trial.left === 0 && !trial.isFound) conflicts.push(blamed(search, trial));
}

/** The facts that stayed and that a set was tried in vain for: those of the spoilers, and one for each box out of reach. */
function blamed(search: Search, trial: Trial): readonly number[] {
  const found = new Set<number>();
  for (const box of trial.stuck) for (const fact of heldBy(search, trial, box)) found.add(fact);
  for (const keepers of search.keepers()) {
    // Loops without closures: there are thousands of boxes to a trial.
    let other = -1;
    let isNamed = false;
    for (let place = 0; place < keepers.length && !isNamed; place++) {
      const fact = keepers[place]!;
      isNamed = found.has(fact);
      if (other === -1 && !trial.facts.includes(fact)) other = fact;
    }
    if (!isNamed && other !== -1) found.add(other);
  }
  return [...found];
}

function heldBy({ pricing }: Search, { free }: Trial, { axes }: Box): readonly number[] {
  return axes.map((axis) => (free[axis] ? -1 : pricing.moverOf[axis]!)).filter((fact) => fact >= 0);
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
    const keepers: number[] = [];
    for (let place = 0; place < axes.length; place++) {
      const axis = axes[place]!;
      const isIn = current[axis]! >= 0 && hasCell(cells[place]!, current[axis]!);
      if (moverOf[axis] !== -2 && !isIn) keepers.push(moverOf[axis]!);
    }
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
