import type { ParseResult } from '../../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../../foundation/door.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { formatPath } from '../../foundation/path.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { quote } from '../../foundation/shorten.js';
import { escalationLogSchema } from './schema.js';
import type { EscalationEntry } from './types.js';

/** What the door of a log is told beside the input. */
export interface ParseEscalationLogContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

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
  const firstAt = new Map<string, number>();
  for (const [index, { id }] of opened.value.entries()) {
    const first = firstAt.get(id);
    if (first === undefined) {
      firstAt.set(id, index);
      continue;
    }
    const path = [index, 'id'];
    faults.add(path, () => ({
      code: 'governance/duplicate-entry',
      message: `${formatPath(path)} repeats ${quote(id)}, which is entry ${first} of the log already`,
      hint: 'keep one of the two, or give it another id: a status names entries by their ids',
      related: [{ path: [first, 'id'], message: 'the first entry of this id' }],
    }));
  }
  return faults.count() > 0 ? { ok: false, diagnostics: faults.diagnostics() } : opened;
}
