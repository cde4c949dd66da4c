import { describe, expect, it } from 'vitest';
import { nearestOutcome } from '../../../src/governance/analysis/nearest.js';
import type { ChangeCost } from '../../../src/governance/analysis/types.js';
import { decided, leastCost, type Request, textOf } from '../../oracle/analysis.js';
import { createTwins, fill, hits, naiveText, policiesPerHit, smallRequests } from './policies.js';

/** What one request is away from another, fact by fact. */
function distance(from: Request, to: Request, costs: Record<string, ChangeCost>): number {
  let total = 0;
  for (const [fact, value] of Object.entries(from)) {
    const other = to[fact]!;
    if (String(value) === String(other)) continue;
    const cost = fact in costs ? costs[fact]! : 1;
    if (cost === null) return Number.POSITIVE_INFINITY;
    if (typeof cost === 'number') total += cost;
    else if (Array.isArray(value)) total += cost.perUnit * elementsApart(value, other as string[]);
    else total += cost.perUnit * Math.abs(Number(value) - Number(other));
  }
  return total;
}

function elementsApart(a: readonly string[], b: readonly string[]): number {
  return a.filter((element) => !b.includes(element)).length + b.filter((element) => !a.includes(element)).length;
}

const prices: readonly Record<string, ChangeCost>[] = [
  {},
  { size: { perUnit: 2 } },
  { open: null, risk: 3 },
  { regions: { perUnit: 1 }, size: { perUnit: 1 }, risk: 0.5 },
];

describe.each(hits)('under %s', (hit) => {
  it('finds a change that costs as little as any, or proves that there is none', () => {
    const { twin, below } = createTwins(31);
    for (let run = 0; run < 500; run++) {
      const { policy, naive } = twin(hit);
      const request = smallRequests[below(smallRequests.length)]!;
      const costs = prices[below(prices.length)]!;
      const rule = naive.rules[below(Math.max(1, naive.rules.length))];
      const wanted = below(2) === 0 ? 'autonomous' : textOf(rule ? rule.says : naive.otherwise);
      const exact = wanted.startsWith('requires')
        ? { kind: 'requires' as const, requirements: requirementsOf(wanted) }
        : (wanted as 'autonomous' | 'forbidden');
      const least = leastCost(
        naive,
        smallRequests,
        (says) => says === wanted,
        (other) => distance(request, other, costs),
      );
      const found = nearestOutcome(policy, request, exact, costs);
      if (!found.found) {
        expect({ least, proven: found.proven }).toEqual({ least: undefined, proven: true });
        continue;
      }
      expect({ cost: found.cost, minimal: found.minimal }).toEqual({ cost: least, minimal: true });
      for (const way of [found, ...found.alternatives]) {
        expect(decided(naive, fill(way.request))).toBe(wanted);
        expect(naiveText(way.outcome)).toBe(wanted);
        expect(distance(request, fill({ ...request, ...way.request }), costs)).toBe(found.cost);
      }
    }
  });

  it('gets a kind of outcome whatever it asks for', () => {
    const { twin, below } = createTwins(32);
    for (let run = 0; run < policiesPerHit; run++) {
      const { policy, naive } = twin(hit);
      const request = smallRequests[below(smallRequests.length)]!;
      const found = nearestOutcome(policy, request, 'requires');
      const least = leastCost(
        naive,
        smallRequests,
        (says) => says.startsWith('requires'),
        (other) => distance(request, other, {}),
      );
      expect(found.found ? found.cost : undefined).toBe(least);
    }
  });

  it('gets an outcome whatever the facts are that stay absent', () => {
    const { twin, below } = createTwins(33);
    for (let run = 0; run < policiesPerHit / 3; run++) {
      const { policy, naive } = twin(hit);
      const whole = smallRequests[below(smallRequests.length)]!;
      const request = Object.fromEntries(Object.entries(whole).filter(() => below(3) > 0));
      const found = nearestOutcome(policy, request, 'autonomous');
      if (!found.found) continue;
      const completions = smallRequests.filter((other) =>
        Object.entries(found.request).every(([fact, value]) => String(other[fact]) === String(value)),
      );
      expect(completions.map((other) => decided(naive, other)).filter((says) => says !== 'autonomous')).toEqual([]);
    }
  });
});

function requirementsOf(text: string) {
  const words = text.split(' ').slice(1);
  return Array.from({ length: words.length / 2 }, (_, index) => ({
    role: words[2 * index]!,
    quorum: Number(words[2 * index + 1]),
  }));
}
