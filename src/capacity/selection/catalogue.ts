import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import type { Selection, SelectionCandidate, SelectionOptions, SelectionProblem } from './types.js';

/** What an example is made of: a problem, the options of a selection, and changes to what was selected before it is verified. */
export interface SelectionExample {
  readonly problem: SelectionProblem;
  readonly options?: SelectionOptions;
  readonly claim?: Partial<Selection>;
}

/** What can be wrong with problems, with what is asked for and with what somebody says was selected, and the same put right. */
export const selectionCatalogue: readonly CatalogueEntry<SelectionExample>[] = /* @__PURE__ */ (() => {
  const capacities = [{ id: 'backend', amount: 10 }];
  const oneClick = { id: 'one-click', value: 60, needs: { backend: 5 } };
  const giftCards = { id: 'gift-cards', value: 45, needs: { backend: 6 } };
  const problem: SelectionProblem = { capacities, candidates: [oneClick, giftCards] };
  const good: SelectionExample = { problem };
  const with1 = (candidate: SelectionCandidate): SelectionExample => ({
    problem: { capacities, candidates: [oneClick, candidate] },
  });
  const mustUse = (atLeast: number): SelectionExample => ({
    problem: { ...problem, capacities: [{ id: 'backend', amount: 10, atLeast }] },
  });
  // Needs of 2 never add up to 89: only looking at everything would show it.
  const tight = (atLeast: number): SelectionProblem => ({
    capacities: [{ id: 'backend', amount: 89, atLeast }],
    candidates: Array.from({ length: 60 }, (_, c) => ({ id: `c${c}`, value: 1, needs: { backend: 2 } })),
  });

  return [
    {
      code: 'capacity/duplicate-id',
      severity: 'error',
      summary: 'Two capacities, candidates or levels have one id, or an exclusion names a candidate twice.',
      bad: { problem: { capacities, candidates: [oneClick, { ...giftCards, id: 'one-click' }] } },
      good,
    },
    {
      code: 'capacity/value-or-levels',
      severity: 'error',
      summary: 'A candidate has neither a value with needs nor levels, or has both.',
      bad: with1({ id: 'gift-cards', value: 45 }),
      good,
    },
    {
      code: 'capacity/unknown-capacity',
      severity: 'error',
      summary: 'Something needs a capacity that the problem does not have.',
      bad: with1({ ...giftCards, needs: { backand: 6 } }),
      good,
    },
    {
      code: 'capacity/unknown-candidate',
      severity: 'error',
      summary: 'A requirement or an exclusion names a candidate that the problem does not have.',
      bad: with1({ ...giftCards, requires: ['one-klick'] }),
      good: with1({ ...giftCards, requires: ['one-click'] }),
    },
    {
      code: 'capacity/idle-requirement',
      severity: 'error',
      summary: 'A candidate requires itself, or another one twice.',
      bad: with1({ ...giftCards, requires: ['gift-cards'] }),
      good: with1({ ...giftCards, requires: ['one-click'] }),
    },
    {
      code: 'capacity/least-above-most',
      severity: 'error',
      summary: 'More of a capacity has to be used than there is.',
      bad: mustUse(11),
      good: mustUse(5),
    },
    {
      code: 'capacity/too-large',
      severity: 'error',
      summary: 'Values or needs add up to more than 2^53 - 1: sums would no longer be exact.',
      bad: with1({ ...giftCards, value: 2 ** 53 - 1 }),
      good,
    },
    {
      code: 'capacity/invalid-selection-options',
      severity: 'error',
      summary: 'The seed or a budget of a selection is out of its range.',
      bad: { problem, options: { iterations: -1 } },
      good: { problem, options: { iterations: 0 } },
    },
    {
      code: 'capacity/mandatory-above-capacity',
      severity: 'error',
      summary: 'The mandatory candidates alone need more of a capacity than there is.',
      bad: {
        problem: {
          capacities,
          candidates: [
            { ...oneClick, mandatory: true },
            { ...giftCards, mandatory: true },
          ],
        },
      },
      good: { problem: { capacities, candidates: [{ ...oneClick, mandatory: true }, giftCards] } },
    },
    {
      code: 'capacity/infeasible',
      severity: 'error',
      summary: 'It is proven that nothing keeps to every limit.',
      bad: mustUse(7),
      good: mustUse(6),
    },
    {
      code: 'capacity/no-selection-found',
      severity: 'error',
      summary: 'Within the work that was allowed nothing was found that keeps to every limit, and nothing was proven.',
      bad: { problem: tight(89), options: { iterations: 0, proofNodes: 100 } },
      good: { problem: tight(88) },
    },
    {
      code: 'capacity/another-problem',
      severity: 'error',
      summary: 'A selection was made for another problem, or the problem was changed since.',
      bad: { problem, claim: { fingerprint: 'sha256:0' } },
      good,
    },
    {
      code: 'capacity/impossible-selection',
      severity: 'error',
      summary: 'What is said to be selected does not exist or does not keep to every limit.',
      bad: { problem, claim: { selected: [{ id: 'one-click' }, { id: 'gift-card' }] } },
      good,
    },
    {
      code: 'capacity/wrong-value',
      severity: 'error',
      summary: 'The value, a use, the gap or the status of a selection is not what it comes to.',
      bad: { problem, claim: { gap: 0.5 } },
      good,
    },
    {
      code: 'capacity/unproven-bound',
      severity: 'error',
      summary: 'The proof of a selection does not show that nothing can be worth more than its bound.',
      bad: { problem, claim: { proof: { multipliers: [1], nodes: 1 } } },
      good,
    },
  ];
})();
