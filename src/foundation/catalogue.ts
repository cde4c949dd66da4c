import type { CatalogueEntry } from './diagnostic.js';

type Row = readonly [code: string, summary: string, bad: string, good: string];

function entries(rows: readonly Row[]): readonly CatalogueEntry<string>[] {
  return rows.map(([code, summary, bad, good]) => ({ code, severity: 'error', summary, bad, good }));
}

/**
 * What `readJson` reports; the examples are JSON texts. They are read with limits of 5 levels, 60 characters, 10 values and
 * 2 faults.
 */
export const jsonCatalogue: readonly CatalogueEntry<string>[] = /* @__PURE__ */ entries([
  [
    'json/syntax',
    'Something stands where the grammar of JSON has another thing; reading stops there.',
    '{ "unit" "USD" }',
    '{ "unit": "USD" }',
  ],
  [
    'json/unexpected-end',
    'The text ends inside a list or object, as when a file was cut off.',
    '{ "unit": "USD"',
    '{ "unit": "USD" }',
  ],
  [
    'json/unclosed-text',
    'A text has no closing quote on its line; what it was meant to hold cannot be known.',
    '{ "unit": "USD }',
    '{ "unit": "USD" }',
  ],
  ['json/trailing-comma', 'A comma stands behind the last member; JSON has none there.', '[1, 2, ]', '[1, 2]'],
  ['json/missing-comma', 'Two members have no comma between them.', '[1 2]', '[1, 2]'],
  ['json/comment', 'The text has a comment; JSON has none.', '[1] // one', '[1]'],
  [
    'json/quotes',
    'A key has no quotes, or a text has single ones; JSON has double quotes around both.',
    "{ unit: 'USD' }",
    '{ "unit": "USD" }',
  ],
  [
    'json/unknown-word',
    'A word is none of true, false and null: NaN and undefined are words of JavaScript, True and None of Python.',
    '{ "target": NaN }',
    '{ "target": null }',
  ],
  ['json/bad-number', 'A number is not written as JSON writes numbers.', '[.5, 01]', '[0.5, 1]'],
  [
    'json/number-out-of-range',
    'A number is beyond what a double can hold; it would become infinite.',
    '[1e999]',
    '[1e99]',
  ],
  ['json/bad-escape', 'A backslash in a text begins no escape that JSON has.', '["C:\\data"]', '["C:\\\\data"]'],
  [
    'json/control-character',
    'A text has a control character in it, such as a tab; JSON wants it escaped.',
    '["a\tb"]',
    '["a\\tb"]',
  ],
  [
    'json/ill-formed-text',
    'A text has half of a surrogate pair, which no UTF-8 can hold: it was cut in the middle of a character.',
    '["\\ud83d"]',
    '["\\ud83d\\ude00"]',
  ],
  [
    'json/duplicate-key',
    'A key stands twice in one object; most readers drop one of the two values without a word.',
    '{ "unit": "USD", "unit": "EUR" }',
    '{ "unit": "USD" }',
  ],
  [
    'json/too-deep',
    'Lists and objects are nested deeper than the limit, 64 unless said.',
    '[[[[[["deep"]]]]]]',
    '["not", ["deep"]]',
  ],
  [
    'json/too-long',
    'The text is longer than the limit, 64 Mi characters unless said.',
    `"${'a'.repeat(9_999)}"`,
    '"a"',
  ],
  [
    'json/too-many-values',
    'The text has more values than the limit, 5,000,000 unless said.',
    '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]',
    '[1, 2, 3, 4, 5, 6, 7, 8, 9]',
  ],
  [
    'json/too-many-faults',
    'There are more faults than are listed, 1,000 unless said; the others are counted.',
    '[NaN, NaN, NaN]',
    '[null, null, null]',
  ],
]);

/**
 * What a `parseX` or `safeParseX` reports of an input's shape; the examples are expressions of JavaScript. They are teams:
 * `id` is a name, `kind` is product or platform; `size` is a whole number from 1, `label` a text of 1 to 20 characters,
 * `reviewDay` a day, `tags` 1 to 3 texts, `extra` any JSON. They are opened with limits of 4 levels, 12 values and 2 faults.
 */
export const shapeCatalogue: readonly CatalogueEntry<string>[] = /* @__PURE__ */ entries([
  [
    'shape/unknown-key',
    'A key is none that is known at its place; a misspelt key would otherwise be ignored in silence.',
    "{ id: 'growth', kind: 'product', lable: 'Growth' }",
    "{ id: 'growth', kind: 'product', label: 'Growth' }",
  ],
  ['shape/missing-key', 'A key that has to be there is not.', "{ id: 'growth' }", "{ id: 'growth', kind: 'product' }"],
  [
    'shape/wrong-type',
    'A value is of another type than the shape asks for.',
    "{ id: 'growth', kind: 'product', size: '6' }",
    "{ id: 'growth', kind: 'product', size: 6 }",
  ],
  [
    'shape/invalid-value',
    'A value is none of those that may stand at its place.',
    "{ id: 'growth', kind: 'platfrom' }",
    "{ id: 'growth', kind: 'platform' }",
  ],
  [
    'shape/invalid-name',
    'A name or an id breaks the rules for names, so that expressions or look-ups could not use it.',
    "{ id: '2nd-growth', kind: 'product' }",
    "{ id: 'second_growth', kind: 'product' }",
  ],
  [
    'shape/invalid-format',
    'A text is not in the form that its place asks for.',
    "{ id: 'growth', kind: 'product', reviewDay: 'March 31' }",
    "{ id: 'growth', kind: 'product', reviewDay: '2027-03-31' }",
  ],
  [
    'shape/out-of-range',
    'A number is below or above what its place allows.',
    "{ id: 'growth', kind: 'product', size: 0 }",
    "{ id: 'growth', kind: 'product', size: 1 }",
  ],
  [
    'shape/text-too-short',
    'A text is shorter than its place allows.',
    "{ id: 'growth', kind: 'product', label: '' }",
    "{ id: 'growth', kind: 'product', label: 'Growth' }",
  ],
  [
    'shape/text-too-long',
    'A text or a key is longer than its place or the limit allows, 100,000 characters unless said.',
    "{ id: 'growth', kind: 'product', label: 'The team for growth of all kinds' }",
    "{ id: 'growth', kind: 'product', label: 'Growth' }",
  ],
  [
    'shape/too-few',
    'A list or object has fewer members than its place asks for.',
    "{ id: 'growth', kind: 'product', tags: [] }",
    "{ id: 'growth', kind: 'product', tags: ['web'] }",
  ],
  [
    'shape/too-many',
    'A list or object has more members than its place allows.',
    "{ id: 'growth', kind: 'product', tags: ['web', 'mobile', 'mail', 'print'] }",
    "{ id: 'growth', kind: 'product', tags: ['web', 'mobile', 'mail'] }",
  ],
  [
    'shape/not-finite',
    'A number is NaN or infinite, which cannot be stored.',
    "{ id: 'growth', kind: 'product', extra: { share: 0 / 0 } }",
    "{ id: 'growth', kind: 'product', extra: { share: null } }",
  ],
  [
    'shape/not-json',
    'A value is none of JSON: a date, a map, an instance of a class, a function, a bigint, undefined in a list.',
    "{ id: 'growth', kind: 'product', extra: { since: new Date(0) } }",
    "{ id: 'growth', kind: 'product', extra: { since: '1970-01-01' } }",
  ],
  [
    'shape/forbidden-key',
    'A key is __proto__, constructor or prototype, through which an input could reach into the program.',
    "{ id: 'growth', kind: 'product', extra: { constructor: 'Acme' } }",
    "{ id: 'growth', kind: 'product', extra: { builder: 'Acme' } }",
  ],
  [
    'shape/ill-formed-text',
    'A text or a key has half of a surrogate pair, which no UTF-8 can hold.',
    "{ id: 'growth', kind: 'product', label: 'Growth \\ud83d' }",
    "{ id: 'growth', kind: 'product', label: 'Growth \\ud83d\\ude00' }",
  ],
  [
    'shape/unreadable',
    'Reading a property throws: the input is no data, but an object with a getter or a proxy that fails.',
    "{ id: 'growth', kind: 'product', get label() { throw new Error('not loaded'); } }",
    "{ id: 'growth', kind: 'product', label: 'Growth' }",
  ],
  [
    'shape/too-deep',
    'Lists and objects are nested deeper than the limit, 64 unless said, or contain themselves.',
    "{ id: 'growth', kind: 'product', extra: [[[[]]]] }",
    "{ id: 'growth', kind: 'product', extra: [[[]]] }",
  ],
  [
    'shape/too-many-values',
    'The input has more values than the limit, 5,000,000 unless said.',
    "{ id: 'growth', kind: 'product', extra: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }",
    "{ id: 'growth', kind: 'product', extra: [1, 2, 3] }",
  ],
  [
    'shape/too-many-faults',
    'There are more faults than are listed, 1,000 unless said; the others are counted.',
    "{ id: 'growth', kind: 'product', size: '6', label: 7, tags: 8 }",
    "{ id: 'growth', kind: 'product', size: 6, label: 'Growth', tags: ['web'] }",
  ],
]);
