import * as z from 'zod';
import { extraSchema, linksSchema } from '../../foundation/extra-schema.js';
import { externalIdSchema, nameSchema } from '../../foundation/name-schema.js';
import { optionalKey, schemaOf } from '../../foundation/schema-of.js';
import { instantSchema } from '../../foundation/time-schema.js';
import { workingTimeSchema } from '../schema.js';
import type { EscalationDefinition, EscalationEntry, EscalationOwner, EscalationStep } from './types.js';

/** The most that a door takes: beyond, the input is refused. */
const most = { steps: 50, repeat: 20, days: 366, people: 1_000, line: 1_000, text: 20_000, entries: 100_000 };

const line = /* @__PURE__ */ (() => z.string().min(1).max(most.line))();
const text = /* @__PURE__ */ (() => z.string().min(1).max(most.text))();

/** The stored shape of who must act at a step. */
export const escalationOwnerSchema: z.ZodType<EscalationOwner> = /* @__PURE__ */ (() =>
  schemaOf<EscalationOwner>()(
    z.union([
      z.strictObject({ role: nameSchema }),
      z.strictObject({ people: z.array(externalIdSchema).min(1).max(most.people) }),
      z.strictObject({ commonDecider: z.literal(true) }),
    ]),
  ))();

/** Longer is no limit: every step of a chain, opened as often as it may be, ends within what a calendar reaches. */
const limitSchema = /* @__PURE__ */ (() =>
  workingTimeSchema.refine(
    ({ workingDays = 0, workingHours = 0, workingMinutes = 0 }) =>
      workingDays <= most.days && workingHours * 60 + workingMinutes <= most.days * 24 * 60,
    { error: `must be at most ${most.days} working days` },
  ))();

/** The stored shape of a step. */
export const escalationStepSchema: z.ZodType<EscalationStep> = /* @__PURE__ */ (() =>
  schemaOf<EscalationStep>()(
    z.strictObject({
      id: externalIdSchema,
      label: optionalKey(line),
      owner: escalationOwnerSchema,
      within: limitSchema,
      acknowledgeWithin: optionalKey(limitSchema),
      repeat: optionalKey(z.int().min(0).max(most.repeat)),
      onTimeout: z.enum(['next', 'reject', 'approve']),
      next: optionalKey(externalIdSchema),
      onDisagreement: optionalKey(externalIdSchema),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

/** The stored shape of a way up. */
export const escalationSchema: z.ZodType<EscalationDefinition> = /* @__PURE__ */ (() =>
  schemaOf<EscalationDefinition>()(
    z.strictObject({
      schemaVersion: z.literal(1),
      id: nameSchema,
      version: line,
      label: optionalKey(line),
      steps: z.array(escalationStepSchema).min(1).max(most.steps),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

/** The stored shape of one thing that happened to an escalation. */
export const escalationEntrySchema: z.ZodType<EscalationEntry> = /* @__PURE__ */ (() => {
  const entry = {
    id: externalIdSchema,
    at: instantSchema,
    by: externalIdSchema,
    note: optionalKey(text),
    positions: optionalKey(z.array(z.strictObject({ by: externalIdSchema, says: text })).max(most.people)),
    extra: optionalKey(extraSchema),
    links: optionalKey(linksSchema),
  };
  const step = optionalKey(externalIdSchema);
  return schemaOf<EscalationEntry>()(
    z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('opened'),
        ...entry,
        parties: optionalKey(z.array(externalIdSchema).max(most.people)),
      }),
      z.strictObject({ type: z.literal('acknowledged'), ...entry, step }),
      z.strictObject({ type: z.literal('disagreed'), ...entry, step }),
      z.strictObject({
        type: z.literal('resolved'),
        ...entry,
        how: z.enum(['ruled', 'agreed', 'committed']),
        outcome: z.enum(['approve', 'reject']),
        step,
      }),
    ]),
  );
})();

/** The stored shape of the log of one escalation. */
export const escalationLogSchema: z.ZodType<readonly EscalationEntry[]> = /* @__PURE__ */ (() =>
  schemaOf<readonly EscalationEntry[]>()(z.array(escalationEntrySchema).max(most.entries)))();
