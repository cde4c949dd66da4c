import type { ExternalId, Name } from '../../foundation/names.js';
import type { Witness } from '../../governance/analysis/types.js';
import type { PeopleRequirement, Policy, Requirement, RoleRequirement } from '../../governance/types.js';
import type { CompiledDeliverable, CompiledProcess, Route, Step } from '../compiled.js';
import type { Actor, CommandBody } from '../items/commands.js';
import { unseal } from '../seal.js';
import type { Process } from '../types.js';
import { askingOutcomes, find, gatePolicy } from './gates.js';

/** A command of a path, and who sends it. */
export interface PathStep<P extends string = string, D extends string = string, F = never> {
  readonly actor: Actor;
  readonly command: CommandBody<P, D, F>;
}

/** Commands that lead an item from its beginning over what they cover. Plain JSON. */
export interface CoveringPath<P extends string = string, D extends string = string, F = never> {
  /** What it is about: `go from build to validation`, `kill in build`. */
  readonly covers: string;
  /** In order; the item begins with the owner `owner`. */
  readonly steps: readonly PathStep<P, D, F>[];
  /** Where the item is then. */
  readonly phase: P;
  readonly status: 'active' | 'completed' | 'killed';
}

/** Paths with the people that they need. */
export interface CoveringPaths<P extends string = string, D extends string = string, F = never> {
  readonly paths: readonly CoveringPath<P, D, F>[];
  /** Who has to be in the directory, in which role, for votes to count. */
  readonly people: readonly { readonly person: ExternalId; readonly role: Name }[];
  /** What no path covers, since no facts or people lead there: see `verifyProcess`. */
  readonly uncovered: readonly string[];
}

/**
 * Returns command sequences that together cover every gate outcome and every transition of a process: each go, on the process and
 * on each track, a conditional go, a hold with its resumption, sending back to each phase that may be, and ending. They are finite
 * by construction, and test cases for a host: commands lack id and `expected`, windows and meetings are the host's to choose.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }) });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({
 *   id: 'delivery', facts, policies: { alone },
 *   phases: { build: { gate: { authority: 'alone', criteria: { cheap: 'cost < 100' }, recycleTo: ['build'], maxRecycles: 1 } } },
 * });
 * coveringPaths(process).paths.map(({ covers }) => covers);
 * //=> ['go from build', 'conditional go from build', 'hold and resume in build', 'kill in build', 'back from build to build']
 */
export function coveringPaths<P extends string, D extends string, F>(
  process: Process<P, string, D, F>,
): CoveringPaths<P, D, F> {
  const compiled = unseal(process);
  const people = new Map<string, { readonly person: ExternalId; readonly role: Name }>();
  const uncovered: string[] = [];
  const paths: CoveringPath[] = [];
  for (const route of compiled.routes.values()) {
    const walk = createWalk(compiled, route, (asked) => {
      const voters = votersOf(asked);
      for (const { person, role } of voters) if (role !== undefined) people.set(`${person} ${role}`, { person, role });
      return voters;
    });
    for (const step of route.steps) {
      if (!route.skips[step.place]) pathsAt(step, walk, paths, uncovered);
    }
  }
  return { paths, people: [...people.values()], uncovered } as object as CoveringPaths<P, D, F>;
}

export type Steps = readonly PathStep<string, string, object>[];

/** Who votes where somebody is asked for; undefined where they are too few. */
export type Voters = (
  asked: RoleRequirement | PeopleRequirement,
) => readonly { readonly person: ExternalId; readonly role?: Name }[] | undefined;

/** The ways of items on one route. */
export interface Walk {
  readonly route: Route;
  readonly words: string;
  /** Into a phase, before anything is done there; undefined where nothing leads there. */
  readonly into: (place: number) => Steps | undefined;
  /** What the gate of a phase asks for; undefined where nobody can do all of it. */
  readonly atGate: (place: number) => Steps | undefined;
  /** To the gate of a phase with everything that it asks for; undefined where no facts lead there. */
  readonly upTo: (place: number) => Steps | undefined;
  readonly following: (place: number) => Step | undefined;
}

export const owner: Actor = { id: 'owner', roles: [] };

export function createWalk(compiled: CompiledProcess, route: Route, voters: Voters): Walk {
  const prefixes = new Map<number, Steps | undefined>();
  const following = (place: number) => route.steps.find((step) => step.place > place && !route.skips[step.place]);
  const first = route.steps[0]!;
  const into = (place: number): Steps | undefined => {
    // Phases are passed in order, so that the one before is known.
    const before = [...route.steps]
      .reverse()
      .find((step) => step.place < place && (!route.skips[step.place] || step === first));
    if (before === undefined) return [];
    const way = upTo(before.place);
    return way && [...way, { actor: owner, command: go }];
  };
  const here = (place: number) => atGate(compiled, route, route.steps[place]!, voters);
  const upTo = (place: number): Steps | undefined => {
    if (prefixes.has(place)) return prefixes.get(place);
    const way = into(place);
    const asked = way && here(place);
    const result = asked && [...way, ...asked];
    prefixes.set(place, result);
    return result;
  };
  return {
    ...{ route, words: route.track === undefined ? '' : ` on ${route.track.id}`, into, atGate: here, upTo },
    following,
  };
}

export const go = { type: 'decideGate', outcome: 'go' } as const;

/** What it takes at a gate: deliverables, facts, votes; on a track, the choice of it in the first phase. */
function atGate(compiled: CompiledProcess, route: Route, step: Step, voters: Voters): Steps | undefined {
  const submitted = submissionsOf(step);
  if (submitted === undefined) return undefined;
  const staying = route.when === undefined ? [] : [route.when];
  const policy = gatePolicy(compiled, step, [...step.must, ...staying]);
  const alone = find(policy, 'autonomous');
  const asking = alone.facts === undefined ? firstStaffed(policy, voters) : undefined;
  const facts: Witness | undefined = alone.facts ?? asking?.facts;
  if (facts === undefined || (route.track !== undefined && route.when === undefined)) return undefined;
  const track = route.track?.id;
  const isChosenHere = track !== undefined && step === route.steps.find(({ place }) => !route.skips[place]);
  const chosen: Steps = isChosenHere ? [{ actor: owner, command: { type: 'chooseTrack', track } }] : [];
  return [...recording(facts), ...chosen, ...submitted, ...(asking?.votes ?? [])];
}

/** The first outcome that asks for people who are there, with their votes. */
function firstStaffed(policy: Policy, voters: Voters) {
  for (const { outcome, facts } of askingOutcomes(policy)) {
    const votes = outcome.requirements.map((requirement) => votesFor(requirement, voters));
    if (votes.every((each) => each !== undefined)) return { facts, votes: votes.flat() };
  }
  return undefined;
}

export function recording(facts: Witness): Steps {
  return Object.keys(facts).length === 0 ? [] : [{ actor: owner, command: { type: 'recordFacts', facts } }];
}

/** Handing in all that a gate asks for; undefined where deliverables wait for each other. */
function submissionsOf({ deliverables }: Step): Steps | undefined {
  const sorted = inOrder(deliverables);
  return sorted.length < deliverables.length ? undefined : sorted.flatMap(submissions);
}

export function submissions({ definition: { id, owner: role }, atLeast }: CompiledDeliverable): Steps {
  const actor = { id: `${role}-1`, roles: [role] };
  return Array.from({ length: atLeast }, (_, at) => ({
    actor,
    command: { type: 'submitDeliverable', deliverable: id, evidence: { uri: `evidence:${id}/${at + 1}` } },
  }));
}

/** What others need comes first; what waits for itself, or for what does, is left out. */
export function inOrder(deliverables: readonly CompiledDeliverable[]): readonly CompiledDeliverable[] {
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

/** An approval of each who is asked for, for the first of alternatives; undefined where they are too few. */
function votesFor(requirement: Requirement, voters: Voters): Steps | undefined {
  const votes: PathStep<string, string, object>[] = [];
  const open = [requirement];
  for (let next = open.pop(); next; next = open.pop()) {
    if ('all' in next) open.push(...next.all);
    else if ('any' in next) open.push(next.any[0]!);
    else {
      const found = voters(next);
      if (found === undefined) return undefined;
      for (const { person, role } of found) votes.push(approval(person, role));
    }
  }
  return votes;
}

function approval(person: ExternalId, role?: Name): PathStep<string, string, object> {
  return { actor: { id: person, roles: role === undefined ? [] : [role] }, command: { type: 'vote', vote: 'approve' } };
}

/** As many people as it takes: those who are named, or made up for a role. */
function votersOf(
  asked: RoleRequirement | PeopleRequirement,
): readonly { readonly person: ExternalId; readonly role?: Name }[] {
  const number = typeof asked.quorum === 'number' ? asked.quorum : 1;
  if ('people' in asked) return asked.people.slice(0, number).map((person) => ({ person }));
  const { role } = asked;
  return Array.from({ length: number }, (_, at) => ({ person: `${role}-${at + 1}`, role }));
}

function pathsAt(step: Step, { words, upTo, following }: Walk, paths: CoveringPath[], uncovered: string[]): void {
  const phase = step.phase.id;
  const to = following(step.place)?.phase.id;
  const goes = `go from ${phase}${to === undefined ? '' : ` to ${to}`}${words}`;
  const way = upTo(step.place);
  if (way === undefined) {
    uncovered.push(goes);
    return;
  }
  const add = (
    covers: string,
    commands: readonly CommandBody[],
    end: string,
    status: CoveringPath['status'] = 'active',
  ) =>
    paths.push({
      covers,
      steps: [...way, ...commands.map((command) => ({ actor: owner, command }))],
      phase: end,
      status,
    } as CoveringPath);
  const passed = to === undefined ? 'completed' : 'active';
  add(goes, [go], to ?? phase, passed);
  // The other outcomes are the same on every way through.
  if (words !== '') return;
  const conditions = [{ text: 'a condition', owner: 'owner', due: '9000-01-01' }];
  add(`conditional ${goes}`, [{ type: 'decideGate', outcome: 'conditionalGo', conditions }], to ?? phase, passed);
  const hold: CommandBody = { type: 'decideGate', outcome: 'hold', reason: 'a reason', reviewOn: '9000-01-01' };
  add(`hold and resume in ${phase}`, [hold, { type: 'resume' }], phase);
  add(`kill in ${phase}`, [{ type: 'decideGate', outcome: 'kill', reason: 'a reason' }], phase, 'killed');
  for (const back of step.gate.maxRecycles === 0 ? [] : (step.gate.recycleTo ?? [])) {
    add(`back from ${phase} to ${back}`, [{ type: 'decideGate', outcome: 'recycle', to: back }], back);
  }
}
