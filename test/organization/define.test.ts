import { definitionOf, isDefinitionError } from 'keelson/foundation';
import { defineDirectory, parseDirectory, safeParseDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const empty = { schemaVersion: 1, id: 'company', version: '1', teams: [], roles: [], memberships: [], assignments: [] };

function codes(input: unknown): readonly string[] {
  return safeParseDirectory(input).diagnostics.map(({ code, path }) => `${code} ${path.join('.')}`);
}

describe('defineDirectory', () => {
  it('fills in what a literal leaves out, and no more', () => {
    expect(definitionOf(defineDirectory({}))).toEqual({
      ...{ schemaVersion: 1, id: 'directory', version: '1' },
      ...{ teams: [], roles: [], memberships: [], assignments: [] },
    });
  });

  it('gives back what parseDirectory takes', () => {
    const stored = definitionOf(
      defineDirectory({
        id: 'company',
        version: '7',
        people: [{ id: 'ana', name: 'Ana', extra: { desk: 4 } }],
        teams: [{ id: 'search', product: 'search', links: [{ rel: 'wiki', href: 'https://example.com/search' }] }],
        memberships: [{ person: 'ana', team: 'search', share: 0.5, from: '2026-01-01' }],
        engagements: [{ person: 'ana', kind: 'employee' }],
      }),
    );
    expect(definitionOf(parseDirectory(JSON.parse(JSON.stringify(stored))))).toEqual(stored);
    expect(Object.isFrozen(stored.memberships[0])).toBe(true);
  });

  it('throws every fault at once', () => {
    let thrown: unknown;
    try {
      defineDirectory({ memberships: [{ person: '', team: 'a' as never, from: '2026-02-30', share: 1.1 }] });
    } catch (error) {
      thrown = error;
    }
    expect(isDefinitionError(thrown) && thrown.diagnostics.map(({ path }) => path.join('.'))).toEqual([
      'memberships.0.person',
      'memberships.0.share',
      'memberships.0.from',
    ]);
  });
});

describe('safeParseDirectory', () => {
  it.each<readonly [what: string, input: unknown, code: string]>([
    ['no roles', { ...empty, roles: undefined }, 'shape/missing-key roles'],
    [
      'a day that does not exist',
      { ...empty, engagements: [{ person: 'a', kind: 'x', to: '2026-02-29' }] },
      'shape/invalid-value engagements.0.to',
    ],
    [
      'a share of nothing',
      { ...empty, memberships: [{ person: 'a', team: 'b', share: 0 }] },
      'shape/out-of-range memberships.0.share',
    ],
    ['a misspelt key', { ...empty, people: [{ id: 'a', manager: 'b' }] }, 'shape/unknown-key people.0.manager'],
    ['a role that is no name', { ...empty, roles: [{ id: 'vice-president' }] }, 'shape/invalid-name roles.0.id'],
    ['a role that every object has', { ...empty, roles: [{ id: '__proto__' }] }, 'shape/invalid-name roles.0.id'],
    [
      'a person who is there twice',
      { ...empty, people: [{ id: 'a' }, { id: 'b' }, { id: 'a' }] },
      'organization/duplicate-id people.2.id',
    ],
    [
      'a team that is there twice',
      { ...empty, teams: [{ id: 'a' }, { id: 'a' }] },
      'organization/duplicate-id teams.1.id',
    ],
    [
      'a role that is there twice',
      { ...empty, roles: [{ id: 'a' }, { id: 'a' }] },
      'organization/duplicate-id roles.1.id',
    ],
  ])('refuses %s', (_, input, code) => {
    expect(codes(input)).toEqual([code]);
  });

  it('says where the first of an id is', () => {
    const [diagnostic] = safeParseDirectory({ ...empty, teams: [{ id: 'a' }, { id: 'b' }, { id: 'b' }] }).diagnostics;
    expect(diagnostic).toMatchObject({
      message: 'teams[2].id repeats "b", which is teams[1] already',
      related: [{ path: ['teams', 1, 'id'], message: 'the first of this id' }],
    });
  });

  it('takes one id for a person, a team and a role', () => {
    expect(codes({ ...empty, people: [{ id: 'a' }], teams: [{ id: 'a' }], roles: [{ id: 'a' }] })).toEqual([]);
  });

  it('lists as many duplicates as it is told, and counts the others', () => {
    const teams = Array.from({ length: 6 }, () => ({ id: 'a' }));
    const { diagnostics } = safeParseDirectory({ ...empty, teams }, { limits: { faults: 2 } });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'organization/duplicate-id',
      'organization/duplicate-id',
      'shape/too-many-faults',
    ]);
  });

  it('opens what refers to nothing, runs in circles or ends before it begins', () => {
    const input = {
      ...empty,
      people: [{ id: 'a', managerId: 'a' }],
      teams: [
        { id: 't', parent: 'u' },
        { id: 'u', parent: 't' },
      ],
      memberships: [{ person: 'x', team: 'y', from: '2026-02-01', to: '2026-01-01' }],
    };
    expect(codes(input)).toEqual([]);
  });

  it.each([undefined, null, 1, 'text', [], {}, new Date(0)])('never throws, for %j neither', (input) => {
    expect(safeParseDirectory(input).ok).toBe(false);
  });
});
