import { readdirSync, readFileSync } from 'node:fs';
import { expressionCatalogue, parseExpression } from 'keelson/expression';
import { describe, expect, it } from 'vitest';

describe.each(expressionCatalogue)('$code', ({ code, severity, summary, bad, good }) => {
  it('is the one fault of its bad example', () => {
    const result = parseExpression(bad);
    expect(!result.ok && result.faults.map((fault) => fault.code)).toEqual([code]);
  });

  it('is put right in its good example', () => {
    expect(parseExpression(good).ok).toBe(true);
  });

  it('is an error, and said in whole sentences', () => {
    expect(severity).toBe('error');
    expect(summary).toMatch(/^[A-Z].*\.$/);
  });
});

describe('expressionCatalogue', () => {
  it('has every code that the source has', () => {
    const folder = 'src/expression';
    const source = readdirSync(folder)
      .filter((name) => name !== 'catalogue.ts')
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
      .join('\n');
    const used = [...source.matchAll(/'(expression\/[a-z-]+)'/g)].map(([, code]) => code);
    expect(new Set(used)).toEqual(new Set(expressionCatalogue.map(({ code }) => code)));
  });
});
