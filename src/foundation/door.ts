import type * as z from 'zod';
import type { ParseResult } from './diagnostic.js';
import { misspeltKeys, reportIssue } from './door/shape-faults.js';
import { createFaultList } from './fault-list.js';
import { copyInto, type DoorLimits, defaultDoorLimits } from './plain-json.js';

export type { DoorLimits };

/**
 * The way of untrusted values into a domain: copies the input to frozen plain JSON and holds it against the schema.
 * The value given is that copy, so the schema must not transform; the diagnostics are all faults of both steps, each once.
 * Never throws.
 *
 * What a schema may say of its faults: an `error` text of its own is the end of a sentence that begins with the place
 * ("must be a day, YYYY-MM-DD"); a refinement's `params: { code, hint }` choose the diagnostic's code and hint.
 */
export function openDoor<T>(schema: z.ZodType<T>, input: unknown, some: Partial<DoorLimits> = {}): ParseResult<T> {
  const limits = { ...defaultDoorLimits, ...some };
  const faults = createFaultList('shape/too-many-faults', limits.faults);
  const value = copyInto(faults, input, limits);
  if (value !== undefined) {
    const refusedAt = new Set(faults.diagnostics().map(({ path }) => JSON.stringify(path)));
    // No default texts: they depend on what locale the host has set in zod, and what is said here is made of the issue.
    const result = tryParse(schema, value);
    if (result === undefined) {
      const message = 'there are more faults than can be listed';
      faults.add([], { code: 'shape/too-many-faults', message, hint: 'check a part of the input by itself' });
    } else if (!result.success) {
      for (const place of misspeltKeys(result.error.issues, schema, value, limits.faults)) refusedAt.add(place);
      const report = reportIssue({ schema, value, faults, refusedAt });
      for (const issue of result.error.issues) report(issue);
    }
  }
  if (faults.count() > 0 || value === undefined) return { ok: false, diagnostics: faults.diagnostics() };
  return { ok: true, value: value as T, diagnostics: [] };
}

/** Where code from strings is not allowed, zod hands issues on as arguments, and an engine takes only so many of those. */
function tryParse<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> | undefined {
  try {
    return schema.safeParse(value, { error: () => '' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
