import * as z from 'zod';
import { extraSchema, linksSchema } from '../../foundation/extra-schema.js';
import { externalIdSchema, nameSchema } from '../../foundation/name-schema.js';
import { optionalKey, schemaOf } from '../../foundation/schema-of.js';
import { instantSchema } from '../../foundation/time-schema.js';
import { workingTimeSchema } from '../schema.js';
import type { ExceptionCase, ExceptionEntry, ExceptionRequest, ExceptionTerms } from './types.js';

const most = { cases: 1_000_000, log: 100_000, days: 36_525, renewals: 1_000, line: 1_000, text: 20_000 };

/** A text that says something: spaces are no reason. */
const words: z.ZodType<string> = /* @__PURE__ */ (() =>
  z.string().max(most.text).regex(/\S/, { error: 'must say something' }))();

const termsSchema: z.ZodType<ExceptionTerms> = /* @__PURE__ */ (() =>
  schemaOf<ExceptionTerms>()(
    z.strictObject({
      longest: z.union([z.strictObject({ days: z.int().min(1).max(most.days) }), workingTimeSchema]),
      renewals: z.int().min(0).max(most.renewals),
    }),
  ))();

const requestSchema: z.ZodType<ExceptionRequest> = /* @__PURE__ */ (() =>
  schemaOf<ExceptionRequest>()(
    z.strictObject({
      id: externalIdSchema,
      policy: nameSchema,
      version: optionalKey(z.string().min(1).max(most.line)),
      rule: optionalKey(externalIdSchema),
      subject: externalIdSchema,
      by: externalIdSchema,
      at: instantSchema,
      reason: words,
      terms: termsSchema,
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

const entry = /* @__PURE__ */ (() => ({
  id: externalIdSchema,
  by: externalIdSchema,
  at: instantSchema,
  reason: optionalKey(words),
  extra: optionalKey(extraSchema),
  links: optionalKey(linksSchema),
}))();

const entrySchema: z.ZodType<ExceptionEntry> = /* @__PURE__ */ (() =>
  schemaOf<ExceptionEntry>()(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['approve', 'renew']), until: instantSchema, ...entry }),
      z.strictObject({ kind: z.enum(['deny', 'withdraw']), ...entry }),
    ]),
  ))();

const caseSchema: z.ZodType<ExceptionCase> = /* @__PURE__ */ (() =>
  schemaOf<ExceptionCase>()(z.strictObject({ request: requestSchema, log: z.array(entrySchema).max(most.log) })))();

/** The parts of the stored shape that have a name. */
export const exceptionParts: Readonly<Record<string, z.ZodType>> = {
  ExceptionCase: caseSchema,
  ExceptionRequest: requestSchema,
  ExceptionTerms: termsSchema,
  ExceptionEntry: entrySchema,
};

/** The stored shape of a list of exceptions, each a request with its log. */
export const exceptionsSchema: z.ZodType<readonly ExceptionCase[]> = /* @__PURE__ */ (() =>
  schemaOf<readonly ExceptionCase[]>()(z.array(caseSchema).max(most.cases)))();
