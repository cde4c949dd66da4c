import { instant, safeParseCalendar } from 'keelson/foundation';
import {
  type ApprovalVote,
  assessApproval,
  type Requirement,
  safeParseDelegations,
  safeParseVotes,
} from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const directory = defineDirectory({ roles: [{ id: 'legal' }], assignments: [{ person: 'ana', role: 'legal' }] });
const at = instant('2026-11-23T09:00:00Z');
const vote = { id: 'v1', by: 'ana', at, vote: 'approve', revision: '2' } as const;

function assess(votes: readonly ApprovalVote[], requirement: Requirement = { role: 'legal', quorum: 1 }) {
  const subject = { id: 'launch', revision: '2', requester: 'kim' };
  const { status, ignored } = assessApproval(requirement, subject, votes, { directory, at });
  return [status, ...ignored.map(({ reason }) => reason)];
}

const codes = ({ diagnostics }: { readonly diagnostics: readonly { readonly code: string }[] }) =>
  diagnostics.map(({ code }) => code);

describe('bad input', () => {
  it.each<[what: string, found: () => readonly string[], expected: readonly string[]]>([
    [
      'a vote from the future',
      () => assess([{ ...vote, at: instant('2026-11-24T09:00:00Z') }]),
      ['pending', 'from-the-future'],
    ],
    ['a vote on another revision', () => assess([{ ...vote, revision: '1' }]), ['pending', 'older-revision']],
    [
      'a role that is required and unknown',
      () => assess([vote], { role: 'legl', quorum: 1 }),
      ['unsatisfiable', 'not-eligible'],
    ],
    ['two votes of one id', () => codes(safeParseVotes([vote, vote])), ['governance/duplicate-vote']],
    [
      'a vote in an unknown role',
      () => codes(safeParseVotes([{ ...vote, role: 'legl' }], { directory })),
      ['governance/unknown-role'],
    ],
    [
      'delegations that cross',
      () =>
        codes(
          safeParseDelegations([
            { from: 'ana', to: 'bo' },
            { from: 'ana', to: 'bo', fromDay: '2026-12-01' },
          ]),
        ),
      ['governance/crossing-delegations'],
    ],
    [
      'a time zone that does not exist',
      () =>
        codes(
          safeParseCalendar({
            ...{ schemaVersion: 1, id: 'a', version: '1', zone: 'Europe/Atlantis' },
            ...{ weekend: [], holidays: [], windows: [] },
          }),
        ),
      ['calendar/unknown-zone'],
    ],
  ])('gets a reason or a diagnostic: %s', (_, found, expected) => {
    expect(found()).toEqual(expected);
  });

  it('is a mistake of the program where the moment that is asked about is none', () => {
    const options = { directory, at: 'today' as typeof at };
    const subject = { id: 'launch', revision: '2', requester: 'kim' };
    expect(() => assessApproval({ role: 'legal', quorum: 1 }, subject, [], options)).toThrow(/today/);
  });
});
