import { selectInitiatives, verifyBound } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { bestOfAll } from '../../oracle/selection.js';
import { randomProblem } from './problems.js';

const shape = { candidates: 6, capacities: 3, wishes: true };
const seeds = (first: number, many: number): readonly number[] => Array.from({ length: many }, (_, at) => first + at);

describe('a selection of a small problem', () => {
  it.each([0, 20])('is the best of all, and is verified, after %i iterations', (iterations) => {
    for (const seed of seeds(10_000, 12)) {
      const problem = randomProblem(seed, shape);
      const best = bestOfAll(problem);
      const selection = selectInitiatives(problem, { iterations });
      const expected = best ? { ok: true, status: 'optimal', value: best.value } : { ok: false, status: 'infeasible' };
      expect(selection, `seed ${seed}`).toMatchObject(expected);
      if (selection.ok) expect(verifyBound(problem, selection).diagnostics, `seed ${seed}`).toEqual([]);
    }
  });

  it('is verified, and no better than the best, where there is no proof', () => {
    for (const seed of seeds(20_000, 8)) {
      const problem = randomProblem(seed, shape);
      const best = bestOfAll(problem);
      const selection = selectInitiatives(problem, { iterations: 10, proofNodes: 0 });
      if (!selection.ok) continue;
      expect(selection.value, `seed ${seed}`).toBeLessThanOrEqual(best!.value);
      expect(selection.bound, `seed ${seed}`).toBeGreaterThanOrEqual(best!.value);
      expect(verifyBound(problem, selection).diagnostics, `seed ${seed}`).toEqual([]);
      // What is said to be in no better selection is in none that is worth more.
      for (const { id } of selection.left.filter(({ inNoBetter }) => inNoBetter)) {
        const forced = problem.candidates.map((one) => (one.id === id ? { ...one, mandatory: true as const } : one));
        expect(bestOfAll({ ...problem, candidates: forced })?.value ?? 0).toBeLessThanOrEqual(selection.value);
      }
    }
  });
});
