import type { Group, Mark, TextMark } from './scene.js';
import { plain, wrap } from './text.js';

/** Free on all sides, in pixels. */
export const margin = 16;

/** A part of a picture that was laid out, and where the next begins. */
export interface Section {
  readonly parts: readonly (Mark | Group)[];
  readonly bottom: number;
}

/** The title, in three lines at most; the whole of it is read aloud from the picture itself. */
export function heading(title: string, width: number): Section {
  const lines = wrap(plain(title), width - 2 * margin, 16, 3, true);
  const parts = lines.map(
    (text, index): TextMark => ({ kind: 'text', x: margin, y: margin + 14 + index * 21, text, size: 16, bold: true }),
  );
  return { parts: [{ kind: 'group', role: 'hidden', parts }], bottom: margin + lines.length * 21 };
}

/** Small print below a picture, in as many lines as it needs. */
export function footnote(sentences: readonly string[], top: number, width: number): Section {
  if (sentences.length === 0) return { parts: [], bottom: top };
  const lines = wrap(plain(sentences.join(' ')), width - 2 * margin, 11, 12);
  const parts = lines.map(
    (text, index): TextMark => ({ kind: 'text', x: margin, y: top + 16 + index * 15, text, size: 11, quiet: true }),
  );
  return { parts, bottom: top + 6 + lines.length * 15 };
}
