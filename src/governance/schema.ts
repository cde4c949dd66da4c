import * as z from 'zod';
import type { Expression } from '../expression/types.js';
import type { WorkingTime } from '../foundation/calendar/working-time.js';
import { extraSchema, linksSchema } from '../foundation/extra-schema.js';
import { externalIdSchema, nameSchema } from '../foundation/name-schema.js';
import { optionalKey, schemaOf } from '../foundation/schema-of.js';
import { expressionSchema } from './expression-schema.js';
import type { Outcome, PolicyDefinition, Requirement, Rights, Rule } from './types.js';

/** The most that a door takes: beyond, the input is refused. */
const most = { rules: 10_000, list: 1_000, people: 1_000_000, condition: 20_000, line: 1_000, text: 20_000, time: 1e6 };

const line = /* @__PURE__ */ (() => z.string().min(1).max(most.line))();
const text = /* @__PURE__ */ (() => z.string().min(1).max(most.text))();

/** How long an approval counts: some working time, none of it negative. */
export const workingTimeSchema: z.ZodType<WorkingTime> = /* @__PURE__ */ (() =>
  schemaOf<WorkingTime>()(
    z
      .strictObject({
        workingDays: optionalKey(z.int().min(0).max(most.time)),
        workingHours: optionalKey(z.number().min(0).max(most.time)),
        workingMinutes: optionalKey(z.number().min(0).max(most.time)),
      })
      .refine(
        ({ workingDays = 0, workingHours = 0, workingMinutes = 0 }) => {
          const minutes = workingHours * 60 + workingMinutes;
          return Number.isInteger(minutes) && workingDays + minutes > 0;
        },
        { error: 'must be some working time, in whole minutes' },
      ),
  ))();

// Not an enum: in a union the door takes the wrong value of one for another option's tag.
const excluded = /* @__PURE__ */ (() =>
  z.union([z.literal('requester'), z.literal('contributors'), z.literal('owner')]))();

const terms = /* @__PURE__ */ (() => ({
  quorum: z.union([z.int().min(1).max(most.people), z.strictObject({ fraction: z.number().gt(0).max(1) })]),
  veto: optionalKey(z.boolean()),
  exclude: optionalKey(z.array(excluded).max(3)),
  expiresAfter: optionalKey(workingTimeSchema),
}))();

/** The stored shape of a requirement. */
export const requirementSchema: z.ZodType<Requirement> = /* @__PURE__ */ (() =>
  schemaOf<Requirement>()(
    z.union([
      z.strictObject({ role: nameSchema, ...terms }),
      z.strictObject({ people: z.array(externalIdSchema).min(1).max(most.list), ...terms }),
      z.strictObject({
        get all() {
          return requirementsSchema;
        },
      }),
      z.strictObject({
        get any() {
          return requirementsSchema;
        },
      }),
    ]),
  ))();

const requirementsSchema: z.ZodType<readonly Requirement[]> = /* @__PURE__ */ (() =>
  z.array(requirementSchema).min(1).max(most.list))();

/** The stored shape of an outcome. */
export const outcomeSchema: z.ZodType<Outcome> = /* @__PURE__ */ (() =>
  schemaOf<Outcome>()(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('autonomous') }),
      z.strictObject({ kind: z.literal('requires'), requirements: requirementsSchema }),
      z.strictObject({ kind: z.literal('forbidden') }),
    ]),
  ))();

const rolesSchema: z.ZodType<readonly string[]> = /* @__PURE__ */ (() => z.array(nameSchema).max(most.list))();

/** The stored shape of who has a part in decisions. */
export const rightsSchema: z.ZodType<Rights> = /* @__PURE__ */ (() =>
  schemaOf<Rights>()(
    z.strictObject({
      driver: optionalKey(nameSchema),
      contributors: optionalKey(rolesSchema),
      informed: optionalKey(rolesSchema),
    }),
  ))();

/** A condition as it is stored: a text, or its tree. */
export const conditionSchema: z.ZodType<string | Expression> = /* @__PURE__ */ (() =>
  z.union([z.string().max(most.condition), expressionSchema]))();

/** The stored shape of a rule. */
export const ruleSchema: z.ZodType<Rule> = /* @__PURE__ */ (() =>
  schemaOf<Rule>()(
    z.strictObject({
      id: externalIdSchema,
      when: conditionSchema,
      then: outcomeSchema,
      because: optionalKey(text),
      rights: optionalKey(rightsSchema),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

/** The stored shape of a policy. */
export const policySchema: z.ZodType<PolicyDefinition> = /* @__PURE__ */ (() =>
  schemaOf<PolicyDefinition>()(
    z.strictObject({
      schemaVersion: z.literal(1),
      id: nameSchema,
      version: line,
      facts: nameSchema,
      hit: z.enum(['strictest', 'first', 'unique', 'collect']),
      onUnknown: z.enum(['strictest', 'ask']),
      rules: z.array(ruleSchema).max(most.rules),
      otherwise: outcomeSchema,
      rights: optionalKey(rightsSchema),
      label: optionalKey(line),
      description: optionalKey(text),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();
