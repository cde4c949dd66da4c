import { daySchema, instantSchema } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

describe('daySchema and instantSchema', () => {
  it.each([
    ['2026-11-01', 1, 0],
    ['2026-02-30', 0, 0],
    ['2026-11-01T00:00:00Z', 0, 1],
    ['2026-02-30T00:00:00Z', 0, 0],
    ['tomorrow', 0, 0],
  ])('%s', (text, isDay, isInstant) => {
    expect(daySchema.safeParse(text).success).toBe(isDay === 1);
    expect(instantSchema.safeParse(text).success).toBe(isInstant === 1);
  });

  it.each(['tomorrow', '2026-02-30', '2026-02-30T00:00:00Z', 5])('report one fault for %j', (value) => {
    expect(daySchema.safeParse(value).error?.issues.length).toBe(1);
    expect(instantSchema.safeParse(value).error?.issues.length).toBe(1);
  });

  it('print as JSON Schema with their patterns', () => {
    for (const [schema, sample] of [
      [daySchema, '2026-11-01'],
      [instantSchema, '2026-11-01T00:00:00.5Z'],
    ] as const) {
      const printed = z.toJSONSchema(schema, { io: 'input' });
      expect(printed.type).toBe('string');
      expect(new RegExp(printed.pattern ?? '$^', 'u').test(sample)).toBe(true);
    }
  });
});
