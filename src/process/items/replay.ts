import type { Diagnostic } from '../../foundation/diagnostic.js';
import { keelsonError } from '../../foundation/error.js';
import { createFaultList, type Fault } from '../../foundation/fault-list.js';
import { compareInstants, type Instant, isInstant } from '../../foundation/instant.js';
import { plainText, quote } from '../../foundation/shorten.js';
import { isPlain } from '../../governance/facts/request.js';
import type { CompiledProcess } from '../compiled.js';
import { unseal } from '../seal.js';
import type { Process } from '../types.js';
import { unreadableKey } from './event-shape.js';
import type { ItemEvent } from './events.js';
import { begin, evolve, isEventType } from './evolve.js';
import type { ItemState } from './types.js';

/** How a history is replayed. */
export interface ReplayOptions<P extends string = string, D extends string = string, F = never> {
  /** The state that the events go on from: a snapshot. Absent means from the beginning. */
  readonly from?: ItemState<P, D, F>;
  /** Stops before what came later: after the event of this number, or at this moment. Absent means the whole history. */
  readonly until?: number | Instant;
  /** Makes an event of today's shape of one that was stored in an older one; called with each, before it is looked at. */
  readonly upcast?: (event: unknown) => unknown;
}

/** The state that a history leads to, or what is wrong with the history. */
export type Replay<P extends string = string, D extends string = string, F = never> =
  | { readonly ok: true; readonly state: ItemState<P, D, F> }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const readByTheDoor = 'read stored events with safeParseItemEvents';

/** How many faults of a history are listed. */
const mostFaults = 100;

/**
 * Returns the state that a history leads to, or a diagnostic for each event that does not belong there: one of another item or
 * process, of a version that the process has not reached, out of order, left out, of no known type, or without what its type says.
 * Its path is the place of the event; of more than a hundred the rest are counted in one last diagnostic. Policies are not asked: what happened counts, whatever they say now.
 *
 * Throws a `KeelsonError` (`process/invalid-until`) for an `until` that is neither a number of an event nor an instant.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' } } } });
 * const { state, events } = startItem(process, { id: 'search', at: instant('2026-11-02T09:00:00Z'), by: 'ana' });
 * const replay = replayItem(process, events);
 * replay.ok && replay.state.phase; //=> 'build'
 * const broken = replayItem(process, [...events, ...events]);
 * broken.ok || broken.diagnostics.map(({ code, path }) => [code, path]); //=> [['process/second-beginning', [1]]]
 */
export function replayItem<P extends string, D extends string, F>(
  process: Process<P, string, D, F>,
  events: Iterable<unknown>,
  options: ReplayOptions<NoInfer<P>, NoInfer<D>, NoInfer<F>> = {},
): Replay<P, D, F> {
  return replay(unseal(process), events, options as ReplayOptions) as Replay<P, D, F>;
}

function replay(compiled: CompiledProcess, events: Iterable<unknown>, { from, until, upcast }: ReplayOptions): Replay {
  const isWithin = limitOf(until);
  const faults = createFaultList('shape/too-many-faults', mostFaults);
  let state: ItemState | undefined = from as ItemState | undefined;
  let index = -1;
  for (const stored of events) {
    index++;
    const event = upcast === undefined ? stored : upcast(stored);
    const fault = isEvent(event) ? (misfit(compiled, state, event) ?? incomplete(event)) : notAnEvent(event);
    if (fault !== undefined) {
      faults.add([index], fault);
      // Without a beginning, all that follows would be said to be out of place.
      if (state === undefined) break;
      // What comes after a gap is in its place again.
      if (fault.code !== 'process/event-gap') continue;
    }
    if (!isWithin(event as ItemEvent)) break;
    state = state === undefined ? begin(event as Beginning) : evolve(state, event as ItemEvent);
  }
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  if (state !== undefined) return { ok: true, state: state as ItemState<string, string, never> };
  const message = index === -1 ? 'the history has no events' : 'nothing had happened until then';
  faults.add([], { code: 'process/empty-history', message, hint: 'an item begins with itemStarted or itemAdopted' });
  return { ok: false, diagnostics: faults.diagnostics() };
}

type Beginning = Extract<ItemEvent, { readonly type: 'itemStarted' | 'itemAdopted' }>;

function limitOf(until: number | Instant | undefined): (event: ItemEvent) => boolean {
  if (until === undefined) return () => true;
  if (typeof until === 'number' && Number.isSafeInteger(until)) return ({ sequence }) => sequence <= until;
  if (isInstant(until)) return ({ occurredAt }) => compareInstants(occurredAt, until) <= 0;
  throw keelsonError(
    'process/invalid-until',
    `${quote(plainText(until))} is neither the number of an event nor an instant`,
  );
}

/** Whether a value has what the order of a history hangs on. */
function isEvent(value: unknown): value is ItemEvent {
  if (!isPlain(value)) return false;
  const { type, sequence, item, occurredAt } = value as Partial<Record<string, unknown>>;
  return (
    typeof type === 'string' && Number.isSafeInteger(sequence) && typeof item === 'string' && isInstant(occurredAt)
  );
}

function notAnEvent(value: unknown): Fault {
  const type = isPlain(value) ? (value as { readonly type?: unknown }).type : undefined;
  const what = typeof type === 'string' ? `the event of type ${quote(type)}` : 'the entry';
  return {
    code: 'process/not-an-event',
    message: `${what} lacks a type, a sequence, an item or a moment that is one`,
    hint: readByTheDoor,
  };
}

/** What an event lacks to be folded; the doors look at all of it. */
function incomplete(event: ItemEvent): Fault | undefined {
  const key = unreadableKey(event);
  if (key === undefined) return undefined;
  return {
    code: 'process/not-an-event',
    message: `event ${event.sequence}, ${event.type}, has no ${key} that can be read`,
    hint: readByTheDoor,
  };
}

/** Why an event does not belong to the history; undefined where it does. */
function misfit({ definition }: CompiledProcess, state: ItemState | undefined, event: ItemEvent): Fault | undefined {
  const { type, sequence, item, process, version, occurredAt } = event;
  if (process !== definition.id) {
    return {
      code: 'process/event-of-another-process',
      message: `event ${sequence} is of the process ${quote(plainText(process))}, not of ${definition.id}`,
      hint: 'replay it with its own process',
    };
  }
  if (!Number.isSafeInteger(version) || version < 1 || version > definition.version) {
    return {
      code: 'process/unknown-version',
      message: `event ${sequence} was decided under version ${plainText(version)} of ${definition.id}, and this is version ${definition.version}`,
      hint: 'replay it with the newest version of the process',
    };
  }
  if (!isEventType(type)) {
    return {
      code: 'process/unknown-event-type',
      message: `event ${sequence} is of the type ${quote(type)}, which is none`,
      hint: 'give an upcast that makes one of today of it',
    };
  }
  const isBeginning = type === 'itemStarted' || type === 'itemAdopted';
  if (state === undefined) return isBeginning && sequence === 1 ? undefined : missingBeginning(event);
  if (item !== state.id) {
    return {
      code: 'process/event-of-another-item',
      message: `event ${sequence} is of the item ${quote(item)}, not of ${quote(state.id)}`,
      hint: 'replay each item by itself',
    };
  }
  if (isBeginning) {
    return {
      code: 'process/second-beginning',
      message: `event ${sequence} begins the item again`,
      hint: 'replay one history at a time',
    };
  }
  if (sequence !== state.sequence + 1) {
    return {
      code: sequence > state.sequence + 1 ? 'process/event-gap' : 'process/event-out-of-order',
      message: `event ${sequence} comes after event ${state.sequence}`,
      hint:
        sequence > state.sequence + 1
          ? `find the events from ${state.sequence + 1} on`
          : 'sort the events by their sequence',
    };
  }
  if (compareInstants(occurredAt, state.changedAt) < 0) {
    return {
      code: 'process/event-before-its-time',
      message: `event ${sequence} occurred at ${occurredAt}, before event ${state.sequence} at ${state.changedAt}`,
      hint: 'events are in the order of time: mend the moment at which it occurred',
    };
  }
  return undefined;
}

function missingBeginning({ sequence, type }: ItemEvent): Fault {
  return {
    code: 'process/missing-beginning',
    message: `the history begins with event ${sequence}, ${type}`,
    hint: 'give the events from 1 on, or the state before them as `from`',
  };
}
