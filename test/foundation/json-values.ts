import fc from 'fast-check';
import type { Json } from 'keelson/foundation';

const forbidden = ['__proto__', 'constructor', 'prototype', 'extra'];
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

/** Plain JSON of all kinds, with keys that every door takes and no `extra`. */
export const jsonValues: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(
      text.filter((key) => !forbidden.includes(key)),
      tie('json'),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
})).json;
