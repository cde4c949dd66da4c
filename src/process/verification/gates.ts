import { createGraph, findCycles } from '../../foundation/graph.js';
import { quote } from '../../foundation/shorten.js';
import type { Witness } from '../../governance/analysis/types.js';
import { peopleInRole } from '../../organization/people-in-role.js';
import type { Route, Step } from '../compiled.js';
import { list } from '../deciding/authority.js';
import type { WaiverTarget } from '../items/types.js';
import { type GateWays, type Survey, stayingOn } from './survey.js';
import type { ProcessFinding, VerifyOptions } from './types.js';
import { firstPlaceOf } from './walk.js';
import type { Conditions, Short } from './ways.js';
import type { Witnesses } from './witness.js';

/** A gate as items on one route meet it. */
interface GateCase {
  readonly survey: Survey;
  readonly route: Route;
  readonly step: Step;
  readonly staying: Conditions;
  readonly gate: GateWays;
  readonly options: VerifyOptions;
  readonly witnesses: Witnesses;
}

/** What is wrong with gates; the same on several ways through is said once. */
export function gateFindings(
  survey: Survey,
  routes: readonly Route[],
  options: VerifyOptions,
  witnesses: Witnesses,
): readonly ProcessFinding[] {
  const findings: ProcessFinding[] = [];
  for (let place = 0; place < survey.compiled.definition.phases.length; place++) {
    const here = routes.filter(({ skips }) => !skips[place]);
    const said = new Map<string, { readonly on: Route[]; readonly each: ProcessFinding[] }>();
    for (const route of here) {
      for (const finding of findingsAt(survey, route, place, options, witnesses)) {
        const key = JSON.stringify([finding.code, finding.severity, finding.message]);
        const entry = said.get(key) ?? { on: [], each: [] };
        entry.on.push(route);
        entry.each.push(finding);
        said.set(key, entry);
      }
    }
    for (const { on, each } of said.values()) findings.push(...saidOnce(here, on, each));
  }
  return findings;
}

/** On the process itself with the tracks on which it is otherwise; else for each track. */
function saidOnce(
  here: readonly Route[],
  on: readonly Route[],
  each: readonly ProcessFinding[],
): readonly ProcessFinding[] {
  if (on[0]!.track !== undefined && on.length < here.length) {
    return on.map(({ track }, at) => ({ ...each[at]!, track: track!.id }));
  }
  const except = here.filter((route) => !on.includes(route)).map(({ track }) => track!.id);
  const shown = each.find(({ witness }) => witness !== undefined) ?? each[0]!;
  return [{ ...shown, ...(except.length > 0 && { except }) }];
}

function findingsAt(
  survey: Survey,
  route: Route,
  place: number,
  options: VerifyOptions,
  witnesses: Witnesses,
): readonly ProcessFinding[] {
  const step = route.steps[place]!;
  const staying = stayingOn(survey, route);
  const gate = survey.gateOf(step, staying);
  const one: GateCase = { survey, route, step, staying, gate, options, witnesses };
  const { passing, short } = gate.ways;
  return [
    ...circles(one),
    ...(passing === undefined && short.length === 0 ? [closed(one)] : short.map((each) => tooFew(one, each))),
    ...moments(one),
    ...waivers(one),
    ...strangers(one),
  ];
}

/** What comes of a gate that is closed: an error where no item gets past it, a warning where a waiver leads past. */
function consequence(isPassedByWaiver: boolean, { step }: GateCase) {
  const gate = `the gate of ${step.phase.id}`;
  if (isPassedByWaiver) return { severity: 'warning', so: `items get past ${gate} by waiver alone` } as const;
  return { severity: 'error', so: `no item passes ${gate}` } as const;
}

/** A phase that is waived before an item comes to it is left out. */
function isLeftOut({ route, step, gate }: GateCase): boolean {
  return gate.isPhaseWaived && step.place > firstPlaceOf(route);
}

function closes(one: GateCase): ReturnType<typeof consequence> {
  return consequence(one.gate.relief !== undefined || isLeftOut(one), one);
}

/** No facts are enough: they do not meet what is asked of them, or the policy forbids all that do. */
function closed(one: GateCase): ProcessFinding {
  const { survey, route, step, staying, gate, witnesses } = one;
  const { severity, so } = closes(one);
  const phase = step.phase.id;
  let { isProven } = gate.ways;
  const meets = (conditions: Conditions, asked: 'musts' | 'score'): Witness | undefined => {
    const met = survey.metAt(step, conditions, asked);
    isProven &&= met.isProven;
    return met.found?.facts;
  };
  const common = () => ({ severity, phase, ...(!isProven && { mayBeSpurious: true as const }) });
  const shown = (facts?: Witness) =>
    witnesses.gate(route, step.place, { pieces: gate.handedIn, ...(facts !== undefined && { facts }) });
  const met = meets(staying, 'score');
  if (met !== undefined) {
    return {
      code: 'process/gate-forbidden',
      ...common(),
      message: `policy ${step.authority.id} forbids whatever meets the criteria of ${phase}, so that ${so}`,
      path: [...step.path, 'gate', 'authority'],
      hint: 'change the policy or the criteria',
      ...shown(met),
    };
  }
  const names = step.must.map(({ definition: { id } }) => id);
  if (meets([], 'musts') !== undefined) {
    const score = `a score of ${step.threshold}`;
    if (meets([], 'score') === undefined) {
      return {
        code: 'process/threshold-out-of-reach',
        ...common(),
        message: `no facts ${names.length === 0 ? 'give' : `meet ${list(names)} and give`} ${phase} ${score}, so that ${so}`,
        path: [...step.path, 'gate', 'threshold'],
        hint: 'lower it, or change the criteria that add to the score',
        ...shown(),
      };
    }
    // What is left to blame is that the track's condition has to go on holding.
    if (meets(staying, 'musts') !== undefined) names.push(score);
    names.push(`the condition of ${route.track!.id}`);
  }
  return {
    code: 'process/criteria-exclude-each-other',
    ...common(),
    message: `no facts meet ${list(names)}${names.length > 1 ? ' together' : ''}, so that ${so}`,
    path: [...step.path, 'gate', 'criteria'],
    hint: 'change one of them',
    ...shown(),
  };
}

/** Some facts, or all, lead to asking for more people than there are. */
function tooFew(one: GateCase, { facts, shortage }: Short): ProcessFinding {
  const { route, step, gate, witnesses } = one;
  const phase = step.phase.id;
  const isClosed = gate.ways.passing === undefined;
  const { severity, so } = closes(one);
  return {
    code: isClosed ? 'process/gate-nobody-can-pass' : 'process/too-few-approvers',
    severity: isClosed ? severity : 'warning',
    message: `the gate of ${phase} asks for ${peopleShort(shortage)}${isClosed && severity === 'warning' ? `, so that ${so}` : ''}`,
    path: [...step.path, 'gate', 'authority'],
    hint: 'give somebody the role, or ask for fewer',
    phase,
    facts,
    ...witnesses.gate(route, step.place, { facts, pieces: gate.handedIn }),
    ...(shortage !== undefined && { shortage }),
    ...(isClosed && !gate.ways.isProven && { mayBeSpurious: true as const }),
  };
}

export function peopleShort(shortage: Short['shortage']): string {
  const roles = shortage?.roles.join(', ') ?? '';
  const number = shortage?.people.length ?? 0;
  const needed = shortage?.needed ?? 0;
  return `${needed} ${needed === 1 ? 'person' : 'people'} of ${roles || 'those it names'}, and there ${number === 1 ? 'is 1' : `are ${number}`}`;
}

/** Deliverables of which each needs the next, so that none can be handed in. */
function circles(one: GateCase): readonly ProcessFinding[] {
  const { step, route, witnesses } = one;
  const { deliverables } = step;
  const placeOf = new Map(deliverables.map(({ definition }, index) => [definition.id, index]));
  const from: number[] = [];
  const to: number[] = [];
  for (const [index, { definition }] of deliverables.entries()) {
    for (const need of definition.needs ?? []) {
      const needed = placeOf.get(need);
      // What a track does without is not waited for.
      if (needed === undefined) continue;
      from.push(index);
      to.push(needed);
    }
  }
  const { cycles } = findCycles(createGraph(deliverables.length, Int32Array.from(from), Int32Array.from(to)));
  return cycles.map((cycle): ProcessFinding => {
    const [first] = cycle;
    const circle = [...cycle].map((index) => deliverables[index]!.definition.id);
    return {
      code: 'process/deliverables-in-a-circle',
      severity: closes(one).severity,
      message:
        circle.length === 1
          ? `${circle[0]} needs itself, so that it can never be handed in`
          : `${list(circle)} need each other, so that none can be handed in`,
      path: [...deliverables[first!]!.path, 'needs'],
      hint: 'leave out one of the needs',
      phase: step.phase.id,
      circle,
      ...witnesses.circle(route, step.place, deliverables[first!]!),
    };
  });
}

/** A gate whose window or meetings are all over, or never come. */
function moments(one: GateCase): readonly ProcessFinding[] {
  const { step, gate, route, witnesses } = one;
  const { moment: fault } = gate;
  if (fault === undefined) return [];
  const { severity, so } = consequence(isLeftOut(one), one);
  return [
    {
      code: 'process/gate-never-open',
      severity,
      message: `${fault.message}, so that ${so}`,
      path: [...step.path, 'gate', fault.key],
      hint: fault.hint,
      phase: step.phase.id,
      ...witnesses.gate(route, step.place, { pieces: gate.handedIn }),
    },
  ];
}

/** Waivers that nobody may grant; where the gate's own policy says so, that it is closed is said already. */
function waivers({ survey, route, step, witnesses }: GateCase): readonly ProcessFinding[] {
  const { waiverAuthority } = step.gate;
  const target = targetOf(step);
  if (target === undefined || waiverAuthority === undefined || step.waiverAuthority === step.authority) return [];
  const { passing, short, isProven } = survey.waiverOf(step);
  if (passing !== undefined) return [];
  const [lack] = short;
  const phase = step.phase.id;
  const why = lack === undefined ? 'forbids it whatever the facts are' : `asks for ${peopleShort(lack.shortage)}`;
  return [
    {
      code: 'process/waiver-nobody-can-grant',
      severity: 'warning',
      message: `nobody may waive anything at the gate of ${phase}: policy ${waiverAuthority} ${why}`,
      path: [...step.path, 'gate', 'waiverAuthority'],
      hint: 'name another policy, or leave out waivable',
      phase,
      ...(lack !== undefined && { facts: lack.facts }),
      ...witnesses.waiver(route, step.place, target, lack?.facts ?? {}),
      ...(lack?.shortage !== undefined && { shortage: lack.shortage }),
      ...(!isProven && { mayBeSpurious: true as const }),
    },
  ];
}

/** Something that a gate lets be waived; undefined where it asks for nothing of the kind. */
function targetOf({ gate, must, deliverables, phase }: Step): WaiverTarget | undefined {
  for (const kind of gate.waivable ?? []) {
    if (kind === 'phase') return { phase: phase.id };
    const [first] = kind === 'criterion' ? must : deliverables;
    if (first !== undefined) return { [kind]: first.definition.id } as WaiverTarget;
  }
  return undefined;
}

/** Deliverables of roles that nobody holds. */
function strangers({ route, step, gate, options, witnesses }: GateCase): readonly ProcessFinding[] {
  const { directory, on } = options;
  if (directory === undefined || on === undefined) return [];
  return step.deliverables
    .filter(({ definition }) => peopleInRole(directory, definition.owner, { on }).length === 0)
    .map(({ definition, path }) => ({
      code: 'process/nobody-to-hand-in',
      severity: 'warning',
      message: `${definition.id} is handed in by the role ${quote(definition.owner)}, which nobody holds on ${on}`,
      path: [...path, 'owner'],
      hint: 'give somebody the role in the directory, or leave the directory out where roles come from elsewhere',
      phase: step.phase.id,
      ...witnesses.gate(route, step.place, {
        pieces: gate.handedIn.filter((each) => each.definition.id !== definition.id),
      }),
    }));
}
