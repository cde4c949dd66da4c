import { instant } from 'keelson/foundation';
import { type ApprovalVote, assessApproval, type Requirement } from 'keelson/governance';
import { parseDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const at = instant('2026-11-23T09:00:00Z');
const subject = { id: 'launch', revision: '2', requester: 'kim' };

/** Numbers that look random and are always the same. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

/** Groups of alternatives of one or two roles, with hardly more people than are asked for: packing at its worst. */
function knot(seed: number) {
  const roll = dice(seed);
  const [groups, options, people] = [30, 5, 46];
  const roles = Array.from({ length: groups * options }, (_, index) => `r${index}`);
  const anyRole = () => ({ role: roles[roll(roles.length)]!, quorum: 1 });
  const alternative = (role: string): Requirement =>
    roll(2) === 0 ? { role, quorum: 1 + roll(2) } : { all: [{ role, quorum: 1 }, anyRole()] };
  const requirement: Requirement = {
    all: Array.from({ length: groups }, (_, group) => ({
      any: roles.slice(group * options, (group + 1) * options).map(alternative),
    })),
  };
  const assignments = roles.flatMap((role) => [0, 1, 2, 3].map(() => ({ person: `p${roll(people)}`, role })));
  const directory = parseDirectory({
    ...{ schemaVersion: 1, id: 'knot', version: '1', teams: [], memberships: [] },
    ...{ roles: roles.map((id) => ({ id })), assignments },
  });
  const votes = Array.from(
    { length: 28 },
    (_, index): ApprovalVote => ({ id: `v${index}`, by: `p${roll(people)}`, at, vote: 'approve', revision: '2' }),
  );
  return { requirement, directory, votes };
}

describe('assessApproval', () => {
  it('ends in time where alternatives are knotted, never approves by mistake, and says when it is not sure', {
    timeout: 60_000,
  }, () => {
    const results = Array.from({ length: 12 }, (_, seed) => {
      const { requirement, directory, votes } = knot(seed);
      return assessApproval(requirement, subject, votes, { directory, at });
    });
    expect(results.some(({ incomplete }) => incomplete)).toBe(true);
    for (const { status, incomplete, stillNeeded } of results) {
      expect(status).not.toBe('approved');
      expect(stillNeeded.length).toBeGreaterThan(0);
      expect([true, undefined]).toContain(incomplete);
    }
  });
});
