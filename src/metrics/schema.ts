import * as z from 'zod';
import { extraSchema, linksSchema } from '../foundation/extra-schema.js';
import { externalIdSchema, nameSchema } from '../foundation/name-schema.js';
import { optionalKey, schemaOf } from '../foundation/schema-of.js';
import { daySchema } from '../foundation/time-schema.js';
import type { Goal, Influence, Metric, MetricTreeDefinition, Period, Suppression } from './types.js';

/** The most that a door takes: beyond, the input is refused. */
const most = { metrics: 2_000_000, edges: 5_000_000, list: 1_000, line: 1_000, text: 20_000, unit: 200 };

const line = /* @__PURE__ */ (() => z.string().min(1).max(most.line))();
const text = /* @__PURE__ */ (() => z.string().min(1).max(most.text))();
const grain = /* @__PURE__ */ (() => z.enum(['day', 'week', 'month', 'quarter', 'year']))();
const names = /* @__PURE__ */ (() => z.array(nameSchema).max(most.list))();
const lines = /* @__PURE__ */ (() => z.array(line).max(most.list))();

export const periodSchema: z.ZodType<Period> = /* @__PURE__ */ (() =>
  schemaOf<Period>()(z.strictObject({ length: z.int().min(1).max(100_000), unit: grain })))();

export const metricSchema: z.ZodType<Metric> = /* @__PURE__ */ (() =>
  schemaOf<Metric>()(
    z.strictObject({
      id: nameSchema,
      label: optionalKey(line),
      description: optionalKey(text),
      question: optionalKey(text),
      role: z.enum(['outcome', 'driver', 'input', 'guardrail', 'activity']),
      of: optionalKey(z.enum(['user', 'business'])),
      unit: z.string().min(1).max(most.unit),
      scale: optionalKey(z.union([z.literal(1), z.literal('percent'), z.literal('basisPoints')])),
      better: optionalKey(z.enum(['up', 'down', 'range'])),
      band: optionalKey(z.tuple([z.number(), z.number()])),
      range: optionalKey(z.tuple([z.number().nullable(), z.number().nullable()])),
      formula: optionalKey(z.string().max(most.text)),
      components: optionalKey(names),
      grains: optionalKey(z.array(grain).max(5)),
      window: optionalKey(periodSchema),
      accumulation: optionalKey(z.enum(['flow', 'stock', 'cumulative'])),
      additive: optionalKey(z.strictObject({ over: optionalKey(lines), notOver: optionalKey(lines) })),
      dimensions: optionalKey(lines),
      filter: optionalKey(text),
      source: optionalKey(z.strictObject({ system: optionalKey(line), text: optionalKey(text) })),
      owner: optionalKey(externalIdSchema),
      owners: optionalKey(z.array(externalIdSchema).max(most.list)),
      guardrails: optionalKey(names),
      status: optionalKey(z.enum(['draft', 'active', 'deprecated', 'retired'])),
      replacedBy: optionalKey(nameSchema),
      effectiveFrom: optionalKey(daySchema),
      reviewBy: optionalKey(daySchema),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

export const influenceSchema: z.ZodType<Influence> = /* @__PURE__ */ (() =>
  schemaOf<Influence>()(
    z.strictObject({
      from: nameSchema,
      to: nameSchema,
      sign: z.enum(['+', '-']),
      strength: optionalKey(z.number().min(0)),
      lag: optionalKey(periodSchema),
      evidence: z.enum(['assumed', 'correlated', 'experiment']),
      source: optionalKey(text),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

export const goalSchema: z.ZodType<Goal> = /* @__PURE__ */ (() =>
  schemaOf<Goal>()(
    z.strictObject({
      team: externalIdSchema,
      metric: nameSchema,
      direction: z.enum(['up', 'down']),
      baseline: optionalKey(z.number()),
      target: optionalKey(z.number()),
      due: optionalKey(daySchema),
      weight: optionalKey(z.number().gt(0)),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

export const suppressionSchema: z.ZodType<Suppression> = /* @__PURE__ */ (() =>
  schemaOf<Suppression>()(
    z.strictObject({
      code: line,
      metric: optionalKey(nameSchema),
      reason: text,
      until: optionalKey(daySchema),
    }),
  ))();

/** The stored shape of a metric tree. */
export const metricTreeSchema: z.ZodType<MetricTreeDefinition> = /* @__PURE__ */ (() =>
  schemaOf<MetricTreeDefinition>()(
    z.strictObject({
      schemaVersion: z.literal(1),
      id: nameSchema,
      version: line,
      metrics: z.array(metricSchema).max(most.metrics),
      influences: optionalKey(z.array(influenceSchema).max(most.edges)),
      goals: optionalKey(z.array(goalSchema).max(most.edges)),
      suppressions: optionalKey(z.array(suppressionSchema).max(most.edges)),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();
