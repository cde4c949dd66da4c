import { margin, type Section } from './heading.js';
import type { Group, Mark } from './scene.js';
import { fitted, plain, type TextSize, widthOf } from './text.js';
import type { Tone } from './types.js';

/** What a sign of the picture means: the shape of a tone, a few letters, or both. */
export interface Sign {
  readonly tone?: Tone;
  readonly letters?: string;
  readonly meaning: string;
}

const size: TextSize = 11;
const lineHeight = 20;
const gap = { withinSign: 6, betweenSigns: 18 };

/** The legend, side by side in as many lines as it needs. */
export function legend(signs: readonly Sign[], top: number, width: number): Section {
  const right = width - margin;
  const parts: Group[] = [];
  let x = margin;
  let line = 0;
  for (const { tone, letters = '', meaning } of signs) {
    const words = plain(meaning);
    const lettersWidth = letters === '' ? 0 : widthOf(letters, size, true) + gap.withinSign;
    const signWidth = (tone === undefined ? 0 : 14 + gap.withinSign) + lettersWidth;
    const wanted = signWidth + widthOf(words, size);
    if (x > margin && x + wanted > right) {
      x = margin;
      line++;
    }
    const y = top + 14 + line * lineHeight;
    const marks: Mark[] = [];
    if (tone !== undefined) marks.push({ kind: 'glyph', x: x + 7, y: y - 4, tone });
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
