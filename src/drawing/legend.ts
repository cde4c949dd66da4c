import type { GlyphName } from './glyphs.js';
import { margin, type Section } from './heading.js';
import type { Group, Mark } from './scene.js';
import { fitted, plain, type TextSize, widthOf } from './text.js';
import type { LineStyle } from './types.js';

/** What a sign of the picture means: the shape of a tone, a few letters, or both. */
export interface Sign {
  readonly tone?: GlyphName;
  /** A short line, as edges are drawn. */
  readonly edge?: { readonly line: LineStyle; readonly end: 'arrow' | 'dot' };
  readonly letters?: string;
  readonly meaning: string;
}

const size: TextSize = 11;
const lineHeight = 20;
const ofEdge = 30;
const gap = { withinSign: 6, betweenSigns: 18 };

/** The legend, side by side in as many lines as it needs. */
export function legend(signs: readonly Sign[], top: number, width: number): Section {
  const right = width - margin;
  const parts: Group[] = [];
  let x = margin;
  let line = 0;
  for (const { tone, edge, letters = '', meaning } of signs) {
    const words = plain(meaning);
    const lettersWidth = letters === '' ? 0 : widthOf(letters, size, true) + gap.withinSign;
    const edgeWidth = edge === undefined ? 0 : ofEdge + gap.withinSign;
    const signWidth = (tone === undefined ? 0 : 14 + gap.withinSign) + edgeWidth + lettersWidth;
    const wanted = signWidth + widthOf(words, size);
    if (x > margin && x + wanted > right) {
      x = margin;
      line++;
    }
    const y = top + 14 + line * lineHeight;
    const marks: Mark[] = [];
    if (tone !== undefined) marks.push({ kind: 'glyph', x: x + 7, y: y - 4, tone });
    if (edge !== undefined) marks.push(...sample(edge, x, y - 4));
    if (letters !== '') {
      marks.push({ kind: 'text', x: x + signWidth - lettersWidth, y, text: letters, size, bold: true });
    }
    const text = fitted(words, right - x - signWidth, size);
    marks.push({ kind: 'text', x: x + signWidth, y, text, size, quiet: true });
    parts.push({ kind: 'group', role: 'symbol', label: letters === '' ? words : `${letters}: ${words}`, parts: marks });
    x += wanted + gap.betweenSigns;
  }
  if (parts.length === 0) return { parts, bottom: top };
  const group: Group = { kind: 'group', role: 'group', label: 'Legend', parts };
  return { parts: [group], bottom: top + (line + 1) * lineHeight };
}

function sample({ line, end }: NonNullable<Sign['edge']>, x: number, y: number): readonly Mark[] {
  const style = line === 'solid' ? {} : { style: line };
  return [
    { kind: 'path', from: [x, y], steps: [{ to: [x + ofEdge - 7, y] }], paint: 'edge', ...style },
    { kind: 'tip', at: [x + ofEdge, y], direction: [1, 0], shape: end },
  ];
}
