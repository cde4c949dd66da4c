import * as z from 'zod';
import { extraSchema, linksSchema } from '../../foundation/extra-schema.js';
import { nameSchema } from '../../foundation/name-schema.js';
import { optionalKey, schemaOf } from '../../foundation/schema-of.js';
import type { InputRange, InputScale, ScorerDefinition, ScorerFactor, ScorerTerm } from './types.js';

/** The most that a door takes: beyond, the input is refused. */
const most = { factors: 5, terms: 30, line: 1_000 };

const line = /* @__PURE__ */ (() => z.string().min(1).max(most.line))();

/** The stored shape of what an input may be. */
export const inputRangeSchema: z.ZodType<InputRange> = /* @__PURE__ */ (() =>
  schemaOf<InputRange>()(
    z.strictObject({ min: optionalKey(z.number()), above: optionalKey(z.number()), max: optionalKey(z.number()) }),
  ))();

/** The stored shape of a scale. */
export const inputScaleSchema: z.ZodType<InputScale> = /* @__PURE__ */ (() =>
  schemaOf<InputScale>()(z.strictObject({ from: z.number(), to: z.number() })))();

/** The stored shape of a term. */
export const scorerTermSchema: z.ZodType<ScorerTerm> = /* @__PURE__ */ (() =>
  schemaOf<ScorerTerm>()(
    z.strictObject({
      input: nameSchema,
      weight: optionalKey(z.number()),
      range: optionalKey(inputRangeSchema),
      scale: optionalKey(inputScaleSchema),
    }),
  ))();

const factorSchema: z.ZodType<ScorerFactor> = /* @__PURE__ */ (() =>
  schemaOf<ScorerFactor>()(
    z.union([scorerTermSchema, z.strictObject({ sum: z.array(scorerTermSchema).min(1).max(most.terms) })]),
  ))();

/** The stored shape of a scorer. */
export const scorerSchema: z.ZodType<ScorerDefinition> = /* @__PURE__ */ (() =>
  schemaOf<ScorerDefinition>()(
    z.strictObject({
      schemaVersion: z.literal(1),
      id: nameSchema,
      version: line,
      label: optionalKey(line),
      numerator: z.array(factorSchema).min(1).max(most.factors),
      denominator: optionalKey(z.array(factorSchema).max(most.factors)),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();
