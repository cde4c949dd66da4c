import { selectInitiatives, verifyBound } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { bestOfAll } from '../../oracle/selection.js';
import { randomProblem } from './problems.js';

const shape = { candidates: 6, capacities: 3, wishes: true };

describe('a selection of a small problem', () => {
  it('is the best of all, and is verified, whichever part of the work finds it', () => {
    for (let seed = 10_000; seed < 10_150; seed++) {
      const problem = randomProblem(seed, shape);
      const best = bestOfAll(problem);
      for (const iterations of [0, 60]) {
        const selection = selectInitiatives(problem, { iterations });
        const expected = best
          ? { ok: true, status: 'optimal', value: best.value }
          : { ok: false, status: 'infeasible' };
        expect(selection, `seed ${seed}`).toMatchObject(expected);
        if (selection.ok) expect(verifyBound(problem, selection).diagnostics, `seed ${seed}`).toEqual([]);
      }
    }
  });

  it('is verified, and no better than the best, where there is no proof', () => {
    for (let seed = 20_000; seed < 20_100; seed++) {
      const problem = randomProblem(seed, shape);
      const best = bestOfAll(problem);
      const selection = selectInitiatives(problem, { iterations: 60, proofNodes: 0 });
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

  it('is found by the search alone in nearly every case', () => {
    let found = 0;
    let all = 0;
    for (let seed = 30_000; seed < 30_100; seed++) {
      const problem = randomProblem(seed, shape);
      const best = bestOfAll(problem);
      if (best === undefined) continue;
      all++;
      const selection = selectInitiatives(problem, { iterations: 200, proofNodes: 0 });
      if (selection.ok && selection.value === best.value) found++;
    }
    expect(found / all).toBeGreaterThan(0.95);
  });
});
