import { printable } from '../foundation/shorten.js';

/** The sizes of text, in pixels. */
export type TextSize = 11 | 12 | 16;

/** The characters of ASCII by their width in Helvetica and Arial, in thousandths of the size. */
const widths: ReadonlyMap<string, number> = /* @__PURE__ */ (() => {
  const groups: readonly (readonly [number, string])[] = [
    [191, "'"],
    [222, 'ijl'],
    [278, ' !,./:;I[\\]ft'],
    [334, '()-`r{}|'],
    [389, '"*'],
    [500, 'Jcksvxyz^'],
    [556, '#$0123456789?L_abdeghnopqu'],
    [611, 'FTZ+<=>~'],
    [667, '&ABEKPSVXY'],
    [722, 'CDHNRUw'],
    [778, 'GOQ'],
    [889, '%mM'],
    [1015, '@W'],
  ];
  return new Map(groups.flatMap(([width, characters]) => [...characters].map((one) => [one, width] as const)));
})();

const ofOtherLetters = 800;
const ofWide = 1_050;
const ofEllipsis = ofWide;
const ofPictures = 1_400;
/** Fonts that stand in for Helvetica are a little wider. */
const margin = 1.08;
const boldness = 1.08;

/** One line without what could not be seen or could turn other text around: such characters are written out. */
export function plain(text: string): string {
  return printable(text.replaceAll(/\s+/g, ' ').trim()).replaceAll(/[\ufffe\uffff]/g, '\ufffd');
}

/** How wide a text is, at most, in pixels: estimated, since nothing here can ask a font. */
export function widthOf(text: string, size: TextSize, bold = false): number {
  let thousandths = 0;
  for (const character of text) thousandths += widthOfCharacter(character);
  return inPixels(thousandths, size, bold);
}

/** As much of a text as fits, with `…` where something is left out; empty where not even that fits. */
export function fitted(text: string, space: number, size: TextSize, bold = false): string {
  let thousandths = 0;
  let kept = '';
  let pending = '';
  for (const character of text) {
    thousandths += widthOfCharacter(character);
    if (inPixels(thousandths, size, bold) > space)
      return kept === '' ? ellipsisIn(space, size, bold) : `${kept.trimEnd()}…`;
    pending += character;
    if (inPixels(thousandths + ofEllipsis, size, bold) <= space) kept = wholeCharacters(pending);
  }
  return text;
}

/** A text in lines that fit, broken between words, and within those that are longer than a line; the last may end in `…`. */
export function wrap(text: string, space: number, size: TextSize, most: number, bold = false): readonly string[] {
  const words = text.split(' ').flatMap((word) => pieces(word, space, size, bold));
  const lines: string[] = [];
  let at = 0;
  while (at < words.length && lines.length < most - 1) {
    let line = words[at]!;
    at++;
    while (at < words.length && widthOf(`${line} ${words[at]}`, size, bold) <= space) {
      line += ` ${words[at]}`;
      at++;
    }
    lines.push(fitted(line, space, size, bold));
  }
  if (at < words.length) lines.push(fitted(words.slice(at).join(' '), space, size, bold));
  return lines;
}

/** A word in pieces that fit; one of which too many are needed is cut off by its last line anyway. */
function pieces(word: string, space: number, size: TextSize, bold: boolean): readonly string[] {
  const found: string[] = [];
  let piece = '';
  let thousandths = 0;
  for (const character of word) {
    const more = widthOfCharacter(character);
    // What has no width belongs to the letter before it.
    if (more > 0 && piece !== '' && inPixels(thousandths + more, size, bold) > space) {
      found.push(piece);
      piece = '';
      thousandths = 0;
    }
    piece += character;
    thousandths += more;
  }
  return [...found, piece];
}

function inPixels(thousandths: number, size: TextSize, bold: boolean): number {
  return (thousandths / 1_000) * size * margin * (bold ? boldness : 1);
}

function ellipsisIn(space: number, size: TextSize, bold: boolean): string {
  return inPixels(ofEllipsis, size, bold) <= space ? '…' : '';
}

/** Without a joiner at the end, which would join the ellipsis. */
function wholeCharacters(text: string): string {
  return text.replace(/\u200d$/u, '');
}

function widthOfCharacter(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  if (/[\p{M}\p{Cf}]/u.test(character)) return 0;
  if (/\p{Extended_Pictographic}/u.test(character)) return ofPictures;
  if (/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(character)) return ofOtherLetters;
  return ofWide;
}
