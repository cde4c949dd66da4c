import { checkDirectory, type Day, type Directory, definitionOf, peopleInRole } from 'keelson';
import type { Opened } from './open.js';
import { print } from './print.js';

/** Looks over the list of people; returns the roles that somebody holds on the day of the review. */
export function reviewOrganization({ value: directory, report }: Opened<Directory>, on: Day): readonly string[] {
  const { people = [], teams, roles } = definitionOf(directory);
  const held = roles.map(({ id }) => id).filter((role) => peopleInRole(directory, role, { on }).length > 0);
  console.log(
    `${people.length} people in ${teams.length} teams hold ${held.length} of ${roles.length} roles on ${on}\n`,
  );
  print(checkDirectory(directory), { ...report, stored: definitionOf(directory) });
  return held;
}
