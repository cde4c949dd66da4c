import { defineScorer, rankRobustness, scoreInitiatives } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';

const byReach = defineScorer({ id: 'reach', numerator: [{ input: 'reach', weight: 1 }] });

describe('a hundred thousand initiatives', () => {
  it('are scored, and the first thousand faults of theirs are listed', () => {
    const list = Array.from({ length: 100_000 }, (_, at) => ({
      id: `i${at}`,
      inputs: { reach: at % 2 === 0 ? at : Number.NaN },
    }));
    const { ranked, unscored, diagnostics } = scoreInitiatives(list, byReach);
    expect([ranked.length, unscored.length, diagnostics.length]).toEqual([50_000, 50_000, 1_001]);
    expect(diagnostics.at(-1)?.message).toBe('49000 further faults are not listed');
    expect(ranked[0]?.id).toBe('i99998');
  });

  it('are too many to count ranks of', () => {
    const list = Array.from({ length: 100_000 }, (_, at) => ({ id: `i${at}`, inputs: { reach: at } }));
    expect(rankRobustness(list, byReach, { seed: 1, cut: 1, trials: 1 }).diagnostics).toMatchObject([
      { code: 'capacity/too-many-to-rank' },
    ]);
  });
});
