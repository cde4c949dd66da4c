import type { Diagnostic } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openDoor } from '../../src/foundation/door.js';
import { extraSchema, linksSchema } from '../../src/foundation/extra-schema.js';
import { externalIdSchema, nameSchema } from '../../src/foundation/name-schema.js';

const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('above'), value: z.number() }),
  z.strictObject({ kind: z.literal('owner'), person: externalIdSchema }),
]);

const metric = z.strictObject({
  id: nameSchema,
  role: z.enum(['outcome', 'driver', 'input']),
  description: z.string().min(1).max(10).exactOptional(),
  share: z.number().min(0).max(1).exactOptional(),
  rate: z.number().gt(0).lt(1).exactOptional(),
  seats: z.int().multipleOf(5).exactOptional(),
  grains: z.array(z.string()).min(1).max(2).readonly().exactOptional(),
  scale: z.union([z.literal(1), z.literal('percent')]).exactOptional(),
  limit: z.union([z.number(), z.enum(['none', 'all'])]).exactOptional(),
  owner: externalIdSchema.exactOptional(),
  weights: z.record(nameSchema, z.number()).exactOptional(),
  range: z.tuple([z.number(), z.number()]).exactOptional(),
  active: z.boolean().exactOptional(),
  until: z
    .string()
    .regex(/^\d{4}$/, 'must be a year')
    .exactOptional(),
  code: z
    .string()
    .regex(/^[A-Z]+$/)
    .exactOptional(),
  site: z.url().exactOptional(),
  when: condition.exactOptional(),
  assigned: z.union([z.string(), z.array(z.string()), z.strictObject({ all: z.array(z.string()) })]).exactOptional(),
  nested: z.union([z.union([z.number(), z.null()]), z.strictObject({ ref: nameSchema })]).exactOptional(),
  odd: z
    .number()
    .refine((value) => value % 2 === 1, { error: 'must be odd', params: { code: 'test/even', hint: 'add one' } })
    .exactOptional(),
  plain: z
    .number()
    .refine(() => false)
    .exactOptional(),
  extra: extraSchema.exactOptional(),
  links: linksSchema.exactOptional(),
});
const tree = z.strictObject({ metrics: z.array(metric) });
const good = { id: 'revenue', role: 'outcome' };

function faultsOf(change: object): Diagnostic[] {
  return [...openDoor(tree, { metrics: [good, { ...good, ...change }] }).diagnostics];
}

describe('openDoor', () => {
  it('says of a required key that is misspelt that it is misspelt, and not also that it is missing', () => {
    expect(faultsOf({ role: undefined, roel: 'outcome' }).map(({ code, hint }) => [code, hint])).toEqual([
      ['shape/unknown-key', 'did you mean "role"?'],
    ]);
    expect(faultsOf({ role: undefined, colour: 'outcome' }).map(({ code }) => code)).toEqual([
      'shape/missing-key',
      'shape/unknown-key',
    ]);
  });

  it('gives the frozen copy of what fits the schema', () => {
    const input = { metrics: [{ ...good, extra: { any: [1, null] }, links: [{ rel: 'docs', href: '/a' }] }] };
    const result = openDoor(tree, input);
    expect(result).toEqual({ ok: true, value: input, diagnostics: [] });
    if (!result.ok) return;
    expect(result.value).not.toBe(input);
    expect(Object.isFrozen(result.value.metrics[0])).toBe(true);
  });

  it.each([
    [{ role: undefined }, 'shape/missing-key', 'metrics[1].role is missing', 'expected "outcome", "driver" or "input"'],
    [{ id: undefined }, 'shape/missing-key', 'metrics[1].id is missing', 'expected a text'],
    [{ when: {} }, 'shape/missing-key', 'metrics[1].when.kind is missing', 'expected "above" or "owner"'],
    [
      { descripton: '' },
      'shape/unknown-key',
      'metrics[1].descripton is not a key that is known here',
      'did you mean "description"?',
    ],
    [
      { when: { kind: 'above', value: 1, xyz: 1 } },
      'shape/unknown-key',
      'metrics[1].when.xyz is not a key that is known here',
      /^the keys known here are .*"kind".* and /,
    ],
    [
      { assigned: { all: [], al: 1 } },
      'shape/unknown-key',
      'metrics[1].assigned.al is not a key that is known here',
      'did you mean "all"?',
    ],
    [{ active: 1 }, 'shape/wrong-type', 'metrics[1].active must be true or false, not the number 1'],
    [{ share: '1' }, 'shape/wrong-type', 'metrics[1].share must be a number, not the text "1"'],
    [{ grains: {} }, 'shape/wrong-type', 'metrics[1].grains must be a list, not an object'],
    [{ weights: [] }, 'shape/wrong-type', 'metrics[1].weights must be an object, not a list'],
    [{ description: null }, 'shape/wrong-type', 'metrics[1].description must be a text, not null'],
    [{ seats: 1.5 }, 'shape/wrong-type', 'metrics[1].seats must be a whole number, not the number 1.5'],
    [
      { assigned: 3 },
      'shape/wrong-type',
      'metrics[1].assigned must be a text or a list or an object, not the number 3',
    ],
    [{ nested: 'x' }, 'shape/wrong-type', 'metrics[1].nested must be a number or null or an object, not the text "x"'],
    [{ limit: true }, 'shape/wrong-type', 'metrics[1].limit must be a number or "none" or "all", not true'],
    [
      { limit: 'non' },
      'shape/invalid-value',
      'metrics[1].limit must be a number or "none" or "all", not the text "non"',
      'did you mean "none"?',
    ],
    [
      { role: 'drivr' },
      'shape/invalid-value',
      'metrics[1].role must be "outcome", "driver" or "input", not the text "drivr"',
      'did you mean "driver"?',
    ],
    [{ role: 7 }, 'shape/invalid-value', 'metrics[1].role must be "outcome", "driver" or "input", not the number 7'],
    [{ scale: 2 }, 'shape/invalid-value', 'metrics[1].scale must be 1 or "percent", not the number 2'],
    [
      { when: { kind: 'abov' } },
      'shape/invalid-value',
      'metrics[1].when.kind must be "above" or "owner", not the text "abov"',
      'did you mean "above"?',
    ],
    [{ plain: 1 }, 'shape/invalid-value', 'metrics[1].plain is not valid'],
    [{ share: 1.5 }, 'shape/out-of-range', 'metrics[1].share must be at most 1, not the number 1.5'],
    [{ share: -1 }, 'shape/out-of-range', 'metrics[1].share must be at least 0, not the number -1'],
    [{ rate: 0 }, 'shape/out-of-range', 'metrics[1].rate must be more than 0, not the number 0'],
    [{ rate: 1 }, 'shape/out-of-range', 'metrics[1].rate must be less than 1, not the number 1'],
    [{ seats: 3 }, 'shape/out-of-range', 'metrics[1].seats must be a multiple of 5, not the number 3'],
    [{ description: '' }, 'shape/text-too-short', 'metrics[1].description must have at least 1 character, has 0'],
    [
      { description: 'much too long' },
      'shape/text-too-long',
      'metrics[1].description must have at most 10 characters, has 13',
    ],
    [{ grains: [] }, 'shape/too-few', 'metrics[1].grains must have at least 1 item, has 0'],
    [{ grains: ['a', 'b', 'c'] }, 'shape/too-many', 'metrics[1].grains must have at most 2 items, has 3'],
    [{ range: [1] }, 'shape/too-few', 'metrics[1].range must have at least 2 items, has 1'],
    [{ id: 'max' }, 'shape/invalid-name', 'metrics[1].id is a reserved word: "max"', /^a name is a letter or _/],
    [{ owner: 'a\n' }, 'shape/invalid-name', 'metrics[1].owner has a control character: "a\\n"', /^an id is 1 to 256/],
    [
      { weights: { 'a-b': 1 } },
      'shape/invalid-name',
      'a key of metrics[1].weights has a character that no name has, "-": "a-b"',
      /^a name/,
    ],
    [{ until: '99' }, 'shape/invalid-format', 'metrics[1].until must be a year'],
    [{ code: 'x' }, 'shape/invalid-format', 'metrics[1].code must match /^[A-Z]+$/, not the text "x"'],
    [{ site: 'x' }, 'shape/invalid-format', 'metrics[1].site must be a text in the form "url", not the text "x"'],
    [{ links: [{ rel: 'a', href: 'b c' }] }, 'shape/invalid-format', 'metrics[1].links[0].href must be an address'],
    [{ odd: 2 }, 'test/even', 'metrics[1].odd must be odd', 'add one'],
    [
      { extra: { a: [Number.NaN] } },
      'shape/not-finite',
      'metrics[1].extra.a[0] is NaN: only finite numbers can be stored',
      /^leave it out/,
    ],
  ])('says of %j: %s', (change, code, message, hint?: string | RegExp) => {
    const faults = faultsOf(change);
    expect(faults.map((fault) => [fault.code, fault.message])).toEqual([[code, message]]);
    if (hint instanceof RegExp) expect(faults[0]?.hint).toMatch(hint);
    else expect(faults[0]?.hint).toBe(hint);
    expect(faults[0]?.severity).toBe('error');
  });

  it('gives the path of a misspelt key with the key', () => {
    expect(faultsOf({ descripton: '' })[0]?.path).toEqual(['metrics', 1, 'descripton']);
  });

  it('reports what the best-fitting option of a union lacks, and not the others', () => {
    expect(faultsOf({ assigned: [1, 'a', 2] }).map(({ message }) => message)).toEqual([
      'metrics[1].assigned[0] must be a text, not the number 1',
      'metrics[1].assigned[2] must be a text, not the number 2',
    ]);
    expect(faultsOf({ nested: { ref: '9' } }).map(({ code }) => code)).toEqual(['shape/invalid-name']);
  });

  it('prefers the option of a union whose tag is right, however much else is wrong with it', () => {
    const shapes = z.union([
      z.strictObject({ kind: z.literal('a') }),
      z.strictObject({ kind: z.literal('b'), x: z.number(), y: z.number() }),
    ]);
    const messages = openDoor(shapes, { kind: 'b' }).diagnostics.map(({ message }) => message);
    expect(messages).toEqual(['x is missing', 'y is missing']);
  });

  it('uses a union’s own words where it has some', () => {
    const id = z.union([z.string(), z.number()], 'must be a text or a number of yours');
    expect(openDoor(z.strictObject({ id }), { id: null }).diagnostics.map(({ message }) => message)).toEqual([
      'id must be a text or a number of yours',
    ]);
  });

  it('reports faults of both steps in one go, one fault once', () => {
    const faults = faultsOf({ role: Number.NaN, id: () => 1, grains: [undefined], lable: 1 });
    expect(faults.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ['shape/not-json', 'id'],
      ['shape/not-finite', 'role'],
      ['shape/not-json', 0],
      ['shape/unknown-key', 'lable'],
    ]);
  });

  it('reports a fault once that two halves of an intersection find', () => {
    const both = z.intersection(z.looseObject({ id: z.string() }), z.looseObject({ id: z.string() }));
    expect(openDoor(both, {}).diagnostics).toHaveLength(1);
  });

  it.each([undefined, null, 5, 'text', []])('refuses %j where an object is expected', (input) => {
    expect(openDoor(tree, input).diagnostics).toHaveLength(1);
  });

  it('names the root where there is nothing else to name', () => {
    expect(openDoor(tree, []).diagnostics[0]?.message).toBe('(root) must be an object, not a list');
  });

  it('lists 1,000 faults and counts the others', () => {
    const metrics = Array.from({ length: 600 }, () => ({ id: 1, role: 1, ...{ x: 1 } }));
    const { diagnostics } = openDoor(tree, { metrics });
    expect(diagnostics).toHaveLength(1_001);
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'shape/too-many-faults',
      message: '800 further faults are not listed',
    });
  });

  it('suggests keys of recursive schemas', () => {
    interface Group {
      readonly label: string;
      readonly groups?: readonly Group[];
    }
    const group: z.ZodType<Group> = z.lazy(() =>
      z.strictObject({ label: z.string(), groups: z.array(group).readonly().exactOptional() }),
    );
    const input = { label: 'a', groups: [{ label: 'b', groups: [{ lable: 'c', label: 'd' }] }] };
    expect(openDoor(group, input).diagnostics).toMatchObject([
      { path: ['groups', 0, 'groups', 0, 'lable'], hint: 'did you mean "label"?' },
    ]);
  });

  it('does not depend on the locale that the host has set in zod', () => {
    const before = faultsOf({ share: 'x' });
    z.config(z.locales.de());
    try {
      expect(faultsOf({ share: 'x' })).toEqual(before);
    } finally {
      z.config(z.locales.en());
    }
  });

  it('never prints a huge key whole', () => {
    const { diagnostics } = openDoor(tree, { metrics: [], [`k${'x'.repeat(90_000)}`]: 1 });
    expect(diagnostics[0]?.message.length).toBeLessThan(200);
  });
});

describe('the schemas of extra and links', () => {
  it('have a JSON Schema', () => {
    expect(z.toJSONSchema(z.strictObject({ extra: extraSchema, links: linksSchema }))).toMatchObject({
      properties: { extra: {}, links: { type: 'array', maxItems: 100 } },
    });
  });

  it.each([
    [{ rel: '', href: 'a' }],
    [{ rel: 'a', href: '' }],
    [{ rel: 'a' }],
    [{ rel: 'a', href: 'x'.repeat(2_049) }],
  ])('refuse the link %j', (link) => {
    expect(linksSchema.safeParse([link]).success).toBe(false);
  });
});
