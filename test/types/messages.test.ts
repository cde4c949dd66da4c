import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Complaint, compile, complaints } from './compile.js';

/**
 * A fixture plants faults; `// error: text` at the end of a line, or alone above it, is what the compiler must say
 * there. Whatever else it says fails too.
 */
const fixtures = readdirSync('test/types/faults').map((name) => `test/types/faults/${name}`);
const texts = Object.fromEntries(fixtures.map((path) => [path, readFileSync(path, 'utf8')]));
const program = compile(texts);

describe.each(fixtures)('%s', { timeout: 60_000 }, (path) => {
  const expected = expectations(texts[path]!);
  const actual = complaints(program, path);

  it.each(expected)('line $line says "$message"', ({ line, message }) => {
    const here = actual.filter((complaint) => complaint.line === line).map((complaint) => complaint.message);
    expect(here.join('\n')).toContain(message);
  });

  it('has no fault that was not planted', () => {
    expect(actual.filter(({ line }) => !expected.some((planted) => planted.line === line))).toEqual([]);
  });
});

function expectations(text: string): Complaint[] {
  return text.split('\n').flatMap((row, at) => {
    const [, code = '', message] = /^(.*)\/\/ error: (.+)$/.exec(row) ?? [];
    return message ? [{ line: code.trim() ? at + 1 : at + 2, message: message.trim() }] : [];
  });
}
