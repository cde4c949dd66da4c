import type { Selection } from '../capacity/selection/types.js';
import { layOutBars } from './bars/layout.js';
import { selectionChart } from './capacity/selection.js';
import { optionsOf } from './options.js';
import { paint } from './paint.js';
import type { PictureOptions } from './types.js';

/**
 * Returns a selection as the text of an SVG: its value against the bound, what is used of each capacity and what one more unit would
 * be worth, the candidates that are taken, and those left that are nearest by reduced value. Beyond 100 capacities, 60 taken and
 * 20 left it says how many more there are.
 *
 * Throws a `KeelsonError`: `drawing/invalid-options` for a width or an id that no picture has.
 *
 * @example
 * const selection = selectInitiatives({
 *   capacities: [{ id: 'backend', amount: 10 }],
 *   candidates: [{ id: 'search', value: 60, needs: { backend: 5 } }, { id: 'voice', value: 45, needs: { backend: 6 } }],
 * });
 * selection.ok && selectionToSvg(selection).includes('<title>taken: search</title>'); //=> true
 */
export function selectionToSvg(selection: Selection, options: PictureOptions = {}): string {
  return paint(layOutBars(selectionChart(selection), optionsOf(options).width), options);
}
