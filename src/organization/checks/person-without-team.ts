import { shorten } from '../../foundation/shorten.js';
import type { DirectoryCheck } from './finding.js';

/** Nothing is said of a directory without memberships: it is kept for its roles or its reporting lines. */
export const personWithoutTeam: DirectoryCheck = {
  code: 'organization/person-without-team',
  severity: 'info',

  *find({ definition: { people = [], memberships } }) {
    if (memberships.length === 0) return;
    const members = new Set(memberships.map(({ person }) => person));
    for (const [index, { id }] of people.entries()) {
      if (members.has(id)) continue;
      yield () => ({
        path: ['people', index],
        message: `${shorten(id)} never belongs to a team`,
        hint: 'add a membership, or accept it for those who belong to none',
      });
    }
  },
};
