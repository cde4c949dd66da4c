import type { ExternalId } from '../../foundation/names.js';
import type { Witness } from '../../governance/analysis/types.js';
import type { CompiledDeliverable, CompiledProcess, Route, Step } from '../compiled.js';
import type { WaiverTarget } from '../items/types.js';
import type { Waivable } from '../types.js';
import { type MomentFault, momentFault } from './moments.js';
import type { Staff } from './staff.js';
import { reachThreshold, type ScoreBudget } from './threshold.js';
import type { VerifyOptions } from './types.js';
import {
  type Conditions,
  expressionOf,
  type Found,
  type Lift,
  negated,
  satisfy,
  type Way,
  type Ways,
  waysOf,
} from './ways.js';

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
  /** Facts with which all that must hold at a gate does, and with a `score` that reaches its threshold. */
  readonly metAt: (step: Step, staying: Conditions, asked: 'musts' | 'score') => Found<{ readonly facts: Witness }>;
  /** Facts with which a track's condition holds; undefined of a route without one. */
  readonly conditionOf: (route: Route) => Found<{ readonly facts: Witness }> | undefined;
  /** How a track is granted: what its condition lets in is not. */
  readonly grantOf: (route: Route) => Ways;
  /** How waivers of a gate are granted, whatever they are for. */
  readonly waiverOf: (step: Step) => Ways;
}

/** How many sets of criteria are looked at over all gates. */
const mostSets = 10_000;

export function createSurvey(compiled: CompiledProcess, staff: Staff, options: VerifyOptions = {}): Survey {
  const budget: ScoreBudget = { sets: mostSets };
  const liftAt =
    (step: Step): Lift =>
    (look) =>
      reachThreshold(compiled, step, budget, look);
  const waiverOf = once((step: Step) => waysOf(compiled, step.waiverAuthority, staff));
  const gateAt = once((step: Step) =>
    once((condition: Conditions[number] | undefined): GateWays => {
      const ground = { compiled, staff, lift: liftAt(step), waiverOf };
      const freely = condition === undefined ? undefined : gateAt(step)(undefined);
      // What is closed to all is closed to those on a track, for the same reason.
      if (freely !== undefined && isClosed(freely)) return freely;
      const moment = momentFault(step, options);
      const staying = condition === undefined ? [] : [condition];
      return { ...surveyGate(ground, step, staying), ...(moment !== undefined && { moment }) };
    }),
  );
  return {
    compiled,
    staff,
    gateOf: (step, [condition]) => gateAt(step)(condition),
    metAt: (step, staying, asked) => {
      const conditions = [...step.must.map(expressionOf), ...staying];
      return satisfy(compiled, conditions, asked === 'score' ? liftAt(step) : undefined);
    },
    conditionOf: once(({ when }) => when && satisfy(compiled, [expressionOf(when)])),
    grantOf: once(({ when, authority }) => {
      if (authority === undefined) return { short: [], isProven: true };
      return waysOf(compiled, authority, staff, when && { conditions: [negated(expressionOf(when))] });
    }),
    waiverOf,
  };
}

function isClosed({ ways, relief }: GateWays): boolean {
  return ways.passing === undefined && ways.short.length === 0 && relief === undefined;
}

/** What has to hold on a route at every gate: a granted track may be kept without its condition. */
export function stayingOn({ grantOf }: Survey, route: Route): Conditions {
  return route.when === undefined || grantOf(route).passing !== undefined ? [] : [expressionOf(route.when)];
}

interface Ground {
  readonly compiled: CompiledProcess;
  readonly staff: Staff;
  readonly lift: Lift;
  readonly waiverOf: (step: Step) => Ways;
}

function surveyGate({ compiled, staff, lift, waiverOf }: Ground, step: Step, staying: Conditions): GateWays {
  const { gate, deliverables, authority, must, phase } = step;
  const handedIn = inOrder(deliverables);
  const waysWithout = (waived: ReadonlySet<Waivable>): Ways =>
    waysOf(compiled, authority, staff, {
      conditions: [...(waived.has('criterion') ? [] : must.map(expressionOf)), ...staying],
      lift,
      contributors: waived.has('deliverable') ? [] : contributorsOf(handedIn, staff),
    });
  const ways = waysWithout(new Set());
  const grant = gate.waivable?.length ? waiverOf(step).passing : undefined;
  const may = (kind: Waivable) => grant !== undefined && gate.waivable!.includes(kind);
  const surveyed = { ways, handedIn, isPhaseWaived: may('phase') };
  const isAllIn = handedIn.length === deliverables.length;
  if (grant === undefined || (ways.passing !== undefined && isAllIn)) return surveyed;

  // What takes the fewest waivers first; all pieces or criteria at once, as the most that they can do.
  for (const kinds of [['deliverable'], ['criterion'], ['deliverable', 'criterion']] as const) {
    const waived = new Set<Waivable>(kinds);
    if (!kinds.every(may) || !(waived.has('deliverable') || isAllIn)) continue;
    const { passing } = waysWithout(waived);
    if (passing === undefined) continue;
    const targets = kinds.flatMap((kind) =>
      (kind === 'deliverable' ? deliverables : must).map(
        ({ definition }) => ({ [kind]: definition.id }) as object as WaiverTarget,
      ),
    );
    return { ...surveyed, relief: { targets, grant, passing, handedIn: waived.has('deliverable') ? [] : handedIn } };
  }
  const { passing } = may('phase') ? waysOf(compiled, authority, staff, { conditions: staying }) : {};
  if (passing === undefined) return surveyed;
  return { ...surveyed, relief: { targets: [{ phase: phase.id }], grant, passing, handedIn: [] } };
}

/** Who cannot but contribute: nobody else holds the role. */
function contributorsOf(deliverables: readonly CompiledDeliverable[], staff: Staff): readonly ExternalId[] {
  return deliverables.flatMap(({ definition }) => staff.onlyContributorOf(definition.owner) ?? []);
}

/** What others need comes first; what waits for itself, or for what does, is left out. */
function inOrder(deliverables: readonly CompiledDeliverable[]): readonly CompiledDeliverable[] {
  const open = new Map(deliverables.map((each) => [each.definition.id, each]));
  const sorted: CompiledDeliverable[] = [];
  for (let before = -1; before !== sorted.length; ) {
    before = sorted.length;
    for (const [id, each] of open) {
      if (each.definition.needs?.some((need) => open.has(need))) continue;
      open.delete(id);
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
