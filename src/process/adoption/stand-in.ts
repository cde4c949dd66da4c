import { dayOf } from '../../foundation/calendar/days.js';
import { compareInstants, type Instant } from '../../foundation/instant.js';
import { rolesOf } from '../../organization/roles-of.js';
import type { CompiledProcess } from '../compiled.js';
import { decide } from '../deciding/decide.js';
import type { Actor, CommandBody, DecisionContext, ItemCommand, Refusal } from '../items/commands.js';
import type { EventBody, ItemEvent } from '../items/events.js';
import { begin, evolve } from '../items/evolve.js';
import type { ItemState, ItemStatus, RecordedEvidence } from '../items/types.js';
import type { PastFacts, RehearsalContext } from './rehearsal-types.js';
import type { ItemMove, Whereabouts } from './types.js';

/** An item in a rehearsal. */
export interface StandIn {
  /** Puts it where a move begins, with what was known then. */
  readonly prepare: (move: ItemMove) => void;
  /** Every refusal of the commands that make a move. */
  readonly ask: (move: ItemMove, commands: (today: string) => readonly CommandBody[]) => readonly Refusal[];
  /** Puts it where the move ends, allowed or not. */
  readonly settle: (move: ItemMove) => void;
}

export function createStandIn(
  compiled: CompiledProcess,
  item: string,
  known: readonly PastFacts[],
  context: RehearsalContext,
): StandIn {
  const { definition } = compiled;
  let state: ItemState | undefined;
  let told = 0;
  let asked = 0;

  const eventOf = (at: Instant, body: EventBody): ItemEvent => ({
    ...{ schemaVersion: 1, item, process: definition.id, version: definition.version },
    ...{ sequence: (state?.sequence ?? 0) + 1, occurredAt: at, recordedAt: at },
    ...{ actor: context.actor.id, command: `event ${(state?.sequence ?? 0) + 1}` },
    ...body,
  });

  /** Whatever came to be known by then. */
  const tell = (at: Instant): void => {
    for (; told < known.length; told++) {
      const { at: since, facts, owner } = known[told]!;
      if (since !== undefined && compareInstants(since, at) > 0) return;
      const when = since ?? state!.startedAt;
      if (facts !== undefined) state = evolve(state!, eventOf(when, { type: 'factsRecorded', facts }));
      if (owner !== undefined) state = evolve(state!, eventOf(when, { type: 'ownerAssigned', owner }));
    }
  };

  const put = (place: Whereabouts, at: Instant, track: string | undefined): void => {
    const { end, hold: _, track: __, ...rest } = state!;
    const status: ItemStatus = place === null || typeof place === 'string' ? 'active' : place.end;
    const phase = typeof place === 'string' ? place : rest.phase;
    const isNew = phase !== rest.phase;
    state = {
      ...{ ...rest, status, phase },
      ...(track !== undefined && { track }),
      ...(isNew && { enteredAt: at, revision: rest.revision + 1, votes: [] }),
      ...(status !== 'active' && { end: status === rest.status && end !== undefined ? end : { at } }),
    };
  };

  return {
    prepare({ at, from, track }) {
      const first = definition.phases[0]!.id;
      const phase = typeof from === 'string' ? from : first;
      state ??= begin(
        eventOf(at, {
          type: 'itemAdopted',
          source: 'rehearsal',
          phase,
          enteredAt: at,
          earlier: [],
          facts: {},
        }) as Adopted,
      );
      tell(at);
      put(from, at, track);
      if (context.deliverables === 'assumed') state = { ...state, deliverables: everything(compiled, at) };
    },

    ask({ at, by }, commands) {
      const today = dayOf(context.calendar, at);
      const actor = by === undefined ? context.actor : actorOf(by, today, context);
      const { calendar, directory, delegations } = context;
      const decision: DecisionContext = { actor, at, calendar, directory, ...(delegations && { delegations }) };
      const refusals: Refusal[] = [];
      let now = state!;
      for (const body of commands(today)) {
        asked++;
        const command: ItemCommand = { id: `question ${asked}`, expected: now.sequence, ...body };
        const result = decide(compiled, now, command, decision);
        if (result.ok) now = result.events.reduce(evolve, now);
        else refusals.push(...result.refusals);
      }
      if (refusals.length === 0) state = now;
      return refusals;
    },

    settle({ at, from, to, track }) {
      const { recycles } = state!;
      const wasIn = state!.phase;
      put(to, at, track);
      // A gate that sent it back all the same has done so once more; where it was allowed, the fold has counted it.
      if (typeof from !== 'string' || typeof to !== 'string' || wasIn !== from) return;
      const places = [from, to].map((phase) => compiled.phaseOf.get(phase)!);
      if (places[1]! < places[0]!) state = { ...state!, recycles: { ...recycles, [from]: (recycles[from] ?? 0) + 1 } };
    },
  };
}

type Adopted = Extract<ItemEvent, { readonly type: 'itemAdopted' }>;

function actorOf(id: string, today: ReturnType<typeof dayOf>, { directory }: RehearsalContext): Actor {
  return { id, roles: rolesOf(directory, id, { on: today }) };
}

/** As if everything had been handed in just now, by nobody in particular. */
function everything({ deliverableOf }: CompiledProcess, at: Instant): ItemState['deliverables'] {
  const piece: RecordedEvidence = { uri: 'about:blank', at, by: 'rehearsal', sequence: 1 };
  const entries = [...deliverableOf.values()].map(({ definition: { id }, atLeast }) => {
    return [id, { evidence: Array.from({ length: atLeast }, () => piece), revision: 1 }] as const;
  });
  return Object.fromEntries(entries);
}
