import { approvalCatalogue, safeParseDelegations, safeParseVotes } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

type ApprovalExample = (typeof approvalCatalogue)[number]['bad'];

const directory = defineDirectory({
  people: [{ id: 'ana' }, { id: 'bo' }, { id: 'cy' }],
  roles: [{ id: 'legal' }],
});

/** Every code that an example leads to, with its severity. */
function found(example: ApprovalExample): readonly (readonly [string, string])[] {
  const { diagnostics } =
    'votes' in example
      ? safeParseVotes(example.votes, { directory })
      : safeParseDelegations(example.delegations, { directory });
  return diagnostics.map(({ code, severity }) => [code, severity]);
}

describe('approvalCatalogue', () => {
  it.each(approvalCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    expect(entry.summary).toMatch(/^[A-Z][^.]*\.$/);
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});
