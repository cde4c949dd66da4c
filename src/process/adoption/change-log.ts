import * as z from 'zod';
import type { ParseResult } from '../../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../../foundation/door.js';
import { createFaultList } from '../../foundation/fault-list.js';
import { externalIdSchema } from '../../foundation/name-schema.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { optionalKey, schemaOf } from '../../foundation/schema-of.js';
import { quote } from '../../foundation/shorten.js';
import { instantSchema } from '../../foundation/time-schema.js';
import type { ChangeLog } from './types.js';

const most = { changes: 1_000_000, items: 1_000_000, text: 1_000 };

/** The stored shape of a change log. */
export const changeLogSchema: z.ZodType<ChangeLog> = /* @__PURE__ */ (() => {
  const value = z.string().max(most.text).nullable();
  return schemaOf<ChangeLog>()(
    z.strictObject({
      schemaVersion: z.literal(1),
      asOf: instantSchema,
      changes: z
        .array(
          z.strictObject({
            item: externalIdSchema,
            at: instantSchema,
            field: optionalKey(z.string().max(most.text)),
            from: optionalKey(value),
            to: value,
            by: optionalKey(externalIdSchema),
          }),
        )
        .max(most.changes),
      current: optionalKey(z.array(z.strictObject({ item: externalIdSchema, value })).max(most.items)),
    }),
  );
})();

/** What the door of a change log is told beside the input. */
export interface ParseChangeLogContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said, but for 10,000,000 values. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns a tracker's change log, frozen and ready for `inferMoves`, or every fault of its shape: a moment that does not exist,
 * an item without an id, two current values of one item. Takes up to 1,000,000 changes. Never throws. What contradicts itself is for
 * `inferMoves` to say.
 *
 * @example
 * const outside: unknown = {
 *   schemaVersion: 1, asOf: '2026-11-02T09:00:00Z',
 *   changes: [{ item: 'P-7', at: '2026-02-30T09:00:00Z', from: 'Backlog', to: 'Build' }],
 * };
 * safeParseChangeLog(outside).diagnostics.map(({ code, path }) => [code, path]);
 * //=> [['shape/invalid-value', ['changes', 0, 'at']]]
 */
export function safeParseChangeLog(input: unknown, context: ParseChangeLogContext = {}): ParseResult<ChangeLog> {
  const limits = { ...defaultDoorLimits, values: 10_000_000, ...context.limits };
  const opened = openDoor<ChangeLog>(changeLogSchema, input, limits);
  if (!opened.ok) return opened;
  const faults = createFaultList('shape/too-many-faults', limits.faults);
  const firstAt = new Map<string, number>();
  for (const [index, { item }] of (opened.value.current ?? []).entries()) {
    const first = firstAt.get(item);
    if (first === undefined) firstAt.set(item, index);
    else {
      faults.add(['current', index, 'item'], () => ({
        code: 'process/duplicate-current',
        message: `${quote(item)} has a current value already, at current[${first}]`,
        hint: 'keep the one that the tracker shows',
        related: [{ path: ['current', first, 'item'], message: 'the first value of this item' }],
      }));
    }
  }
  if (faults.count() > 0) return { ok: false, diagnostics: faults.diagnostics() };
  return opened;
}
