import type { Path } from '../diagnostic.js';
import type { Fault, FaultList } from '../fault-list.js';
import type { Json } from '../json.js';
import { formatPath } from '../path.js';
import { quote } from '../shorten.js';
import type { PlaceOf, TextPlace } from './lines.js';
import { keyAt } from './locate.js';
import type { Positions } from './positions.js';
import { createTokens } from './tokens.js';

/** How much `readJson` takes in; what goes beyond is refused by a diagnostic. */
export interface JsonTextLimits {
  /** UTF-16 units of text; 67,108,864 (64 Mi) unless said. */
  readonly length: number;
  /** Lists and objects inside each other; 64 unless said. */
  readonly depth: number;
  /** Values of every kind, lists and objects included; 5,000,000 unless said. */
  readonly values: number;
  /** Faults that are listed; 1,000 unless said. Those beyond are counted in one last diagnostic. */
  readonly faults: number;
}

/** A list or object that is not closed yet. */
interface Frame {
  readonly value: Json[] | Record<string, Json>;
  readonly isList: boolean;
  /** The key or index that reading has come to; undefined before a key. */
  step: string | number | undefined;
  /** Where its keys stand first; kept from when one of them stands twice. */
  firstOffsets: Map<string, number> | undefined;
}

/** What reading leaves behind for finding places. */
export interface Tables {
  readonly positions: Positions;
  readonly placeOf: PlaceOf;
}

/**
 * Reads a JSON text (RFC 8259), filling the table of positions. Small slips are reported and read as they were meant; at a place that
 * cannot be read further it stops and gives what it has.
 */
export function parse(text: string, limits: JsonTextLimits, faults: FaultList, tables: Tables): Json | undefined {
  const { positions, placeOf } = tables;
  const frames: Frame[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let keyOffset = -1;
  let root: Json | undefined;
  let isStopped = false;

  const path = (): Path => frames.flatMap(({ step }) => (step === undefined ? [] : [step]));
  const report = (start: number, end: number, fault: Fault): void =>
    faults.add(path(), { ...fault, span: [start, end] });
  const tokens = createTokens(text, report);

  const stop = (fault: Fault): false => {
    report(at, Math.min(at + 1, text.length), fault);
    isStopped = true;
    return false;
  };
  const expected = (what: string): false => {
    if (at >= text.length)
      return stop({ code: 'json/unexpected-end', message: `the text ends where ${what} is expected` });
    const found = quote(String.fromCodePoint(text.codePointAt(at)!));
    return stop({ code: 'json/syntax', message: `expected ${what}, found ${found}` });
  };
  const unclosed = (): false =>
    stop({
      code: 'json/unclosed-text',
      message: 'a text has no closing quote on its line',
      hint: 'close it, or write line breaks as \\n',
    });

  const put = (value: Json): void => {
    const frame = frames.at(-1);
    if (!frame) root = value;
    else if (frame.isList) (frame.value as Json[]).push(value);
    else if (frame.step === '__proto__') defineOwn(frame.value, frame.step, value);
    else (frame.value as Record<string, Json>)[frame.step!] = value;
  };

  /** Reads a value; of a list or object its beginning. Says whether another value is expected right behind. */
  const readValue = (): boolean => {
    at = tokens.skipBlank(at);
    if (positions.count() >= limits.values) {
      return stop({ code: 'json/too-many-values', message: `the text has more than ${limits.values} values` });
    }
    const first = text[at];
    if (first === '{' || first === '[') return openFrame(first === '[');
    if (first === '"') return putLeaf(tokens.text(at));
    if (first === "'") return putLeaf(tokens.singleQuoted(at));
    return isBare(first) ? putLeaf(tokens.bare(at)) : expected('a value');
  };

  const putLeaf = (value: Json | undefined): false => {
    if (value === undefined) return unclosed();
    positions.open(at, keyOffset);
    put(value);
    at = tokens.end();
    positions.close(at);
    return false;
  };

  const openFrame = (isList: boolean): boolean => {
    if (frames.length >= limits.depth) {
      return stop({
        code: 'json/too-deep',
        message: `${formatPath(path())} is nested deeper than ${limits.depth} levels`,
      });
    }
    const value = isList ? [] : {};
    positions.open(at, keyOffset);
    put(value);
    const frame: Frame = { value, isList, step: undefined, firstOffsets: undefined };
    frames.push(frame);
    at = tokens.skipBlank(at + 1);
    return text[at] === closerOf(frame) ? false : readStep(frame);
  };

  /** Goes on behind a value. Says whether another value is expected. */
  const goOn = (frame: Frame): boolean => {
    at = tokens.skipBlank(at);
    const next = text[at];
    if (next === closerOf(frame)) return closeFrame(frame);
    if (next === ',') return passComma(frame);
    const isComma = next === '"' || next === '{' || next === '[' || (frame.isList && isBare(next));
    if (!isComma || (!frame.isList && next !== '"')) return expected(`"," or "${closerOf(frame)}"`);
    report(at, at, {
      code: 'json/missing-comma',
      message: 'there is no comma between two members',
      hint: 'put one here',
    });
    return readStep(frame);
  };

  const passComma = (frame: Frame): boolean => {
    const comma = at;
    at = tokens.skipBlank(at + 1);
    if (text[at] !== closerOf(frame)) return readStep(frame);
    report(comma, comma + 1, {
      code: 'json/trailing-comma',
      message: 'a comma stands behind the last member',
      hint: 'remove it',
    });
    return false;
  };

  const closeFrame = (frame: Frame): false => {
    at++;
    positions.close(at);
    Object.freeze(frame.value);
    frames.pop();
    return false;
  };

  /** Reads what stands before a member's value: a key and a colon; in a list nothing. */
  const readStep = (frame: Frame): boolean => {
    keyOffset = -1;
    if (frame.isList) {
      frame.step = typeof frame.step === 'number' ? frame.step + 1 : 0;
      return true;
    }
    frame.step = undefined;
    const key = readKey();
    if (key === undefined) return false;
    frame.step = key;
    keyOffset = at;
    noteKey(frame, key);
    at = tokens.skipBlank(tokens.end());
    if (text[at] !== ':') return expected(`":" behind the key ${quote(key)}`);
    at++;
    return true;
  };

  const readKey = (): string | undefined => {
    const first = text[at];
    if (first !== '"' && first !== "'") {
      if (isBare(first)) return tokens.bareKey(at);
      expected('a key in double quotes');
      return undefined;
    }
    const key = first === '"' ? tokens.text(at) : tokens.singleQuoted(at);
    if (key === undefined) unclosed();
    return key;
  };

  const noteKey = (frame: Frame, key: string): void => {
    const { firstOffsets } = frame;
    if (firstOffsets === undefined && !Object.hasOwn(frame.value, key)) return;
    frame.firstOffsets ??= firstOffsetsOf(text, positions.openKeys());
    const first = frame.firstOffsets.get(key);
    if (first === undefined) frame.firstOffsets.set(key, at);
    else faults.add(path(), () => duplicateKey(key, path(), placeOf(first, first), placeOf(at, tokens.end())));
  };

  let isValueNext = true;
  while (!isStopped) {
    const frame = frames.at(-1);
    if (isValueNext) isValueNext = readValue();
    else if (frame) isValueNext = goOn(frame);
    else break;
  }
  at = isStopped ? at : tokens.skipBlank(at);
  if (!isStopped && at < text.length) stop({ code: 'json/syntax', message: 'the text goes on behind the value' });
  while (frames.pop()) positions.close(at);
  return root;
}

/** Makes a property of a name that plain assignment would take for the prototype. */
function defineOwn(target: object, key: string, value: Json): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function closerOf(frame: Frame): string {
  return frame.isList ? ']' : '}';
}

function isBare(first: string | undefined): boolean {
  return first !== undefined && /[-+.\w$]/.test(first);
}

function firstOffsetsOf(text: string, offsets: readonly number[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const offset of offsets) {
    const key = keyAt(text, offset);
    if (key !== undefined && !first.has(key)) first.set(key, offset);
  }
  return first;
}

function duplicateKey(key: string, path: Path, first: TextPlace, again: TextPlace): Fault {
  const holder = formatPath(path.slice(0, -1));
  return {
    code: 'json/duplicate-key',
    message: `the key ${quote(key)} stands twice in ${holder}: on line ${first.line} and on line ${again.line}`,
    hint: 'remove one of them: readers of JSON disagree on which one counts',
    span: [again.offset, again.endOffset],
    related: [{ path, message: `first on line ${first.line}, column ${first.column}` }],
  };
}
