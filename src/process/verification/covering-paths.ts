import type { ExternalId, Name } from '../../foundation/names.js';
import type { Route, Step } from '../compiled.js';
import type { CommandBody } from '../items/commands.js';
import { unseal } from '../seal.js';
import type { Process } from '../types.js';
import { createStaff, type Staff } from './staff.js';
import { createSurvey } from './survey.js';
import type { PathStep } from './types.js';
import { faraway, go, owner, type Walk, walksOf } from './walk.js';

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
  /** Who is asked by name, and has to be in the directory as well. */
  readonly named: readonly ExternalId[];
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
  const named = new Set<ExternalId>();
  const madeUp = createStaff({});
  const staff: Staff = {
    ...madeUp,
    votersFor: (requirements, contributors) => {
      const voters = madeUp.votersFor(requirements, contributors);
      for (const { person, roles } of voters ?? []) {
        if (roles.length === 0) named.add(person);
        for (const role of roles) people.set(`${person} ${role}`, { person, role });
      }
      return voters;
    },
  };
  const survey = createSurvey(compiled, staff);
  const uncovered: string[] = [];
  const paths: CoveringPath[] = [];
  const whole = compiled.routes.get(undefined)!;
  const [wholeWalk] = walksOf(survey, whole);
  for (const route of compiled.routes.values()) {
    const walks = route === whole ? [wholeWalk!] : walksOf(survey, route, wholeWalk);
    for (const step of route.steps) {
      if (!route.skips[step.place]) pathsAt(route, step, walks, paths, uncovered);
    }
  }
  return { paths, people: [...people.values()], named: [...named], uncovered } as object as CoveringPaths<P, D, F>;
}

function pathsAt(
  { track, steps, skips }: Route,
  step: Step,
  walks: readonly Walk[],
  paths: CoveringPath[],
  uncovered: string[],
): void {
  const phase = step.phase.id;
  const words = track === undefined ? '' : ` on ${track.id}`;
  const to = steps.find(({ place }) => place > step.place && !skips[place])?.phase.id;
  const goes = `go from ${phase}${to === undefined ? '' : ` to ${to}`}${words}`;
  const way = walks.map(({ upTo }) => upTo(step.place)).find((each) => each !== undefined);
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
  const conditions = [{ text: 'a condition', owner: 'owner', due: faraway }];
  add(`conditional ${goes}`, [{ type: 'decideGate', outcome: 'conditionalGo', conditions }], to ?? phase, passed);
  const hold: CommandBody = { type: 'decideGate', outcome: 'hold', reason: 'a reason', reviewOn: faraway };
  add(`hold and resume in ${phase}`, [hold, { type: 'resume' }], phase);
  add(`kill in ${phase}`, [{ type: 'decideGate', outcome: 'kill', reason: 'a reason' }], phase, 'killed');
  for (const back of step.gate.maxRecycles === 0 ? [] : (step.gate.recycleTo ?? [])) {
    add(`back from ${phase} to ${back}`, [{ type: 'decideGate', outcome: 'recycle', to: back }], back);
  }
}
