import { type Budget, nearestToSettled, type Place, placeOf, split } from '../analysis/search.js';
import type { Region } from '../analysis/space.js';
import type { PolicyView } from '../analysis/view.js';

/** A region whose every request has one outcome, by its number in the view's table. */
export interface Part {
  readonly region: Region;
  readonly outcome: number;
}

/** What is known of the outcomes in a place. */
interface Standing {
  /** The outcome of the rules that hold everywhere, or of `otherwise`. */
  readonly outcome: number;
  /** Whether rules hold everywhere already, whose outcome no other rule can take back. */
  readonly lasting: boolean;
  /** Whether a box that holds in a part of the place may change the outcome there. */
  readonly changes: (box: number) => boolean;
}

/**
 * Yields the parts of a region with one of the wanted outcomes; they do not overlap, and there is no other request in the
 * region with such an outcome. Ends early when the budget does.
 *
 * Where the outcomes of all matching rules are joined, an outcome that is not wanted must never be joined to one that is.
 */
export function* partsWhere(
  view: PolicyView,
  region: Region,
  wanted: (outcome: number) => boolean,
  budget: Budget,
): Generator<Part, void> {
  const stack = [placeOf(view.space, region, view.boxes, budget)];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    if (budget.steps < 0) return;
    const { outcome, lasting, changes } = standingIn(view, place);
    const isWanted = wanted(outcome);
    if (lasting && !isWanted) continue;
    const next = nearestToSettled(place, changes);
    if (next < 0) {
      if (isWanted) yield { region: place.region, outcome };
      continue;
    }
    if (!isWanted && !place.open.some((box) => changes(box) && wanted(outcomeOf(view, box)))) continue;
    const { outside, inside } = split(view.space, place, place.open[next]!, budget);
    stack.push(...outside.reverse(), inside);
  }
}

/** Says whether every request of a region has one and the same outcome; false too where the budget does not suffice to tell. */
export function isThroughout(view: PolicyView, region: Region, outcome: number, budget: Budget): boolean {
  const stack = [placeOf(view.space, region, view.boxes, budget)];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    if (budget.steps < 0) return false;
    const standing = standingIn(view, place);
    const next = nearestToSettled(place, standing.changes);
    const isOther = standing.outcome !== outcome;
    if (isOther && (next < 0 || (standing.lasting && view.outcomes.join(standing.outcome, outcome) !== outcome))) {
      return false;
    }
    if (next < 0) continue;
    const { outside, inside } = split(view.space, place, place.open[next]!, budget);
    stack.push(...outside, inside);
  }
  return budget.steps >= 0;
}

/** The rules, in their order, that give a region its outcome, and whether no rule does so in some of it. */
export function sourcesOf(
  view: PolicyView,
  { region, outcome }: Part,
  budget: Budget,
): { readonly rules: readonly number[]; readonly otherwise: boolean } {
  const { open, settled } = placeOf(view.space, region, view.boxes, budget);
  const isFirst = view.policy.definition.hit === 'first';
  const boxes = [...settled, ...open].filter((box) => !isFirst || outcomeOf(view, box) === outcome);
  const rules = [...new Set(boxes.map((box) => view.ruleOf[box]!))].sort((a, b) => a - b);
  return { rules, otherwise: settled.length === 0 && leavesSome(view, region, budget) };
}

function leavesSome(view: PolicyView, region: Region, budget: Budget): boolean {
  const { space, boxes } = view;
  const stack = [placeOf(space, region, boxes, budget)];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    if (place.settled.length > 0) continue;
    const next = nearestToSettled(place);
    if (next < 0 || budget.steps < 0) return true;
    stack.push(...split(space, place, place.open[next]!, budget).outside);
  }
  return false;
}

function standingIn(view: PolicyView, { settled }: Place): Standing {
  const { outcomes, otherwise, ruleOf } = view;
  if (view.policy.definition.hit === 'first') {
    const head = settled.reduce((first, box) => Math.min(first, ruleOf[box]!), Number.POSITIVE_INFINITY);
    const outcome = view.outcomeOf[head] ?? otherwise;
    const changes = (box: number): boolean => ruleOf[box]! < head && outcomeOf(view, box) !== outcome;
    return { outcome, lasting: false, changes };
  }
  const all = settled.map((box) => outcomeOf(view, box));
  if (all.length === 0) {
    return { outcome: otherwise, lasting: false, changes: (box) => outcomeOf(view, box) !== otherwise };
  }
  const outcome = all.reduce(outcomes.join);
  const changes = (box: number): boolean => outcomes.join(outcome, outcomeOf(view, box)) !== outcome;
  return { outcome, lasting: true, changes };
}

function outcomeOf(view: PolicyView, box: number): number {
  return view.outcomeOf[view.ruleOf[box]!]!;
}
