import { keelsonError } from '../foundation/error.js';
import { plainText, quote } from '../foundation/shorten.js';
import type { PictureOptions } from './types.js';

const narrowest = 320;
const widest = 10_000;

/** The options with what holds unless said, or a `KeelsonError` (`drawing/invalid-options`). */
export function optionsOf({ width = 800, id }: PictureOptions): { readonly width: number; readonly id?: string } {
  if (!Number.isInteger(width) || width < narrowest || width > widest) {
    const message = `a picture is a whole number of pixels wide, ${narrowest} to ${widest}, not ${plainText(width)}`;
    throw keelsonError('drawing/invalid-options', message);
  }
  if (id === undefined) return { width };
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(id)) {
    const message = `${quote(plainText(id))} cannot begin an id: a letter, then up to 63 letters, digits, "-" and "_"`;
    throw keelsonError('drawing/invalid-options', message);
  }
  return { width, id };
}

/** What one picture may show: beyond that nobody sees anything, and a page with it stands still. */
const mostMarks = 10_000;

/** What a graph may have: laying out more takes minutes, and nobody finds anything in it. */
const mostInGraph = { cards: 400, edges: 800 };

/** Throws a `KeelsonError` (`drawing/too-many-marks`) for a graph of more cards or edges than `mostInGraph`. */
export function checkGraph(cards: number, edges: number): void {
  if (cards <= mostInGraph.cards && edges <= mostInGraph.edges) return;
  const most = `${mostInGraph.cards} nodes and ${mostInGraph.edges} edges at most`;
  const message = `there are ${cards} nodes and ${edges} edges, and a graph has ${most}: draw a part of it`;
  throw keelsonError('drawing/too-many-marks', message);
}

/** Throws a `KeelsonError` (`drawing/too-many-marks`) where there is more to draw than `mostMarks`. */
export function checkMarks(count: number): void {
  if (count <= mostMarks) return;
  const message = `there are ${count} marks to draw, and a picture has ${mostMarks} at most: draw a part of it`;
  throw keelsonError('drawing/too-many-marks', message);
}
