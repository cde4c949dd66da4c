import { shorten } from '../../foundation/shorten.js';
import { millionthsOf, thousandthsOf } from '../amount.js';
import { rangeOf } from '../compile.js';
import { combined } from '../people/capacity.js';
import type { PortfolioCheck } from './finding.js';

export const lowerLimitOutOfReach: PortfolioCheck = {
  code: 'capacity/lower-limit-out-of-reach',
  severity: 'warning',

  *find({ compiled, sources }) {
    const { buckets = [], initiatives } = compiled.definition;
    // Where nothing is asked yet, nothing is out of reach.
    if (initiatives.length === 0) return;
    const total = combined(compiled, sources, {}).reduce((sum, amount) => sum + amount, 0);
    const asked = new Map<string, number>();
    for (const { bucket, demand } of initiatives) {
      if (bucket === undefined) continue;
      const most = demand.reduce((sum, each) => sum + rangeOf(compiled, each).high, 0);
      asked.set(bucket, (asked.get(bucket) ?? 0) + most);
    }
    for (const [at, { id, atLeast = 0 }] of buckets.entries()) {
      const wanted = BigInt(total) * BigInt(millionthsOf(atLeast));
      const most = asked.get(id) ?? 0;
      if (BigInt(most) * 1_000_000n >= wanted) continue;
      yield () => ({
        path: ['buckets', at, 'atLeast'],
        message: `${id} is to get at least ${Number(wanted / 1_000_000n) / 1_000} of ${total / 1_000} person-days, and its initiatives ask for ${most / 1_000} at the most`,
        hint: 'lower atLeast, or add initiatives to it',
      });
    }
  },
};

export const parallelAboveHeadcount: PortfolioCheck = {
  code: 'capacity/parallel-above-headcount',
  severity: 'info',

  *find({ compiled: { definition } }) {
    const people = new Map<string, number>();
    for (const { teams } of definition.people ?? []) {
      for (const team of new Set(teams.map((share) => share.team))) people.set(team, (people.get(team) ?? 0) + 1);
    }
    for (const [at, { id, maxParallel, seats = [] }] of definition.teams.entries()) {
      if (maxParallel === undefined) continue;
      const heads = seats.reduce((sum, { count }) => sum + thousandthsOf(count), 1_000 * (people.get(id) ?? 0));
      if (thousandthsOf(maxParallel) <= heads) continue;
      yield () => ({
        path: ['teams', at, 'maxParallel'],
        message: `${shorten(id)} lets ${maxParallel} people work on one initiative at a time, and has ${heads / 1_000}`,
        hint: 'lower maxParallel, or leave it out: all of them may then',
      });
    }
  },
};
