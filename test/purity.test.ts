import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What the compiler and the arrows do not already keep out: they know no `process`, `console`, `fetch` or `node:fs`. */
const impure: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['the clock', /\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|\bnew TZDate\(\)/],
  ['chance', /\bMath\.random\b/],
  ['code from strings', /\beval\(|\bFunction\(/],
  ['the locale', /\bIntl\.(?!DateTimeFormat\('en-US')|\.toLocale\w+|\.localeCompare\b/],
  ['the global object', /\bglobalThis\b/],
  ['an import at run time', /\bimport\(/],
  ['all of date-fns, 300 files to load for one function', /from 'date-fns'/],
];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => [path, withoutComments(readFileSync(`src/${path}`, 'utf8'))] as const);

describe('src', () => {
  it.each(impure)('does not use %s', (_, pattern) => {
    expect(sources.filter(([, text]) => pattern.test(text)).map(([path]) => path)).toEqual([]);
  });

  it('keeps no state between calls', () => {
    expect(sources.filter(([, text]) => /^(export )?(let|var) /m.test(text)).map(([path]) => path)).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*.*?\*\/|\/\/ [^\n]*/gs, '');
}
