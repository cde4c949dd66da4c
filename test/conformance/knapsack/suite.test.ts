import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knapsacksIn } from './problems.js';
import { meansOf, solve, suite } from './suite.js';

const file = '../shared/data/knapsack-multidimensional.json';
const isHere = existsSync(file);
if (!isHere) console.warn(`skipped: ${file} is not here, so nothing is known of selection on published problems`);
const knapsacks = isHere ? knapsacksIn(file) : [];

describe.skipIf(!isHere)('knapsacks of Chu and Beasley', () => {
  // Every tenth, with a part of the work that the command spends.
  const results = knapsacks
    .filter((_, at) => at % 10 === 0)
    .map((one) => solve(one, { iterations: 80_000, proofNodes: 50_000 }));

  it('are solved and verified to within a quarter of a percent of the best known', () => {
    expect(results).toHaveLength(6);
    for (const { gap } of results) expect(gap).toBeLessThan(0.25);
  });

  it('are proven to within less than the relaxation leaves open', () => {
    for (const { certifiedGap, bestKnown, lpRelaxation } of results) {
      expect(certifiedGap).toBeLessThan(100 * (lpRelaxation / bestKnown - 1) + 0.35);
    }
  });

  it('have multipliers as good as the relaxation', () => {
    for (const { aboveRelaxation } of results) expect(aboveRelaxation).toBeLessThan(0.005);
  });

  it('are told to a person with their means by size', () => {
    expect(suite.describe(results).split('\n')).toHaveLength(6);
    expect(meansOf(results)).toMatch(/^100 x 5: 3 problems, mean gap .* %.*\n100 x 10: 3 problems/);
  });
});
