import type { Witness } from '../../governance/analysis/types.js';
import { peopleInRole } from '../../organization/people-in-role.js';
import type { CompiledProcess, Route } from '../compiled.js';
import {
  createWalk,
  go,
  inOrder,
  owner,
  type PathStep,
  recording,
  type Steps,
  submissions,
  type Voters,
  type Walk,
} from './covering-paths.js';
import { satisfy } from './gates.js';
import type { FindingWitness, VerifyOptions } from './types.js';

/** What shows at a gate. */
export interface Shown {
  /** Facts with which it shows; absent means any. */
  readonly facts?: Witness;
  /** A deliverable that nobody hands in. */
  readonly withheld?: string;
}

/** Makes the witnesses of one verification. */
export interface Witnesses {
  readonly gate: (route: Route, place: number, shown: Shown) => Shows;
  readonly recycling: (place: number, to: number) => Shows;
  readonly track: (route: Route) => Shows;
  readonly circle: (place: number, deliverable: string) => Shows;
}

/** Nothing where no commands lead there. */
export interface Shows {
  readonly witness?: FindingWitness;
}

export function createWitnesses(compiled: CompiledProcess, options: VerifyOptions): Witnesses {
  const voters = votersIn(options);
  const walks = new Map<Route, Walk>();
  const walkOf = (route: Route): Walk => {
    const walk = walks.get(route) ?? createWalk(compiled, route, voters);
    walks.set(route, walk);
    return walk;
  };
  const whole = compiled.routes.get(undefined)!;

  return {
    gate: (route, place, { facts = {}, withheld }) => {
      const way = walkOf(route).into(place);
      const chosen = way && choosing(compiled, route, place);
      if (chosen === undefined) return {};
      const handedIn = inOrder(route.steps[place]!.deliverables.filter(({ definition }) => definition.id !== withheld));
      const steps = [...way!, ...chosen, ...recording(facts), ...handedIn.flatMap(submissions)];
      return shows(steps, { actor: owner, command: go });
    },
    recycling: (place, to) => {
      const { into, atGate } = walkOf(whole);
      const way = into(place);
      const round: PathStep<string, string, object>[] = [
        { actor: owner, command: { type: 'decideGate', outcome: 'recycle', to: whole.steps[to]!.phase.id } },
      ];
      for (let at = to; at < place; at++) {
        const asked = atGate(at);
        if (asked === undefined) return {};
        round.push(...asked, { actor: owner, command: go });
      }
      return way === undefined ? {} : shows([...way, ...round]);
    },
    track: ({ track, skips }) => {
      // Where nothing leads to a phase that it does not skip, being skipped is one more reason for the refusal.
      const way = walkOf(whole).into(Math.max(0, skips.indexOf(false))) ?? [];
      return shows(way, { actor: owner, command: { type: 'chooseTrack', track: track!.id } });
    },
    circle: (place, deliverable) => {
      const way = walkOf(whole).into(place);
      const [refused] = submissions(compiled.deliverableOf.get(deliverable)!);
      return way === undefined ? {} : shows(way, refused);
    },
  };
}

/** Taking the track of a route, in the first phase that it does not skip; undefined where its condition lets nobody. */
function choosing(compiled: CompiledProcess, { track, when, skips }: Route, place: number): Steps | undefined {
  if (track === undefined || place !== skips.indexOf(false)) return [];
  const found = when && satisfy(compiled, [when]);
  if (found?.facts === undefined) return undefined;
  return [...recording(found.facts), { actor: owner, command: { type: 'chooseTrack', track: track.id } }];
}

function shows(steps: Steps, refused?: PathStep<string, string, object>): Shows {
  // Facts are the process's own: a witness names them, and the engine reads them.
  return { witness: { steps, ...(refused !== undefined && { refused }) } as object as FindingWitness };
}

/** Those who are there; people made up for a role without a directory. */
function votersIn({ directory, on }: VerifyOptions): Voters {
  const holders = (role: string, number: number): readonly string[] => {
    if (directory !== undefined && on !== undefined) return peopleInRole(directory, role, { on });
    return Array.from({ length: number }, (_, at) => `${role}-${at + 1}`);
  };
  return (asked) => {
    const number = typeof asked.quorum === 'number' ? asked.quorum : 1;
    const people = 'people' in asked ? asked.people : holders(asked.role, number);
    const role = 'people' in asked ? undefined : asked.role;
    if (people.length < number) return undefined;
    return people.slice(0, number).map((person) => ({ person, ...(role !== undefined && { role }) }));
  };
}
