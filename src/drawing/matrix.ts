import { layOutMatrix } from './matrix/layout.js';
import type { Matrix } from './matrix/types.js';
import { optionsOf } from './options.js';
import { paint } from './paint.js';
import type { PictureOptions } from './types.js';

/**
 * Returns a matrix as the text of an SVG: a table with a few letters where a row and a column meet, which assistive technology
 * reads as a table. It is light or dark as the reader's screen is, and the same text for the same input.
 *
 * Labels of columns stand upright where they do not fit across; columns that do not fit beside each other continue below, with the
 * labels of the rows again. A text without room ends in `…`, and the whole of it is in its title.
 *
 * Throws a `KeelsonError`: `drawing/too-many-cells` for a row with more cells than there are columns, `drawing/too-many-marks` beyond
 * 10,000 cells and labels, `drawing/invalid-options` for a width or an id that no picture has.
 *
 * @example
 * const svg = matrixToSvg({
 *   title: 'Who decides',
 *   columns: [{ label: 'director' }, { label: 'legal' }],
 *   rows: [{ label: 'launch', cells: [{ text: 'A', detail: 'approver' }] }],
 *   legend: [{ text: 'A', meaning: 'approver' }],
 * });
 * svg.includes('<title>director: approver</title>'); //=> true
 */
export function matrixToSvg(matrix: Matrix, options: PictureOptions = {}): string {
  return paint(layOutMatrix(matrix, optionsOf(options).width), options);
}
