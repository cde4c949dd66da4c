import * as z from 'zod';
import { extraSchema, linksSchema } from '../foundation/extra-schema.js';
import { nameSchema } from '../foundation/name-schema.js';
import { optionalKey, schemaOf } from '../foundation/schema-of.js';
import { daySchema } from '../foundation/time-schema.js';
import { conditionSchema } from '../governance/schema.js';
import type { Criterion, Deliverable, Gate, LighterGate, Phase, ProcessDefinition, Track } from './types.js';

/** The most that a door takes: beyond, the input is refused. */
const most = {
  phases: 200,
  tracks: 50,
  entries: 200,
  roles: 1_000,
  days: 10_000,
  weeks: 52,
  items: 10_000,
  evidence: 1_000,
  recycles: 1_000,
  weight: 1e6,
  window: 128,
  line: 1_000,
  text: 20_000,
};

const line = /* @__PURE__ */ (() => z.string().min(1).max(most.line))();
const text = /* @__PURE__ */ (() => z.string().min(1).max(most.text))();
const names = /* @__PURE__ */ (() => z.array(nameSchema).max(most.entries))();
const workingDays = /* @__PURE__ */ (() => z.strictObject({ workingDays: z.int().min(1).max(most.days) }))();

const words = /* @__PURE__ */ (() => ({ extra: optionalKey(extraSchema), links: optionalKey(linksSchema) }))();

/** The stored shape of a deliverable. */
export const deliverableSchema: z.ZodType<Deliverable> = /* @__PURE__ */ (() =>
  schemaOf<Deliverable>()(
    z.strictObject({
      id: nameSchema,
      label: optionalKey(line),
      owner: nameSchema,
      needs: optionalKey(names),
      atLeast: optionalKey(z.int().min(1).max(most.evidence)),
      freshFor: optionalKey(workingDays),
      ...words,
    }),
  ))();

/** The stored shape of a criterion. */
export const criterionSchema: z.ZodType<Criterion> = /* @__PURE__ */ (() =>
  schemaOf<Criterion>()(
    z.strictObject({
      id: nameSchema,
      label: optionalKey(line),
      when: conditionSchema,
      should: optionalKey(z.literal(true)),
      weight: optionalKey(z.number().gt(0).max(most.weight)),
      ...words,
    }),
  ))();

/** The stored shape of a gate. */
export const gateSchema: z.ZodType<Gate> = /* @__PURE__ */ (() => {
  const window = z.string().min(1).max(most.window);
  return schemaOf<Gate>()(
    z.strictObject({
      authority: nameSchema,
      criteria: optionalKey(z.array(criterionSchema).max(most.entries)),
      threshold: optionalKey(z.number().min(0).max(1)),
      recycleTo: optionalKey(names),
      maxRecycles: optionalKey(z.int().min(0).max(most.recycles)),
      window: optionalKey(z.union([z.strictObject({ not: window }), z.strictObject({ in: window })])),
      slots: optionalKey(
        z.strictObject({
          from: daySchema,
          everyWeeks: z.int().min(1).max(most.weeks),
          items: z.int().min(1).max(most.items),
        }),
      ),
      waivable: optionalKey(z.array(z.enum(['deliverable', 'criterion', 'phase'])).max(3)),
      waiverAuthority: optionalKey(nameSchema),
      ...words,
    }),
  );
})();

/** The stored shape of a phase. */
export const phaseSchema: z.ZodType<Phase> = /* @__PURE__ */ (() =>
  schemaOf<Phase>()(
    z.strictObject({
      id: nameSchema,
      label: optionalKey(line),
      question: optionalKey(text),
      deliverables: optionalKey(z.array(deliverableSchema).max(most.entries)),
      gate: gateSchema,
      target: optionalKey(workingDays),
      readsOutcome: optionalKey(names),
      ...words,
    }),
  ))();

/** The stored shape of a gate of a track. */
export const lighterGateSchema: z.ZodType<LighterGate> = /* @__PURE__ */ (() =>
  schemaOf<LighterGate>()(
    z.strictObject({ phase: nameSchema, authority: optionalKey(nameSchema), without: optionalKey(names) }),
  ))();

/** The stored shape of a track. */
export const trackSchema: z.ZodType<Track> = /* @__PURE__ */ (() =>
  schemaOf<Track>()(
    z.strictObject({
      id: nameSchema,
      label: optionalKey(line),
      when: optionalKey(conditionSchema),
      authority: optionalKey(nameSchema),
      skip: optionalKey(names),
      gates: optionalKey(z.array(lighterGateSchema).max(most.phases)),
      ...words,
    }),
  ))();

/** The stored shape of a process. */
export const processSchema: z.ZodType<ProcessDefinition> = /* @__PURE__ */ (() =>
  schemaOf<ProcessDefinition>()(
    z.strictObject({
      schemaVersion: z.literal(1),
      id: nameSchema,
      version: z.int().min(1),
      label: optionalKey(line),
      description: optionalKey(text),
      roles: z.array(nameSchema).max(most.roles),
      facts: nameSchema,
      phases: z.array(phaseSchema).min(1).max(most.phases),
      tracks: optionalKey(z.array(trackSchema).max(most.tracks)),
      ...words,
    }),
  ))();
