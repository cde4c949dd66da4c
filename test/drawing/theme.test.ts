import { describe, expect, it } from 'vitest';
import { dark, light, type Palette, styleOf } from '../../src/drawing/theme.js';

const palettes = [
  ['light', light],
  ['dark', dark],
] as const;

/** The contrast of two colors, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance"). */
function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

describe('contrast', () => {
  it('is computed as WCAG says', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe.each(palettes)('the %s theme', (_, { ink, tone }: Palette) => {
  const tones = Object.entries(tone);

  it.each(['text', 'quiet'] as const)('has %s that can be read on the background and on shades', (name) => {
    expect(contrast(ink[name], ink.background)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ink[name], ink.shade)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tones)('has text that can be read in the bars of %s', (_name, { soft }) => {
    expect(contrast(ink.text, soft)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tones)(
    'has shapes of %s that are seen on the background, on shades and in bars',
    (_name, { strong, soft }) => {
      expect(contrast(strong, ink.background)).toBeGreaterThanOrEqual(3);
      expect(contrast(strong, ink.shade)).toBeGreaterThanOrEqual(3);
      expect(contrast(strong, soft)).toBeGreaterThanOrEqual(3);
    },
  );

  it('has a line of now that is seen', () => {
    expect(contrast(ink.now, ink.background)).toBeGreaterThanOrEqual(3);
    expect(contrast(ink.now, ink.shade)).toBeGreaterThanOrEqual(3);
  });
});

describe('the style', () => {
  it('holds below its id only', () => {
    const selectors = styleOf('a-picture')
      .replaceAll(/@media[^{]*\{/g, '')
      .match(/[^{}\n]+(?=\{)/g);
    expect(selectors?.length).toBeGreaterThan(20);
    expect(selectors?.filter((selector) => !selector.startsWith('#a-picture'))).toEqual([]);
  });

  it('gives each color plainly before it gives the variable', () => {
    const rules = styleOf('a').match(/(fill|stroke):var\(--keelson-[a-z-]+\)/g) ?? [];
    const plainly = styleOf('a').match(/(fill|stroke):#[0-9a-f]{6};\1:var\(--keelson-[a-z-]+\)/g) ?? [];
    expect(plainly.length).toBe(rules.length);
    expect(rules.length).toBeGreaterThan(15);
  });

  it('defines each variable that it uses, for light and for dark', () => {
    const style = styleOf('a');
    for (const [, name] of style.matchAll(/var\((--[a-z-]+)\)/g)) {
      expect(style.split(`${name}:#`).length - 1, name).toBe(2);
    }
    expect(style).toContain(`@media (prefers-color-scheme:dark){#a{--keelson-background:${dark.ink.background};`);
  });
});
