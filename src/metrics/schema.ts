import * as z from 'zod';
import { extraSchema, linksSchema } from '../foundation/extra-schema.js';
import { externalIdSchema, nameSchema } from '../foundation/name-schema.js';
import { schemaOf } from '../foundation/schema-of.js';
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
      label: line.exactOptional(),
      description: text.exactOptional(),
      question: text.exactOptional(),
      role: z.enum(['outcome', 'driver', 'input', 'guardrail', 'activity']),
      of: z.enum(['user', 'business']).exactOptional(),
      unit: z.string().min(1).max(most.unit),
      scale: z.union([z.literal(1), z.literal('percent'), z.literal('basisPoints')]).exactOptional(),
      better: z.enum(['up', 'down', 'range']).exactOptional(),
      band: z.tuple([z.number(), z.number()]).exactOptional(),
      range: z.tuple([z.number().nullable(), z.number().nullable()]).exactOptional(),
      formula: z.string().max(most.text).exactOptional(),
      components: names.exactOptional(),
      grains: z.array(grain).max(5).exactOptional(),
      window: periodSchema.exactOptional(),
      accumulation: z.enum(['flow', 'stock', 'cumulative']).exactOptional(),
      additive: z.strictObject({ over: lines.exactOptional(), notOver: lines.exactOptional() }).exactOptional(),
      dimensions: lines.exactOptional(),
      filter: text.exactOptional(),
      source: z.strictObject({ system: line.exactOptional(), text: text.exactOptional() }).exactOptional(),
      owner: externalIdSchema.exactOptional(),
      owners: z.array(externalIdSchema).max(most.list).exactOptional(),
      guardrails: names.exactOptional(),
      status: z.enum(['draft', 'active', 'deprecated', 'retired']).exactOptional(),
      replacedBy: nameSchema.exactOptional(),
      effectiveFrom: daySchema.exactOptional(),
      reviewBy: daySchema.exactOptional(),
      extra: extraSchema.exactOptional(),
      links: linksSchema.exactOptional(),
    }),
  ))();

export const influenceSchema: z.ZodType<Influence> = /* @__PURE__ */ (() =>
  schemaOf<Influence>()(
    z.strictObject({
      from: nameSchema,
      to: nameSchema,
      sign: z.enum(['+', '-']),
      strength: z.number().min(0).exactOptional(),
      lag: periodSchema.exactOptional(),
      evidence: z.enum(['assumed', 'correlated', 'experiment']),
      source: text.exactOptional(),
      extra: extraSchema.exactOptional(),
      links: linksSchema.exactOptional(),
    }),
  ))();

export const goalSchema: z.ZodType<Goal> = /* @__PURE__ */ (() =>
  schemaOf<Goal>()(
    z.strictObject({
      team: externalIdSchema,
      metric: nameSchema,
      direction: z.enum(['up', 'down']),
      baseline: z.number().exactOptional(),
      target: z.number().exactOptional(),
      due: daySchema.exactOptional(),
      weight: z.number().gt(0).exactOptional(),
      extra: extraSchema.exactOptional(),
      links: linksSchema.exactOptional(),
    }),
  ))();

export const suppressionSchema: z.ZodType<Suppression> = /* @__PURE__ */ (() =>
  schemaOf<Suppression>()(
    z.strictObject({
      code: line,
      metric: nameSchema.exactOptional(),
      reason: text,
      until: daySchema.exactOptional(),
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
      influences: z.array(influenceSchema).max(most.edges).exactOptional(),
      goals: z.array(goalSchema).max(most.edges).exactOptional(),
      suppressions: z.array(suppressionSchema).max(most.edges).exactOptional(),
      extra: extraSchema.exactOptional(),
      links: linksSchema.exactOptional(),
    }),
  ))();
