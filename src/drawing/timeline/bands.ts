import type { Section } from '../heading.js';
import { packRows } from '../pack.js';
import type { Group, Mark } from '../scene.js';
import { fitted, widthOf } from '../text.js';
import { type Scale, xOf } from './axis.js';
import type { ReadTimeline } from './read.js';

/** Something that crosses all lanes, with its words above them. */
interface Crossing {
  readonly kind: 'line' | 'now' | 'shade';
  readonly x: number;
  readonly end: number;
  readonly label: string;
  readonly words: string;
}

const rowHeight = 17;
const gap = 10;
const beside = 4;

/** The words of what crosses the lanes, in rows above these. The crossings themselves are drawn once the bottom is known. */
export function drawBands(read: ReadTimeline, scale: Scale, top: number): Section {
  const crossings = crossingsOf(read, scale).filter(({ label }) => label !== '');
  const placed = crossings.map((crossing) => {
    const wanted = widthOf(crossing.label, 11);
    const room = { right: scale.right - crossing.x - beside, left: crossing.x - beside - scale.left };
    const toRight = wanted <= room.right || room.right >= room.left;
    const text = fitted(crossing.label, toRight ? room.right : room.left, 11);
    const start = toRight ? crossing.x + beside : crossing.x - beside - widthOf(text, 11);
    return { crossing, text, left: start, right: start + widthOf(text, 11) };
  });
  const rows = packRows(placed, gap);
  const parts = placed.map(({ crossing, text, left }, index): Group => {
    const y = top + rows[index]! * rowHeight + 13;
    const quiet = crossing.kind === 'shade' ? ({ quiet: true } as const) : ({ bold: true } as const);
    return {
      kind: 'group',
      role: 'symbol',
      label: crossing.words,
      parts: [{ kind: 'text', x: left, y, text, size: 11, halo: true, ...(crossing.kind !== 'line' && quiet) }],
    };
  });
  const count = rows.reduce((most, each) => Math.max(most, each + 1), 0);
  return { parts, bottom: top + count * rowHeight + (count > 0 ? 4 : 0) };
}

/** The shades themselves: only for the eye, since their words are read above. */
export function drawShades(read: ReadTimeline, scale: Scale, top: number, bottom: number): Group {
  const shades = crossingsOf(read, scale).filter(({ kind }) => kind === 'shade');
  const parts = shades.map(
    ({ x, end }): Mark => ({ kind: 'rect', x, y: top, width: end - x, height: bottom - top, paint: 'shade' }),
  );
  return { kind: 'group', role: 'hidden', parts };
}

/** The lines themselves, for the eye too. */
export function drawLines(read: ReadTimeline, scale: Scale, top: number, bottom: number): Group {
  const lines = crossingsOf(read, scale).filter(({ kind }) => kind !== 'shade');
  const parts = lines.map(({ kind, x }): Mark => {
    const ends = { kind: 'line', from: [x, top], to: [x, bottom] } as const;
    return kind === 'now' ? { ...ends, paint: 'now' } : { ...ends, paint: 'edge', dashed: true };
  });
  return { kind: 'group', role: 'hidden', parts };
}

function crossingsOf({ clock, shades, lines, now }: ReadTimeline, scale: Scale): readonly Crossing[] {
  const crossings: Crossing[] = [];
  for (const { from, to, label } of shades) {
    const x = xOf(scale, Math.max(from, scale.from));
    const end = xOf(scale, Math.min(to, scale.to));
    crossings.push({
      kind: 'shade',
      x,
      end,
      label,
      words: `${label}, from ${clock.inWords(from)} to ${clock.inWords(to)}`,
    });
  }
  for (const { at, label } of lines) {
    const x = xOf(scale, at);
    crossings.push({ kind: 'line', x, end: x, label, words: `${label}, ${clock.inWords(at)}` });
  }
  if (now !== undefined) {
    const x = xOf(scale, now);
    crossings.push({ kind: 'now', x, end: x, label: 'now', words: `now, ${clock.inWords(now)}` });
  }
  return crossings;
}
