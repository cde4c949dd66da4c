import fc from 'fast-check';
import { isExternalId, isName, reservedWords } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { externalIdSchema, nameSchema } from '../../src/foundation/name-schema.js';
import { externalIdFault, isWellFormed, nameFault } from '../../src/foundation/names.js';

describe('isName', () => {
  it.each(['a', '_', '_1', 'order_value', 'Max', 'mins', 'constructor_', 'a'.repeat(128)])('takes %s', (text) => {
    expect(isName(text)).toBe(true);
    expect(nameFault(text)).toBeUndefined();
  });

  it.each([
    ['', 'is empty'],
    ['1a', 'starts with a digit: "1a"'],
    ['order-value', 'has a character that no name has, "-": "order-value"'],
    ['größe', 'has a character that no name has, "ö": "größe"'],
    ['a😀', 'has a character that no name has, "😀": "a😀"'],
    ['a\n', 'has a character that no name has, "\\n": "a\\n"'],
    ['a'.repeat(129), 'has 129 characters; a name has at most 128'],
    ['max', 'is a reserved word: "max"'],
    ['__proto__', 'is a reserved word: "__proto__"'],
  ])('refuses %j: %s', (text, fault) => {
    expect(isName(text)).toBe(false);
    expect(nameFault(text)).toBe(fault);
  });

  it.each(reservedWords)('refuses the reserved word %s', (word) => {
    expect(isName(word)).toBe(false);
    expect(isName(`${word}_`)).toBe(true);
  });

  it('refuses every member that an object has by nature', () => {
    for (const member of Object.getOwnPropertyNames(Object.prototype)) expect(isName(member)).toBe(false);
  });

  it('has a reason exactly for what it refuses', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z_0-9]{0,6}$/), fc.constantFrom(...reservedWords));
    fc.assert(fc.property(texts, (text) => (nameFault(text) === undefined) === isName(text)));
  });
});

describe('isExternalId', () => {
  it.each(['a', 'ada@example.com', '6f9619ff-8b86-d011-b42d-00c04fc964ff', 'Ada Lovelace', '😀', ' ', 'x'.repeat(256)])(
    'takes %s',
    (text) => {
      expect(isExternalId(text)).toBe(true);
      expect(externalIdFault(text)).toBeUndefined();
    },
  );

  it.each([
    ['', 'is empty'],
    ['x'.repeat(257), 'has 257 characters; an id has at most 256'],
    ['a\u0000', 'has a control character: "a\\u0000"'],
    ['a\u007f', 'has a control character: "a\\u007f"'],
    ['a\u0085', 'has a control character: "a\\u0085"'],
    ['a\ud800', 'has half of a surrogate pair: "a\\ud800"'],
  ])('refuses %j: %s', (text, fault) => {
    expect(isExternalId(text)).toBe(false);
    expect(externalIdFault(text)).toBe(fault);
  });
});

describe('isWellFormed', () => {
  it('agrees with what UTF-8 can carry', () => {
    const texts = fc.string({
      unit: fc.integer({ min: 0xd7fe, max: 0xe001 }).map((unit) => String.fromCharCode(unit)),
    });
    fc.assert(
      fc.property(texts, (text) => {
        expect(isWellFormed(text)).toBe(Buffer.from(text, 'utf8').toString('utf8') === text);
      }),
    );
  });
});

describe('the schemas of names', () => {
  const texts = fc.oneof(fc.string(), fc.constantFrom(...reservedWords, 'a', 'a\n', ''));

  it('agree with the functions on well-formed text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(nameSchema.safeParse(text).success).toBe(isName(text));
        expect(externalIdSchema.safeParse(text).success).toBe(isExternalId(text));
      }),
    );
  });

  it('say the same as JSON Schema', () => {
    const { pattern } = z.toJSONSchema(nameSchema);
    const inJsonSchema = new RegExp(pattern!, 'u');
    fc.assert(fc.property(texts, (text) => inJsonSchema.test(text) === isName(text)));
    expect(z.toJSONSchema(externalIdSchema).pattern).toBe('^[^\\u0000-\\u001f\\u007f-\\u009f]{1,256}$');
  });
});
