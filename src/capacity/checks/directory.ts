import { dayAt } from '../../foundation/instant.js';
import { createNameIndex } from '../../foundation/nearest-name.js';
import { formatPath } from '../../foundation/path.js';
import { quote, shorten } from '../../foundation/shorten.js';
import type { DirectoryDefinition } from '../../organization/types.js';
import { workingDaysIn } from '../compile.js';
import { presenceIn } from '../people/presence.js';
import { engagementsOf } from '../people/sources.js';
import type { PortfolioDefinition } from '../types.js';
import type { Finding, PortfolioCheck } from './finding.js';

export const personNotInDirectory: PortfolioCheck = {
  code: 'capacity/person-not-in-directory',
  severity: 'warning',

  find: ({ compiled: { definition, directory } }) =>
    directory === undefined ? [] : unknownIn('person', 'people', definition, peopleIn(directory)),
};

export const teamNotInDirectory: PortfolioCheck = {
  code: 'capacity/team-not-in-directory',
  severity: 'warning',

  find: ({ compiled: { definition, directory } }) =>
    directory === undefined ? [] : unknownIn('team', 'teams', definition, idsOf(directory.teams)),
};

/** A directory that has none of a kind is kept for the other one, and is not asked. */
function* unknownIn(
  kind: string,
  list: 'people' | 'teams',
  definition: PortfolioDefinition,
  known: ReadonlySet<string>,
): Generator<Finding> {
  if (known.size === 0) return;
  let index: ReturnType<typeof createNameIndex> | undefined;
  for (const [at, { id }] of (definition[list] ?? []).entries()) {
    if (known.has(id)) continue;
    yield () => {
      index ??= createNameIndex(known);
      const name = index.nearest(id);
      const path = [list, at, 'id'];
      return {
        path,
        message: `${formatPath(path)} is no ${kind} of the directory, which has ${known.size}: ${quote(id)}`,
        hint: name === undefined ? `add the ${kind} to the directory, or look at the id` : `did you mean ${name}?`,
      };
    };
  }
}

/** The people that are listed, or without a list all that are named. */
function peopleIn({ people, memberships, assignments, engagements = [] }: DirectoryDefinition): ReadonlySet<string> {
  if (people !== undefined) return idsOf(people);
  return new Set([...memberships, ...assignments, ...engagements].map(({ person }) => person));
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}

export const engagedOutsideDirectory: PortfolioCheck = {
  code: 'capacity/engaged-outside-directory',
  severity: 'warning',

  *find({ compiled }) {
    const { bounds, definition } = compiled;
    const [first, last] = [bounds[0]!, bounds.at(-1)!];
    const hired = engagementsOf(compiled);
    for (const [at, { id, engagements, absences = [] }] of (definition.people ?? []).entries()) {
      const known = hired.get(id);
      // Who has no engagement in the directory is there on every day.
      if (engagements === undefined || known === undefined) continue;
      const outside = presenceIn([first, last], engagements, [...absences, ...known])
        .map(([from, to]) => ({ from, to, days: workingDaysIn(compiled, from, to) }))
        .filter(({ days }) => days > 0);
      if (outside.length === 0) continue;
      yield () => {
        const days = outside.reduce((sum, stretch) => sum + stretch.days, 0);
        const { from, to } = outside[0]!;
        const when = `from ${dayAt(from)} until ${dayAt(to)}${outside.length > 1 ? ' at first' : ''}`;
        return {
          path: ['people', at, 'engagements'],
          message: `of the working days on which ${shorten(id)} is engaged here, the directory does not have them on ${days}: ${when}`,
          hint: 'put one of the two right, or leave the engagements out here: those of the directory hold then',
        };
      };
    }
  },
};
