import type { ExternalId } from '../../foundation/names.js';
import type { Witness } from '../../governance/analysis/types.js';
import type { CompiledDeliverable, Route, Step } from '../compiled.js';
import type { Actor } from '../items/commands.js';
import type { VoteSubject, WaiverTarget } from '../items/types.js';
import type { Staff, Voter } from './staff.js';
import type { Relief, Survey } from './survey.js';
import type { PathStep } from './types.js';
import { type Conditions, expressionOf, type Way } from './ways.js';

export type Steps = readonly PathStep<string, string, object>[];

/** How an item comes to be on a route. */
export interface Entry {
  readonly steps: Steps;
  /** What has to hold for it to stay there. */
  readonly staying: Conditions;
}

/** The way of an item along a route. */
export interface Walk {
  /** Into a phase of the route, and onto the route in its first; undefined where nothing leads there. */
  readonly into: (place: number) => Steps | undefined;
  /** What the gate of a phase asks for; undefined where nobody can do all of it. */
  readonly atGate: (place: number) => Steps | undefined;
  /** To the gate of a phase with everything that it asks for. */
  readonly upTo: (place: number) => Steps | undefined;
}

export const owner: Actor = { id: 'owner', roles: [] };
export const go = { type: 'decideGate', outcome: 'go' } as const;
/** A day so late that nothing is over by then. */
export const faraway = '9000-01-01';

/** The walks of a route, one for each way onto it: none where nothing lets an item on it. */
export function walksOf(survey: Survey, route: Route, before?: Walk): readonly Walk[] {
  return entriesOf(survey, route).map((entry) => createWalk(survey, route, entry, before));
}

/** By condition first: it binds the item, which a grant does not. */
function entriesOf(survey: Survey, route: Route): readonly Entry[] {
  const { track, when } = route;
  if (track === undefined) return [{ steps: [], staying: [] }];
  const choose = { actor: owner, command: { type: 'chooseTrack', track: track.id } } as const;
  const met = survey.conditionOf(route)?.found?.facts;
  const granted = survey.grantOf(route).passing;
  const asked = granted && asking(granted, survey.staff, [], { track: track.id });
  return [
    ...(met === undefined ? [] : [{ steps: [...recording(met), choose], staying: [expressionOf(when!)] }]),
    ...(asked === undefined ? [] : [{ steps: [...asked, choose], staying: [] }]),
  ];
}

/** The first phase that a route does not skip. */
export function firstPlaceOf({ skips }: Route): number {
  return skips.indexOf(false);
}

function createWalk(survey: Survey, route: Route, { steps: entering, staying }: Entry, before?: Walk): Walk {
  const prefixes = new Map<number, Steps | undefined>();
  const first = firstPlaceOf(route);
  const into = (place: number): Steps | undefined => {
    if (place === first) {
      // The phases before are passed on the process itself.
      const way = before === undefined ? [] : before.into(place);
      return way && [...way, ...entering];
    }
    const way = upTo(route.skips.lastIndexOf(false, place - 1));
    return way && [...way, { actor: owner, command: go }];
  };
  const atGate = (place: number) => gateSteps(survey, route.steps[place]!, staying);
  const upTo = (place: number): Steps | undefined => {
    if (prefixes.has(place)) return prefixes.get(place);
    const way = into(place);
    const asked = way && atGate(place);
    const result = asked && [...way, ...asked];
    prefixes.set(place, result);
    return result;
  };
  return { into, atGate, upTo };
}

/** What it takes at a gate: waivers where nothing else helps, deliverables, facts, votes. */
function gateSteps({ gateOf, staff }: Survey, step: Step, staying: Conditions): Steps | undefined {
  const { ways, handedIn, relief, moment } = gateOf(step, staying);
  const passing = relief?.passing ?? ways.passing;
  if (
    passing === undefined ||
    moment !== undefined ||
    (relief === undefined && handedIn.length < step.deliverables.length)
  )
    return undefined;
  const waived = relief === undefined ? [] : waiving(relief, staff);
  const pieces = relief?.handedIn ?? handedIn;
  const contributors = pieces.map(({ definition }) => staff.contributorOf(definition.owner));
  const asked = asking(passing, staff, contributors);
  // Votes come last: what is handed in after them makes them old.
  return waived && asked && [...waived, ...pieces.flatMap((piece) => submissions(piece, staff)), ...asked];
}

function waiving({ targets, grant }: Relief, staff: Staff): Steps | undefined {
  const steps: PathStep<string, string, object>[] = [];
  for (const target of targets) {
    const asked = asking(grant, staff, [], { waiver: target });
    if (asked === undefined) return undefined;
    steps.push(...asked, waiver(target));
  }
  return steps;
}

export function waiver(target: WaiverTarget): PathStep<string, string, object> {
  return { actor: owner, command: { type: 'grantWaiver', target, reason: 'a reason', until: faraway } };
}

/** Facts and votes with which an authority lets something happen; undefined where people are too few. */
function asking(
  { facts, requirements }: Way,
  staff: Staff,
  contributors: readonly ExternalId[],
  on?: VoteSubject,
): Steps | undefined {
  const voters = requirements.length === 0 ? [] : staff.votersFor(requirements, contributors);
  return voters && [...recording(facts), ...voters.map((voter) => approval(voter, on))];
}

function approval({ person, roles }: Voter, on: VoteSubject | undefined): PathStep<string, string, object> {
  const command = { type: 'vote', vote: 'approve', ...(on !== undefined && { on }) } as const;
  return { actor: { id: person, roles }, command };
}

export function recording(facts: Witness): Steps {
  return Object.keys(facts).length === 0 ? [] : [{ actor: owner, command: { type: 'recordFacts', facts } }];
}

/** Handing in all pieces of a deliverable. */
export function submissions({ definition, atLeast }: CompiledDeliverable, staff: Staff): Steps {
  const { id, owner: role } = definition;
  const actor = { id: staff.contributorOf(role), roles: [role] };
  return Array.from({ length: atLeast }, (_, at) => ({
    actor,
    command: { type: 'submitDeliverable', deliverable: id, evidence: { uri: `evidence:${id}/${at + 1}` } },
  }));
}
