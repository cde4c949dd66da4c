import * as fc from 'fast-check';
import { matrixToSvg, timelineToSvg } from 'keelson/drawing';
import { day, instant } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { faultOfXml, textsOf, unescaped } from './xml.js';

const at = instant('2026-11-23T09:00:00Z');
const hostile = `</title><script>alert("1")</script> & ' ]]> <!-- \u0000\u001b\ud800 \ufffe %00 &amp; {}`;

/** A timeline and a matrix that say a text wherever there is one to say. */
function picturesOf(text: string): readonly string[] {
  const timeline = timelineToSvg({
    title: text,
    description: text,
    lanes: [
      {
        label: text,
        spans: [{ from: at, label: text, tone: 'good' }],
        points: [{ at, label: text, detail: text, tone: 'bad' }],
      },
    ],
    lines: [{ at, label: text }],
    shades: [{ from: day('2026-11-23'), to: day('2026-11-24'), label: text }],
    legend: [{ tone: 'good', meaning: text }],
  });
  const matrix = matrixToSvg({
    title: text,
    description: text,
    corner: text,
    columns: [{ label: text }, { label: text }],
    rows: [
      {
        label: text,
        group: text,
        cells: [
          { text, tone: 'good' },
          { text, detail: text },
        ],
      },
    ],
    legend: [
      { text, meaning: text },
      { tone: 'good', meaning: text },
    ],
  });
  return [timeline, matrix];
}

describe('the checker of these tests', () => {
  it.each([
    ['<a b="1">x &amp; y</a>', undefined],
    ['<a><b/></a>', undefined],
    ['<a><b></a></b>', '</a> closes what is not open'],
    ['<a>', '<a> is not closed'],
    ['<a>x & y</a>', 'an & that begins no entity'],
    ['<a>1 < 2</a>', 'a < that begins no tag'],
    ['<a b="1" b="2"/>', 'an attribute of a is there twice'],
    ['<a b="x & y"/>', 'an & that begins no entity'],
    ['<a>\u0000</a>', 'a character that XML has no place for: "\\u0000"'],
    ['<a>\ud800</a>', 'a character that XML has no place for: "\\ud800"'],
  ])('says of %s: %s', (text, expected) => {
    expect(faultOfXml(text)).toBe(expected);
  });
});

describe('a picture', () => {
  it.each(picturesOf('Launch & "more" <soon>'))('is well-formed and has a title, a description and roles', (svg) => {
    expect(faultOfXml(svg)).toBeUndefined();
    const [, id] = /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" id="([^"]+)"/.exec(svg) ?? [];
    expect(svg).toContain(
      `role="graphics-document document" aria-labelledby="${id}-title" aria-describedby="${id}-desc"`,
    );
    expect(svg).toContain(`<title id="${id}-title">Launch &amp; &quot;more&quot; &lt;soon&gt;</title>`);
    expect(svg).toContain(`<desc id="${id}-desc">Launch &amp; &quot;more&quot; &lt;soon&gt;`);
  });

  it('takes hostile texts for texts', () => {
    for (const svg of picturesOf(hostile)) {
      expect(faultOfXml(svg)).toBeUndefined();
      expect(svg).not.toContain('<script');
      expect(textsOf(svg, 'title')).toContain(
        `</title><script>alert("1")</script> & ' ]]> <!-- \\u0000\\u001b\\ud800 \ufffd %00 &amp; {}`,
      );
    }
  });

  it('is well-formed whatever the texts, and has no element that they made', () => {
    const elements = new Set(['svg', 'title', 'desc', 'style', 'g', 'rect', 'line', 'text', 'path']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        for (const svg of picturesOf(text)) {
          expect(faultOfXml(svg)).toBeUndefined();
          for (const [, name] of svg.matchAll(/<([A-Za-z]+)/g)) expect(elements.has(name!)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same input, and has other ids for other input', () => {
    const ids = [...picturesOf('a'), ...picturesOf('b')].map((svg) => /id="([^"]+)"/.exec(svg)?.[1]);
    expect(picturesOf('a')).toEqual(picturesOf('a'));
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^keelson-[0-9a-f]{12}$/);
  });

  it('begins its ids with the one that it is given, and has each once', () => {
    const svg = matrixToSvg({ title: 'a', columns: [], rows: [] }, { id: 'rights_1-a' });
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['rights_1-a', 'rights_1-a-title', 'rights_1-a-desc']);
    expect(svg).toContain('#rights_1-a text{');
  });

  it('writes numbers with two decimals at most', () => {
    for (const svg of picturesOf('three')) {
      const numbers = [...svg.matchAll(/ (?:x|y|x1|x2|y1|y2|width|height|rx)="([^"]*)"/g)].map(([, number]) => number!);
      expect(numbers.length).toBeGreaterThan(20);
      expect(numbers.filter((number) => !/^\d+(\.\d{1,2})?$/.test(number))).toEqual([]);
    }
  });

  it('has no text below 11 pixels', () => {
    const sizes = picturesOf('a').flatMap((svg) =>
      [...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => Number(size)),
    );
    expect(Math.min(...sizes)).toBe(11);
  });

  it('says the whole of what it shortens', () => {
    const long = 'This is said in full although there is no room for all of it, wherever it stands, and however often';
    for (const svg of picturesOf(long)) {
      expect(textsOf(svg, 'text').some((text) => text.endsWith('…'))).toBe(true);
      expect(textsOf(svg, 'title').filter((text) => text.includes(long)).length).toBeGreaterThan(3);
    }
    expect(unescaped('&amp;lt;')).toBe('&lt;');
  });
});

describe('the options', () => {
  const matrix = { title: 'a', columns: [], rows: [] };

  it.each([320, 10_000])('allow a width of %d', (width) => {
    expect(matrixToSvg(matrix, { width })).toContain(` width="${width}" height="`);
  });

  it('are 800 pixels unless said', () => {
    expect(matrixToSvg(matrix)).toContain(' width="800" ');
  });

  it.each([319, 10_001, 400.5, Number.NaN])('refuse a width of %d', (width) => {
    const message = `a picture is a whole number of pixels wide, 320 to 10000, not ${width}`;
    expect(() => matrixToSvg(matrix, { width })).toThrow(
      expect.objectContaining({ code: 'drawing/invalid-options', message }),
    );
  });

  it.each(['', '1a', 'a b', 'a"', 'ä', `a${'b'.repeat(64)}`])('refuse an id of "%s"', (id) => {
    expect(() => matrixToSvg(matrix, { id })).toThrow(
      expect.objectContaining({
        code: 'drawing/invalid-options',
        message: expect.stringContaining('cannot begin an id: a letter, then up to 63 letters, digits, "-" and "_"'),
      }),
    );
  });

  it('allow an id of 64 characters', () => {
    const id = `a${'b'.repeat(63)}`;
    expect(matrixToSvg(matrix, { id })).toContain(` id="${id}"`);
  });
});
