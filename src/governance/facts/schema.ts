import * as z from 'zod';
import { extraSchema, linksSchema } from '../../foundation/extra-schema.js';
import { externalIdSchema, nameSchema } from '../../foundation/name-schema.js';
import type { Name } from '../../foundation/names.js';
import { optionalKey, schemaOf } from '../../foundation/schema-of.js';
import { daySchema, instantSchema } from '../../foundation/time-schema.js';
import type {
  BooleanFact,
  DateFact,
  DurationFact,
  FactSetDefinition,
  InstantFact,
  IntegerFact,
  InWindowFact,
  NumberFact,
  OneOfFact,
  RatioFact,
  SetOfFact,
  StoredFact,
  StringFact,
  SumFact,
  WorkingDaysUntilFact,
} from './types.js';
import { millisecondsOf } from './values.js';

/** The most that a door takes: beyond, the input is refused. */
const most = { facts: 10_000, values: 10_000, value: 256, line: 1_000, text: 20_000, unit: 200, days: 100_000 };

/** A fact with the keys of its type, given or derived: which of them go together is for `checkFacts` to see. */
type FactEntry = { readonly id: Name } & (
  | (NumberFact & Partial<Pick<SumFact | RatioFact, 'derived'>>)
  | (IntegerFact & Partial<Pick<WorkingDaysUntilFact, 'derived'>>)
  | (BooleanFact & Partial<Pick<InWindowFact, 'derived'>>)
  | OneOfFact
  | SetOfFact
  | DateFact
  | InstantFact
  | DurationFact
  | StringFact
);

const line = /* @__PURE__ */ (() => z.string().min(1).max(most.line))();

const ofAnyType = /* @__PURE__ */ (() => ({
  id: nameSchema,
  label: optionalKey(line),
  description: optionalKey(z.string().min(1).max(most.text)),
  extra: optionalKey(extraSchema),
  links: optionalKey(linksSchema),
}))();

const unit = /* @__PURE__ */ (() => optionalKey(z.string().min(1).max(most.unit)))();

const values = /* @__PURE__ */ (() => z.array(z.string().min(1).max(most.value)).min(1).max(most.values))();

const duration = /* @__PURE__ */ (() =>
  optionalKey(
    z
      .string()
      .max(100)
      .refine(
        (text) => millisecondsOf(text) !== undefined,
        'must be a length of time such as "72h", "1h30m" or "2.5s", down to milliseconds',
      ),
  ))();

const derivedNumber = /* @__PURE__ */ (() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sum'), of: z.array(nameSchema).min(2).max(most.facts) }),
    z.strictObject({ kind: z.literal('ratio'), of: z.tuple([nameSchema, nameSchema]) }),
  ]))();

const factEntrySchema: z.ZodType<FactEntry> = /* @__PURE__ */ (() =>
  schemaOf<FactEntry>()(
    z.discriminatedUnion('type', [
      z.strictObject({
        ...ofAnyType,
        type: z.literal('number'),
        unit,
        min: optionalKey(z.number()),
        max: optionalKey(z.number()),
        metric: optionalKey(nameSchema),
        maxAge: optionalKey(z.strictObject({ workingDays: z.int().min(0).max(most.days) })),
        derived: optionalKey(derivedNumber),
      }),
      z.strictObject({
        ...ofAnyType,
        type: z.literal('integer'),
        unit,
        min: optionalKey(z.int()),
        max: optionalKey(z.int()),
        derived: optionalKey(z.strictObject({ kind: z.literal('workingDaysUntil'), of: nameSchema })),
      }),
      z.strictObject({
        ...ofAnyType,
        type: z.literal('boolean'),
        derived: optionalKey(z.strictObject({ kind: z.literal('inWindow'), of: nameSchema, window: externalIdSchema })),
      }),
      z.strictObject({ ...ofAnyType, type: z.literal('oneOf'), values }),
      z.strictObject({ ...ofAnyType, type: z.literal('setOf'), values }),
      z.strictObject({
        ...ofAnyType,
        type: z.literal('date'),
        min: optionalKey(daySchema),
        max: optionalKey(daySchema),
      }),
      z.strictObject({
        ...ofAnyType,
        type: z.literal('instant'),
        min: optionalKey(instantSchema),
        max: optionalKey(instantSchema),
      }),
      z.strictObject({ ...ofAnyType, type: z.literal('duration'), min: duration, max: duration }),
      z.strictObject({ ...ofAnyType, type: z.literal('string') }),
    ]),
  ).superRefine((entry, context) => {
    if (!('derived' in entry)) return;
    for (const key of Object.keys(entry)) {
      if (!ofGivenFacts.has(key) || (key === 'unit' && entry.type === 'number')) continue;
      const params = {
        code: 'shape/unknown-key',
        hint: 'remove it: a derived fact takes it from what it follows from',
      };
      context.addIssue({ code: 'custom', path: [key], message: 'is not a key of a derived fact', params });
    }
  }))();

const ofGivenFacts: ReadonlySet<string> = /* @__PURE__ */ new Set(['min', 'max', 'unit', 'metric', 'maxAge']);

/** The stored shape of one fact. */
export const factSchema: z.ZodType<StoredFact> = factEntrySchema as z.ZodType as z.ZodType<StoredFact>;

/** The stored shape of a set of facts. */
export const factSetSchema: z.ZodType<FactSetDefinition> = /* @__PURE__ */ (() =>
  schemaOf<FactSetDefinition>()(
    z.strictObject({
      schemaVersion: z.literal(1),
      id: nameSchema,
      version: line,
      facts: z.array(factSchema).max(most.facts),
      extra: optionalKey(extraSchema),
      links: optionalKey(linksSchema),
    }),
  ))();
