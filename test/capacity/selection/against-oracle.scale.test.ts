import { selectInitiatives, verifyBound } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { bestOfAll } from '../../oracle/selection.js';
import { randomProblem, type Shape } from './problems.js';

const shapes: readonly (Shape & { readonly times: number })[] = [
  { candidates: 7, capacities: 3, wishes: true, times: 3_900 },
  { candidates: 12, capacities: 4, wishes: false, times: 1_000 },
  { candidates: 16, capacities: 3, wishes: false, times: 100 },
];

describe('a selection of a small problem is the best of all', () => {
  it.each(shapes)(
    '$times with up to $candidates candidates and $capacities capacities',
    { timeout: 120_000 },
    (shape) => {
      for (let seed = 0; seed < shape.times; seed++) {
        const problem = randomProblem(seed, shape);
        const best = bestOfAll(problem);
        const selection = selectInitiatives(problem, { iterations: 20 });
        if (best === undefined) {
          expect(selection, `seed ${seed}`).toMatchObject({ ok: false, status: 'infeasible' });
          continue;
        }
        expect(selection, `seed ${seed}`).toMatchObject({
          ok: true,
          status: 'optimal',
          value: best.value,
          bound: best.value,
        });
        if (selection.ok)
          expect(verifyBound(problem, selection), `seed ${seed}`).toMatchObject({ ok: true, diagnostics: [] });
      }
    },
  );
});

describe('a selection that is searched for alone', () => {
  it('is the best of all in nearly every case', () => {
    let found = 0;
    let all = 0;
    for (let seed = 30_000; seed < 30_100; seed++) {
      const problem = randomProblem(seed, { candidates: 6, capacities: 3, wishes: true });
      const best = bestOfAll(problem);
      if (best === undefined) continue;
      all++;
      const selection = selectInitiatives(problem, { iterations: 200, proofNodes: 0 });
      if (selection.ok && selection.value === best.value) found++;
    }
    expect(found / all).toBeGreaterThan(0.95);
  });
});
