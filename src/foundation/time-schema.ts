import * as z from 'zod';
import { type Day, dayPattern, type Instant, instantPattern, isDay, isInstant } from './instant.js';

/** A day that exists, `YYYY-MM-DD`. */
export const daySchema: z.ZodType<Day, string> = /* @__PURE__ */ (() =>
  z
    .string()
    .regex(dayPattern, { abort: true, error: 'must be a day as YYYY-MM-DD' })
    .refine(isDay, 'must be a day that exists')
    .meta({ description: 'A day that exists, as YYYY-MM-DD' }) as z.ZodType<Day, string>)();

/** A moment in UTC that exists, `YYYY-MM-DDThh:mm:ssZ`. */
export const instantSchema: z.ZodType<Instant, string> = /* @__PURE__ */ (() =>
  z
    .string()
    .regex(instantPattern, { abort: true, error: 'must be a moment in UTC as YYYY-MM-DDThh:mm:ssZ' })
    .refine(isInstant, 'must be a day that exists')
    .meta({ description: 'A moment in UTC, as YYYY-MM-DDThh:mm:ssZ' }) as z.ZodType<Instant, string>)();
