import type { GlyphName } from './glyphs.js';
import type { TextSize } from './text.js';
import type { Ink } from './theme.js';
import type { Tone } from './types.js';

/** A rectangle in pixels, from the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of text. `x` is where it starts, is centered or ends, `y` its base line. */
export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: TextSize;
  readonly anchor?: 'middle' | 'end';
  readonly bold?: true;
  readonly quiet?: true;
  /** Drawn with an edge of the background, since something may run below it. */
  readonly halo?: true;
  /** Reads upward. */
  readonly upright?: true;
}

export interface RectMark extends Box {
  readonly kind: 'rect';
  /** `card` is the background with an edge. */
  readonly paint: Tone | Ink | 'card';
  readonly radius?: number;
  readonly dashed?: true;
}

export interface LineMark {
  readonly kind: 'line';
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly paint: 'line' | 'edge' | 'now';
  readonly dashed?: true;
}

export type Point = readonly [x: number, y: number];

/** A line that goes straight on to a point, or curved (Bézier) where there are controls. */
export interface PathMark {
  readonly kind: 'path';
  readonly from: Point;
  readonly steps: readonly { readonly to: Point; readonly controls?: readonly [Point, Point] }[];
  readonly paint: 'edge';
  readonly style?: 'dashed' | 'dotted';
}

/** The end of a line, at a point and in a direction of length 1. */
export interface TipMark {
  readonly kind: 'tip';
  readonly at: Point;
  readonly direction: Point;
  readonly shape: 'arrow' | 'dot';
}

/** The shape of a tone, 14 pixels wide and high, around a point. */
export interface GlyphMark {
  readonly kind: 'glyph';
  readonly x: number;
  readonly y: number;
  readonly tone: GlyphName;
}

export type Mark = TextMark | RectMark | LineMark | PathMark | TipMark | GlyphMark;

/** What assistive technology takes a group for; `hidden` is only for the eye. */
export type Role = 'symbol' | 'group' | 'table' | 'row' | 'columnheader' | 'rowheader' | 'cell' | 'hidden';

/** Marks that are one thing, with the words that are read for it and shown when it is pointed at. */
export interface Group {
  readonly kind: 'group';
  readonly role: Role;
  readonly label?: string;
  readonly parts: readonly (Mark | Group)[];
}

/** A picture that is laid out. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly parts: readonly (Mark | Group)[];
}
