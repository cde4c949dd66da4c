import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { jsonCatalogue, shapeCatalogue } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openDoor } from '../../src/foundation/door.js';
import { extraSchema } from '../../src/foundation/extra-schema.js';
import { nameSchema } from '../../src/foundation/name-schema.js';
import { readJson } from '../../src/foundation/read-json.js';
import { daySchema } from '../../src/foundation/time-schema.js';

const team = z.strictObject({
  id: nameSchema,
  kind: z.enum(['product', 'platform']),
  size: z.int().min(1).exactOptional(),
  label: z.string().min(1).max(20).exactOptional(),
  reviewDay: daySchema.exactOptional(),
  tags: z.array(z.string()).min(1).max(3).exactOptional(),
  extra: extraSchema.exactOptional(),
});

function shapeCodes(example: string): string[] {
  const limits = { depth: 4, values: 12, faults: 2 };
  return openDoor(team, runInNewContext(`(${example})`), limits).diagnostics.map(({ code }) => code);
}

function jsonCodes(example: string): string[] {
  return readJson(example, { depth: 5, length: 60, values: 10, faults: 2 }).diagnostics.map(({ code }) => code);
}

describe('jsonCatalogue', () => {
  it.each(jsonCatalogue)('$code is reported for the bad example and not for the good one', ({ code, bad, good }) => {
    expect(jsonCodes(bad)).toContain(code);
    expect(jsonCodes(good)).toEqual([]);
  });
});

describe('shapeCatalogue', () => {
  it.each(shapeCatalogue)('$code is reported for the bad example and not for the good one', ({ code, bad, good }) => {
    expect(shapeCodes(bad)).toContain(code);
    expect(shapeCodes(good)).toEqual([]);
  });
});

function codesInSource(): Set<string> {
  const root = new URL('../../src/foundation/', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const sources = files
    .filter((file) => file !== 'catalogue.ts')
    .map((file) => readFileSync(new URL(file, root), 'utf8'));
  return new Set(sources.flatMap((source) => source.match(/(?<=')(?:json|shape)\/[a-z-]+(?=')/g) ?? []));
}

describe('the catalogues', () => {
  it('name every code that the sources use, and no other', () => {
    const codes = [...jsonCatalogue, ...shapeCatalogue].map(({ code }) => code);
    expect(new Set(codes)).toEqual(codesInSource());
  });

  it('name each code once', () => {
    const codes = [...jsonCatalogue, ...shapeCatalogue].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
