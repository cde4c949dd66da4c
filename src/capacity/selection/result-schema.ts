import * as z from 'zod';
import { externalIdSchema } from '../../foundation/name-schema.js';
import { optionalKey, schemaOf } from '../../foundation/schema-of.js';
import type { Selection } from './types.js';

const whole = /* @__PURE__ */ (() => z.int().min(0))();

/** A selection as it is stored: plain JSON. */
export const selectionResultSchema: z.ZodType<Selection> = /* @__PURE__ */ (() =>
  schemaOf<Selection>()(
    z.strictObject({
      ok: z.literal(true),
      status: z.enum(['optimal', 'feasible']),
      value: whole,
      bound: whole,
      gap: z.number().min(0),
      selected: z.array(z.strictObject({ id: externalIdSchema, level: optionalKey(externalIdSchema) })),
      left: z.array(
        z.strictObject({ id: externalIdSchema, reducedValue: z.number(), inNoBetter: optionalKey(z.literal(true)) }),
      ),
      capacities: z.array(
        z.strictObject({ id: externalIdSchema, used: whole, amount: whole, price: z.number().min(0) }),
      ),
      proof: z.strictObject({ multipliers: z.array(z.number().min(0)), nodes: z.int().min(1).max(10_000_000) }),
      seed: z.union([z.number(), z.string()]),
      iterations: whole,
      fingerprint: z.string().max(1_000),
    }),
  ))();
