import { type DirectoryInput, defineDirectory, diffDirectories } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const known = { teams: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], roles: [{ id: 'legal' }] } satisfies DirectoryInput;

function diff(before: DirectoryInput, after: DirectoryInput) {
  return diffDirectories(defineDirectory({ ...known, ...before }), defineDirectory({ ...known, ...after }));
}

describe('diffDirectories', () => {
  it('says who joined and who left', () => {
    expect(diff({ people: [{ id: 'ana' }] }, { people: [{ id: 'bo' }] })).toEqual([
      { kind: 'left', person: 'ana' },
      { kind: 'joined', person: 'bo' },
    ]);
  });

  it('goes through people and teams in the order of their ids, wherever they stand', () => {
    const before = {
      people: [{ id: 'bo' }, { id: 'cy' }],
      memberships: [
        { person: 'cy', team: 'c' },
        { person: 'bo', team: 'b' },
      ],
    };
    const after = {
      people: [{ id: 'ana' }, { id: 'bo' }, { id: 'cy' }],
      memberships: [
        { person: 'bo', team: 'a' },
        { person: 'bo', team: 'c' },
      ],
    };
    expect(diff(before, after)).toEqual([
      { kind: 'joined', person: 'ana' },
      { kind: 'moved', person: 'bo', leaves: ['b'], joins: ['a', 'c'] },
      { kind: 'moved', person: 'cy', leaves: ['c'], joins: [] },
    ]);
    expect(diff(after, before)).toEqual([
      { kind: 'left', person: 'ana' },
      { kind: 'moved', person: 'bo', leaves: ['a', 'c'], joins: ['b'] },
      { kind: 'moved', person: 'cy', leaves: [], joins: ['c'] },
    ]);
  });

  it('takes the end of an engagement for leaving, with what was held', () => {
    const before = {
      memberships: [{ person: 'ana', team: 'a' }],
      assignments: [{ person: 'ana', role: 'legal', team: 'b' }],
      engagements: [{ person: 'ana', kind: 'employee', from: '2026-01-01' }],
    };
    const after = { ...before, engagements: [{ ...before.engagements[0]!, to: '2026-12-01' }] };
    const from = '2026-12-01';
    expect(diff(before, after)).toEqual([
      { kind: 'left', person: 'ana', from },
      { kind: 'moved', person: 'ana', leaves: ['a'], joins: [], from },
      { kind: 'lostRole', person: 'ana', role: 'legal', team: 'b', from },
    ]);
  });

  it('tells a move on each stretch of days by itself', () => {
    const before = { memberships: [{ person: 'ana', team: 'a', from: '2026-01-01' }] };
    const after = {
      memberships: [
        { person: 'ana', team: 'b', from: '2026-01-01', to: '2026-02-01' },
        { person: 'ana', team: 'c', from: '2026-02-01' },
      ],
    };
    expect(diff(before, after)).toEqual([
      { kind: 'moved', person: 'ana', leaves: [], joins: ['b'], from: '2026-01-01', to: '2026-02-01' },
      { kind: 'moved', person: 'ana', leaves: ['a'], joins: [], from: '2026-01-01' },
      { kind: 'moved', person: 'ana', leaves: [], joins: ['c'], from: '2026-02-01' },
    ]);
  });

  it('tells days that touch as one stretch', () => {
    const after = {
      memberships: [
        { person: 'ana', team: 'a', from: '2026-03-01', to: '2026-06-01' },
        { person: 'ana', team: 'a', from: '2026-01-01', to: '2026-03-01' },
      ],
    };
    expect(diff({ people: [{ id: 'ana' }] }, { people: [{ id: 'ana' }], ...after })).toEqual([
      { kind: 'moved', person: 'ana', leaves: [], joins: ['a'], from: '2026-01-01', to: '2026-06-01' },
    ]);
  });

  it.each([
    ['ends on the day on which the person comes', '2026-03-01'],
    ['ends before the person comes', '2026-02-01'],
  ])('tells one stretch where a membership %s', (_, to) => {
    const known = { people: [{ id: 'ana' }] };
    const always = { ...known, memberships: [{ person: 'ana', team: 'a', from: '2026-01-01', to: '2026-06-01' }] };
    const late = {
      ...known,
      memberships: [{ person: 'ana', team: 'a', from: '2026-01-01', to }],
      engagements: [{ person: 'ana', kind: 'employee', from: '2026-03-01' }],
    };
    expect(diff(always, late)).toEqual([
      { kind: 'left', person: 'ana', to: '2026-03-01' },
      { kind: 'moved', person: 'ana', leaves: ['a'], joins: [], from: '2026-01-01', to: '2026-06-01' },
    ]);
  });

  it('takes an engagement of no day for none', () => {
    const engaged = (from: string, to?: string) => ({
      people: [{ id: 'ana' }],
      engagements: [{ person: 'ana', kind: 'employee', from, ...(to !== undefined && { to }) }],
    });
    const none = engaged('2026-03-01', '2026-03-01');
    expect(diff(engaged('2026-01-01'), none)).toEqual([{ kind: 'left', person: 'ana', from: '2026-01-01' }]);
  });

  it('tells holdings apart whose ids run together, and those of many roles for few teams', () => {
    const roles = ['a', 'ab', 'c', 'd'].map((id) => ({ id }));
    const teams = [{ id: 'bc' }, { id: 'c' }];
    const assignments = [
      { person: 'ana', role: 'a', team: 'bc' },
      { person: 'ana', role: 'ab', team: 'c' },
      { person: 'ana', role: 'c' },
      { person: 'ana', role: 'd' },
      { person: 'ana', role: 'a', team: 'c' },
      { person: 'ana', role: 'a' },
    ] as const;
    const known = { roles, teams, people: [{ id: 'ana' }] };
    const found = diffDirectories(defineDirectory(known), defineDirectory({ ...known, assignments }));
    expect(found.map((change) => ('role' in change ? [change.role, change.team] : change))).toEqual([
      ['a', undefined],
      ['a', 'bc'],
      ['a', 'c'],
      ['ab', 'c'],
      ['c', undefined],
      ['d', undefined],
    ]);
  });

  it('sees no difference in how the same days are written', () => {
    const pieces = {
      memberships: [
        { person: 'ana', team: 'a', from: '2026-01-01', to: '2026-06-01' },
        { person: 'ana', team: 'a', share: 0.5, from: '2026-05-01', to: '2026-09-01' },
      ],
    };
    const whole = { memberships: [{ person: 'ana', team: 'a', from: '2026-01-01', to: '2026-09-01' }] };
    expect(diff(pieces, whole)).toEqual([]);
  });

  it('tells a role for a team from the same role for all', () => {
    const before = { assignments: [{ person: 'ana', role: 'legal', team: 'a' }] };
    const after = { assignments: [{ person: 'ana', role: 'legal' }] };
    expect(diff(before, after)).toEqual([
      { kind: 'tookRole', person: 'ana', role: 'legal' },
      { kind: 'lostRole', person: 'ana', role: 'legal', team: 'a' },
    ]);
  });
});
