import fc from 'fast-check';
import { assessApproval } from 'keelson/governance';
import { parseDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';
import { naiveApproval } from '../../oracle/approvals.js';
import { always, anyCase, now } from './arbitraries.js';

describe('assessApproval', () => {
  it('says what trying everything says, of the whole and of each vote', () => {
    const numRuns = 3_000;
    let runs = 0;
    const statuses = new Map<string, number>();
    const reasons = new Map<string, number>();
    fc.assert(
      fc.property(anyCase, ({ requirement, subject, votes, stored, delegations }) => {
        runs++;
        const options = { directory: parseDirectory(stored), delegations, at: now, calendar: always };
        const { status, counted, ignored } = assessApproval(requirement, subject, votes, options);
        const fates = new Map<string, string>([
          ...counted.map(({ vote }) => [vote, 'stands'] as const),
          ...ignored.map(({ vote, reason }) => [vote, reason === 'already-counted' ? 'stands' : reason] as const),
        ]);
        expect(counted.length + ignored.length).toBe(votes.length);
        const expected = naiveApproval(requirement, subject, votes, { stored, delegations, at: now });
        expect({ status, fates: new Map([...fates].sort()) }).toEqual({
          status: expected.status,
          fates: new Map([...expected.fates].sort()),
        });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        for (const { reason } of ignored) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }),
      { numRuns },
    );
    // A brief run, of mutants, does not come to all of them.
    if (runs < numRuns) return;
    expect([...statuses.keys()].sort()).toEqual([
      'approved',
      'expired',
      'not-applicable',
      'pending',
      'rejected',
      'unsatisfiable',
    ]);
    expect([...reasons.keys()].sort()).toEqual([
      'already-counted',
      'delegation-not-valid',
      'duplicate',
      'expired',
      'from-the-future',
      'not-eligible',
      'nothing-to-withdraw',
      'older-revision',
      'own-request',
      'withdrawn',
    ]);
  });
});
