import { expectTypeOf } from 'vitest';
import * as z from 'zod';
import { extraSchema } from '../../src/foundation/extra-schema.js';
import type { Json } from '../../src/foundation/json.js';
import { schemaOf } from '../../src/foundation/schema-of.js';

interface Metric {
  readonly id: string;
  readonly weight?: number;
  readonly role: 'outcome' | 'driver';
  readonly tags?: readonly string[];
  readonly extra?: Json;
}

const id = z.string();
const weight = z.number().exactOptional();
const role = z.enum(['outcome', 'driver']);
const tags = z.array(z.string()).readonly().exactOptional();
const extra = extraSchema.exactOptional();

const same = schemaOf<Metric>()(z.strictObject({ id, weight, role, tags, extra }));
expectTypeOf(same).toEqualTypeOf<z.ZodType<Metric>>();

// @ts-expect-error a missing optional key
schemaOf<Metric>()(z.strictObject({ id, role, tags, extra }));
// @ts-expect-error a narrowed enum
schemaOf<Metric>()(z.strictObject({ id, weight, role: z.literal('driver'), tags, extra }));
// @ts-expect-error a widened enum
schemaOf<Metric>()(z.strictObject({ id, weight, role: z.string(), tags, extra }));
// @ts-expect-error a key too many
schemaOf<Metric>()(z.strictObject({ id, weight, role, tags, extra, more: z.string() }));
// @ts-expect-error an optional key that may also be undefined
schemaOf<Metric>()(z.strictObject({ id, weight: z.number().optional(), role, tags, extra }));
// @ts-expect-error another type
schemaOf<Metric>()(z.strictObject({ id: z.number(), weight, role, tags, extra }));
