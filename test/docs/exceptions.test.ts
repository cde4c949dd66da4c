import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('the exceptions in docs/foundation.md', () => {
  it('are those that src throws', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    const thrown = files.flatMap((file) =>
      codesIn(readFileSync(`src/${file}`, 'utf8'), /keelsonError\(\s*'([a-z-]+\/[a-z-]+)'/g),
    );
    const rows = readFileSync('docs/foundation.md', 'utf8').match(/^\| `.*? \|/gm) ?? [];
    const named = rows.flatMap((row) => codesIn(row, /`([a-z-]+\/[a-z-]+)`/g));
    expect(named.sort()).toEqual([...new Set(thrown)].sort());
  });
});

function codesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, code]) => code!);
}
