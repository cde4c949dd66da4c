import type { Tone } from './types.js';

/** The tones, and a warning, which is as open as what waits and looks different. */
export type GlyphName = Tone | 'warning';

interface Stroke {
  /** How it is filled: with the strong color, with the soft one, not at all, or as the background. */
  readonly fill: 'shape' | 'soft' | 'sign' | 'background';
  readonly path: string;
}

/** The shapes of the tones, around the origin. They differ without color, and when they are small. */
export const glyphs: Readonly<Record<GlyphName, readonly Stroke[]>> = {
  neutral: [{ fill: 'shape', path: 'M-4-4h8v8h-8z' }],
  good: [
    { fill: 'shape', path: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z' },
    { fill: 'background', path: 'M-3.8-.1l1.2-1.2l1.7 1.7l3.5-3.7l1.2 1.2l-4.7 5z' },
  ],
  bad: [
    { fill: 'shape', path: 'M0-6.5l6.5 6.5l-6.5 6.5l-6.5-6.5z' },
    { fill: 'background', path: 'M-3-.9h6v1.8h-6z' },
  ],
  waiting: [
    { fill: 'soft', path: 'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z' },
    { fill: 'sign', path: 'M0-3.5v3.5l2.5 1.5' },
  ],
  warning: [
    { fill: 'shape', path: 'M0-6.5l7 12h-14z' },
    { fill: 'background', path: 'M-1-2.5h2l-.4 4.3h-1.2zM-1 2.7h2v1.7h-2z' },
  ],
  muted: [
    { fill: 'soft', path: 'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z' },
    { fill: 'sign', path: 'M-3.9 3.9l7.8-7.8' },
  ],
};
