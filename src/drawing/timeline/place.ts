import type { Extent } from '../pack.js';
import { fitted, widthOf } from '../text.js';
import { type Scale, xOf } from './axis.js';
import type { Item } from './items.js';

/** An item with its place on the axis. */
export interface Placed extends Extent {
  readonly item: Item;
  /** Where it is, or begins and ends. */
  readonly x: number;
  readonly end: number;
  /** Where the glyph is centered. */
  readonly glyph: number;
  /** Empty where there is no room for any of it. */
  readonly text: string;
  /** Where the text begins. */
  readonly textX: number;
  /** Whether it stands in the bar. */
  readonly inside: boolean;
}

const thinnest = 3;
const glyphHalf = 7;
const beside = 5;
/** A glyph, and the space up to its text. */
const head = 2 * glyphHalf + 4;

/** Puts the words where they have room: in the bar, right of the mark, left of it; shortened where none of these is enough. */
export function place(item: Item, scale: Scale): Placed {
  return item.kind === 'point' ? placePoint(item, scale) : placeSpan(item, scale);
}

function placePoint(item: Item, scale: Scale): Placed {
  const x = xOf(scale, item.from);
  const wanted = widthOf(item.label, 12);
  const room = { right: scale.right - x - glyphHalf - beside, left: x - glyphHalf - beside - scale.left };
  const toRight = wanted <= room.right || room.right >= room.left || (wanted > room.left && room.right > 120);
  const text = fitted(item.label, toRight ? room.right : room.left, 12);
  const width = widthOf(text, 12);
  const offset = text === '' ? 0 : beside + width;
  return {
    item,
    x,
    end: x,
    glyph: x,
    text,
    textX: toRight ? x + glyphHalf + beside : x - glyphHalf - beside - width,
    inside: false,
    left: x - glyphHalf - (toRight ? 0 : offset),
    right: x + glyphHalf + (toRight ? offset : 0),
  };
}

function placeSpan(item: Item, scale: Scale): Placed {
  const x = Math.min(xOf(scale, item.from), scale.right - thinnest);
  const end = Math.max(xOf(scale, item.to), x + thinnest);
  const wanted = head + widthOf(item.label, 12);
  const room = { inside: end - x - 10, right: scale.right - end - beside, left: x - beside - scale.left };
  const sides = ['inside', 'right', 'left'] as const;
  const side = sides.find((each) => wanted <= room[each]) ?? widest(room);
  const text = fitted(item.label, room[side] - head, 12);
  const width = text === '' ? 2 * glyphHalf : head + widthOf(text, 12);
  const start = { inside: x + 5, right: end + beside, left: x - beside - width }[side];
  return {
    item,
    x,
    end,
    // Next to the bar, on whatever side.
    glyph: side === 'left' ? start + width - glyphHalf : start + glyphHalf,
    text,
    textX: side === 'left' ? start : start + head,
    inside: side === 'inside',
    left: side === 'left' ? start : x,
    right: side === 'right' ? start + width : end,
  };
}

function widest(room: Readonly<Record<'inside' | 'right' | 'left', number>>): 'inside' | 'right' | 'left' {
  // Words in a bar are easier to tell whose they are.
  if (1.5 * room.inside >= Math.max(room.right, room.left)) return 'inside';
  return room.right >= room.left ? 'right' : 'left';
}
