import type { ParseResult } from '../../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../../foundation/door.js';
import { createFaultList, type FaultList } from '../../foundation/fault-list.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { plainText, quote } from '../../foundation/shorten.js';
import { safeParseRequest } from '../../governance/facts/request.js';
import type { CompiledProcess } from '../compiled.js';
import { unseal } from '../seal.js';
import type { Process } from '../types.js';
import type { ItemEvent } from './events.js';
import { itemEventsSchema, itemStateSchema } from './schema.js';
import type { ItemState } from './types.js';

/** What the doors of items and histories are told beside the input. */
export interface ParseItemContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns the events of stored data, of one item or of many, or every fault of their shape: each names the event by its place. That
 * they follow on each other is for `replayItem`. Events of older versions keep the names of their time. Never throws.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' } } } });
 * const { events } = startItem(process, { id: 'search', at: instant('2026-11-02T09:00:00Z'), by: 'ana' });
 * const stored: unknown = JSON.parse(JSON.stringify(events));
 * safeParseItemEvents(process, stored).ok; //=> true
 * safeParseItemEvents(process, [{ ...events[0], sequence: 0 }]).diagnostics.map(({ path }) => path); //=> [[0, 'sequence']]
 */
export function safeParseItemEvents<P extends string, D extends string, F>(
  process: Process<P, string, D, F>,
  input: unknown,
  context: ParseItemContext = {},
): ParseResult<readonly ItemEvent<P, D, F>[]> {
  const compiled = unseal(process);
  const opened = openDoor<readonly ItemEvent[]>(itemEventsSchema, input, context.limits);
  if (!opened.ok) return opened;
  const faults = createFaultList('shape/too-many-faults', context.limits?.faults ?? defaultDoorLimits.faults);
  for (const [index, event] of opened.value.entries()) {
    if (event.process !== compiled.definition.id) {
      faults.add([index, 'process'], {
        code: 'process/event-of-another-process',
        message: `event ${event.sequence} of ${quote(event.item)} is of the process ${quote(event.process)}, not of ${compiled.definition.id}`,
        hint: 'read it with its own process',
      });
    }
  }
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return opened as ParseResult<readonly ItemEvent[]> as ParseResult<readonly ItemEvent<P, D, F>[]>;
}

/**
 * Returns the state of stored data, or every fault that it has: of its shape, and names that its process does not have. A state
 * under another version of the process is left as it is, to be migrated. Never throws.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' } } } });
 * const { state } = startItem(process, { id: 'search', at: instant('2026-11-02T09:00:00Z'), by: 'ana' });
 * const stored: unknown = JSON.parse(JSON.stringify(state));
 * safeParseItemState(process, stored).ok; //=> true
 * safeParseItemState(process, { ...state, phase: 'biuld' }).diagnostics.map(({ code }) => code); //=> ['process/no-such-phase']
 */
export function safeParseItemState<P extends string, D extends string, F>(
  process: Process<P, string, D, F>,
  input: unknown,
  context: ParseItemContext = {},
): ParseResult<ItemState<P, D, F>> {
  const compiled = unseal(process);
  const opened = openDoor<ItemState>(itemStateSchema, input, context.limits);
  if (!opened.ok) return opened;
  const faults = createFaultList('shape/too-many-faults', context.limits?.faults ?? defaultDoorLimits.faults);
  checkState(compiled, opened.value, faults);
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return opened as ParseResult<ItemState> as ParseResult<ItemState<P, D, F>>;
}

function checkState(
  { definition, phaseOf, routes, factSet }: CompiledProcess,
  state: ItemState,
  faults: FaultList,
): void {
  if (state.process !== definition.id) {
    faults.add(['process'], {
      code: 'process/other-process',
      message: `the item goes through ${state.process}, not through ${definition.id}`,
      hint: `read it with ${state.process}`,
    });
    return;
  }
  // Its names are those of another version.
  if (state.version !== definition.version) return;
  if (!phaseOf.has(state.phase)) {
    faults.add(['phase'], {
      code: 'process/no-such-phase',
      message: `the process has no phase ${quote(state.phase)}`,
      hint: `its phases are ${definition.phases.map(({ id }) => id).join(', ')}`,
    });
  }
  if (!routes.has(state.track)) {
    faults.add(['track'], {
      code: 'process/no-such-track',
      message: `the process has no track ${quote(plainText(state.track))}`,
      hint: 'replay the item from its events',
    });
  }
  const read = safeParseRequest(factSet, state.facts);
  for (const { path, code, message, hint } of read.diagnostics) {
    faults.add(['facts', ...path], { code, message, ...(hint !== undefined && { hint }) });
  }
}
