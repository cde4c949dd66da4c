import type { CatalogueEntry } from './diagnostic.js';

type Row<Example> = readonly [code: string, summary: string, bad: Example, good: Example];

function entries<Example>(rows: readonly Row<Example>[]): readonly CatalogueEntry<Example>[] {
  return rows.map(([code, summary, bad, good]) => ({ code, severity: 'error', summary, bad, good }));
}

/**
 * What `readJson` reports; the examples are JSON texts. Those of the limits are read with a length of 10,000 and 2,000
 * values.
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
    `${'['.repeat(65)}${']'.repeat(65)}`,
    `${'['.repeat(64)}${']'.repeat(64)}`,
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
    `[${'0,'.repeat(2_000)}0]`,
    '[0, 0]',
  ],
  [
    'json/too-many-faults',
    'There are more than 1,000 faults; the rest is counted and not listed.',
    `[${'NaN,'.repeat(1_001)}0]`,
    '[0, 0]',
  ],
]);

const team = {
  id: 'growth',
  kind: 'product',
  size: 6,
  reviewDay: '2027-03-31',
  tags: ['web'],
};

/**
 * What a `parseX` or `safeParseX` reports of an input's shape. The examples are teams: `id` is a name, `kind` is product or
 * platform, `size` a whole number from 1, `label` a text of 1 to 20 characters, `reviewDay` a day, `tags` 1 to 3 texts,
 * `extra` any JSON. Those of the limits are opened with a depth of 4, 2,000 values and 100 characters a text.
 */
export const shapeCatalogue: readonly CatalogueEntry<unknown>[] = /* @__PURE__ */ entries<unknown>([
  [
    'shape/unknown-key',
    'A key is none that is known at its place; a misspelt key would otherwise be ignored in silence.',
    { ...team, lable: 'Growth' },
    { ...team, label: 'Growth' },
  ],
  ['shape/missing-key', 'A key that has to be there is not.', { id: 'growth', kind: 'product' }, team],
  ['shape/wrong-type', 'A value is of another type than the shape asks for.', { ...team, size: '6' }, team],
  [
    'shape/invalid-value',
    'A value is none of those that may stand at its place.',
    { ...team, kind: 'platfrom' },
    { ...team, kind: 'platform' },
  ],
  [
    'shape/invalid-name',
    'A name or an id breaks the rules for names, so that expressions or look-ups could not use it.',
    { ...team, id: '2nd-growth' },
    { ...team, id: 'second_growth' },
  ],
  [
    'shape/invalid-format',
    'A text is not in the form that its place asks for.',
    { ...team, reviewDay: 'March 31' },
    { ...team, reviewDay: '2027-03-31' },
  ],
  [
    'shape/out-of-range',
    'A number is below or above what its place allows.',
    { ...team, size: 0 },
    { ...team, size: 1 },
  ],
  [
    'shape/text-too-short',
    'A text is shorter than its place allows.',
    { ...team, label: '' },
    { ...team, label: 'Growth' },
  ],
  [
    'shape/text-too-long',
    'A text or a key is longer than its place or the limit allows, 100,000 characters unless said.',
    { ...team, label: 'The team for growth of all kinds' },
    { ...team, label: 'Growth' },
  ],
  ['shape/too-few', 'A list or object has fewer members than its place asks for.', { ...team, tags: [] }, team],
  [
    'shape/too-many',
    'A list or object has more members than its place allows.',
    { ...team, tags: ['web', 'mobile', 'mail', 'print'] },
    { ...team, tags: ['web', 'mobile', 'mail'] },
  ],
  [
    'shape/not-finite',
    'A number is NaN or infinite, which cannot be stored.',
    { ...team, extra: { share: Number.NaN } },
    { ...team, extra: { share: null } },
  ],
  [
    'shape/not-json',
    'A value is none of JSON: a date, a map, an instance of a class, a function, a bigint, undefined in a list.',
    { ...team, extra: [undefined] },
    { ...team, extra: [null] },
  ],
  [
    'shape/forbidden-key',
    'A key is __proto__, constructor or prototype, through which an input could reach into the program.',
    { ...team, extra: { constructor: 'Acme' } },
    { ...team, extra: { builder: 'Acme' } },
  ],
  [
    'shape/ill-formed-text',
    'A text or a key has half of a surrogate pair, which no UTF-8 can hold.',
    { ...team, label: 'Growth \ud83d' },
    { ...team, label: 'Growth \ud83d\ude00' },
  ],
  [
    'shape/unreadable',
    'Reading a property throws: the input is no data but an object with a getter or a proxy that fails.',
    {
      ...team,
      get label(): string {
        throw new Error('not loaded');
      },
    },
    { ...team, label: 'Growth' },
  ],
  [
    'shape/too-deep',
    'Lists and objects are nested deeper than the limit, 64 unless said, or contain themselves.',
    { ...team, extra: [[[[]]]] },
    { ...team, extra: [[[]]] },
  ],
  [
    'shape/too-many-values',
    'The input has more values than the limit, 5,000,000 unless said.',
    { ...team, extra: new Array<number>(2_000).fill(0) },
    { ...team, extra: [0] },
  ],
  [
    'shape/too-many-faults',
    'There are more than 1,000 faults; the rest is counted and not listed.',
    { ...team, extra: new Array<number>(1_001).fill(Number.NaN) },
    { ...team, extra: [0] },
  ],
]);
