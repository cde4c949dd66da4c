import { keelsonError } from '../../foundation/error.js';
import type { Instant } from '../../foundation/instant.js';
import { plainText, quote } from '../../foundation/shorten.js';
import type { Process } from '../types.js';
import type { EventEnvelope, ItemEvent } from './events.js';
import { frozen } from './frozen.js';
import { migrated, withoutKeys } from './migrate.js';
import { retracted } from './retract.js';
import type {
  Deadline,
  FactSource,
  ItemState,
  RecentCommand,
  RecordedCondition,
  SubmittedDeliverable,
} from './types.js';

/** How many commands an item remembers, to recognize one that comes again. */
const mostRecent = 32;

/**
 * Returns the state after an event. It never judges: what happened has happened, whatever the policies say now. Every fact that
 * it needs is in the event, so that a process that was changed since gives the same state.
 *
 * Throws a `KeelsonError` (`process/unknown-event`) for an event of a type that it does not know; `replayItem` gives a diagnostic.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' } } } });
 * const at = instant('2026-11-02T09:00:00Z');
 * const { state } = startItem(process, { id: 'search', at, by: 'ana' });
 * const envelope = { schemaVersion: 1, item: 'search', process: 'delivery', version: 1, occurredAt: at, recordedAt: at, actor: 'ana' } as const;
 * evolveItem(process, state, { ...envelope, sequence: 2, command: 'c2', type: 'ownerAssigned', owner: 'bo' }).owner; //=> 'bo'
 */
export function evolveItem<P extends string, D extends string, F>(
  _process: Process<P, string, D, F>,
  state: ItemState<NoInfer<P>, NoInfer<D>, NoInfer<F>>,
  event: ItemEvent<NoInfer<P>, NoInfer<D>, NoInfer<F>>,
): ItemState<P, D, F> {
  return evolve(state as ItemState, event as ItemEvent) as ItemState<P, D, F>;
}

/** A state under way: a copy of its own, whose lists and maps are still those of the state before. */
type Draft = { -readonly [K in keyof ItemState]: ItemState[K] };

/** Writes what an event changes into the draft, or gives another one where a key has to go. */
type Fold<T extends ItemEvent['type']> = (
  draft: Draft,
  event: Extract<ItemEvent, { readonly type: T }>,
) => Draft | undefined;

/** The same without the compiler's names. */
export function evolve(state: ItemState, event: ItemEvent): ItemState {
  if (!isEventType(event.type)) {
    throw keelsonError('process/unknown-event', `${quote(plainText(event.type))} is no type of event`);
  }
  const draft = draftOf(state, event);
  const fold = folds[event.type] as Fold<ItemEvent['type']>;
  return Object.freeze(fold(draft, event) ?? draft);
}

/** A copy key by key: a spread of a frozen object takes six times as long, and this is most of what an event costs. */
function draftOf(state: ItemState, event: ItemEvent): Draft {
  const draft: Draft = {
    schemaVersion: state.schemaVersion,
    id: state.id,
    process: state.process,
    version: state.version,
    sequence: event.sequence,
    status: state.status,
    phase: state.phase,
    startedAt: state.startedAt,
    enteredAt: state.enteredAt,
    changedAt: event.occurredAt,
    revision: state.revision,
    facts: state.facts,
    factSources: state.factSources,
    deliverables: state.deliverables,
    votes: state.votes,
    conditions: state.conditions,
    waivers: state.waivers,
    gates: state.gates,
    recycles: state.recycles,
    recent: remember(state.recent, event),
  };
  if (state.owner !== undefined) draft.owner = state.owner;
  if (state.track !== undefined) draft.track = state.track;
  if (state.trackGranted !== undefined) draft.trackGranted = state.trackGranted;
  if (state.target !== undefined) draft.target = state.target;
  if (state.hold !== undefined) draft.hold = state.hold;
  if (state.end !== undefined) draft.end = state.end;
  if (state.extra !== undefined) draft.extra = state.extra;
  if (state.links !== undefined) draft.links = state.links;
  return draft;
}

/** Says whether a text is the type of an event. */
export function isEventType(type: string): type is ItemEvent['type'] {
  return Object.hasOwn(folds, type);
}

/** The state that a first event begins with. */
export function begin(event: Extract<ItemEvent, { readonly type: 'itemStarted' | 'itemAdopted' }>): ItemState {
  const { occurredAt, sequence, owner, track, target } = event;
  const adopted = event.type === 'itemAdopted' ? event : undefined;
  const facts = frozen(event.facts);
  // Key by key, as in draftOf: a tracker of many items is begun all at once.
  const state: Draft = {
    schemaVersion: 1,
    id: event.item,
    process: event.process,
    version: event.version,
    sequence,
    status: 'active',
    phase: event.phase,
    startedAt: occurredAt,
    enteredAt: adopted?.enteredAt ?? occurredAt,
    changedAt: occurredAt,
    revision: 1,
    facts,
    factSources: sourcesOf(nothing, facts, event),
    deliverables: nothing,
    votes: none,
    conditions: none,
    waivers: none,
    gates: adopted === undefined ? nothing : unknownGates(adopted),
    recycles: nothing,
    recent: remember(none, event),
  };
  if (owner !== undefined) state.owner = owner;
  if (track !== undefined) state.track = track;
  if (target !== undefined) state.target = frozen(target);
  return Object.freeze(state);
}

/** Of the gates before the phase in which an item was adopted, nobody knows. */
function unknownGates({ earlier, occurredAt: at, sequence }: Extract<ItemEvent, { readonly type: 'itemAdopted' }>) {
  const unknown = Object.freeze({ outcome: 'unknown', at, sequence } as const);
  return Object.freeze(Object.fromEntries(earlier.map((id) => [id, unknown])));
}

const nothing = Object.freeze({});
const none: readonly never[] = Object.freeze([]);

const folds: { readonly [T in ItemEvent['type']]: Fold<T> } = /* @__PURE__ */ (() => ({
  // A history has one beginning: replayItem refuses another.
  itemStarted: (_, event) => begin(event),
  itemAdopted: (_, event) => begin(event),

  ownerAssigned(draft, { owner }) {
    draft.owner = owner;
  },

  factsRecorded(draft, event) {
    draft.facts = Object.freeze({ ...draft.facts, ...frozen(event.facts) });
    draft.factSources = sourcesOf(draft.factSources, event.facts, event);
  },

  deliverableSubmitted(draft, { deliverable, evidence, freshUntil, occurredAt: at, actor: by, sequence }) {
    const before = draft.deliverables[deliverable];
    // What was sent back starts over.
    const isFresh = before === undefined || before.stale === true;
    const piece = Object.freeze({ ...evidence, at, by, sequence });
    const next: SubmittedDeliverable = {
      evidence: Object.freeze(isFresh ? [piece] : [...before.evidence, piece]),
      revision: (before?.revision ?? 0) + (isFresh ? 1 : 0),
      ...(freshUntil !== undefined && { freshUntil: frozen(freshUntil) }),
    };
    draft.deliverables = Object.freeze({ ...draft.deliverables, [deliverable]: Object.freeze(next) });
    draft.revision++;
  },

  voteCast(draft, { command: id, actor: by, occurredAt: at, sequence, vote, revision, on, role, onBehalfOf }) {
    const cast = {
      ...{ id, by, at, vote, revision, sequence },
      ...(on !== undefined && { on: frozen(on) }),
      ...(role !== undefined && { role }),
      ...(onBehalfOf !== undefined && { onBehalfOf }),
    };
    draft.votes = Object.freeze([...draft.votes, Object.freeze(cast)]);
  },

  gatePassed(draft, { phase, to, outcome, conditions, target, occurredAt: at, sequence }) {
    draft.gates = Object.freeze({ ...draft.gates, [phase]: Object.freeze({ outcome, at, sequence }) });
    if (conditions.length > 0) {
      const added = conditions.map(
        (condition): RecordedCondition => Object.freeze({ ...frozen(condition), status: 'open', phase, sequence }),
      );
      draft.conditions = Object.freeze([...draft.conditions, ...added]);
    }
    return to === undefined ? undefined : enter(draft, to, at, target);
  },

  itemCompleted(draft, { occurredAt: at }) {
    draft.status = 'completed';
    draft.end = Object.freeze({ at });
  },

  itemHeld(draft, { occurredAt: at, reason, review }) {
    draft.status = 'held';
    draft.hold = Object.freeze({ at, reason, review: frozen(review) });
  },

  itemResumed: (draft) => ({ ...withoutHold(draft), status: 'active' }),

  itemRecycled(draft, { phase, to, reopened, stale, target, occurredAt: at }) {
    const next = enter(withoutHold(draft), to, at, target);
    const deliverables: Record<string, SubmittedDeliverable | undefined> = { ...next.deliverables };
    for (const id of stale) {
      const before = deliverables[id];
      if (before !== undefined) deliverables[id] = Object.freeze({ ...before, stale: true });
    }
    next.status = 'active';
    next.deliverables = Object.freeze(deliverables);
    next.gates = withoutKeys(next.gates, reopened);
    next.recycles = Object.freeze({ ...next.recycles, [phase]: (next.recycles[phase] ?? 0) + 1 });
    return next;
  },

  itemKilled: (draft, { occurredAt: at, reason }) => ({
    ...withoutHold(draft),
    status: 'killed',
    end: Object.freeze({ at, reason }),
  }),

  conditionMet(draft, { condition, sequence }) {
    draft.conditions = settled(draft.conditions, condition, 'met', sequence);
  },

  conditionLapsed(draft, { condition, sequence }) {
    draft.conditions = settled(draft.conditions, condition, 'lapsed', sequence);
  },

  waiverGranted(draft, { command: id, target, phase, reason, until, actor: by, occurredAt: at, sequence }) {
    const of = { target: frozen(target), until: frozen(until) };
    const waiver = Object.freeze({ id, phase, reason, by, at, sequence, ...of });
    draft.waivers = Object.freeze([...draft.waivers, waiver]);
  },

  trackChosen(draft, { track, granted }) {
    const { track: _, trackGranted: __, ...rest } = draft;
    return { ...rest, ...(track !== undefined && { track }), ...(granted && { trackGranted: true }) };
  },

  eventCorrected(draft, event) {
    Object.assign(draft, retracted(draft, event.corrects));
    if (event.facts === undefined) return;
    draft.facts = Object.freeze({ ...draft.facts, ...frozen(event.facts) });
    draft.factSources = sourcesOf(draft.factSources, event.facts, event);
  },

  itemMigrated: (draft, event) => migrated(enter(draft, event.phase, draft.enteredAt, event.target), event),
}))();

/** Votes are about the phase that they were cast in. */
function enter(draft: Draft, phase: string, at: Instant, target: Deadline | undefined): Draft {
  let next = draft;
  if (target === undefined && draft.target !== undefined) {
    const { target: _, ...rest } = draft;
    next = rest;
  } else if (target !== undefined) next.target = frozen(target);
  next.phase = phase;
  next.enteredAt = at;
  next.revision++;
  next.votes = none;
  return next;
}

function withoutHold(draft: Draft): Draft {
  if (draft.hold === undefined) return draft;
  const { hold: _, ...rest } = draft;
  return rest;
}

function remember(
  recent: readonly RecentCommand[],
  { command: id, sequence }: EventEnvelope,
): readonly RecentCommand[] {
  const last = recent[0];
  if (last?.id === id) return Object.freeze([Object.freeze({ ...last, to: sequence }), ...recent.slice(1)]);
  const length = Math.min(recent.length + 1, mostRecent);
  const next = new Array<RecentCommand>(length);
  next[0] = Object.freeze({ id, from: sequence, to: sequence });
  for (let index = 1; index < length; index++) next[index] = recent[index - 1]!;
  return Object.freeze(next);
}

function sourcesOf(
  before: ItemState['factSources'],
  facts: object,
  { occurredAt: at, sequence }: EventEnvelope,
): ItemState['factSources'] {
  const names = Object.keys(facts);
  if (names.length === 0) return before;
  const source = Object.freeze({ at, sequence });
  const sources: Record<string, FactSource> = { ...before };
  for (const name of names) sources[name] = source;
  return Object.freeze(sources);
}

function settled(
  conditions: ItemState['conditions'],
  id: string,
  status: 'met' | 'lapsed',
  settledBy: number,
): ItemState['conditions'] {
  return Object.freeze(
    conditions.map((each) => (each.id === id ? Object.freeze({ ...each, status, settledBy }) : each)),
  );
}
