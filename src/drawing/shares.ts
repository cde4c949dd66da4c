import type { Apportionment } from '../capacity/shares/types.js';
import { layOutBars } from './bars/layout.js';
import { sharesChart } from './capacity/shares.js';
import { optionsOf } from './options.js';
import { paint } from './paint.js';
import type { PictureOptions } from './types.js';

/**
 * Returns seats that were shared out as the text of an SVG: a row for each claim with its seats as a bar, its exact quota as a line
 * across it, both as numbers, and what decided between equal claims.
 *
 * Throws a `KeelsonError`: `drawing/too-many-marks` beyond 5,000 claims, `drawing/invalid-options` for a width or an id that no
 * picture has.
 *
 * @example
 * const shares = apportion({ core: 70, adjacent: 20, transformational: 10 }, 46);
 * shares.ok && sharesToSvg(shares).includes('<title>core: 32 seats, quota 32 1/5</title>'); //=> true
 */
export function sharesToSvg(shares: Apportionment, options: PictureOptions = {}): string {
  return paint(layOutBars(sharesChart(shares), optionsOf(options).width), options);
}
