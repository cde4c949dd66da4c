import { defineScorer, type RankRobustness, rankRobustness } from 'keelson/capacity';
import { rankRobustnessToSvg } from 'keelson/drawing';
import { describe, expect, it } from 'vitest';
import { faultOfXml, textsOf } from './xml.js';

const byValue = defineScorer({ id: 'by_value', numerator: [{ input: 'value' }] });

function ranked(count: number, cut: number, name = 'i'): RankRobustness {
  const list = Array.from({ length: count }, (_, index) => ({ id: `${name}${index}`, value: 1_000 - index }));
  const result = rankRobustness(list, byValue, { seed: 1, cut, trials: 100 });
  if (!result.ok) throw new Error('no ranking');
  return result;
}

const two: RankRobustness = {
  ...ranked(2, 1),
  trials: 10_000,
  initiatives: [
    {
      ...{ id: 'search', rank: 1, score: 6, isAboveCut: true, aboveCut: 9_999 },
      ranks: [
        { rank: 1, count: 9_999 },
        { rank: 2, count: 1 },
      ],
      flips: [{ input: 'value', likely: 6, at: 5, isBeyond: true, towards: 'low', other: 'voice' }],
    },
    {
      ...{ id: 'voice', rank: 2, score: 5, isAboveCut: false, aboveCut: 1 },
      ranks: [
        { rank: 1, count: 1 },
        { rank: 2, count: 9_999 },
      ],
      flips: [],
    },
  ],
};

describe('rankRobustnessToSvg', () => {
  it('says of each initiative its rank, its trials above the line, what moves it, and how often it came to each rank', () => {
    expect(textsOf(rankRobustnessToSvg(two), 'title').slice(1)).toEqual([
      'search: rank 1, above the line in 9999 of 10000 trials; changes sides with voice where value is beyond 5',
      'search: rank 1 in 9999 of 10000 trials',
      'search: rank 2 in 1 of 10000 trials',
      'voice: rank 2, above the line in 1 of 10000 trials',
      'voice: rank 1 in 1 of 10000 trials',
      'voice: rank 2 in 9999 of 10000 trials',
      'above the line with every input at its likeliest',
      'below it',
    ]);
  });

  it('draws the most frequent rank of each initiative equally tall', () => {
    const [first, second] = two.initiatives;
    const initiatives = [first!, { ...second!, ranks: [1, 2].map((rank) => ({ rank, count: rank * 10 })) }];
    const svg = rankRobustnessToSvg({ ...two, initiatives });
    const heights = [...svg.matchAll(/<rect class="(?:good|muted)" [^>]*height="([\d.]+)"/g)].map(
      ([, height]) => height,
    );
    expect(heights).toEqual(['18', '1', '9', '18']);
  });

  it('says 0 and 100 % only where that is exact', () => {
    expect(textsOf(rankRobustnessToSvg(two), 'text')).toEqual(expect.arrayContaining(['> 99.9 %', '< 0.1 %']));
    expect(textsOf(rankRobustnessToSvg(ranked(2, 1)), 'text')).toEqual(expect.arrayContaining(['100 %', '0 %']));
  });

  it('draws the cut line across and down, and none where all are above it', () => {
    const lines = (cut: number) => rankRobustnessToSvg(ranked(3, cut)).match(/<line class="now dashed"/g) ?? [];
    expect([1, 2, 3].map((cut) => lines(cut).length)).toEqual([2, 2, 0]);
  });

  it.each([
    [60, 5, undefined, 'i0', 'i59'],
    [61, 5, 'Drawn are ranks 1 to 60; 1 left out.', 'i0', 'i59'],
    [100, 50, 'Drawn are ranks 21 to 80; 40 left out.', 'i20', 'i79'],
    [100, 99, 'Drawn are ranks 41 to 100; 40 left out.', 'i40', 'i99'],
  ])('draws of %d initiatives with the line at %d those around it', (count, cut, note, first, last) => {
    const svg = rankRobustnessToSvg(ranked(count, cut), { width: 2_000 });
    const texts = textsOf(svg, 'text');
    if (note === undefined) expect(svg).not.toContain('left out');
    else expect(texts.join(' ')).toContain(note);
    const names = texts.filter((text) => /^i\d+$/.test(text));
    expect([names[0], names.at(-1), names.length]).toEqual([first, last, 60]);
  });

  it('escapes names from outside', () => {
    const svg = rankRobustnessToSvg(ranked(2, 1, '<script>"&\'\u202e'));
    expect(faultOfXml(svg)).toBeUndefined();
    expect(svg).not.toMatch(/<script|\u202e/);
  });
});
