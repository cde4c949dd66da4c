import { type SelectionProblem, selectInitiatives } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { hardProblem, randomProblem } from './problems.js';

const wishes = (seed: number): SelectionProblem => randomProblem(seed, { candidates: 60, capacities: 4, wishes: true });

/** More candidates than a search plays with at a time, of nearly the same worth. */
function wideProblem(many: number): SelectionProblem {
  const candidates = Array.from({ length: many }, (_, at) => {
    const value = 20 + ((at * 7_919) % 97);
    return { id: `c${at}`, value, needs: { r0: value + ((at * 31) % 7) } };
  });
  return { capacities: [{ id: 'r0', amount: 6_000 }], candidates };
}

describe('a selection of a larger problem that is known', () => {
  it.each([
    ['60 of five capacities', hardProblem(1), [19_448, 19_872], [19_382, 19_818, 1_962]],
    ['60 others of five', hardProblem(3), [19_318, 19_652], [19_439, 19_596, 1_971]],
    ['60 more of five', hardProblem(5), [20_747, 21_355], [20_984, 21_305, 1_861]],
    ['60 again of five', hardProblem(6), [18_496, 18_731], [18_561, 18_678, 1_881]],
    ['48 whose bound is reached', wishes(3), [160, 160], [160, 160, 1]],
    ['38 with an exclusion', wishes(7), [325, 333], [332, 332, 50]],
    ['45 of which the proof reaches the bound', wishes(9), [375, 382], [382, 382, 1]],
    ['59 with requirements', wishes(11), [280, 292], [292, 292, 1]],
    ['56 with an exclusion', wishes(14), [301, 306], [301, 301, 302]],
  ])('%s', (_, problem, searched, proven) => {
    const search = selectInitiatives(problem, { iterations: 60, proofNodes: 0 });
    expect(search.ok && [search.value, search.bound]).toEqual(searched);
    const proof = selectInitiatives(problem, { iterations: 0, proofNodes: 2_000 });
    expect(proof.ok && [proof.value, proof.bound, proof.proof.nodes]).toEqual(proven);
  });

  it('more candidates than a search plays with', () => {
    const selection = selectInitiatives(wideProblem(500), { iterations: 20, proofNodes: 0 });
    expect(selection.ok && [selection.value, selection.bound]).toEqual([5_990, 5_990]);
  });
});
