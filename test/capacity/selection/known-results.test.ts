import { type SelectionProblem, selectInitiatives, verifyBound } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { bestOfAll } from '../../oracle/selection.js';
import { randomProblem, smallHardProblem } from './problems.js';

const wishes = (seed: number): SelectionProblem => randomProblem(seed, { candidates: 20, capacities: 3, wishes: true });

/** What 20 iterations without a proof, and 150 nodes of proof without iterations, have come to since they were written down. */
const known: readonly (readonly [
  name: string,
  problem: SelectionProblem,
  searched: readonly [value: number, bound: number],
  proven: readonly [value: number, bound: number, nodes: number],
])[] = [
  ['24 candidates', smallHardProblem(1), [7641, 7820], [7641, 7737, 127]],
  ['24 candidates that are not proven', smallHardProblem(2), [7731, 8128], [7786, 8011, 150]],
  ['24 more candidates', smallHardProblem(5), [8181, 8729], [8562, 8615, 145]],
  ['24 candidates on which the search gains least', smallHardProblem(6), [7250, 7657], [7200, 7549, 147]],
  ['13 with levels and requirements', wishes(5), [102, 105], [102, 103, 144]],
  ['18 with levels and requirements', wishes(7), [204, 208], [206, 206, 22]],
  ['10 with a requirement', wishes(10), [48, 53], [48, 48, 13]],
  ['12 with a least use', wishes(15), [111, 115], [111, 111, 120]],
  ['12 of which the proof finds the best', wishes(18), [60, 65], [63, 63, 17]],
  ['12 with a least use and an exclusion', wishes(21), [87, 90], [87, 88, 101]],
  ['14 with requirements and an exclusion', wishes(32), [73, 77], [75, 77, 1]],
  ['19 of which the search finds the best', wishes(33), [172, 173], [172, 172, 26]],
  ['20 whose bound is reached', wishes(36), [139, 142], [142, 142, 1]],
  ['20 with requirements', wishes(44), [84, 91], [84, 85, 101]],
  ['20 with many levels', wishes(48), [87, 95], [87, 87, 31]],
  ['12 with an exclusion', wishes(52), [90, 97], [90, 91, 123]],
  ['18 with many requirements', wishes(55), [109, 117], [113, 114, 118]],
  ['15 with an exclusion', wishes(57), [33, 36], [33, 33, 26]],
];

describe('a selection of a problem that is known', () => {
  it.each(known)(
    'of %s comes to the value, the bound and the nodes that it came to',
    (_, problem, searched, proven) => {
      const search = selectInitiatives(problem, { iterations: 20, proofNodes: 0 });
      expect(search.ok && [search.value, search.bound]).toEqual(searched);
      const proof = selectInitiatives(problem, { iterations: 0, proofNodes: 150 });
      expect(proof.ok && [proof.value, proof.bound, proof.proof.nodes]).toEqual(proven);
    },
  );

  it.each([
    [1, 8117],
    [2, 8114],
    [3, 7977],
    ['spring', 8138],
    ['summer', 8167],
  ])('comes with the seed %s to what that seed leads to', (seed, value) => {
    const selection = selectInitiatives(smallHardProblem(5), { seed, iterations: 10, proofNodes: 0 });
    expect(selection.ok && selection.value).toBe(value);
  });

  it.each([
    [325, 101],
    [333, 142],
    [345, 59],
  ])('puts together before any search what goes by the better level of what is required (seed %i)', (seed, value) => {
    const selection = selectInitiatives(wishes(seed), { iterations: 0, proofNodes: 0 });
    expect(selection.ok && selection.value).toBe(value);
  });

  // The search finds less, and the nodes do not go through all choices at once: the way to the bound is halved.
  it.each([
    [5, 186, 8, [38, 38, 8]],
    [5, 3151, 12, [35, 36, 12]],
    [5, 3463, 8, [13, 13, 8]],
    [8, 1825, 12, [59, 59, 12]],
    [8, 2039, 20, [59, 59, 20]],
    [8, 3804, 20, [35, 35, 17]],
    // Nothing is found before the proof, and one unit is the most.
    [5, 2091, 20, [1, 1, 11]],
  ])(
    'of up to %i candidates (seed %i) finds the best in proofs of %i nodes',
    (candidates, seed, proofNodes, expected) => {
      const problem = randomProblem(seed, { candidates, capacities: 2, wishes: true });
      const selection = selectInitiatives(problem, { iterations: 0, proofNodes });
      expect(selection.ok && [selection.value, selection.bound, selection.proof.nodes]).toEqual(expected);
      expect(selection.ok && verifyBound(problem, selection).diagnostics).toEqual([]);
      expect(bestOfAll(problem)?.value).toBe(expected[0]);
    },
  );

  it.each([
    [5, 2091, 5, 1],
    // Here it is proven at least that nothing is worth much.
    [8, 270, 9, 9],
    [8, 478, 14, 6],
    [8, 57, 6, undefined],
  ])(
    'of up to %i candidates (seed %i) is undecided where %i nodes neither find one nor show that there is none',
    (candidates, seed, proofNodes, best) => {
      const problem = randomProblem(seed, { candidates, capacities: 2, wishes: true });
      expect(selectInitiatives(problem, { iterations: 0, proofNodes })).toMatchObject({ status: 'undecided' });
      expect(bestOfAll(problem)?.value).toBe(best);
    },
  );
});
