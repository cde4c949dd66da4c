import { day } from 'keelson/foundation';
import { type Directory, defineDirectory, parseDirectory, peopleInRole, rolesOf } from 'keelson/organization';
import { describe, expectTypeOf, it } from 'vitest';

const on = day('2026-11-23');

describe('defineDirectory', () => {
  it('gives the teams and the roles, and nothing else', () => {
    const directory = defineDirectory({
      teams: [{ id: 'checkout' }, { id: 'payments', parent: 'checkout' }],
      roles: [{ id: 'director' }],
      memberships: [{ person: 'ana', team: 'payments' }],
    });
    expectTypeOf(directory).toEqualTypeOf<Directory<'checkout' | 'payments', 'director'>>();
    expectTypeOf(directory).toExtend<Directory>();
  });

  it('gives none where there are none', () => {
    expectTypeOf(defineDirectory({})).toEqualTypeOf<Directory<never, never>>();
  });

  it('takes teams and roles whose names are not known', () => {
    const ids: readonly string[] = ['search'];
    const directory = defineDirectory({
      teams: ids.map((id) => ({ id })),
      roles: ids.map((id) => ({ id })),
      assignments: [{ person: 'eva', role: 'anything', team: 'anywhere' }],
    });
    expectTypeOf(directory).toEqualTypeOf<Directory>();
    peopleInRole(directory, 'anything', { on, team: 'anywhere' });
  });
});

describe('a question', () => {
  it('takes any name where the directory came from data', () => {
    const directory = parseDirectory({});
    expectTypeOf(peopleInRole(directory, 'anything', { on, team: 'anywhere' })).toEqualTypeOf<readonly string[]>();
    expectTypeOf(rolesOf(directory, 'anybody', { on })).toEqualTypeOf<readonly string[]>();
  });
});
