import fc from 'fast-check';
import { type ApprovalVote, assessApproval, type Requirement } from 'keelson/governance';
import { parseDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';
import { always, anyCase, anyVote, now } from './arbitraries.js';

type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

function assess({ requirement, subject, stored, delegations }: Case, votes: readonly ApprovalVote[]) {
  const directory = parseDirectory(stored);
  return assessApproval(requirement, subject, votes, { directory, delegations, at: now, calendar: always });
}

/** At the same instant as others, and the last of them by its id. */
const last = { id: 'z', at: now, revision: '2' } as const;

describe('assessApproval', () => {
  it('does not mind the order of the votes', () => {
    const shuffled = anyCase.chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray([...some.votes], { minLength: some.votes.length, maxLength: some.votes.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([some, votes]) => {
        expect(assess(some, votes)).toEqual(assess(some, some.votes));
      }),
      { numRuns: 500 },
    );
  });

  it('names every vote once', () => {
    fc.assert(
      fc.property(anyCase, (some) => {
        const { counted, ignored } = assess(some, some.votes);
        expect([...counted, ...ignored].map(({ vote }) => vote).sort()).toEqual(some.votes.map(({ id }) => id).sort());
      }),
      { numRuns: 500 },
    );
  });

  it('stays the same but for one more ignored vote when a vote may not be given', () => {
    let refused = 0;
    const never = new Set(['not-eligible', 'own-request', 'older-revision', 'delegation-not-valid', 'from-the-future']);
    fc.assert(
      fc.property(anyCase, anyVote, (some, extra) => {
        const after = assess(some, [...some.votes, { id: 'z', ...extra }]);
        const added = after.ignored.find(({ vote }) => vote === 'z');
        if (added === undefined || !never.has(added.reason)) return;
        refused++;
        const without = { ...after, ignored: after.ignored.filter(({ vote }) => vote !== 'z') };
        expect(without).toEqual(assess(some, some.votes));
      }),
      { numRuns: 1_000 },
    );
    expect(refused).toBeGreaterThan(5);
  });

  it('is what it was before once a vote is withdrawn', () => {
    let withdrawn = 0;
    fc.assert(
      fc.property(anyCase, anyVote, (some, extra) => {
        const vote: ApprovalVote = { ...extra, ...last, vote: extra.vote === 'withdraw' ? 'reject' : extra.vote };
        const after = assess(some, [...some.votes, vote, { ...vote, id: 'zz', vote: 'withdraw' }]);
        if (!after.counted.some(({ vote: id }) => id === 'zz')) return;
        withdrawn++;
        const own = (id: string) => id === 'z' || id === 'zz';
        const restored = {
          ...after,
          counted: after.counted.filter(({ vote: id }) => !own(id)),
          ignored: after.ignored.filter(({ vote: id }) => !own(id)),
        };
        expect(restored).toEqual(assess(some, some.votes));
      }),
      { numRuns: 1_000 },
    );
    expect(withdrawn).toBeGreaterThan(5);
  });

  it('comes closer with the approval of each candidate', () => {
    let asked = 0;
    fc.assert(
      fc.property(anyCase, (some) => {
        const before = assess(some, some.votes);
        if (before.status !== 'pending' && before.status !== 'expired') return;
        const total = (needs: typeof before.stillNeeded) => needs.reduce((sum, { number }) => sum + number, 0);
        expect(total(before.stillNeeded)).toBeGreaterThan(0);
        for (const by of new Set(before.stillNeeded.flatMap(({ candidates }) => candidates))) {
          asked++;
          const after = assess(some, [...some.votes, { ...last, by, vote: 'approve' }]);
          expect(total(after.stillNeeded)).toBeLessThan(total(before.stillNeeded));
        }
      }),
      { numRuns: 1_500 },
    );
    expect(asked).toBeGreaterThan(10);
  });

  it('proves each shortage: more people are asked for than there are', () => {
    const seen = { unsatisfiable: 0, rejected: 0 };
    fc.assert(
      fc.property(anyCase, (some) => {
        const { status, shortage } = assess(some, some.votes);
        expect(shortage !== undefined).toBe(status === 'unsatisfiable' || status === 'rejected');
        if (shortage === undefined || (status !== 'unsatisfiable' && status !== 'rejected')) return;
        seen[status]++;
        expect(shortage.people.length).toBeLessThan(shortage.needed);
      }),
      { numRuns: 1_500 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  it('never approves what a directory without people, or without the role, is asked', () => {
    fc.assert(
      fc.property(anyCase, (some) => {
        const empty = { ...some, stored: { ...some.stored, people: [], engagements: [] } };
        expect(['unsatisfiable', 'not-applicable']).toContain(assess(empty, some.votes).status);
        const unknown: Requirement = { all: [some.requirement, { role: 'nothing', quorum: { fraction: 0.5 } }] };
        expect(assess({ ...some, requirement: unknown }, some.votes).status).toBe('unsatisfiable');
      }),
      { numRuns: 300 },
    );
  });
});
