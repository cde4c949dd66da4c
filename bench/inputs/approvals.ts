import { type Instant, instant } from 'keelson/foundation';
import type { ApprovalSubject, ApprovalVote, Requirement } from 'keelson/governance';
import { size } from './organization.js';

export const asked: Instant = instant('2026-11-23T12:00:00Z');

export const subject: ApprovalSubject = {
  id: 'launch',
  revision: '2',
  requester: 'person-1@example.com',
  contributors: ['person-2@example.com', 'person-3@example.com'],
};

/** Twenty roles that people hold on the day. */
export const roles: readonly string[] = Array.from({ length: 20 }, (_, at) => `role_${301 + at}`);

/** Twenty leaves: roles with numbers and fractions, alternatives among them, and approvals that expire. */
export const requirement: Requirement = {
  all: [
    ...role(0, 6, { quorum: 2, exclude: ['requester', 'contributors'] }),
    { any: role(6, 9, { quorum: { fraction: 0.5 } }) },
    { any: [{ all: role(9, 11, { quorum: 1 }) }, { all: role(11, 13, { quorum: 1 }) }] },
    { any: role(13, 16, { quorum: 1, veto: true }) },
    ...role(16, 20, { quorum: 1, expiresAfter: { workingDays: 20 } }),
  ],
};

function role(from: number, to: number, terms: Omit<Extract<Requirement, { role: string }>, 'role'>): Requirement[] {
  return Array.from({ length: to - from }, (_, at) => ({ role: roles[from + at]!, ...terms }));
}

/**
 * Votes of the people who hold the roles asked for, over and over: of ten, seven approve, one each rejects, abstains and withdraws;
 * a tenth is on an older revision, and a tenth by people who may not vote.
 */
export function votes(number: number, eligible: readonly string[]): readonly ApprovalVote[] {
  const kinds = ['approve', 'approve', 'reject', 'approve', 'approve', 'abstain', 'approve', 'withdraw'] as const;
  return Array.from({ length: number }, (_, at) => {
    const stranger = at % 10 === 9;
    const by = stranger ? `person-${(at * 7_919) % size.people}@example.com` : eligible[(at * 31) % eligible.length]!;
    return {
      id: `vote-${at}`,
      by,
      at: instant(new Date(Date.UTC(2026, 10, 1) + at * 10_000).toISOString()),
      vote: kinds[at % kinds.length]!,
      revision: at % 10 === 4 ? '1' : '2',
      ...(at % 7 === 0 && { comment: 'looked at it again' }),
    };
  });
}
