import type { GlyphName } from '../glyphs.js';
import type { Sign } from '../legend.js';
import type { Tone } from '../types.js';

/** A filled stretch of a row's track. Places are fractions of the track, and what lies outside of it is cut off. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  /** A fraction of the row; absent means a bar of the usual height. */
  readonly height?: number;
  readonly tone: Tone;
  readonly detail: string;
}

export interface BarRow {
  readonly label: string;
  readonly tone?: GlyphName;
  /** Stands on the right. */
  readonly value: string;
  /** Read aloud, and shown when the label is pointed at. */
  readonly detail: string;
  readonly bars: readonly Bar[];
  /** Whether the whole track is drawn behind the bars. */
  readonly isOfWhole?: true;
  /** A place that the bar is held against. */
  readonly tick?: number;
  /** Whether a dashed line stands below it. */
  readonly isLast?: boolean;
}

export interface BarSection {
  readonly label: string;
  readonly note: string;
  readonly rows: readonly BarRow[];
  /** A dashed line through the tracks of all rows. */
  readonly cut?: number;
}

/** Rows with bars, in sections below each other. */
export interface BarChart {
  readonly title: string;
  readonly description: string;
  readonly sections: readonly BarSection[];
  readonly legend: readonly Sign[];
}
