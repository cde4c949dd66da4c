import type { GlyphName } from '../glyphs.js';
import type { Sign } from '../legend.js';
import type { RectMark } from '../scene.js';
import type { LineStyle, Tone } from '../types.js';

/** Where the next layer is. */
export type Direction = 'down' | 'left' | 'right';

/** Lines of a card that belong together. */
export interface CardRow {
  readonly text: string;
  /** Bold is 12 pixels, everything else 11. */
  readonly bold?: true;
  readonly quiet?: true;
  /** 2 unless said; what has no room ends in `…`. */
  readonly mostLines?: number;
  /** Stands on a field of this color. */
  readonly field?: Tone | 'shade';
  /** Before the text, in a field. */
  readonly glyph?: GlyphName;
}

/** A node of a graph. */
export interface Card {
  /** All there is to say of it. */
  readonly label: string;
  readonly paint: RectMark['paint'];
  readonly dashed?: true;
  /** Ends in half circles. */
  readonly round?: true;
  readonly rows: readonly CardRow[];
}

/** An edge between two cards, by their place. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly line: LineStyle;
  readonly end: 'arrow' | 'dot';
  /** A few words beside it. */
  readonly text?: string;
  /** All there is to say of it. */
  readonly label: string;
}

/** What is to be drawn. Of edges that run in a circle the later ones are drawn backward, so those that matter come first. */
export interface Graph {
  readonly title: string;
  readonly description: string;
  readonly cards: readonly Card[];
  readonly edges: readonly Edge[];
  /** Which end of edges comes first; trees have few crossings when it is the end at their root. */
  readonly first: 'from' | 'to';
  readonly signs: readonly Sign[];
  /** Small print. */
  readonly notes: readonly string[];
}

/** A way to lay a graph out. */
export interface Arrangement {
  readonly direction: Direction;
  /** How wide cards may be at most, in pixels: what is tried, widest first. Where layers are beside each other all of them are equally wide. */
  readonly widths: readonly number[];
}
