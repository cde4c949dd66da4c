import type { ParseResult } from '../../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../../foundation/door.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { findRepeatedIds } from '../../foundation/repeated-ids.js';
import { exceptionsSchema } from './schema.js';
import type { ExceptionCase } from './types.js';

/** What the door of exceptions is told beside the input. */
export interface ParseExceptionsContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

const repeated = {
  code: 'governance/duplicate-exception',
  what: 'exception',
  hint: 'keep one of the two, or give it another id: assessments and reports go by ids',
};

const repeatedEntries = {
  code: 'governance/duplicate-entry',
  what: 'entry',
  within: 'log',
  hint: 'keep one of the two, or give it another id: an assessment names entries by their ids',
} as const;

/**
 * Returns exceptions, frozen and ready for `assessException` and `exceptionReport`, or every fault of their shape: an approval
 * without an end, a moment that does not exist, an id that is there twice. Never throws. Entries that are well but do not
 * count are for `assessException` to name.
 *
 * @example
 * const request = {
 *   ...{ id: 'E-1', policy: 'shipping', rule: 'freeze', subject: 'checkout', by: 'ana', reason: 'a fix for a regulator' },
 *   ...{ at: '2026-12-21T09:00:00Z', terms: { longest: { days: 2 }, renewals: 1 } },
 * };
 * const outside: unknown = [{ request, log: [{ id: '1', kind: 'approve', by: 'eva', at: '2026-12-21T10:00:00Z' }] }];
 * safeParseExceptions(outside).diagnostics.map(({ code, path }) => [code, path]);
 * //=> [['shape/missing-key', [0, 'log', 0, 'until']]]
 */
export function safeParseExceptions(
  input: unknown,
  context: ParseExceptionsContext = {},
): ParseResult<readonly ExceptionCase[]> {
  const opened = openDoor<readonly ExceptionCase[]>(exceptionsSchema, input, context.limits);
  if (!opened.ok) return opened;
  const faults = createFaultList('shape/too-many-faults', context.limits?.faults ?? defaultDoorLimits.faults);

  const requests = opened.value.map(({ request }) => request);
  findRepeatedIds(requests, { ...repeated, pathOf: (index) => [index, 'request', 'id'] }, faults);
  for (const [at, { log }] of opened.value.entries()) {
    findRepeatedIds(log, { ...repeatedEntries, pathOf: (index) => [at, 'log', index, 'id'] }, faults);
  }
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return opened;
}
