import type { ExternalId, Name } from '../../foundation/names.js';
import type { Witness } from '../../governance/analysis/types.js';
import type { PeopleRequirement, Requirement, RoleRequirement } from '../../governance/types.js';
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
    const walk = createWalk(compiled, route, people);
    for (const step of route.steps) {
      if (!route.skips[step.place]) pathsAt(step, walk, paths, uncovered);
    }
  }
  return { paths, people: [...people.values()], uncovered } as object as CoveringPaths<P, D, F>;
}

type Steps = readonly PathStep<string, string, object>[];

interface Walk {
  readonly route: Route;
  readonly words: string;
  /** To the gate of a phase with everything that it asks for; undefined where no facts lead there. */
  readonly upTo: (place: number) => Steps | undefined;
  readonly following: (place: number) => Step | undefined;
}

const owner = { id: 'owner', roles: [] };

function createWalk(
  compiled: CompiledProcess,
  route: Route,
  people: Map<string, { readonly person: ExternalId; readonly role: Name }>,
): Walk {
  const prefixes = new Map<number, Steps | undefined>();
  const following = (place: number) => route.steps.find((step) => step.place > place && !route.skips[step.place]);
  const first = route.steps[0]!;
  const upTo = (place: number): Steps | undefined => {
    if (prefixes.has(place)) return prefixes.get(place);
    // Phases are passed in order, so that the one before is known.
    const before = [...route.steps]
      .reverse()
      .find((step) => step.place < place && (!route.skips[step.place] || step === first));
    const way = before === undefined ? [] : upTo(before.place);
    const here = way && atGate(compiled, route, route.steps[place]!, people);
    const arrived = here && (before === undefined ? way : [...way, { actor: owner, command: go }]);
    const result = here && arrived && [...arrived, ...here];
    prefixes.set(place, result);
    return result;
  };
  return { route, words: route.track === undefined ? '' : ` on ${route.track.id}`, upTo, following };
}

const go = { type: 'decideGate', outcome: 'go' } as const;

/** What it takes at a gate: deliverables, facts, votes; on a track, the choice of it in the first phase. */
function atGate(
  compiled: CompiledProcess,
  route: Route,
  step: Step,
  people: Map<string, { readonly person: ExternalId; readonly role: Name }>,
): Steps | undefined {
  const staying = route.when === undefined ? [] : [route.when];
  const policy = gatePolicy(compiled, step, [...step.must, ...staying]);
  const alone = find(policy, 'autonomous');
  const asking = alone.facts === undefined ? askingOutcomes(policy)[0] : undefined;
  const facts: Witness | undefined = alone.facts ?? asking?.facts;
  if (facts === undefined || (route.track !== undefined && route.when === undefined)) return undefined;
  const recorded: Steps =
    Object.keys(facts).length === 0
      ? []
      : [{ actor: { id: 'owner', roles: [] }, command: { type: 'recordFacts', facts } }];
  const track = route.track?.id;
  const chosen: Steps =
    track === undefined || step !== route.steps.find(({ place }) => !route.skips[place])
      ? []
      : [{ actor: owner, command: { type: 'chooseTrack', track } }];
  const votes = (asking?.outcome.requirements ?? []).flatMap((requirement) => votesFor(requirement, people));
  return [...recorded, ...chosen, ...inOrder(step.deliverables).flatMap(submissions), ...votes];
}

function submissions({ definition: { id, owner: role }, atLeast }: CompiledDeliverable): Steps {
  const actor = { id: `${role}-1`, roles: [role] };
  return Array.from({ length: atLeast }, (_, at) => ({
    actor,
    command: { type: 'submitDeliverable', deliverable: id, evidence: { uri: `evidence:${id}/${at + 1}` } },
  }));
}

/** What others need comes first; what waits for itself is left as it stands. */
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
  return [...sorted, ...open];
}

/** An approval of each who is asked for, for the first of alternatives. */
function votesFor(
  requirement: Requirement,
  people: Map<string, { readonly person: ExternalId; readonly role: Name }>,
): Steps {
  const votes: PathStep<string, string, object>[] = [];
  const open = [requirement];
  for (let next = open.pop(); next; next = open.pop()) {
    if ('all' in next) open.push(...next.all);
    else if ('any' in next) open.push(next.any[0]!);
    else {
      for (const { person, role } of votersOf(next)) {
        if (role !== undefined) people.set(`${person} ${role}`, { person, role });
        const roles = role === undefined ? [] : [role];
        votes.push({ actor: { id: person, roles }, command: { type: 'vote', vote: 'approve' } });
      }
    }
  }
  return votes;
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
