import type { Path } from '../../foundation/diagnostic.js';
import { createNameIndex, type NameIndex } from '../../foundation/nearest-name.js';
import { formatPath } from '../../foundation/path.js';
import { quote } from '../../foundation/shorten.js';
import type { CompiledDirectory } from '../compile.js';
import type { DirectoryCheck, Finding } from './finding.js';

type Kind = 'person' | 'team' | 'role';

/** A place that names a person, team or role. */
interface Reference {
  readonly kind: Kind;
  readonly id: string | undefined;
  readonly path: Path;
}

const lists = { person: 'people', team: 'teams', role: 'roles' } as const satisfies Readonly<Record<Kind, string>>;

export const unknownReference: DirectoryCheck = {
  code: 'organization/unknown-reference',
  severity: 'error',

  *find(compiled) {
    const names = new Map<Kind, NameIndex>();
    const nearest = (kind: Kind, id: string) => {
      if (!names.has(kind)) names.set(kind, createNameIndex(compiled[lists[kind]].ids));
      return names.get(kind)!.nearest(id);
    };
    for (const { kind, id, path } of referencesIn(compiled)) {
      if (id === undefined || compiled[lists[kind]].numberOf.has(id)) continue;
      const finding: Finding = () => {
        const name = nearest(kind, id);
        return {
          path,
          message: `${formatPath(path)} is no ${kind} of this directory: ${quote(id)}`,
          hint: name === undefined ? `add it to the ${lists[kind]}, or remove the reference` : `did you mean ${name}?`,
        };
      };
      yield finding;
    }
  },
};

function* referencesIn({ definition }: CompiledDirectory): Generator<Reference> {
  const { people = [], teams, memberships, assignments, engagements = [] } = definition;
  for (const [index, { managerId }] of people.entries()) {
    yield { kind: 'person', id: managerId, path: ['people', index, 'managerId'] };
  }
  for (const [index, { parent }] of teams.entries()) {
    yield { kind: 'team', id: parent, path: ['teams', index, 'parent'] };
  }
  for (const [index, { person, team }] of memberships.entries()) {
    yield { kind: 'person', id: person, path: ['memberships', index, 'person'] };
    yield { kind: 'team', id: team, path: ['memberships', index, 'team'] };
  }
  for (const [index, { person, role, team }] of assignments.entries()) {
    yield { kind: 'person', id: person, path: ['assignments', index, 'person'] };
    yield { kind: 'role', id: role, path: ['assignments', index, 'role'] };
    yield { kind: 'team', id: team, path: ['assignments', index, 'team'] };
  }
  for (const [index, { person }] of engagements.entries()) {
    yield { kind: 'person', id: person, path: ['engagements', index, 'person'] };
  }
}
