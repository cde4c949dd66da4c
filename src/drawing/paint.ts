import { sha256Of } from '../foundation/fingerprint.js';
import { type GlyphName, glyphs } from './glyphs.js';
import { optionsOf } from './options.js';
import type {
  GlyphMark,
  Group,
  LineMark,
  Mark,
  PathMark,
  Point,
  RectMark,
  Role,
  Scene,
  TextMark,
  TipMark,
} from './scene.js';
import { plain } from './text.js';
import { styleOf } from './theme.js';
import type { PictureOptions } from './types.js';

/** The roles of SVG come first, and what those stand in for where they are not known. */
const roles: Readonly<Record<Role, string>> = {
  symbol: 'role="graphics-symbol img"',
  group: 'role="graphics-object group"',
  table: 'role="table"',
  row: 'role="row"',
  columnheader: 'role="columnheader"',
  rowheader: 'role="rowheader"',
  cell: 'role="cell"',
  hidden: 'aria-hidden="true"',
};

const pointedAt: ReadonlySet<Role> = /* @__PURE__ */ new Set<Role>([
  'hidden',
  'symbol',
  'columnheader',
  'rowheader',
  'cell',
]);

/** Returns the text of the SVG. */
export function paint(scene: Scene, options: PictureOptions): string {
  const { width, height } = scene;
  const id = optionsOf(options).id ?? `keelson-${sha256Of(JSON.stringify(scene)).slice(0, 12)}`;
  const body = scene.parts.flatMap((part) => linesOf(part));
  const size = `width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}"`;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" ${size} role="graphics-document document" ` +
      `aria-labelledby="${id}-title" aria-describedby="${id}-desc">`,
    `<title id="${id}-title">${safe(scene.title)}</title>`,
    `<desc id="${id}-desc">${safe(scene.description)}</desc>`,
    `<style>\n${styleOf(id)}\n</style>`,
    `<rect class="background" width="${number(width)}" height="${number(height)}"/>`,
    ...body,
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}

function linesOf(part: Mark | Group): readonly string[] {
  switch (part.kind) {
    case 'text':
      return [textOf(part)];
    case 'rect':
      return [rectOf(part)];
    case 'line':
      return [lineOf(part)];
    case 'path':
      return [pathOf(part)];
    case 'tip':
      return [tipOf(part)];
    case 'glyph':
      return [glyphOf(part)];
    case 'group':
      return groupOf(part);
  }
}

/** Groups are nested as the layouts nest them, four deep at most, whatever is drawn. */
function groupOf({ role, label, parts }: Group): readonly string[] {
  const inner = parts.flatMap((part) => linesOf(part));
  if (label === undefined) return [`<g ${roles[role]}>`, ...inner, '</g>'];
  // A title is shown as well when it is pointed at; around a whole lane that would only be in the way.
  if (pointedAt.has(role)) return [`<g ${roles[role]}>`, `<title>${safe(label)}</title>`, ...inner, '</g>'];
  return [`<g ${roles[role]} aria-label="${safe(label)}">`, ...inner, '</g>'];
}

function textOf({ x, y, text, size, anchor, bold, quiet, halo, upright }: TextMark): string {
  const classes = [bold && 'bold', quiet && 'quiet', halo && 'halo'].filter((name) => typeof name === 'string');
  const styled = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  const anchored = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  const place = upright
    ? `transform="translate(${number(x)} ${number(y)}) rotate(-90)"`
    : `x="${number(x)}" y="${number(y)}"`;
  return `<text${styled} ${place} font-size="${size}"${anchored}>${safe(text)}</text>`;
}

function rectOf({ x, y, width, height, paint: name, radius, dashed }: RectMark): string {
  const rounded = radius === undefined ? '' : ` rx="${number(radius)}"`;
  const place = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
  return `<rect class="${name}${dashed ? ' dashed' : ''}" ${place}${rounded}/>`;
}

function lineOf({ from, to, paint: name, dashed }: LineMark): string {
  const place = `x1="${number(from[0])}" y1="${number(from[1])}" x2="${number(to[0])}" y2="${number(to[1])}"`;
  return `<line class="${name}${dashed ? ' dashed' : ''}" ${place}/>`;
}

function pathOf({ from, steps, paint: name, style }: PathMark): string {
  const on = steps.map(({ to, controls }) => (controls ? `C${[...controls, to].map(pair).join(' ')}` : `L${pair(to)}`));
  return `<path class="${name}${style ? ` ${style}` : ''}" d="M${pair(from)}${on.join('')}"/>`;
}

function tipOf({ at: [x, y], direction: [dx, dy], shape }: TipMark): string {
  if (shape === 'dot') return `<circle class="tip" cx="${number(x - 3.5 * dx)}" cy="${number(y - 3.5 * dy)}" r="3.5"/>`;
  const corner = (side: number): Point => [x - 8 * dx + 4 * side * dy, y - 8 * dy - 4 * side * dx];
  return `<path class="tip" d="M${pair([x, y])}L${pair(corner(1))}L${pair(corner(-1))}z"/>`;
}

function pair([x, y]: Point): string {
  return `${number(x)} ${number(y)}`;
}

/** Drawn each time in full: what a `use` refers to is out of reach of rules that hold below an id. */
function glyphOf({ x, y, tone }: GlyphMark): string {
  const paths = glyphs[tone].map(({ fill, path }) => `<path class="${classOf(tone, fill)}" d="${path}"/>`);
  return `<g transform="translate(${number(x)} ${number(y)})">${paths.join('')}</g>`;
}

function classOf(name: GlyphName, fill: 'shape' | 'soft' | 'sign' | 'background'): string {
  if (fill === 'background') return fill;
  const tone = name === 'warning' ? 'waiting' : name;
  return fill === 'soft' ? tone : `${tone}-${fill}`;
}

/** Two decimals are finer than any screen, and the same text on every engine. */
function number(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Whatever comes from outside passes here, and only here: what XML has no place for is written out, the rest escaped. */
function safe(text: string): string {
  return plain(text).replaceAll(/[&<>"']/g, (character) => entities[character]!);
}
