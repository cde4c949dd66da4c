import * as z from 'zod';
import type { Json, Link } from './json.js';

/** Takes an entity's `extra`, any JSON; that it is plain and within limits is for the door to see, before a schema does. */
export const extraSchema: z.ZodType<Json> = /* @__PURE__ */ (() => z.unknown() as z.ZodType as z.ZodType<Json>)();

/** Takes an entity's `links`: at most 100. */
export const linksSchema: z.ZodType<readonly Link[]> = /* @__PURE__ */ (() =>
  z
    .array(
      z.strictObject({
        rel: z.string().min(1).max(64),
        href: z.string().max(2_048).regex(/^\S+$/, 'must be an address'),
      }),
    )
    .max(100)
    .readonly())();
