import type { RankRobustness } from '../capacity/scoring/types.js';
import { layOutBars } from './bars/layout.js';
import { robustnessChart } from './capacity/robustness.js';
import { optionsOf } from './options.js';
import { paint } from './paint.js';
import type { PictureOptions } from './types.js';

/**
 * Returns a ranking as the text of an SVG: a row for each initiative with how often it came to each rank, the cut line, and the share
 * of trials in which it was above it. Of more than 60 initiatives those around the line are drawn, and it says how many are left out.
 *
 * Throws a `KeelsonError`: `drawing/too-many-marks` beyond 10,000 bars, `drawing/invalid-options` for a width or an id that no
 * picture has.
 *
 * @example
 * const value = { low: 30, likely: 60, high: 70 };
 * const byValue = defineScorer({ id: 'by_value', numerator: [{ input: 'value' }] });
 * const result = rankRobustness([{ id: 'one-click', value }, { id: 'search', value: 20 }], byValue, { seed: 1, cut: 1, trials: 200 });
 * result.ok && rankRobustnessToSvg(result).includes('<title>one-click: rank 1, above the line in 200 of 200 trials</title>'); //=> true
 */
export function rankRobustnessToSvg(robustness: RankRobustness, options: PictureOptions = {}): string {
  return paint(layOutBars(robustnessChart(robustness), optionsOf(options).width), options);
}
