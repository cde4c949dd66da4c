import type { ExternalId } from '../../foundation/names.js';
import type { CompiledCriterion, CompiledDeliverable, CompiledProcess, Route, Step } from '../compiled.js';
import type { WaiverTarget } from '../items/types.js';
import type { Waivable } from '../types.js';
import { type MomentFault, momentFault } from './moments.js';
import type { Staff } from './staff.js';
import { waysToThreshold } from './threshold.js';
import type { VerifyOptions } from './types.js';
import { type Conditions, expressionOf, negated, type Search, satisfy, type Way, type Ways, waysOf } from './ways.js';

/** How an item gets past a gate, and what keeps it. */
export interface GateWays {
  /** With everything that the gate asks for. */
  readonly ways: Ways;
  /** What can be handed in, in an order in which it can. */
  readonly handedIn: readonly CompiledDeliverable[];
  /** Where that is not enough, and waivers are. */
  readonly relief?: Relief;
  /** Why it is never open; absent where it is, or no calendar says. */
  readonly moment?: MomentFault;
  /** Whether the phase may be waived, and somebody may do so. */
  readonly isPhaseWaived: boolean;
}

export interface Relief {
  readonly targets: readonly WaiverTarget[];
  /** How they are granted. */
  readonly grant: Way;
  /** How the item passes then. */
  readonly passing: Way;
  readonly handedIn: readonly CompiledDeliverable[];
}

/** What was found out about a process, each thing once. */
export interface Survey {
  readonly compiled: CompiledProcess;
  readonly staff: Staff;
  readonly gateOf: (step: Step, staying: Conditions) => GateWays;
  /** Facts with which a track's condition holds; undefined of a route without one. */
  readonly conditionOf: (route: Route) => Search | undefined;
  /** How a track is granted: what its condition lets in is not. */
  readonly grantOf: (route: Route) => Ways;
  /** How waivers of a gate are granted, whatever they are for. */
  readonly waiverOf: (step: Step) => Ways;
}

export function createSurvey(compiled: CompiledProcess, staff: Staff, options: VerifyOptions = {}): Survey {
  const waiverOf = once((step: Step) => waysOf(compiled, step.waiverAuthority, [[]], staff));
  const gates = once((step: Step) =>
    once((condition: Conditions[number] | undefined) =>
      surveyGate(
        compiled,
        step,
        condition === undefined ? [] : [condition],
        staff,
        waiverOf,
        momentFault(step, options),
      ),
    ),
  );
  return {
    compiled,
    staff,
    gateOf: (step, [condition]) => gates(step)(condition),
    conditionOf: once(({ when }) => when && satisfy(compiled, [expressionOf(when)])),
    grantOf: once(({ when, authority }) => {
      if (authority === undefined) return { short: [], isProven: true };
      return waysOf(compiled, authority, [when === undefined ? [] : [negated(expressionOf(when))]], staff);
    }),
    waiverOf,
  };
}

/** What has to hold on a route at every gate: a granted track may be kept without its condition. */
export function stayingOn({ grantOf }: Survey, route: Route): Conditions {
  return route.when === undefined || grantOf(route).passing !== undefined ? [] : [expressionOf(route.when)];
}

/** What a gate asks for of the facts: one list of conditions for each way to reach its threshold. */
export function conditionsAt(
  step: Step,
  must: readonly CompiledCriterion[],
  staying: Conditions,
): { readonly lists: readonly Conditions[]; readonly isWhole: boolean } {
  const { sets, isWhole } = waysToThreshold(step);
  return { lists: sets.map((set) => [...[...must, ...set].map(expressionOf), ...staying]), isWhole };
}

function surveyGate(
  compiled: CompiledProcess,
  step: Step,
  staying: Conditions,
  staff: Staff,
  waiverOf: (step: Step) => Ways,
  moment: MomentFault | undefined,
): GateWays {
  const { gate, deliverables, authority, must, phase } = step;
  const handedIn = inOrder(deliverables);
  const waysWithout = ({ criteria, pieces }: { readonly criteria: boolean; readonly pieces: boolean }): Ways => {
    const { lists, isWhole } = conditionsAt(step, criteria ? [] : must, staying);
    const ways = waysOf(compiled, authority, lists, staff, pieces ? [] : contributorsOf(handedIn, staff));
    return isWhole ? ways : { ...ways, isProven: false };
  };
  const ways = waysWithout({ criteria: false, pieces: false });
  const grant = gate.waivable?.length ? waiverOf(step).passing : undefined;
  const may = (kind: Waivable) => grant !== undefined && gate.waivable!.includes(kind);
  const surveyed = { ways, handedIn, isPhaseWaived: may('phase'), ...(moment !== undefined && { moment }) };
  const isAllIn = handedIn.length === deliverables.length;
  if (grant === undefined || (ways.passing !== undefined && isAllIn)) return surveyed;

  // What takes the fewest waivers first; all pieces or criteria at once, as the most that they can do.
  for (const [pieces, criteria] of [
    [true, false],
    [false, true],
    [true, true],
  ] as const) {
    if ((pieces && !may('deliverable')) || (criteria && !may('criterion')) || !(pieces || isAllIn)) continue;
    const { passing } = waysWithout({ criteria, pieces });
    if (passing === undefined) continue;
    const targets = [
      ...(pieces ? deliverables.map(({ definition }): WaiverTarget => ({ deliverable: definition.id })) : []),
      ...(criteria ? must.map(({ definition }): WaiverTarget => ({ criterion: definition.id })) : []),
    ];
    return { ...surveyed, relief: { targets, grant, passing, handedIn: pieces ? [] : handedIn } };
  }
  const { passing } = may('phase') ? waysOf(compiled, authority, [staying], staff) : {};
  if (passing === undefined) return surveyed;
  return { ...surveyed, relief: { targets: [{ phase: phase.id }], grant, passing, handedIn: [] } };
}

/** Who cannot but contribute: nobody else holds the role. */
function contributorsOf(deliverables: readonly CompiledDeliverable[], staff: Staff): readonly ExternalId[] {
  return deliverables.flatMap(({ definition }) => staff.onlyContributorOf(definition.owner) ?? []);
}

/** What others need comes first; what waits for itself, or for what does, is left out. */
function inOrder(deliverables: readonly CompiledDeliverable[]): readonly CompiledDeliverable[] {
  const done = new Set<string>();
  const open = new Set(deliverables);
  const sorted: CompiledDeliverable[] = [];
  for (let count = -1; count !== sorted.length; ) {
    count = sorted.length;
    for (const each of open) {
      const needs = each.definition.needs ?? [];
      if (needs.some((need) => !done.has(need) && [...open].some(({ definition }) => definition.id === need))) continue;
      open.delete(each);
      done.add(each.definition.id);
      sorted.push(each);
    }
  }
  return sorted;
}

function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined || made.has(key)) return known as V;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
