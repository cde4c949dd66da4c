import type { InitiativeRobustness, RankRobustness } from '../../capacity/scoring/types.js';
import type { BarChart, BarRow } from '../bars/types.js';
import { percent } from './words.js';

const mostRows = 60;

/** Returns a row for each initiative, or for the 60 that are nearest to the cut line. */
export function robustnessChart({ scorer, initiatives, trials, cut, unscored }: RankRobustness): BarChart {
  const count = initiatives.length;
  const first = Math.max(0, Math.min(cut - mostRows / 2, count - mostRows));
  const drawn = initiatives.slice(first, first + mostRows);
  const notes = [
    `Each bar is a rank, from 1 on the left to ${count}; the taller, the more often in ${trials} trials; the most frequent one is as tall in every row.`,
    'On the right: in how many trials it was above the dashed line.',
    ...(drawn.length < count
      ? [`Drawn are ranks ${first + 1} to ${first + drawn.length}; ${count - drawn.length} left out.`]
      : []),
    ...(unscored.length > 0 ? [`Without a score: ${unscored.length}.`] : []),
  ];
  return {
    title: `How sure the ranks are by ${scorer.id}, version ${scorer.version}`,
    description: `Ranks of ${count} initiatives in ${trials} trials; ${Math.min(cut, count)} are above the line.`,
    sections: [
      {
        label: `${Math.min(cut, count)} of ${count} are above the line`,
        note: notes.join(' '),
        rows: drawn.map((initiative) => rowOf(initiative, trials, cut, count)),
        ...(cut < count ? { cut: cut / count } : {}),
      },
    ],
    legend: [
      { tone: 'good', meaning: 'above the line with every input at its likeliest' },
      { tone: 'muted', meaning: 'below it' },
    ],
  };
}

function rowOf(initiative: InitiativeRobustness, trials: number, cut: number, count: number): BarRow {
  const { id, rank, aboveCut, isAboveCut, ranks, flips } = initiative;
  // Each row has a scale of its own: else ranks that spread over many places could not be seen beside one that is certain.
  const often = ranks.reduce((most, each) => Math.max(most, each.count), 1);
  const words = [`${id}: rank ${rank}, above the line in ${aboveCut} of ${trials} trials`];
  for (const { input, at, isBeyond, other } of flips) {
    words.push(`changes sides with ${other} where ${input} is ${isBeyond ? 'beyond ' : ''}${at}`);
  }
  return {
    label: id,
    tone: isAboveCut ? 'good' : 'muted',
    value: percent(aboveCut, trials),
    detail: words.join('; '),
    isLast: rank === cut && cut < count,
    bars: ranks.map((each) => ({
      ...{ from: (each.rank - 1) / count, to: each.rank / count, height: each.count / often },
      tone: each.rank <= cut ? 'good' : 'muted',
      detail: `${id}: rank ${each.rank} in ${each.count} of ${trials} trials`,
    })),
  };
}
