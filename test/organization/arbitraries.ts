import fc from 'fast-check';
import { type Day, day } from 'keelson/foundation';
import type { DirectoryDefinition } from 'keelson/organization';

/** Few days, so that intervals meet, touch and end on the day that is asked for. */
export const days: readonly Day[] = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03'].map(day);

export const anyDay: fc.Arbitrary<Day> = fc.constantFrom(...days);

const personIds = ['ana', 'bo', 'cy', 'dee', 'eva', 'fay'];
const teamIds = ['checkout', 'payments', 'search', 'cards'];
const roleIds = ['director', 'exec', 'legal'];

/** With one that no directory has. */
export const anyPerson: fc.Arbitrary<string> = fc.constantFrom(...personIds, 'nobody');
export const anyTeam: fc.Arbitrary<string> = fc.constantFrom(...teamIds, 'nowhere');
export const anyRole: fc.Arbitrary<string> = fc.constantFrom(...roleIds, 'nothing');

const span = { from: anyDay, to: anyDay };

function some<T>(item: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> {
  return fc.array(item, { maxLength: most });
}

function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined });
}

/** JSON, so without the keys that are undefined. */
function plain<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Some of the ids, each with something above it: trees, and as often circles and references to nothing. */
function entities(ids: readonly string[], key: string, above: fc.Arbitrary<string>) {
  return fc
    .tuple(fc.subarray([...ids], { minLength: 1 }), fc.array(maybe(above), { minLength: 6, maxLength: 6 }))
    .map(([chosen, parents]) => chosen.map((id, index) => ({ id, [key]: parents[index] })));
}

export const anyDirectory: fc.Arbitrary<DirectoryDefinition> = fc
  .record({
    people: maybe(entities(personIds, 'managerId', anyPerson)),
    teams: entities(teamIds, 'parent', anyTeam),
    roles: fc.subarray(roleIds).map((ids) => ids.map((id) => ({ id }))),
    memberships: some(
      fc.record(
        {
          person: anyPerson,
          team: anyTeam,
          share: fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10),
          ...span,
        },
        { requiredKeys: ['person', 'team'] },
      ),
      8,
    ),
    assignments: some(
      fc.record({ person: anyPerson, role: anyRole, team: anyTeam, ...span }, { requiredKeys: ['person', 'role'] }),
      8,
    ),
    engagements: maybe(
      some(
        fc.record({ person: anyPerson, kind: fc.constant('employee'), ...span }, { requiredKeys: ['person', 'kind'] }),
        4,
      ),
    ),
  })
  .map((parts) => plain<DirectoryDefinition>({ schemaVersion: 1, id: 'any', version: '1', ...parts }));
