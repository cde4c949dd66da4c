import type { Diagnostic, Path } from '../diagnostic.js';
import type { PlaceOf, TextPlace } from './lines.js';
import type { Positions } from './positions.js';

/** Finds values and faults in the text that was read. */
export interface TextLocator {
  /** Where the value at a path stands; where there is none, the nearest value around that place. */
  readonly locate: (path: Path) => TextPlace;
  /**
   * Where a diagnostic's fault stands: a misspelt key, the part of a formula that the diagnostic's `span` names (escapes in
   * the text allowed for), else the value at its path. Fit for the `locate` option of the reports.
   */
  readonly locateDiagnostic: (diagnostic: Diagnostic) => TextPlace;
}

const quoteMark = 0x22;
const backslash = 0x5c;
const aboutKeys: readonly string[] = ['shape/unknown-key', 'shape/forbidden-key'];

export function createLocator(text: string, positions: Positions, placeOf: PlaceOf): TextLocator {
  const placeOfNode = (node: number): TextPlace =>
    node < 0 ? placeOf(0, text.length) : placeOf(positions.start(node), positions.end(node));

  return {
    locate: (path) => placeOfNode(findNode(text, positions, path).node),
    locateDiagnostic({ code, path, span }) {
      // What readJson itself finds wrong is not at a value: its spans count in the whole text.
      if (span && code.startsWith('json/')) return placeOf(...span);
      const { node, isExact } = findNode(text, positions, path);
      if (!isExact) return placeOfNode(node);
      const start = positions.start(node);
      if (span && text.charCodeAt(start) === quoteMark) {
        return placeOf(offsetInside(text, start, span[0]), offsetInside(text, start, span[1]));
      }
      const key = positions.key(node);
      if (key >= 0 && aboutKeys.includes(code)) return placeOf(key, endOfText(text, key));
      return placeOfNode(node);
    },
  };
}

function findNode(text: string, positions: Positions, path: Path): { node: number; isExact: boolean } {
  if (positions.count() === 0) return { node: -1, isExact: false };
  let node = 0;
  for (const step of path) {
    const child = findChild(text, positions, node, step);
    if (child === undefined) return { node, isExact: false };
    node = child;
  }
  return { node, isExact: true };
}

function findChild(text: string, positions: Positions, node: number, step: string | number): number | undefined {
  const count = positions.childCount(node);
  const isList = text[positions.start(node)] === '[';
  if (typeof step === 'number') return isList && step < count ? positions.child(node, step) : undefined;
  if (isList) return undefined;
  // From the end, because of keys that stand twice the last one counts.
  for (let index = count - 1; index >= 0; index--) {
    const child = positions.child(node, index);
    if (isKeyAt(text, positions.key(child), step)) return child;
  }
  return undefined;
}

function isKeyAt(text: string, offset: number, key: string): boolean {
  if (text.charCodeAt(offset) !== quoteMark) return text.startsWith(key, offset);
  const end = endOfText(text, offset);
  const written = end - offset - 2;
  // Escapes only make a key longer, so most keys are told apart by length.
  if (written < key.length) return false;
  if (written === key.length) return text.startsWith(key, offset + 1) && !key.includes('\\');
  return keyAt(text, offset) === key;
}

/** The key whose literal begins at an offset; undefined where it is no JSON. */
export function keyAt(text: string, offset: number): string | undefined {
  try {
    return JSON.parse(text.slice(offset, endOfText(text, offset))) as string;
  } catch {
    return undefined;
  }
}

/** The offset behind the closing quote of the text literal that begins at an offset. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== quoteMark) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return Math.min(at + 1, text.length);
}

/** The offset, inside the literal that begins at `start`, at which so many units of its value lie behind. */
function offsetInside(text: string, start: number, units: number): number {
  let at = start + 1;
  for (let passed = 0; passed < units && text.charCodeAt(at) !== quoteMark; passed++) {
    if (text.charCodeAt(at) !== backslash) at++;
    else at += text[at + 1] === 'u' ? 6 : 2;
  }
  return at;
}
