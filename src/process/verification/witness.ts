import type { Witness } from '../../governance/analysis/types.js';
import type { CompiledDeliverable, Route } from '../compiled.js';
import type { WaiverTarget } from '../items/types.js';
import type { Survey } from './survey.js';
import type { FindingWitness, PathStep } from './types.js';
import { firstPlaceOf, go, owner, recording, type Steps, submissions, type Walk, waiver, walksOf } from './walk.js';

/** What shows at a gate. */
export interface Shown {
  /** Facts with which it shows; absent means any. */
  readonly facts?: Witness;
  /** What is handed in before. */
  readonly pieces: readonly CompiledDeliverable[];
}

/** Makes the witnesses of one verification. */
export interface Witnesses {
  readonly gate: (route: Route, place: number, shown: Shown) => Shows;
  readonly circle: (route: Route, place: number, deliverable: CompiledDeliverable) => Shows;
  readonly waiver: (route: Route, place: number, target: WaiverTarget, facts: Witness) => Shows;
  readonly recycling: (place: number, to: number) => Shows;
  readonly track: (route: Route, facts: Witness) => Shows;
}

/** Nothing where no commands lead there. */
export interface Shows {
  readonly witness?: FindingWitness;
}

export function createWitnesses(survey: Survey): Witnesses {
  const { compiled, staff } = survey;
  const whole = compiled.routes.get(undefined)!;
  const [wholeWalk] = walksOf(survey, whole);
  const walks = new Map<Route, readonly Walk[]>();
  /** The first way that leads into a phase on a route. */
  const into = (route: Route, place: number): Steps | undefined => {
    const known = walks.get(route) ?? walksOf(survey, route, route === whole ? undefined : wholeWalk);
    walks.set(route, known);
    // What stays wrong on a granted track, which may be kept whatever the facts are, is wrong on the track.
    return known
      .map((walk) => walk.into(place))
      .filter((way) => way !== undefined)
      .at(-1);
  };
  return {
    gate: (route, place, { facts = {}, pieces }) => {
      const steps = [...pieces.flatMap((piece) => submissions(piece, staff)), ...recording(facts)];
      return shows(into(route, place), steps, { actor: owner, command: go });
    },
    circle: (route, place, deliverable) => {
      const [refused] = submissions(deliverable, staff);
      return shows(into(route, place), [], refused);
    },
    waiver: (route, place, target, facts) => shows(into(route, place), recording(facts), waiver(target)),
    recycling: (place, to) => {
      const round: PathStep<string, string, object>[] = [
        { actor: owner, command: { type: 'decideGate', outcome: 'recycle', to: whole.steps[to]!.phase.id } },
      ];
      for (let at = to; at < place; at++) {
        const asked = wholeWalk!.atGate(at);
        if (asked === undefined) return {};
        round.push(...asked, { actor: owner, command: go });
      }
      return shows(into(whole, place), round);
    },
    track: (route, facts) => {
      const { id } = route.track!;
      // Where nothing leads to a phase that it does not skip, being skipped is one more reason for the refusal.
      const way = into(whole, Math.max(0, firstPlaceOf(route))) ?? [];
      return shows(way, recording(facts), { actor: owner, command: { type: 'chooseTrack', track: id } });
    },
  };
}

function shows(way: Steps | undefined, steps: Steps, refused?: PathStep<string, string, object>): Shows {
  if (way === undefined) return {};
  // Facts are the process's own: a witness names them, and the engine reads them.
  const witness = { steps: [...way, ...steps], ...(refused !== undefined && { refused }) };
  return { witness: witness as object as FindingWitness };
}
