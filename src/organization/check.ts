import type { Diagnostic } from '../foundation/diagnostic.js';
import { keelsonError } from '../foundation/error.js';
import { reportingCycle, teamCycle } from './checks/cycles.js';
import type { DirectoryCheck } from './checks/finding.js';
import { intervalBackwards } from './checks/interval-backwards.js';
import { overbooked } from './checks/overbooked.js';
import { personWithoutTeam } from './checks/person-without-team.js';
import { unheldRole } from './checks/unheld-role.js';
import { unknownReference } from './checks/unknown-reference.js';
import { unseal } from './seal.js';
import type { Directory } from './types.js';

/** How much a check lists. */
export interface CheckDirectoryOptions {
  /** Findings of one code; at least 1, and 1,000 unless said. Those beyond are counted in the last one. */
  readonly max?: number;
}

/** Findings come in this order. */
const checks: readonly DirectoryCheck[] = [
  unknownReference,
  teamCycle,
  reportingCycle,
  intervalBackwards,
  overbooked,
  unheldRole,
  personWithoutTeam,
];

/**
 * Returns what is wrong or unwise in a directory over all of its days, by code and within one in stored order: references to
 * nothing, circles of teams and of reporting, intervals without a day, people who are booked for more than a whole one while they
 * are there, roles that nobody ever holds, people who are never in a team. A fault is reported once.
 *
 * Throws a `KeelsonError` (`organization/invalid-options`) for a `max` that is no whole number of at least 1.
 *
 * @example
 * const directory = defineDirectory({
 *   teams: [{ id: 'payments' }, { id: 'search' }],
 *   memberships: [
 *     { person: 'ana', team: 'payments', share: 0.8, to: '2026-12-01' },
 *     { person: 'ana', team: 'search', share: 0.5, from: '2026-11-01' },
 *   ],
 * });
 * checkDirectory(directory).map((finding) => finding.message);
 * //=> ['ana is booked at 1.3 from 2026-11-01 until 2026-12-01: 0.8 for payments, 0.5 for search']
 */
export function checkDirectory(
  directory: Directory,
  { max = 1_000 }: CheckDirectoryOptions = {},
): readonly Diagnostic[] {
  if (!Number.isInteger(max) || max < 1) {
    throw keelsonError('organization/invalid-options', `max must be a whole number of at least 1, not ${max}`);
  }
  const compiled = unseal(directory);
  return checks.flatMap(({ code, severity, find }) => {
    const listed: Diagnostic[] = [];
    let total = 0;
    for (const finding of find(compiled)) {
      total++;
      if (total <= max) listed.push({ code, severity, ...finding() });
    }
    if (total <= max) return listed;
    const message = `${total - max} more of ${code}, ${total} in all`;
    return [...listed, { code, severity, message, path: [], hint: 'raise max to see them one by one' }];
  });
}
