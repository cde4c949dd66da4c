import type { ParseResult } from '../../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../../foundation/door.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { findRepeatedIds } from '../../foundation/repeated-ids.js';
import { escalationLogSchema } from './schema.js';
import type { EscalationEntry } from './types.js';

/** What the door of a log is told beside the input. */
export interface ParseEscalationLogContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

const repeated = {
  code: 'governance/duplicate-entry',
  what: 'entry',
  within: 'log',
  hint: 'keep one of the two, or give it another id: a status names entries by their ids',
} as const;

/**
 * Returns the log of one escalation, frozen and ready for `escalationStatus`, or every fault of its shape: a moment that does
 * not exist, a type that is none, an id that is there twice. Never throws. Entries that are well but do not count are for
 * `escalationStatus` to name.
 *
 * @example
 * const outside: unknown = [{ id: 'e1', type: 'opened', at: '2026-13-01T09:00:00Z', by: 'ana' }];
 * safeParseEscalationLog(outside).diagnostics.map(({ path }) => path); //=> [[0, 'at']]
 */
export function safeParseEscalationLog(
  input: unknown,
  context: ParseEscalationLogContext = {},
): ParseResult<readonly EscalationEntry[]> {
  const opened = openDoor<readonly EscalationEntry[]>(escalationLogSchema, input, context.limits);
  if (!opened.ok) return opened;
  const faults = createFaultList('shape/too-many-faults', context.limits?.faults ?? defaultDoorLimits.faults);
  findRepeatedIds(opened.value, repeated, faults);
  return faults.count() > 0 ? { ok: false, diagnostics: faults.diagnostics() } : opened;
}
