import type { Calendar } from '../../foundation/calendar/types.js';
import { keelsonError } from '../../foundation/error.js';
import { compareInstants, type Instant } from '../../foundation/instant.js';
import type { ExternalId, Name } from '../../foundation/names.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { plainText, quote } from '../../foundation/shorten.js';
import type { FactValues } from '../../governance/facts/types.js';
import type { CompiledProcess } from '../compiled.js';
import type { ItemEvent } from '../items/events.js';
import { begin } from '../items/evolve.js';
import { frozen } from '../items/frozen.js';
import { checkStart, type NewItem } from '../items/start.js';
import type { ItemState } from '../items/types.js';
import { unseal } from '../seal.js';
import { deadlineAfter } from '../time/deadlines.js';
import type { Process } from '../types.js';

/** An item that is under way already. */
export interface AdoptItemInput<P extends string = string, F = never> {
  readonly id: ExternalId;
  /** When it is taken up. */
  readonly at: Instant;
  /** The moment at which it is written down; absent means `at`. */
  readonly recordedAt?: Instant;
  /** Who takes it up. */
  readonly by: ExternalId;
  /** The id of the command; absent means `adopt`. */
  readonly command?: ExternalId;
  /** Where what is known of it comes from: `the tracker, exported on 2026-11-02`; 1 to 1,000 characters. */
  readonly source: string;
  /** The phase that it is in. */
  readonly phase: P;
  /** When it came into the phase, `at` at the latest; absent means that nobody knows: its target then counts from `at`. */
  readonly enteredAt?: Instant;
  /** Who decides alone where the authority lets them; absent means nobody. */
  readonly owner?: ExternalId;
  /** Absent means the process itself. */
  readonly track?: Name;
  /** What is known of it. */
  readonly facts?: FactValues<F>;
  /** Needed for the target of its phase. */
  readonly calendar?: Calendar;
}

const longestSource = 1_000;

/**
 * Returns an item that begins in the middle, with the event that says so and names its source. The gates before its phase are `unknown`:
 * neither passed nor waived, since nobody was asked. A target that is over already stays over.
 *
 * Throws a `KeelsonError`: `process/invalid-start` for an id, an instant, a source, a phase, a track or facts that are none.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const gate = { authority: 'alone' } as const;
 * const process = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { learn: { gate }, build: { gate } } });
 * const { state, events } = adoptItem(process, {
 *   id: 'P-7', at: instant('2026-11-02T09:00:00Z'), by: 'ana', source: 'the tracker', phase: 'build',
 * });
 * [state.phase, state.gates.learn?.outcome]; //=> ['build', 'unknown']
 * events.map(({ type }) => type); //=> ['itemAdopted']
 */
export function adoptItem<P extends string, D extends string, F>(
  process: Process<P, string, D, F>,
  input: AdoptItemInput<NoInfer<P>, NoInfer<F>>,
): NewItem<P, D, F> {
  const compiled = unseal(process);
  const {
    id,
    at,
    recordedAt = at,
    by,
    command = 'adopt',
    source,
    enteredAt,
    owner,
    track,
    facts = {},
    calendar,
  } = input;
  const instants = { at, recordedAt, ...(enteredAt !== undefined && { enteredAt }) };
  checkStart(compiled, { ids: { id, by, command, owner }, instants, facts });
  const { facts: _, ...rest } = input;
  checkPlace(compiled, rest);
  const { phases } = compiled.definition;
  const place = compiled.phaseOf.get(input.phase)!;
  const { skips } = compiled.routes.get(track)!;
  const phase = phases[place]!;
  const target = phase.target && calendar && deadlineAfter(calendar, enteredAt ?? at, phase.target);
  const event: Extract<ItemEvent, { readonly type: 'itemAdopted' }> = Object.freeze({
    ...{ schemaVersion: 1, item: id, process: compiled.definition.id, version: compiled.definition.version },
    ...{ sequence: 1, occurredAt: at, recordedAt, actor: by, command },
    ...{ type: 'itemAdopted', source, phase: phase.id, enteredAt: enteredAt ?? at },
    earlier: Object.freeze(phases.slice(0, place).flatMap((earlier, i) => (skips[i] ? [] : [earlier.id]))),
    facts: frozen(facts),
    ...(owner !== undefined && { owner }),
    ...(track !== undefined && { track }),
    ...(target !== undefined && { target }),
  });
  return { state: begin(event) as ItemState<P, D, F>, events: [event as ItemEvent as ItemEvent<P, D, F>] };
}

/** Throws where an item cannot be taken up there: the host's code is wrong, not what somebody asked for. */
function checkPlace({ phaseOf, routes, definition }: CompiledProcess, input: Omit<AdoptItemInput, 'facts'>): void {
  const { phase, track, source, enteredAt, at } = input;
  const faults: string[] = [];
  const unknown = (what: string, name: string, names: readonly string[]): void => {
    const nearest = nearestName(name, names);
    const hint = nearest === undefined ? `known are ${names.join(', ') || 'none'}` : `did you mean ${nearest}?`;
    faults.push(`${what} ${quote(name)} is none of ${definition.id}: ${hint}`);
  };
  if (!phaseOf.has(phase)) unknown('phase', plainText(phase), [...phaseOf.keys()]);
  if (!routes.has(track)) {
    unknown(
      'track',
      plainText(track),
      (definition.tracks ?? []).map(({ id }) => id),
    );
  } else if (phaseOf.has(phase) && routes.get(track)!.skips[phaseOf.get(phase)!]) {
    faults.push(`track ${quote(track!)} skips phase ${quote(phase)}`);
  }
  if (typeof source !== 'string' || source.trim() === '' || source.length > longestSource) {
    faults.push(`source must say where it comes from, in 1 to ${longestSource} characters`);
  }
  if (enteredAt !== undefined && compareInstants(enteredAt, at) > 0) {
    faults.push(`enteredAt is ${enteredAt}, after the item is taken up at ${at}`);
  }
  if (faults.length > 0) throw keelsonError('process/invalid-start', `the item cannot begin: ${faults.join('; ')}`);
}
