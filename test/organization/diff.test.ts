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
