import { readFileSync } from 'node:fs';
import { defineCalendar, instant } from 'keelson/foundation';
import { type ApprovalStatus, type ApprovalVote, assessApproval, type Requirement } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const at = instant('2026-11-23T09:00:00Z');
const twoDaysBefore = instant('2026-11-21T09:00:00Z');
const calendar = defineCalendar({ zone: 'UTC', weekend: [] });
const subject = { id: 'launch', revision: '2', requester: 'kim' };
const sides = ['left', 'right'];
const directory = defineDirectory({
  people: sides.flatMap((side) =>
    ['approves', 'approved', 'silent', 'rejects'].map((who) => ({ id: `${side} ${who}` })),
  ),
});

function vote(by: string, kind: ApprovalVote['vote'], given = at): ApprovalVote {
  return { id: by, by, at: given, vote: kind, revision: '2' };
}

const votes = sides.flatMap((side) => [
  vote(`${side} approves`, 'approve'),
  vote(`${side} approved`, 'approve', twoDaysBefore),
  vote(`${side} rejects`, 'reject'),
]);

/** A requirement that has a status by itself, of people whom nothing else asks. */
const withStatus: Readonly<Record<ApprovalStatus, (side: string) => Requirement>> = {
  approved: (side) => ({ people: [`${side} approves`], quorum: 1 }),
  expired: (side) => ({ people: [`${side} approved`], quorum: 1, expiresAfter: { workingDays: 1 } }),
  pending: (side) => ({ people: [`${side} silent`], quorum: 1 }),
  rejected: (side) => ({ people: [`${side} rejects`], quorum: 1 }),
  unsatisfiable: (side) => ({ people: [`${side} left long ago`], quorum: 1 }),
  'not-applicable': () => ({ all: [] }),
};
const statuses = Object.keys(withStatus) as ApprovalStatus[];

function statusOf(requirement: Requirement, given: readonly ApprovalVote[] = votes): ApprovalStatus {
  return assessApproval(requirement, subject, given, { directory, at, calendar }).status;
}

/** The rows of the table whose first cell is `kind`: left, right, together. */
function cellsOf(kind: 'all' | 'any'): readonly (readonly [string, string, string])[] {
  const rows = readFileSync('docs/approvals-combinations.md', 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll(/[*`]/g, '')));
  const start = rows.findIndex((cells) => cells[1] === kind);
  const heads = rows[start]!.slice(2, -1);
  const body = rows.slice(start + 2, start + 2 + heads.length);
  return body.flatMap((cells) => heads.map((head, index) => [cells[1]!, head, cells[index + 2]!] as const));
}

describe('docs/approvals-combinations.md', () => {
  it.each(statuses)('is checked with a requirement that is %s by itself', (status) => {
    for (const side of sides) expect(statusOf(withStatus[status](side))).toBe(status);
  });

  it.each(['all', 'any'] as const)('says what %s makes of every two statuses', (kind) => {
    const cells = cellsOf(kind);
    expect(new Set(cells.map(([left, right]) => `${left} ${right}`)).size).toBe(statuses.length ** 2);
    for (const [left, right, together] of cells) {
      const parts = [withStatus[left as ApprovalStatus]('left'), withStatus[right as ApprovalStatus]('right')];
      const requirement: Requirement = kind === 'all' ? { all: parts } : { any: parts };
      expect([left, right, statusOf(requirement)]).toEqual([left, right, together]);
    }
  });

  it('says that people who are asked twice count once', () => {
    const one = { people: ['left approves'], quorum: 1 };
    const other = { people: ['left approves', 'left silent'], quorum: 1 };
    expect([statusOf(one), statusOf(other)]).toEqual(['approved', 'approved']);
    expect(statusOf({ all: [one, other] })).toBe('pending');
    expect(statusOf({ all: [one, one] })).toBe('unsatisfiable');
    expect(statusOf({ any: [one, one] })).toBe('approved');
  });
});
