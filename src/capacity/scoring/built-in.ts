import { seal } from './seal.js';
import type { Scorer, ScorerFactor, ScorerTerm } from './types.js';

/** The scorers of the literature, by their names. */
export interface BuiltInScorers {
  /**
   * `reach * impact * confidence / effort` (McBride, Intercom, 2018). Reach and impact are 0 or more, confidence is 0 to 1 (80 % is
   * 0.8), effort is above 0.
   */
  readonly rice: Scorer;
  /**
   * `impact * confidence * ease`, each 1 to 10 (Ellis, 2017; the book takes the mean of the three, most tools the product, and so does
   * this).
   */
  readonly ice: Scorer;
  /**
   * `(businessValue + timeCriticality + riskReduction) / jobSize`: the weighted shortest job first of Reinertsen (2009) with the cost of
   * delay as a sum of three, as SAFe has it. The three are 0 or more, the size is above 0.
   */
  readonly wsjf: Scorer;
  /**
   * `costOfDelay / weeks`: cost of delay divided by duration (Reinertsen, 2009). The cost of delay, 0 or more, is that of the initiative
   * itself, a week's, unless its inputs have one; the weeks that it takes are above 0.
   */
  readonly costOfDelay: Scorer;
}

/**
 * The scorers that most people mean by their names, ready to use; `definitionOf(scorers.rice)` is one as plain JSON, to begin
 * an own one from.
 *
 * @example
 * const inputs = { reach: 500, impact: 2, confidence: 0.8, effort: 4 };
 * const result = scoreInitiatives([{ id: 'one-click', inputs }], scorers.rice);
 * result.ok && result.ranked[0]?.score; //=> 200
 */
export const scorers: BuiltInScorers = /* @__PURE__ */ (() => {
  const atLeast0 = (input: string): ScorerTerm => ({ input, range: { min: 0 } });
  const above0 = (input: string): ScorerTerm => ({ input, range: { above: 0 } });
  const upTo10 = (input: string): ScorerTerm => ({ input, range: { min: 1, max: 10 } });
  const scorer = (
    id: string,
    label: string,
    numerator: readonly ScorerFactor[],
    denominator?: readonly ScorerFactor[],
  ): Scorer => {
    const rest = { label, numerator, ...(denominator !== undefined && { denominator }) };
    return seal(deepFrozen({ schemaVersion: 1, id, version: '1', ...rest }));
  };

  return Object.freeze({
    rice: scorer(
      'rice',
      'RICE',
      [atLeast0('reach'), atLeast0('impact'), { input: 'confidence', range: { min: 0, max: 1 } }],
      [above0('effort')],
    ),
    ice: scorer('ice', 'ICE', [upTo10('impact'), upTo10('confidence'), upTo10('ease')]),
    wsjf: scorer(
      'wsjf',
      'WSJF',
      [{ sum: [atLeast0('businessValue'), atLeast0('timeCriticality'), atLeast0('riskReduction')] }],
      [above0('jobSize')],
    ),
    costOfDelay: scorer('cost_of_delay', 'Cost of delay by duration', [atLeast0('costOfDelay')], [above0('weeks')]),
  });
})();

/** The value with all below it frozen; only for what this file writes down. */
function deepFrozen<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFrozen(inner);
  return Object.freeze(value);
}
