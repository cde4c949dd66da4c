import { millionthsOf } from '../amount.js';
import { rangeOf } from '../compile.js';
import { combined } from '../people/capacity.js';
import type { PortfolioCheck } from './finding.js';

export const mandatoryTooMuch: PortfolioCheck = {
  code: 'capacity/mandatory-too-much',
  severity: 'error',

  *find({ compiled, sources, withSkill }) {
    const { buckets = [], initiatives } = compiled.definition;
    const total = combined(compiled, sources, {}).reduce((sum, amount) => sum + amount, 0);
    const bySkill = new Map<string, number>();
    const largest = new Map<string, number>();
    const byBucket = new Map<string, number>();
    const add = (sums: Map<string, number>, key: string, by: number) => sums.set(key, (sums.get(key) ?? 0) + by);
    for (const { mandatory, bucket, demand } of initiatives) {
      if (!mandatory) continue;
      for (const asked of demand) {
        const { low } = rangeOf(compiled, asked);
        add(bySkill, asked.skill, low);
        largest.set(asked.skill, Math.max(largest.get(asked.skill) ?? 0, low));
        if (bucket !== undefined) add(byBucket, bucket, low);
      }
    }
    for (const [skill, low] of bySkill) {
      // A skill that nobody has is said elsewhere.
      const those = withSkill.get(skill);
      if (those === undefined) continue;
      const has = combined(compiled, those, {}).reduce((sum, amount) => sum + amount, 0);
      // So is one that is too large by itself.
      if (low <= has || largest.get(skill)! > has) continue;
      yield () => ({
        path: ['initiatives'],
        message: `mandatory initiatives ask for ${low / 1_000} person-days of ${skill} at the least, and all teams have ${has / 1_000}`,
        hint: 'let one of them be optional, or make it smaller',
      });
    }
    for (const [at, { id, share, tolerance = 0 }] of buckets.entries()) {
      const low = byBucket.get(id) ?? 0;
      const part = BigInt(millionthsOf(share) + millionthsOf(tolerance));
      if (BigInt(low) * 1_000_000n <= BigInt(total) * part) continue;
      yield () => ({
        path: ['buckets', at, 'share'],
        message: `mandatory initiatives of ${id} ask for ${low / 1_000} person-days at the least, and its share of ${total / 1_000} is ${Number((BigInt(total) * part) / 1_000_000n) / 1_000}`,
        hint: 'raise the share, or let one of them be optional',
      });
    }
  },
};
