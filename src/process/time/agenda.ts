import { compareTexts } from '../../foundation/compare.js';
import { keelsonError } from '../../foundation/error.js';
import { compareInstants, type Instant, instant } from '../../foundation/instant.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import { plainText, quote } from '../../foundation/shorten.js';
import type { CompiledProcess } from '../compiled.js';
import type { Refusal } from '../items/commands.js';
import type { ItemState } from '../items/types.js';
import { unseal } from '../seal.js';
import { type StandingOptions, standingOf } from '../standing.js';
import type { Process } from '../types.js';
import { isOf } from './due.js';
import { type Forum, nextForum } from './forum.js';

export interface GateAgendaOptions<P extends string = string, R extends string = string> extends StandingOptions<R> {
  /** The phase whose gate it is. */
  readonly gate: P;
}

/** An item in front of a gate. */
export interface AgendaItem<P extends string = string, D extends string = string> {
  readonly item: ExternalId;
  readonly owner?: ExternalId;
  readonly track?: Name;
  /** When it came into the phase. */
  readonly enteredAt: Instant;
  /** When it was to leave it, where that has passed. */
  readonly overdueSince?: Instant;
  /** What keeps it from passing; nothing of one that is ready. */
  readonly missing: readonly Refusal<P, D>[];
}

/** The items in front of a gate, each in one list, what is to be decided first first. Plain JSON. */
export interface GateAgenda<P extends string = string, D extends string = string> {
  readonly gate: P;
  /** When it is decided next; absent where no meeting is in reach at which it may be. */
  readonly forum?: Forum;
  /** For how many items there is time; absent means for all. */
  readonly places?: number;
  /** Could pass at the forum, as many as there is time for. */
  readonly ready: readonly AgendaItem<P, D>[];
  /** Could pass as well, but there is no time for them. */
  readonly waiting: readonly AgendaItem<P, D>[];
  /** Lack one thing. */
  readonly nearlyReady: readonly AgendaItem<P, D>[];
  /** Lack more. */
  readonly notReady: readonly AgendaItem<P, D>[];
  /** Those of the lists above whose time in the phase has passed. */
  readonly overdue: readonly ExternalId[];
  /** Items of another process or version: to be migrated, or looked at with their own. */
  readonly foreign: readonly ExternalId[];
}

/**
 * Returns what the next forum of a gate has to decide: of the items in its phase those that are ready, those that lack one thing,
 * and which; the rest. Readiness is asked for the forum's moment, and is what `decideItem` says to a go then. It is the next
 * meeting on a working day on which the gate's window is open; of a gate without meetings `at` itself, or the next working day on
 * which the window is open. Items are in the order of their targets, those without one last, then by how long they have been there.
 *
 * Throws a `KeelsonError`: `process/unknown-gate`, `foundation/instant` for an `at` that is none, `calendar/unknown-window`.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const slots = { from: '2026-11-05', everyWeeks: 2, items: 5 };
 * const process = defineProcess({
 *   id: 'delivery', facts, policies: { alone },
 *   phases: { build: { gate: { authority: 'alone', criteria: { cheap: 'cost < 100' }, slots } } },
 * });
 * const at = instant('2026-11-06T09:00:00Z');
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * const { state: search } = startItem(process, { id: 'search', at, by: 'ana', owner: 'ana', facts: { cost: 5 } });
 * const { state: feed } = startItem(process, { id: 'feed', at, by: 'bo', owner: 'bo' });
 * const agenda = gateAgenda(process, [search, feed], { gate: 'build', at, calendar, directory: defineDirectory({}) });
 * agenda.forum; //=> { day: '2026-11-19', at: '2026-11-19T09:00:00Z' }
 * agenda.ready.map(({ item }) => item); //=> ['search']
 * agenda.nearlyReady.map(({ item, missing }) => [item, missing[0]?.message]);
 * //=> [['feed', 'cheap cannot be told: cost is not known']]
 */
export function gateAgenda<P extends string, R extends string, D extends string, F>(
  process: Process<P, R, D, F>,
  states: Iterable<ItemState<NoInfer<P>, NoInfer<D>, NoInfer<F>>>,
  options: GateAgendaOptions<NoInfer<P>, NoInfer<R>>,
): GateAgenda<P, D> {
  return agenda(unseal(process), states as Iterable<ItemState>, options) as GateAgenda<P, D>;
}

function agenda(compiled: CompiledProcess, states: Iterable<ItemState>, options: GateAgendaOptions): GateAgenda {
  const { gate: phase, calendar } = options;
  const place = compiled.phaseOf.get(phase);
  if (place === undefined) {
    throw keelsonError('process/unknown-gate', `${compiled.definition.id} has no phase ${quote(plainText(phase))}`);
  }
  const at = instant(options.at);
  const { gate } = compiled.definition.phases[place]!;
  const forum = nextForum(calendar, gate, at);
  const asked = { ...options, at: forum?.at ?? at };

  const foreign: ExternalId[] = [];
  const here: ItemState[] = [];
  for (const state of states) {
    if (!isOf(compiled, state)) foreign.push(state.id);
    else if (state.phase === phase && state.end === undefined) here.push(state);
  }
  const items = here.sort(byUrgency).map((state) => agendaItem(state, at, standingOf(compiled, state, asked).missing));
  const ready = items.filter(({ missing }) => missing.length === 0);
  const places = gate.slots?.items;
  return {
    gate: phase,
    ...(forum !== undefined && { forum }),
    ...(places !== undefined && { places }),
    ready: ready.slice(0, places),
    waiting: places === undefined ? [] : ready.slice(places),
    nearlyReady: items.filter(({ missing }) => missing.length === 1),
    notReady: items.filter(({ missing }) => missing.length > 1),
    overdue: items.filter(({ overdueSince }) => overdueSince !== undefined).map(({ item }) => item),
    foreign,
  };
}

function agendaItem(
  { id, owner, track, enteredAt, target }: ItemState,
  at: Instant,
  missing: readonly Refusal[],
): AgendaItem {
  const isOverdue = target !== undefined && compareInstants(target.at, at) <= 0;
  return {
    item: id,
    ...(owner !== undefined && { owner }),
    ...(track !== undefined && { track }),
    enteredAt,
    ...(isOverdue && { overdueSince: target.at }),
    missing,
  };
}

function byUrgency(a: ItemState, b: ItemState): number {
  const [first, second] = [a.target, b.target];
  if (first !== undefined && second !== undefined) {
    const apart = compareInstants(first.at, second.at);
    if (apart !== 0) return apart;
  } else if (first !== second) return first === undefined ? 1 : -1;
  return compareInstants(a.enteredAt, b.enteredAt) || compareTexts(a.id, b.id);
}
