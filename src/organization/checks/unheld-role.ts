import type { DirectoryCheck } from './finding.js';

/** An assignment that is wrong in another way has a finding of its own, so that any counts here. */
export const unheldRole: DirectoryCheck = {
  code: 'organization/unheld-role',
  severity: 'warning',

  *find({ definition }) {
    const held = new Set(definition.assignments.map(({ role }) => role));
    for (const [index, { id }] of definition.roles.entries()) {
      if (held.has(id)) continue;
      yield () => ({
        path: ['roles', index],
        message: `nobody ever holds the role ${id}, so that whatever asks for it is never given`,
        hint: `assign ${id} to somebody, or remove it`,
      });
    }
  },
};
