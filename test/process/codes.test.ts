import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as door from 'keelson/process';
import { describe, expect, it } from 'vitest';

const sources = readdirSync('src/process', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('catalogue.ts'))
  .map((path) => readFileSync(join('src/process', path), 'utf8').replaceAll(/^\s*(\*|\/\/|\/\*\*).*$/gm, ''));

/** Errors of the host's own code are thrown, and told of where they are. */
const thrown = new Set(codesIn(/keelsonError\(\s*'(process\/[a-z-]+)'/g));
const reported = codesIn(/'(process\/[a-z-]*[a-z])'/g).filter((code) => !thrown.has(code));

/** Written as a template: `unknown-` and what is not known. */
const unknowns = ['phase', 'role', 'deliverable', 'policy', 'requirement'].map((what) => `process/unknown-${what}`);

function codesIn(pattern: RegExp): readonly string[] {
  return [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code]) => code!)))].sort();
}

const catalogued = Object.entries(door)
  .filter(([name]) => name.endsWith('Catalogue'))
  .flatMap(([, entries]) => entries as readonly { readonly code: string }[])
  .map(({ code }) => code)
  .sort();

describe('the codes of processes', () => {
  it('are each in one catalogue', () => {
    expect(catalogued).toEqual([...new Set(catalogued)]);
    expect(catalogued).toEqual([...reported, ...unknowns].sort());
  });
});
