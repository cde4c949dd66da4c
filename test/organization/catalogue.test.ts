import { checkDirectory, type DirectoryInput, organizationCatalogue, safeParseDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

/** Every code that an example leads to, with its severity. */
function found(example: DirectoryInput): readonly (readonly [string, string])[] {
  const lists = { teams: [], roles: [], memberships: [], assignments: [] };
  const opened = safeParseDirectory({ schemaVersion: 1, id: 'example', version: '1', ...lists, ...example });
  const findings = opened.ok ? checkDirectory(opened.value) : [];
  return [...opened.diagnostics, ...findings].map(({ code, severity }) => [code, severity]);
}

describe('organizationCatalogue', () => {
  it.each(organizationCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    expect(entry.summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});
