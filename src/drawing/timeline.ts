import { optionsOf } from './options.js';
import { paint } from './paint.js';
import { layOutTimeline } from './timeline/layout.js';
import type { Timeline } from './timeline/types.js';
import type { PictureOptions } from './types.js';

/**
 * Returns a timeline as the text of an SVG: a lane for each person, role or step, over one axis of days, with stretches of time
 * and lines behind all of them. It is light or dark as the reader's screen is, and the same text for the same input.
 *
 * An instant is where it is; a day stands for the moment at which it begins in the zone. What has no end goes on to the right edge. What
 * would overlap in a lane is drawn below each other; a label without room ends in `…`, and the whole of it is in the mark's title.
 *
 * Throws a `KeelsonError`: `drawing/unknown-zone`, `drawing/interval-backwards` for what ends before it begins, `drawing/no-time` where
 * nothing says what days the axis has, `drawing/too-many-marks` beyond 10,000, `drawing/invalid-options` for a width or an id that
 * no picture has, and `foundation/instant` for a moment that is none.
 *
 * @example
 * const svg = timelineToSvg({
 *   title: 'The launch',
 *   lanes: [{ label: 'Ana', points: [{ at: instant('2026-11-23T09:00:00Z'), label: 'approved', tone: 'good' }] }],
 * });
 * svg.includes('<title>approved, Mon 23 Nov 2026 09:00</title>'); //=> true
 */
export function timelineToSvg(timeline: Timeline, options: PictureOptions = {}): string {
  return paint(layOutTimeline(timeline, optionsOf(options).width), options);
}
