import type { Calendar } from '../../foundation/calendar/types.js';
import { keelsonError } from '../../foundation/error.js';
import { type Instant, isInstant } from '../../foundation/instant.js';
import { type ExternalId, externalIdFault } from '../../foundation/names.js';
import { formatPath } from '../../foundation/path.js';
import { plainText, quote } from '../../foundation/shorten.js';
import { readRequest } from '../../governance/facts/request.js';
import type { FactValues } from '../../governance/facts/types.js';
import type { CompiledProcess } from '../compiled.js';
import { unseal } from '../seal.js';
import { deadlineAfter } from '../time/deadlines.js';
import type { Process } from '../types.js';
import type { ItemEvent } from './events.js';
import { begin } from './evolve.js';
import { frozen } from './frozen.js';
import type { ItemState } from './types.js';

/** How an item begins. */
export interface StartItemInput<F = never> {
  readonly id: ExternalId;
  readonly at: Instant;
  /** The moment at which it is written down; absent means `at`. */
  readonly recordedAt?: Instant;
  /** Who begins it. */
  readonly by: ExternalId;
  /** The id of the command; absent means `start`. */
  readonly command?: ExternalId;
  /** Who decides alone where the authority lets them; absent means nobody. */
  readonly owner?: ExternalId;
  /** What is known of it. */
  readonly facts?: FactValues<F>;
  /** Needed for the target of the first phase. */
  readonly calendar?: Calendar;
}

/** A new item: its state, and the event that a host stores. */
export interface NewItem<P extends string = string, D extends string = string, F = never> {
  readonly state: ItemState<P, D, F>;
  readonly events: readonly ItemEvent<P, D, F>[];
}

const nothing = Object.freeze({});

type Started = Extract<ItemEvent, { readonly type: 'itemStarted' }>;

/**
 * Returns a new item in the first phase of a process, with the event that says so. A track is chosen by a command.
 *
 * Throws a `KeelsonError`: `process/invalid-start` for an id, an instant or facts that are none.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' } } } });
 * const { state, events } = startItem(process, { id: 'search', at: instant('2026-11-02T09:00:00Z'), by: 'ana', owner: 'ana' });
 * [state.phase, state.sequence]; //=> ['build', 1]
 * events.map(({ type }) => type); //=> ['itemStarted']
 */
export function startItem<P extends string, D extends string, F>(
  process: Process<P, string, D, F>,
  input: StartItemInput<NoInfer<F>>,
): NewItem<P, D, F> {
  const compiled = unseal(process);
  const { id, at, recordedAt = at, by, command = 'start', owner, facts = nothing, calendar } = input;
  checkStart(compiled, { ids: { id, by, command, owner }, instants: { at, recordedAt }, facts });
  const [phase] = compiled.definition.phases;
  const target = phase!.target && calendar && deadlineAfter(calendar, at, phase!.target);
  const event: { -readonly [K in keyof Started]: Started[K] } = {
    schemaVersion: 1,
    item: id,
    process: compiled.definition.id,
    version: compiled.definition.version,
    sequence: 1,
    occurredAt: at,
    recordedAt,
    actor: by,
    command,
    type: 'itemStarted',
    phase: phase!.id,
    facts: frozen(facts),
  };
  if (owner !== undefined) event.owner = owner;
  if (target !== undefined) event.target = target;
  Object.freeze(event);
  return { state: begin(event) as ItemState<P, D, F>, events: [event as ItemEvent as ItemEvent<P, D, F>] };
}

/** What a beginning consists of, by the names that an author knows. */
interface Beginning {
  readonly ids: Readonly<Record<string, unknown>>;
  readonly instants: Readonly<Record<string, unknown>>;
  readonly facts: unknown;
}

/** Throws where an item cannot begin like this: the host's code is wrong, not what somebody asked for. */
export function checkStart(compiled: CompiledProcess, { ids, instants, facts }: Beginning): void {
  const faults: string[] = [];
  for (const name in ids) {
    const id = ids[name];
    if (id === undefined && name === 'owner') continue;
    const fault = typeof id === 'string' ? externalIdFault(id) : 'must be a text';
    if (fault !== undefined) faults.push(`${name} ${fault}`);
  }
  for (const name in instants) {
    const at = instants[name];
    if (!isInstant(at)) faults.push(`${name} is ${quote(plainText(at))}, no moment in UTC`);
  }
  const read = readRequest(compiled.facts, facts);
  if (!read.ok) {
    for (const { path, message } of read.diagnostics) faults.push(`${formatPath(['facts', ...path])}: ${message}`);
  }
  if (faults.length > 0) throw keelsonError('process/invalid-start', `the item cannot begin: ${faults.join('; ')}`);
}
