import { shorten } from '../../foundation/shorten.js';
import { millionthsOf } from '../amount.js';
import { rangeOf } from '../compile.js';
import type { CheckedPortfolio, PortfolioCheck } from './finding.js';

const whole = 1_000_000;

function limitsAbove(
  code: string,
  key: 'share' | 'atLeast',
  severity: 'error' | 'warning',
  what: string,
): PortfolioCheck {
  return {
    code,
    severity,
    *find({ compiled: { definition } }) {
      const limits = (definition.buckets ?? []).filter((bucket) => bucket[key] !== undefined);
      const sum = limits.reduce((total, bucket) => total + millionthsOf(bucket[key]!), 0);
      if (sum <= whole) return;
      yield () => ({
        path: ['buckets'],
        message: `${what} of ${limits.length} buckets make ${sum / whole}, which is more than 1`,
        hint: `lower ${key} of one of them`,
      });
    },
  };
}

export const sharesAboveOne: PortfolioCheck = limitsAbove('capacity/shares-above-one', 'share', 'warning', 'shares');

export const lowerLimitsAboveOne: PortfolioCheck = limitsAbove(
  'capacity/lower-limits-above-one',
  'atLeast',
  'error',
  'lower limits',
);

export const personOverbooked: PortfolioCheck = {
  code: 'capacity/person-overbooked',
  severity: 'error',

  *find({ compiled: { definition } }) {
    for (const [at, { id, teams }] of (definition.people ?? []).entries()) {
      const sum = teams.reduce((total, { share = 0 }) => total + millionthsOf(share), 0);
      if (sum <= whole) continue;
      yield () => ({
        path: ['people', at, 'teams'],
        message: `${shorten(id)} is booked at ${sum / whole} by ${teams.filter(({ share }) => share !== undefined).length} teams`,
        hint: 'lower a share: until then all of them are taken in proportion',
      });
    }
  },
};

export const withoutTeam: PortfolioCheck = {
  code: 'capacity/initiative-without-team',
  severity: 'error',

  *find({ compiled: { definition }, staff }) {
    for (const [at, { id, teams, product }] of definition.initiatives.entries()) {
      // A team or a product that is not there is said elsewhere.
      if (staff[at]!.length > 0 || (teams === undefined ? product !== undefined : teams.length > 0)) continue;
      yield () => ({
        path: ['initiatives', at, ...(teams === undefined ? [] : ['teams'])],
        message: `${shorten(id)} has no team that may staff it`,
        hint: 'name its teams, or the product that it is for',
      });
    }
  },
};

export const skillMissing: PortfolioCheck = {
  code: 'capacity/skill-missing',
  severity: 'error',

  *find(checked) {
    for (const { at, place, low, capacity } of demandsIn(checked)) {
      if (low === 0 || capacity !== undefined) continue;
      const { id, demand } = checked.compiled.definition.initiatives[at]!;
      yield () => ({
        path: ['initiatives', at, 'demand', place, 'skill'],
        message: `${shorten(id)} asks for ${low / 1_000} person-days of ${demand[place]!.skill}, which nobody in ${teamsOf(checked, at)} has`,
        hint: 'add seats or people with this skill, or name other teams',
      });
    }
  },
};

export const demandAboveCapacity: PortfolioCheck = {
  code: 'capacity/demand-above-capacity',
  severity: 'warning',

  *find(checked) {
    for (const { at, place, low, capacity } of demandsIn(checked)) {
      if (capacity === undefined || low <= capacity) continue;
      const { id, demand } = checked.compiled.definition.initiatives[at]!;
      yield () => ({
        path: ['initiatives', at, 'demand', place, 'days'],
        message: `${shorten(id)} asks for ${low / 1_000} person-days of ${demand[place]!.skill} at the least, and ${teamsOf(checked, at)} has ${capacity / 1_000} in all`,
        hint: 'make it smaller, the horizon longer, or the team larger',
      });
    }
  },
};

interface CheckedDemand {
  readonly at: number;
  readonly place: number;
  /** Milli person-days. */
  readonly low: number;
  /** Of the skill in all periods; undefined where nobody has it. */
  readonly capacity: number | undefined;
}

/** The demands of the initiatives that have a team. */
function* demandsIn({ compiled, staff, supply }: CheckedPortfolio): Generator<CheckedDemand> {
  for (const [at, { demand }] of compiled.definition.initiatives.entries()) {
    if (staff[at]!.length === 0) continue;
    for (const [place, asked] of demand.entries()) {
      yield { at, place, low: rangeOf(compiled, asked).low, capacity: supply(at, asked.skill)?.total };
    }
  }
}

function teamsOf({ compiled, staff }: CheckedPortfolio, at: number): string {
  const teams = staff[at]!;
  if (teams.length > 3) return `${teams.length} teams together`;
  return teams.map((team) => shorten(compiled.definition.teams[team]!.id)).join(', ');
}
