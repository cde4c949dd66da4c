import * as z from 'zod';
import type { ParseResult } from '../../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../../foundation/door.js';
import { extraSchema } from '../../foundation/extra-schema.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { externalIdSchema } from '../../foundation/name-schema.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { findRepeatedIds } from '../../foundation/repeated-ids.js';
import { optionalKey, schemaOf } from '../../foundation/schema-of.js';
import { daySchema, instantSchema } from '../../foundation/time-schema.js';
import { outcomeSchema } from '../schema.js';
import type { PastRequest } from './types.js';

const mostRequests = 1_000_000;

/** The stored shape of a log of past requests. */
export const requestLogSchema: z.ZodType<readonly PastRequest[]> = /* @__PURE__ */ (() =>
  schemaOf<readonly PastRequest[]>()(
    z
      .array(
        z.strictObject({
          id: externalIdSchema,
          facts: z.record(z.string(), extraSchema),
          at: optionalKey(instantSchema),
          measuredOn: optionalKey(z.record(z.string(), daySchema)),
          outcome: optionalKey(outcomeSchema),
          extra: optionalKey(extraSchema),
        }),
      )
      .max(mostRequests),
  ))();

/** What the door of a log is told beside the input. */
export interface ParseRequestLogContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

const repeated = {
  code: 'governance/duplicate-request',
  what: 'request',
  within: 'log',
  hint: 'keep one of the two, or give it another id: reports name requests by their ids',
} as const;

/**
 * Returns a log of past requests, frozen and ready for `backtestPolicy` and `findInconsistentDecisions`, or every fault of its
 * shape: an outcome that is none, a moment that does not exist, an id that is there twice. Never throws. The facts of each
 * request are not held against anything yet: one that does not fit leaves the rest of the log of use.
 *
 * @example
 * const outside: unknown = [
 *   { id: 'R-1', facts: { cost: 400 }, outcome: { kind: 'autonomous' } },
 *   { id: 'R-1', facts: { cost: 'much' } },
 * ];
 * safeParseRequestLog(outside).diagnostics.map(({ code, path }) => [code, path]);
 * //=> [['governance/duplicate-request', [1, 'id']]]
 */
export function safeParseRequestLog(
  input: unknown,
  context: ParseRequestLogContext = {},
): ParseResult<readonly PastRequest[]> {
  const opened = openDoor<readonly PastRequest[]>(requestLogSchema, input, context.limits);
  if (!opened.ok) return opened;
  const faults = createFaultList('shape/too-many-faults', context.limits?.faults ?? defaultDoorLimits.faults);
  findRepeatedIds(opened.value, repeated, faults);
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return opened;
}
