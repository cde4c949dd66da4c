import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import { defaultTrials, type RobustnessOptions } from './options.js';
import type { ScorableInitiative, ScorerFactor } from './types.js';

/** What an example is made of: the factors of a scorer, initiatives, and options of a simulation. */
export interface ScoringExample {
  readonly numerator: readonly ScorerFactor[];
  readonly denominator?: readonly ScorerFactor[];
  readonly initiatives: readonly ScorableInitiative[];
  readonly options?: RobustnessOptions;
}

/** What can be wrong with scorers, with what they score and with how a ranking is tested, and the same put right. */
export const scoringCatalogue: readonly CatalogueEntry<ScoringExample>[] = /* @__PURE__ */ (() => {
  const numerator = [{ input: 'reach' }];
  const good: ScoringExample = { numerator, initiatives: [{ id: 'one-click', inputs: { reach: 500 } }] };
  const scoring = (reach: unknown, id = 'one-click'): ScoringExample => ({
    numerator,
    initiatives: [{ id, inputs: { reach } as NonNullable<ScorableInitiative['inputs']> }],
  });
  const byEffort = (effort: number): ScoringExample => ({
    numerator,
    denominator: [{ input: 'effort' }],
    initiatives: [{ id: 'one-click', inputs: { reach: 500, effort } }],
  });
  const simulated = (trials: number): ScoringExample => ({ ...good, options: { seed: 1, cut: 1, trials } });
  const most1 = { seed: 1, cut: 1, limits: { initiatives: 1 } };

  return [
    {
      code: 'capacity/repeated-input',
      severity: 'error',
      summary: 'A scorer counts an input twice, so that its score need not move one way when the input does.',
      bad: { ...good, numerator: [{ input: 'reach' }, { input: 'reach' }] },
      good,
    },
    {
      code: 'capacity/empty-range',
      severity: 'error',
      summary: 'The range or the scale of an input has nothing in it, or a range begins twice.',
      bad: { ...good, numerator: [{ input: 'reach', range: { min: 10, max: 1 } }] },
      good: { ...good, numerator: [{ input: 'reach', range: { min: 1, max: 1_000 } }] },
    },
    {
      code: 'capacity/unreadable-initiative',
      severity: 'error',
      summary: 'What is to be scored is no list, or something in it has no id.',
      bad: scoring(500, ''),
      good,
    },
    {
      code: 'capacity/scored-twice',
      severity: 'error',
      summary: 'Two initiatives of a list have one id, so that a rank could be that of either.',
      bad: { numerator, initiatives: [...good.initiatives, ...good.initiatives] },
      good,
    },
    {
      code: 'capacity/missing-input',
      severity: 'warning',
      summary: 'An initiative lacks an input that the scorer counts: it has no score, and not one of 0.',
      bad: { numerator, initiatives: [{ id: 'one-click', inputs: { reech: 500 } }] },
      good,
    },
    {
      code: 'capacity/invalid-estimate',
      severity: 'error',
      summary:
        'An input is no finite number and no interval, an interval that ends before it begins, or an unknown size.',
      bad: scoring({ low: 900, high: 100 }),
      good: scoring({ low: 100, high: 900 }),
    },
    {
      code: 'capacity/input-out-of-range',
      severity: 'error',
      summary: 'An input, or an end of its interval, is outside of the range that the scorer states.',
      bad: {
        numerator: [{ input: 'confidence', range: { min: 0, max: 1 } }],
        initiatives: [{ id: 'one-click', inputs: { confidence: 80 } }],
      },
      good: {
        numerator: [{ input: 'confidence', range: { min: 0, max: 1 } }],
        initiatives: [{ id: 'one-click', inputs: { confidence: 0.8 } }],
      },
    },
    {
      code: 'capacity/division-by-zero',
      severity: 'error',
      summary: 'What a score is divided by is 0, or 0 is within its interval.',
      bad: byEffort(0),
      good: byEffort(2),
    },
    {
      code: 'capacity/score-overflow',
      severity: 'error',
      summary: 'A score, or one that could be drawn, is beyond the largest number.',
      bad: { ...scoring(1e308), numerator: [{ input: 'reach', weight: 1e308 }] },
      good: scoring(1e308),
    },
    {
      code: 'capacity/invalid-scoring-options',
      severity: 'error',
      summary: 'A seed, a number of trials, a cut line or a list of sizes is none.',
      bad: simulated(0),
      good: simulated(defaultTrials),
    },
    {
      code: 'capacity/too-many-to-rank',
      severity: 'error',
      summary: 'More initiatives are to be ranked in every trial than counts are kept of.',
      bad: {
        numerator,
        initiatives: [...good.initiatives, { id: 'gift-cards', inputs: { reach: 400 } }],
        options: most1,
      },
      good: { ...good, options: most1 },
    },
  ];
})();
