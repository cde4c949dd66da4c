import { day, instant } from 'keelson/foundation';
import { type ApprovalVote, assessApproval } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const directory = defineDirectory({
  roles: [{ id: 'legal' }, { id: 'exec' }],
  assignments: [
    { person: 'ana', role: 'legal' },
    { person: 'ana', role: 'exec' },
    { person: 'bo', role: 'exec' },
  ],
});
const at = instant('2026-11-23T09:00:00Z');
const subject = { id: 'launch', revision: '2', requester: 'kim' };
const bothRoles = {
  all: [
    { role: 'legal', quorum: 1 },
    { role: 'exec', quorum: 1 },
  ],
};

function approval(id: string, by: string, more: Partial<ApprovalVote> = {}): ApprovalVote {
  return { id, by, at, vote: 'approve', revision: '2', ...more };
}

describe('assessApproval', () => {
  it('counts a person with two roles once, although they voted in both', () => {
    const votes = [approval('v1', 'ana', { role: 'legal' }), approval('v2', 'ana', { role: 'exec' })];
    const { status, counted, ignored, stillNeeded } = assessApproval(bothRoles, subject, votes, { directory, at });
    expect(status).toBe('pending');
    expect(counted).toEqual([{ vote: 'v1', kind: 'approve', person: 'ana', for: ['all', 0], role: 'legal' }]);
    expect(ignored).toEqual([{ vote: 'v2', reason: 'already-counted', other: 'v1' }]);
    expect(stillNeeded).toEqual([{ path: ['all', 1], role: 'exec', number: 1, candidates: ['bo'] }]);
  });

  it('counts a person where they are needed', () => {
    const votes = [approval('v1', 'ana'), approval('v2', 'bo')];
    const { status, counted } = assessApproval(bothRoles, subject, votes, { directory, at });
    expect(status).toBe('approved');
    expect(counted.map(({ vote, role }) => [vote, role])).toEqual([
      ['v1', 'legal'],
      ['v2', 'exec'],
    ]);
  });

  it('counts a person and who voted for them once', () => {
    const votes = [approval('v1', 'bo'), approval('v2', 'bo', { onBehalfOf: 'ana' })];
    const delegations = [{ from: 'ana', to: 'bo', fromDay: day('2026-11-23'), toDay: day('2026-11-24') }];
    const twoExecs = { role: 'exec', quorum: 2 };
    const { status, ignored } = assessApproval(twoExecs, subject, votes, { directory, delegations, at });
    expect(status).toBe('pending');
    expect(ignored).toEqual([{ vote: 'v2', reason: 'already-counted', other: 'v1' }]);
  });
});
