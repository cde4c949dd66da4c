import * as z from 'zod';
import { extraSchema, linksSchema } from '../../foundation/extra-schema.js';
import { externalIdSchema, nameSchema } from '../../foundation/name-schema.js';
import { optionalKey, schemaOf } from '../../foundation/schema-of.js';
import { daySchema, instantSchema } from '../../foundation/time-schema.js';
import type { FactShape, FactValues } from '../../governance/facts/types.js';
import type { PolicyReference } from '../../governance/types.js';
import type { ItemEvent } from './events.js';
import type { Deadline, Evidence, GateVerdict, ItemState, Lapse, VoteSubject, WaiverTarget } from './types.js';

/** The most that a door takes: beyond, the input is refused. */
const most = { line: 2_000, text: 20_000, list: 10_000, entries: 100_000 };

const line = /* @__PURE__ */ (() => z.string().min(1).max(most.line))();
const text = /* @__PURE__ */ (() => z.string().min(1).max(most.text))();
const number = /* @__PURE__ */ (() => z.int().min(1))();

/** Facts as they were recorded; that each is one of the process is for the door to see. */
const factsSchema: z.ZodType<FactValues<FactShape>> = /* @__PURE__ */ (() =>
  z.record(nameSchema, z.union([z.number(), z.boolean(), z.string(), z.array(z.string()).max(most.list)])))();

const deadlineSchema: z.ZodType<Deadline> = /* @__PURE__ */ (() =>
  schemaOf<Deadline>()(z.strictObject({ at: instantSchema, calendar: z.string().max(most.line) })))();

const evidenceShape = /* @__PURE__ */ (() => ({ uri: line, digest: optionalKey(line), note: optionalKey(text) }))();
const evidenceSchema: z.ZodType<Evidence> = /* @__PURE__ */ (() =>
  schemaOf<Evidence>()(z.strictObject(evidenceShape)))();

const targetSchema: z.ZodType<WaiverTarget> = /* @__PURE__ */ (() =>
  schemaOf<WaiverTarget>()(
    z.union([
      z.strictObject({ deliverable: nameSchema }),
      z.strictObject({ criterion: nameSchema }),
      z.strictObject({ phase: nameSchema }),
    ]),
  ))();

const subjectSchema: z.ZodType<VoteSubject> = /* @__PURE__ */ (() =>
  schemaOf<VoteSubject>()(
    z.union([z.strictObject({ waiver: targetSchema }), z.strictObject({ track: nameSchema })]),
  ))();

const lapseSchema: z.ZodType<Lapse> = /* @__PURE__ */ (() =>
  schemaOf<Lapse>()(z.union([z.literal('hold'), z.strictObject({ recycleTo: nameSchema })])))();

const voteKindSchema = /* @__PURE__ */ (() => z.enum(['approve', 'reject', 'abstain', 'withdraw']))();

const conditionShape = /* @__PURE__ */ (() => ({
  id: externalIdSchema,
  text,
  owner: externalIdSchema,
  due: daySchema,
  onLapse: lapseSchema,
  blocksNextGate: optionalKey(z.literal(true)),
  deadline: deadlineSchema,
}))();

const referenceSchema: z.ZodType<PolicyReference> = /* @__PURE__ */ (() =>
  schemaOf<PolicyReference>()(
    z.strictObject({ id: nameSchema, version: line, fingerprint: z.string().max(most.line) }),
  ))();

const verdictSchema: z.ZodType<GateVerdict> = /* @__PURE__ */ (() => {
  const ids = z.array(externalIdSchema).max(most.entries);
  return schemaOf<GateVerdict>()(
    z.strictObject({
      policy: referenceSchema,
      authority: z.enum(['autonomous', 'requires']),
      rules: ids,
      because: z.array(text).max(most.list),
      criteria: z.array(z.strictObject({ id: nameSchema, met: z.boolean() })).max(most.list),
      score: optionalKey(z.number().min(0).max(1)),
      votes: ids,
      waivers: ids,
    }),
  );
})();

/** The stored shape of an event of an item. */
export const itemEventSchema: z.ZodType<ItemEvent> = /* @__PURE__ */ (() => {
  const names = z.array(nameSchema).max(most.list);
  const target = optionalKey(deadlineSchema);
  const envelope = {
    schemaVersion: z.literal(1),
    item: externalIdSchema,
    process: nameSchema,
    version: number,
    sequence: number,
    occurredAt: instantSchema,
    recordedAt: instantSchema,
    actor: externalIdSchema,
    command: externalIdSchema,
    extra: optionalKey(extraSchema),
  };
  const event = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
    z.strictObject({ type: z.literal(type), ...envelope, ...shape });
  return schemaOf<ItemEvent>()(
    z.discriminatedUnion('type', [
      event('itemStarted', {
        phase: nameSchema,
        facts: factsSchema,
        owner: optionalKey(externalIdSchema),
        track: optionalKey(nameSchema),
        target,
      }),
      event('itemAdopted', {
        source: line,
        phase: nameSchema,
        enteredAt: instantSchema,
        earlier: names,
        facts: factsSchema,
        owner: optionalKey(externalIdSchema),
        track: optionalKey(nameSchema),
        target,
      }),
      event('ownerAssigned', { owner: externalIdSchema }),
      event('factsRecorded', { facts: factsSchema }),
      event('deliverableSubmitted', {
        deliverable: nameSchema,
        evidence: evidenceSchema,
        freshUntil: optionalKey(deadlineSchema),
      }),
      event('voteCast', {
        vote: voteKindSchema,
        revision: number,
        on: optionalKey(subjectSchema),
        role: optionalKey(nameSchema),
        onBehalfOf: optionalKey(externalIdSchema),
      }),
      event('gatePassed', {
        phase: nameSchema,
        to: optionalKey(nameSchema),
        outcome: z.enum(['go', 'conditionalGo']),
        conditions: z.array(z.strictObject(conditionShape)).max(most.list),
        verdict: verdictSchema,
        reason: optionalKey(text),
        target,
      }),
      event('itemCompleted', {}),
      event('itemHeld', { reason: text, review: deadlineSchema }),
      event('itemResumed', { reason: optionalKey(text) }),
      event('itemRecycled', {
        phase: nameSchema,
        to: nameSchema,
        reopened: names,
        stale: names,
        reason: optionalKey(text),
        target,
      }),
      event('itemKilled', { reason: text }),
      event('conditionMet', { condition: externalIdSchema, evidence: optionalKey(evidenceSchema) }),
      event('conditionLapsed', { condition: externalIdSchema }),
      event('waiverGranted', { target: targetSchema, phase: nameSchema, reason: text, until: deadlineSchema }),
      event('trackChosen', {
        track: optionalKey(nameSchema),
        granted: optionalKey(z.literal(true)),
        reason: optionalKey(text),
      }),
      event('eventCorrected', { corrects: number, reason: text, facts: optionalKey(factsSchema) }),
      event('itemMigrated', {
        from: number,
        to: number,
        phase: nameSchema,
        phases: z.record(nameSchema, nameSchema),
        deliverables: z.record(nameSchema, nameSchema),
        track: optionalKey(nameSchema),
        target,
      }),
    ]),
  );
})();

/** The stored shape of a history of items. */
export const itemEventsSchema: z.ZodType<readonly ItemEvent[]> = /* @__PURE__ */ (() =>
  schemaOf<readonly ItemEvent[]>()(z.array(itemEventSchema).max(10_000_000)))();

/** The stored shape of an item. */
export const itemStateSchema: z.ZodType<ItemState> = /* @__PURE__ */ (() => {
  const mark = { at: instantSchema, sequence: number };
  const piece = z.strictObject({ ...evidenceShape, ...mark, by: externalIdSchema });
  const submitted = z.strictObject({
    evidence: z.array(piece).max(most.list),
    revision: number,
    freshUntil: optionalKey(deadlineSchema),
    stale: optionalKey(z.literal(true)),
  });
  const vote = z.strictObject({
    id: externalIdSchema,
    by: externalIdSchema,
    ...mark,
    vote: voteKindSchema,
    revision: number,
    on: optionalKey(subjectSchema),
    role: optionalKey(nameSchema),
    onBehalfOf: optionalKey(externalIdSchema),
  });
  const condition = z.strictObject({
    ...conditionShape,
    status: z.enum(['open', 'met', 'lapsed']),
    phase: nameSchema,
    sequence: number,
    settledBy: optionalKey(number),
  });
  const waiver = z.strictObject({
    id: externalIdSchema,
    target: targetSchema,
    phase: nameSchema,
    reason: text,
    by: externalIdSchema,
    until: deadlineSchema,
    ...mark,
  });
  // Maps by name have no key that is undefined, which `ItemState` cannot say of a map of any names.
  return z.strictObject({
    schemaVersion: z.literal(1),
    id: externalIdSchema,
    process: nameSchema,
    version: number,
    sequence: number,
    status: z.enum(['active', 'held', 'completed', 'killed']),
    phase: nameSchema,
    track: optionalKey(nameSchema),
    trackGranted: optionalKey(z.literal(true)),
    owner: optionalKey(externalIdSchema),
    startedAt: instantSchema,
    enteredAt: instantSchema,
    changedAt: instantSchema,
    target: optionalKey(deadlineSchema),
    revision: number,
    facts: factsSchema,
    factSources: z.record(nameSchema, z.strictObject(mark)),
    deliverables: z.record(nameSchema, submitted),
    votes: z.array(vote).max(most.entries),
    conditions: z.array(condition).max(most.entries),
    waivers: z.array(waiver).max(most.entries),
    gates: z.record(nameSchema, z.strictObject({ outcome: z.enum(['go', 'conditionalGo', 'unknown']), ...mark })),
    recycles: z.record(nameSchema, number),
    hold: optionalKey(z.strictObject({ at: instantSchema, reason: text, review: deadlineSchema })),
    end: optionalKey(z.strictObject({ at: instantSchema, reason: optionalKey(text) })),
    recent: z.array(z.strictObject({ id: externalIdSchema, from: number, to: number })).max(32),
    extra: optionalKey(extraSchema),
    links: optionalKey(linksSchema),
  });
})();
