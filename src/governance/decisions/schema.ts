import * as z from 'zod';
import { extraSchema, linksSchema } from '../../foundation/extra-schema.js';
import { externalIdSchema, nameSchema } from '../../foundation/name-schema.js';
import { schemaOf } from '../../foundation/schema-of.js';
import { daySchema, instantSchema } from '../../foundation/time-schema.js';
import type { PolicyReference } from '../types.js';
import type {
  DecisionAlternative,
  DecisionAuthority,
  DecisionInput,
  DecisionOutcome,
  DecisionRecord,
  DecisionReference,
  DecisionSubject,
} from './types.js';

const most = { list: 1_000, votes: 100_000, line: 1_000, text: 20_000 };

const line: z.ZodType<string> = /* @__PURE__ */ (() => z.string().min(1).max(most.line))();

/** A text that says something: spaces are no reason. */
const words: z.ZodType<string> = /* @__PURE__ */ (() =>
  z.string().max(most.text).regex(/\S/, { error: 'must say something' }))();

const fingerprintSchema: z.ZodType<string> = /* @__PURE__ */ (() =>
  z.string().regex(/^sha256:[0-9a-f]{64}$/, { error: 'must be a fingerprint, sha256: and 64 hexadecimal digits' }))();

const idsSchema: z.ZodType<readonly string[]> = /* @__PURE__ */ (() => z.array(externalIdSchema).max(most.list))();

const subjectSchema: z.ZodType<DecisionSubject> = /* @__PURE__ */ (() =>
  schemaOf<DecisionSubject>()(
    z.strictObject({ id: externalIdSchema, type: line.exactOptional(), revision: line.exactOptional() }),
  ))();

const decisionOutcomeSchema: z.ZodType<DecisionOutcome> = /* @__PURE__ */ (() =>
  z.object({ kind: line }).catchall(extraSchema) as z.ZodType<DecisionOutcome>)();

const policyReferenceSchema: z.ZodType<PolicyReference> = /* @__PURE__ */ (() =>
  schemaOf<PolicyReference>()(z.strictObject({ id: nameSchema, version: line, fingerprint: fingerprintSchema })))();

const authoritySchema: z.ZodType<DecisionAuthority> = /* @__PURE__ */ (() =>
  schemaOf<DecisionAuthority>()(
    z.strictObject({
      policy: policyReferenceSchema.exactOptional(),
      rules: z.array(externalIdSchema).max(10_000).exactOptional(),
      roles: z.array(nameSchema).max(most.list).exactOptional(),
      votes: z.array(externalIdSchema).max(most.votes).exactOptional(),
    }),
  ))();

const alternativeSchema: z.ZodType<DecisionAlternative> = /* @__PURE__ */ (() =>
  schemaOf<DecisionAlternative>()(z.strictObject({ option: words, because: words.exactOptional() })))();

const referenceSchema: z.ZodType<DecisionReference> = /* @__PURE__ */ (() =>
  schemaOf<DecisionReference>()(z.strictObject({ id: externalIdSchema, fingerprint: fingerprintSchema })))();

const inputSchema: z.ZodType<DecisionInput> = /* @__PURE__ */ (() =>
  schemaOf<DecisionInput>()(z.strictObject({ of: line, fingerprint: fingerprintSchema })))();

/** The parts of the stored shape that have a name. */
export const decisionRecordParts: Readonly<Record<string, z.ZodType>> = {
  DecisionSubject: subjectSchema,
  DecisionOutcome: decisionOutcomeSchema,
  PolicyReference: policyReferenceSchema,
  DecisionAuthority: authoritySchema,
  DecisionAlternative: alternativeSchema,
  DecisionReference: referenceSchema,
  DecisionInput: inputSchema,
};

/** The stored shape of a decision record. */
export const decisionRecordSchema: z.ZodType<DecisionRecord> = /* @__PURE__ */ (() =>
  schemaOf<DecisionRecord>()(
    z.strictObject({
      schemaVersion: z.literal(1),
      id: externalIdSchema,
      kind: z.enum(['policy', 'gate', 'allocation', 'metric-change', 'exception', 'escalation', 'override', 'other']),
      subject: subjectSchema,
      facts: z.record(z.string(), extraSchema),
      missing: z.array(line).max(most.list),
      outcome: decisionOutcomeSchema,
      authority: authoritySchema,
      reasons: z.array(words).max(10_000),
      alternatives: z.array(alternativeSchema).max(most.list),
      decidedAt: instantSchema,
      decidedBy: idsSchema,
      reviewOn: daySchema.exactOptional(),
      until: instantSchema.exactOptional(),
      overrides: referenceSchema.exactOptional(),
      supersedes: z.array(referenceSchema).max(most.list),
      fingerprints: z.array(inputSchema).max(most.list),
      extra: extraSchema.exactOptional(),
      links: linksSchema.exactOptional(),
    }),
  ))();
