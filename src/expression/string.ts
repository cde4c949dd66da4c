import { quote } from '../foundation/shorten.js';
import { unitAt } from './characters.js';
import { fault } from './faults.js';
import type { Lexer } from './token.js';

/** What closes a text, by what opens it. Curly quotes are refused, but read as what they are meant for. */
const closers: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '“': '”“"',
  '”': '”“"',
  '„': '”“"',
  '‘': "’‘'",
  '’': "’‘'",
  '‚': "’‘'",
};

/** Says whether a character opens a text, in plain quotes or in curly ones. */
export function opensString(character: string): boolean {
  return Object.hasOwn(closers, character);
}

/** Reads a text in quotes with CEL's escapes; strictly: an escape that CEL does not know is a fault. */
export function readString(lexer: Lexer, start: number): true {
  const { text } = lexer;
  const closing = closers[text.charAt(start)]!;
  const plain = closing.charAt(closing.length - 1);
  let word = '';
  let from = start + 1;
  let at = from;
  let character = text.charAt(at);

  while (!endsLine(character) && !closing.includes(character)) {
    if (character === '\\') {
      const end = endOfEscape(text, at);
      word += text.slice(from, at) + meaningOf(lexer, at, end);
      from = end;
      at = end;
    } else at = passCharacter(lexer, at);
    character = text.charAt(at);
  }

  lexer.kind = 'string';
  lexer.word = word + text.slice(from, at);
  if (endsLine(character)) {
    lexer.end = at;
    refuseOpenEnd(lexer, start, plain);
  } else {
    lexer.end = at + 1;
    if (closing.length > 1) refuseCurly(lexer, start, plain);
  }
  return true;
}

function endsLine(character: string): boolean {
  return character === '' || character === '\n' || character === '\r';
}

/** Where the next character begins; half of a pair is a fault. */
function passCharacter(lexer: Lexer, at: number): number {
  const unit = lexer.text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return at + 1;
  if (isPair(lexer.text, at)) return at + 2;
  refuseSurrogate(lexer, at, at + 1);
  return at + 1;
}

function isPair(text: string, at: number): boolean {
  const next = unitAt(text, at + 1);
  return text.charCodeAt(at) <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}

const simple: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  '?': '?',
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  a: '\u0007',
  v: '\v',
};

const hexDigits: Readonly<Record<string, number>> = { x: 2, X: 2, u: 4, U: 8 };

/** Where the escape that starts here ends: as far as it goes, whether or not it means anything. */
function endOfEscape(text: string, at: number): number {
  const letter = text.charAt(at + 1);
  if (endsLine(letter)) return at + 1;
  const hex = Object.hasOwn(hexDigits, letter) ? hexDigits[letter]! : 0;
  if (hex > 0) return endOfDigits(text, at + 2, hex, /[0-9a-fA-F]/);
  if (/[0-7]/.test(letter)) return endOfDigits(text, at + 1, 3, /[0-7]/);
  return at + 1 + (isPair(text, at + 1) ? 2 : 1);
}

function endOfDigits(text: string, start: number, most: number, digit: RegExp): number {
  let end = start;
  while (end < start + most && digit.test(text.charAt(end))) end++;
  return end;
}

function meaningOf(lexer: Lexer, start: number, end: number): string {
  const found = lexer.text.slice(start + 1, end);
  if (Object.hasOwn(simple, found)) return simple[found]!;
  // A lone backslash at the end of the text or line: that the text is not closed is fault enough.
  if (found === '') return '';

  const code = codeOf(found);
  if (code === undefined) {
    const message = `${quote(lexer.text.slice(start, end))} is not an escape`;
    const hint = 'write \\\\ for a backslash; the escapes are \\n \\r \\t \\\' \\" \\\\ \\uHHHH and those of CEL';
    lexer.faults.push(fault('expression/invalid-escape', start, end, message, hint));
    return '';
  }
  if (code >= 0xd800 && code <= 0xdfff) {
    refuseSurrogate(lexer, start, end);
    return '';
  }
  return String.fromCodePoint(code);
}

/** The code point of `xHH`, `uHHHH`, `UHHHHHHHH` or `ooo`; absent where it is none. */
function codeOf(found: string): number | undefined {
  if (/^[0-3][0-7]{2}$/.test(found)) return Number.parseInt(found, 8);
  if (found.length !== (hexDigits[found.charAt(0)] ?? 0) + 1) return undefined;
  const code = Number.parseInt(found.slice(1), 16);
  return code <= 0x10ffff ? code : undefined;
}

function refuseSurrogate(lexer: Lexer, start: number, end: number): void {
  const message = `${quote(lexer.text.slice(start, end))} is half of a surrogate pair`;
  const hint = 'write the whole character, or \\UHHHHHHHH with its code point';
  lexer.faults.push(fault('expression/lone-surrogate', start, end, message, hint));
}

function refuseOpenEnd(lexer: Lexer, start: number, closer: string): void {
  const message = `the text ${quote(lexer.text.slice(start, lexer.end))} is not closed`;
  const hint = `close it with ${closer} on the same line; inside a text write \\${closer} for the quote itself`;
  lexer.faults.push(fault('expression/unterminated-string', start, lexer.end, message, hint));
  lexer.tornAt = lexer.end;
}

function refuseCurly(lexer: Lexer, start: number, plain: string): void {
  const message = `${quote(lexer.text.slice(start, lexer.end))} stands in curly quotes`;
  const hint = `put it in plain quotes: ${plain}...${plain}`;
  lexer.faults.push(fault('expression/curly-quotes', start, lexer.end, message, hint));
}
