import fc from 'fast-check';
import { parseScorer, rankRobustness, scoreInitiatives } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { naiveFlip, naiveRanks, naiveScoring } from '../../oracle/ranking.js';
import { anyInitiatives, anyScorer } from './arbitraries.js';

describe('scoreInitiatives', () => {
  it('gives the scores, the order and those without a score that fractions and counting give', () => {
    fc.assert(
      fc.property(anyScorer, anyInitiatives, (definition, initiatives) => {
        const result = scoreInitiatives(initiatives, parseScorer(definition));
        if (!result.ok) throw new Error('not read');
        const expected = naiveScoring(initiatives, definition);
        expect(result.unscored.map(({ id }) => id)).toEqual(expected.unscored);
        expect(result.ranked.map(({ id, score, rank }) => ({ id, score, better: rank - 1 }))).toEqual(
          [...expected.ranked].sort((a, b) => a.better - b.better),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('rankRobustness', () => {
  const options = { seed: 7, trials: 40, cut: 2 };

  it('counts the ranks that a simulation trial by trial counts', () => {
    fc.assert(
      fc.property(anyScorer, anyInitiatives, (definition, initiatives) => {
        const result = rankRobustness(initiatives, parseScorer(definition), options);
        if (!result.ok) throw new Error('not read');
        const expected = naiveRanks(initiatives, definition, options);
        expect(result.initiatives.map(({ id }) => id).sort()).toEqual([...expected.keys()].sort());
        for (const { id, ranks, aboveCut } of result.initiatives) {
          const own = expected.get(id)!;
          const counted = [...new Set(own.ranks)].sort((a, b) => a - b);
          expect(ranks).toEqual(
            counted.map((rank) => ({ rank, count: own.ranks.filter((one) => one === rank).length })),
          );
          expect(aboveCut).toBe(own.aboveCut);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds the turning points that trying values finds', () => {
    fc.assert(
      fc.property(anyScorer, anyInitiatives, fc.integer({ min: 0, max: 4 }), (definition, initiatives, cut) => {
        const result = rankRobustness(initiatives, parseScorer(definition), { ...options, trials: 1, cut });
        if (!result.ok) throw new Error('not read');
        for (const { id, flips } of result.initiatives) {
          const inputs = Object.keys(initiatives.find((each) => each.id === id)!.inputs ?? {});
          for (const input of inputs.filter((each) => JSON.stringify(definition).includes(`"input":"${each}"`))) {
            const found = flips.find((flip) => flip.input === input);
            const expected = naiveFlip(initiatives, definition, { id, input, cut, steps: 8 });
            expect(found === undefined, `${id} ${input}`).toBe(expected === undefined);
            if (found === undefined || expected === undefined) continue;
            const [least, most] = [expected.before, expected.after].sort((a, b) => a - b) as [number, number];
            const slack = 1e-12 * Math.max(1, Math.abs(most), Math.abs(least));
            expect(found.at).toBeGreaterThanOrEqual(least - slack);
            expect(found.at).toBeLessThanOrEqual(most + slack);
            expect(found.towards).toBe(expected.after > found.likely ? 'high' : 'low');
          }
        }
      }),
      { numRuns: 80 },
    );
  });
});
