import type { Diagnostic } from '../foundation/diagnostic.js';
import { keelsonError } from '../foundation/error.js';
import {
  demandAboveCapacity,
  lowerLimitsAboveOne,
  personOverbooked,
  sharesAboveOne,
  skillMissing,
  withoutTeam,
} from './checks/amounts.js';
import { absenceOutside, intervalBackwards, neverThere } from './checks/days.js';
import { deadlineTooEarly } from './checks/deadlines.js';
import { engagedOutsideDirectory, personNotInDirectory, teamNotInDirectory } from './checks/directory.js';
import type { PortfolioCheck } from './checks/finding.js';
import { lowerLimitOutOfReach, parallelAboveHeadcount } from './checks/limits.js';
import { mandatoryTooMuch } from './checks/mandatory.js';
import { dependencyCycle, mandatoryExcluded, promiseAfterNeed, unknownReference } from './checks/references.js';
import { sourcesBySkill, supplier } from './checks/supply.js';
import { sourcesOf } from './people/sources.js';
import { staffOf } from './people/staff.js';
import { unseal } from './seal.js';
import type { Portfolio } from './types.js';

/** How much a check lists. */
export interface CheckPortfolioOptions {
  /** Findings of one code; at least 1, and 1,000 unless said. Those beyond are counted in the last one. */
  readonly max?: number;
}

/** Findings come in this order. */
const checks: readonly PortfolioCheck[] = [
  ...[unknownReference, personNotInDirectory, teamNotInDirectory],
  ...[dependencyCycle, withoutTeam, skillMissing, personOverbooked],
  ...[lowerLimitsAboveOne, sharesAboveOne, lowerLimitOutOfReach, parallelAboveHeadcount],
  ...[mandatoryExcluded, demandAboveCapacity, mandatoryTooMuch],
  ...[deadlineTooEarly, promiseAfterNeed, intervalBackwards, neverThere, engagedOutsideDirectory, absenceOutside],
];

/**
 * Returns what is wrong or unwise in a portfolio, by code and within one in stored order: references to nothing, circles of
 * dependencies, initiatives without a team, skills that nobody has, people booked for more than one, limits of buckets that make more
 * than one or that nothing asked for can reach, more people at a time than a team has, mandatory initiatives that exclude each
 * other, demands, and mandatory ones together, above all that there is, deadlines before the earliest finish, promises after the
 * need, intervals without a day, people who are never there, absences outside of the horizon. Where the portfolio was opened with
 * a directory, also people and teams that it does not know, and people who are engaged here while it does not have them. A fault is
 * reported once.
 *
 * Throws a `KeelsonError` (`capacity/invalid-options`) for a `max` that is no whole number of at least 1.
 *
 * @example
 * const portfolio = definePortfolio({
 *   calendar: defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] }),
 *   horizon: { start: '2027-01-04', periods: 2, period: 'week' },
 *   teams: { payments: { product: 'checkout', seats: { backend: 1 } } },
 *   initiatives: [{ id: 'one-click', product: 'checkout', value: 120, demand: { backend: 40 } }],
 * });
 * checkPortfolio(portfolio).map(({ message }) => message);
 * //=> ['one-click asks for 40 person-days of backend at the least, and payments has 10 in all']
 */
export function checkPortfolio(
  portfolio: Portfolio,
  { max = 1_000 }: CheckPortfolioOptions = {},
): readonly Diagnostic[] {
  if (!Number.isInteger(max) || max < 1) {
    throw keelsonError('capacity/invalid-options', `max must be a whole number of at least 1, not ${max}`);
  }
  const compiled = unseal(portfolio);
  const [sources, staff] = [sourcesOf(compiled), staffOf(compiled)];
  const withSkill = sourcesBySkill(sources);
  const checked = { compiled, sources, staff, withSkill, supply: supplier(compiled, withSkill, staff) };
  return checks.flatMap(({ code, severity, find }) => {
    const listed: Diagnostic[] = [];
    let total = 0;
    for (const finding of find(checked)) {
      total++;
      if (total <= max) listed.push({ code, severity, ...finding() });
    }
    if (total <= max) return listed;
    const message = `${total - max} more of ${code}, ${total} in all`;
    return [...listed, { code, severity, message, path: [], hint: 'raise max to see them one by one' }];
  });
}
