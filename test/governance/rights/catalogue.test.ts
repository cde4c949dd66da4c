import { day } from 'keelson/foundation';
import { decisionRights, defineFacts, definePolicy, type RightsExample, rightsCatalogue } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

/** Every code that an example leads to, with its severity. */
function found({ held, ...policy }: RightsExample): readonly (readonly [string, string])[] {
  const made = definePolicy({ id: 'policy', facts: defineFacts({}), rules: [], ...policy });
  const staffed = (roles: readonly string[]) =>
    defineDirectory({
      roles: roles.map((id) => ({ id })),
      assignments: roles.map((role) => ({ person: `the ${role}`, role })),
    });
  const rights =
    held === undefined ? decisionRights(made) : decisionRights(made, staffed(held), { on: day('2026-11-23') });
  return rights.findings.map(({ code, severity }) => [code, severity]);
}

describe('rightsCatalogue', () => {
  it.each(rightsCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});
