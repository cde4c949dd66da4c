import { type SelectionProblem, selectInitiatives } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { hardProblem, randomProblem } from './problems.js';

const wishes = (candidates: number, seed: number): SelectionProblem =>
  randomProblem(seed, { candidates, capacities: 4, wishes: true });

/** More candidates than a search plays with at a time, of nearly the same worth. */
function wideProblem(many: number): SelectionProblem {
  const candidates = Array.from({ length: many }, (_, at) => {
    const value = 20 + ((at * 7_919) % 97);
    return { id: `c${at}`, value, needs: { r0: value + ((at * 31) % 7) } };
  });
  return { capacities: [{ id: 'r0', amount: 6_000 }], candidates };
}

/** What 60 iterations without a proof, and 2,000 nodes of proof without iterations, have come to since they were written down. */
const known: readonly (readonly [
  name: string,
  problem: SelectionProblem,
  searched: readonly [value: number, bound: number],
  proven: readonly [value: number, bound: number, nodes: number],
])[] = [
  ['60 of five capacities', hardProblem(1), [19_448, 19_872], [19_382, 19_818, 1_962]],
  ['60 others of five', hardProblem(3), [19_318, 19_652], [19_439, 19_596, 1_971]],
  ['60 more of five', hardProblem(5), [20_747, 21_355], [20_984, 21_305, 1_861]],
  ['60 again of five', hardProblem(6), [18_496, 18_731], [18_561, 18_678, 1_881]],
  ['12 with levels', wishes(12, 3), [86, 94], [86, 86, 164]],
  ['9 of which two exclude each other', wishes(12, 9), [63, 69], [63, 63, 72]],
  ['3 with a least use', wishes(12, 24), [23, 23], [23, 23, 1]],
  ['30 with an exclusion', wishes(30, 2), [145, 150], [145, 145, 169]],
  ['18 with requirements', wishes(30, 3), [97, 105], [97, 97, 1_033]],
  ['29 of which the best is found by the proof', wishes(30, 4), [165, 171], [171, 171, 1]],
  ['15 of which the best is found by the proof', wishes(30, 9), [114, 124], [122, 122, 22]],
  ['22 with requirements', wishes(30, 15), [117, 125], [123, 123, 295]],
  ['48 whose bound is reached', wishes(60, 3), [160, 160], [160, 160, 1]],
  ['38 with an exclusion', wishes(60, 7), [325, 333], [332, 332, 50]],
  ['36 whose bound is reached', wishes(60, 8), [169, 169], [169, 169, 1]],
  ['45 whose bound is nearly reached', wishes(60, 9), [381, 382], [382, 382, 1]],
  ['59 with requirements', wishes(60, 11), [280, 292], [292, 292, 1]],
  ['59 others with requirements', wishes(60, 13), [230, 233], [230, 230, 90]],
  ['56 with an exclusion', wishes(60, 14), [301, 306], [301, 301, 302]],
  ['57 with requirements', wishes(60, 25), [319, 320], [319, 319, 70]],
];

describe('a selection of a problem that is known', () => {
  it.each(known)(
    'of %s comes to the value, the bound and the nodes that it came to',
    (_, problem, searched, proven) => {
      const search = selectInitiatives(problem, { iterations: 60, proofNodes: 0 });
      expect(search.ok && [search.value, search.bound]).toEqual(searched);
      const proof = selectInitiatives(problem, { iterations: 0, proofNodes: 2_000 });
      expect(proof.ok && [proof.value, proof.bound, proof.proof.nodes]).toEqual(proven);
    },
  );

  it.each([
    [1, 20_747],
    [2, 20_807],
    ['spring', 20_708],
  ])('comes with the seed %s to what that seed leads to', (seed, value) => {
    const selection = selectInitiatives(hardProblem(5), { seed, iterations: 60, proofNodes: 0 });
    expect(selection.ok && selection.value).toBe(value);
  });

  it('comes to the same among more candidates than a search plays with', () => {
    const selection = selectInitiatives(wideProblem(500), { iterations: 20, proofNodes: 0 });
    expect(selection.ok && [selection.value, selection.bound]).toEqual([5_990, 5_990]);
  });
});
