import { defineScorer, rankRobustness, scoreInitiatives } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';

const byReach = defineScorer({ id: 'reach', numerator: [{ input: 'reach', weight: 1 }] });

describe('a hundred thousand initiatives', () => {
  it('are scored, and the first thousand faults of theirs are listed', () => {
    const list = Array.from({ length: 100_000 }, (_, at) => ({
      id: `i${at}`,
      inputs: { reach: at % 2 === 0 ? at : Number.NaN },
    }));
    const result = scoreInitiatives(list, byReach);
    if (!result.ok) throw new Error('not read');
    const { ranked, unscored, diagnostics } = result;
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

describe('two thousand initiatives', () => {
  it('are as many as ranks are counted of, unless more are allowed', () => {
    const list = Array.from({ length: 2_001 }, (_, at) => ({ id: `i${at}`, inputs: { reach: at } }));
    const options = { seed: 1, cut: 1, trials: 1 };
    expect(rankRobustness(list.slice(0, 2_000), byReach, options).ok).toBe(true);
    expect(rankRobustness(list, byReach, options).ok).toBe(false);
    expect(rankRobustness(list, byReach, { ...options, limits: { initiatives: 2_001 } }).ok).toBe(true);
  });
});
