import { formatPath } from '../../foundation/path.js';
import type { DirectoryCheck } from './finding.js';

export const intervalBackwards: DirectoryCheck = {
  code: 'organization/interval-backwards',
  severity: 'error',

  *find({ definition }) {
    for (const list of ['memberships', 'assignments', 'engagements'] as const) {
      for (const [index, { from, to }] of (definition[list] ?? []).entries()) {
        if (from === undefined || to === undefined || from < to) continue;
        const path = [list, index];
        yield () => ({
          path,
          message: `${formatPath(path)} holds on no day: it begins on ${from} and ends before ${to}`,
          hint: 'to is the first day on which it no longer holds, and must be after from',
        });
      }
    }
  },
};
