import type { Tone } from '../types.js';

/** A span or a point; a point ends where it begins. */
export interface Item {
  readonly kind: 'span' | 'point';
  readonly from: number;
  readonly to: number;
  /** Whether it began before the axis does, or goes on beyond it. */
  readonly open: { readonly before: boolean; readonly after: boolean };
  readonly label: string;
  readonly tone: Tone;
  /** What is read aloud. */
  readonly words: string;
}

export interface Lane {
  readonly label: string;
  readonly items: readonly Item[];
}

export interface Shade {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export interface Line {
  readonly at: number;
  readonly label: string;
}
