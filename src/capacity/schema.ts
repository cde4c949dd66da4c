import * as z from 'zod';
import { extraSchema, linksSchema } from '../foundation/extra-schema.js';
import { externalIdSchema, nameSchema } from '../foundation/name-schema.js';
import { optionalKey, schemaOf } from '../foundation/schema-of.js';
import { daySchema } from '../foundation/time-schema.js';
import type { DaySpan } from '../organization/types.js';
import { hasDecimals, mostAmount } from './amount.js';
import type {
  Bucket,
  Demand,
  Dependency,
  Estimate,
  Horizon,
  Initiative,
  Interval,
  MetricMove,
  PortfolioDefinition,
  PortfolioPerson,
  PortfolioTeam,
  Seats,
  Size,
  TeamShare,
} from './types.js';

/** The most that a door takes: beyond, the input is refused. */
const most = { entries: 1_000_000, teams: 10_000, parts: 1_000, inputs: 100, seats: 10_000, periods: 520, line: 1_000 };

const line = /* @__PURE__ */ (() => z.string().min(1).max(most.line))();

/** A number of at least 0 that has no more decimals than its unit has. */
function amount(max: number, decimals: number): z.ZodNumber {
  const unit = decimals === 3 ? 'thousandths' : 'millionths';
  return z
    .number()
    .min(0)
    .max(max)
    .refine((value) => hasDecimals(value, decimals), {
      error: `must be in ${unit} at the finest`,
      params: { code: 'capacity/too-fine', hint: `round it to ${decimals} decimals` },
    });
}

const part = /* @__PURE__ */ (() => amount(1, 6))();
const partAboveZero = /* @__PURE__ */ (() => amount(1, 6).gt(0))();
const personDays = /* @__PURE__ */ (() => amount(mostAmount, 3))();

/** An interval of numbers that each pass `end`. */
function interval(end: z.ZodNumber): z.ZodType<Interval> {
  return schemaOf<Interval>()(
    z
      .strictObject({ low: end, likely: optionalKey(end), high: end })
      .refine(({ low, likely = low, high }) => !(low > likely || likely > high || low > high), {
        error: 'must have low, likely and high in ascending order',
        params: { code: 'capacity/estimate-backwards', hint: 'low is the least that it may come to, high the most' },
      }),
  );
}

const daysInterval: z.ZodType<Interval> = /* @__PURE__ */ (() => interval(personDays))();

const inputEstimate: z.ZodType<Estimate> = /* @__PURE__ */ (() => z.union([z.number(), interval(z.number())]))();

const spanSchema: z.ZodType<DaySpan> = /* @__PURE__ */ (() =>
  schemaOf<DaySpan>()(z.strictObject({ from: optionalKey(daySchema), to: optionalKey(daySchema) })))();

export const sizeSchema: z.ZodType<Size> = /* @__PURE__ */ (() =>
  schemaOf<Size>()(z.strictObject({ id: nameSchema, days: daysInterval })))();

export const seatsSchema: z.ZodType<Seats> = /* @__PURE__ */ (() =>
  schemaOf<Seats>()(z.strictObject({ skill: nameSchema, count: amount(most.seats, 3).gt(0) })))();

export const portfolioTeamSchema: z.ZodType<PortfolioTeam> = /* @__PURE__ */ (() =>
  schemaOf<PortfolioTeam>()(
    z.strictObject({
      id: externalIdSchema,
      name: optionalKey(line),
      product: optionalKey(externalIdSchema),
      seats: optionalKey(z.array(seatsSchema).max(most.parts)),
      availability: optionalKey(partAboveZero),
      floor: optionalKey(amount(1, 6).lt(1)),
      maxParallel: optionalKey(amount(most.entries, 3).gt(0)),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

export const teamShareSchema: z.ZodType<TeamShare> = /* @__PURE__ */ (() =>
  schemaOf<TeamShare>()(z.strictObject({ team: externalIdSchema, share: optionalKey(partAboveZero) })))();

export const portfolioPersonSchema: z.ZodType<PortfolioPerson> = /* @__PURE__ */ (() =>
  schemaOf<PortfolioPerson>()(
    z.strictObject({
      id: externalIdSchema,
      name: optionalKey(line),
      skills: z.array(nameSchema).max(most.parts),
      teams: z.array(teamShareSchema).max(most.parts),
      availability: optionalKey(partAboveZero),
      absences: optionalKey(z.array(spanSchema).max(most.entries)),
      engagements: optionalKey(z.array(spanSchema).max(most.entries)),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

export const bucketSchema: z.ZodType<Bucket> = /* @__PURE__ */ (() =>
  schemaOf<Bucket>()(
    z
      .strictObject({
        id: nameSchema,
        name: optionalKey(line),
        share: part,
        atLeast: optionalKey(part),
        tolerance: optionalKey(part),
        extra: optionalKey(extraSchema),
      })
      .refine(({ share, atLeast = 0 }) => !(atLeast > share), {
        error: 'must have atLeast no higher than share',
        params: { code: 'capacity/limits-backwards', hint: 'share is the upper limit, atLeast the lower one' },
      }),
  ))();

export const demandSchema: z.ZodType<Demand> = /* @__PURE__ */ (() =>
  schemaOf<Demand>()(z.strictObject({ skill: nameSchema, days: z.union([personDays, daysInterval, nameSchema]) })))();

export const dependencySchema: z.ZodType<Dependency> = /* @__PURE__ */ (() =>
  schemaOf<Dependency>()(
    z.strictObject({
      on: externalIdSchema,
      kind: z.enum(['blocks', 'with']),
      needBy: optionalKey(daySchema),
      promised: optionalKey(daySchema),
    }),
  ))();

export const metricMoveSchema: z.ZodType<MetricMove> = /* @__PURE__ */ (() =>
  schemaOf<MetricMove>()(
    z.strictObject({
      metric: nameSchema,
      by: optionalKey(z.number()),
      evidence: optionalKey(z.enum(['assumed', 'observed', 'tested'])),
    }),
  ))();

const inputsSchema: z.ZodType<Readonly<Record<string, Estimate>>> = /* @__PURE__ */ (() =>
  z
    .record(nameSchema as z.ZodType<string, string>, inputEstimate)
    .refine((inputs) => Object.keys(inputs).length <= most.inputs, `must have at most ${most.inputs} entries`))();

export const initiativeSchema: z.ZodType<Initiative> = /* @__PURE__ */ (() =>
  schemaOf<Initiative>()(
    z.strictObject({
      id: externalIdSchema,
      name: optionalKey(line),
      product: optionalKey(externalIdSchema),
      teams: optionalKey(z.array(externalIdSchema).max(most.parts)),
      bucket: optionalKey(nameSchema),
      value: amount(mostAmount, 6),
      demand: z.array(demandSchema).max(most.parts),
      dependsOn: optionalKey(z.array(dependencySchema).max(most.entries)),
      excludes: optionalKey(z.array(externalIdSchema).max(most.entries)),
      mandatory: optionalKey(z.literal(true)),
      splittable: optionalKey(z.literal(true)),
      moves: optionalKey(z.array(metricMoveSchema).max(most.parts)),
      inputs: optionalKey(inputsSchema),
      item: optionalKey(externalIdSchema),
      deadline: optionalKey(daySchema),
      costOfDelay: optionalKey(z.strictObject({ perWeek: amount(mostAmount, 6) })),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();

export const horizonSchema: z.ZodType<Horizon> = /* @__PURE__ */ (() =>
  schemaOf<Horizon>()(
    z
      .strictObject({
        start: daySchema,
        periods: z.int().min(1).max(most.periods),
        period: z.enum(['week', 'month']),
      })
      // 520 months from then on end before the year 9999 does.
      .refine(({ start }) => !(start > '9950'), 'must start before the year 9950'),
  ))();

/** The stored shape of a portfolio. */
export const portfolioSchema: z.ZodType<PortfolioDefinition> = /* @__PURE__ */ (() =>
  schemaOf<PortfolioDefinition>()(
    z.strictObject({
      schemaVersion: z.literal(1),
      id: nameSchema,
      version: line,
      unit: z.literal('personDay'),
      horizon: horizonSchema,
      sizes: optionalKey(z.array(sizeSchema).max(most.parts)),
      teams: z.array(portfolioTeamSchema).max(most.teams),
      people: optionalKey(z.array(portfolioPersonSchema).max(most.entries)),
      buckets: optionalKey(z.array(bucketSchema).max(most.parts)),
      initiatives: z.array(initiativeSchema).max(most.entries),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();
