import { quote } from '../foundation/shorten.js';
import { fault } from './faults.js';
import { opensString, readString } from './string.js';
import type { Lexer, TokenKind } from './token.js';

/** Operators as other notations write them, longest first where one begins like another. */
const foreignOperators: readonly (readonly [written: string, meant: TokenKind, say: string])[] = [
  ['===', '==', '=='],
  ['!==', '!=', '!='],
  ['<>', '!=', '!='],
  ['=<', '<=', '<='],
  ['=>', '>=', '>='],
  ['**', '^', 'pow(a, b)'],
  ['^', '^', 'pow(a, b)'],
  ['&', '&&', '&&'],
  ['|', '||', '||'],
  ['×', '*', '*'],
  ['·', '*', '*'],
  ['⋅', '*', '*'],
  ['∗', '*', '*'],
  ['÷', '/', '/'],
  ['∕', '/', '/'],
  ['⁄', '/', '/'],
  ['−', '-', '-'],
  ['–', '-', '-'],
  ['—', '-', '-'],
  ['≤', '<=', '<='],
  ['≥', '>=', '>='],
  ['≠', '!=', '!='],
  ['∧', '&&', '&&'],
  ['∨', '||', '||'],
  ['¬', '!', '!'],
];

/** Reads what no token begins with: what people paste. False where there is nothing to keep of it. */
export function readForeign(lexer: Lexer, start: number): boolean {
  const { text } = lexer;
  for (const [written, meant, say] of foreignOperators) {
    if (!text.startsWith(written, start)) continue;
    lexer.kind = meant;
    lexer.end = start + written.length;
    refuseOperator(lexer, start, lexer.end, say);
    return true;
  }
  if (opensString(text.charAt(start))) return readString(lexer, start);
  if (readBackticks(lexer, start)) return true;
  if (readForeignName(lexer, start, start)) return true;
  if (/\p{Sc}/u.test(text.charAt(start))) return readCurrency(lexer, start);
  readUnknown(lexer, start);
  return false;
}

/** Says that an operator is written otherwise here; the tree is built as if it had been. */
export function refuseOperator(lexer: Lexer, start: number, end: number, say: string): void {
  const message = `${quote(lexer.text.slice(start, end))} is not an operator here`;
  lexer.faults.push(fault('expression/foreign-operator', start, end, message, `write ${say}`));
}

/** Reads a word with letters beyond ASCII, whose first such letter is looked for at `at`; false where there is none. */
export function readForeignName(lexer: Lexer, start: number, at: number): boolean {
  const letters = /\p{L}[\p{L}\p{M}\p{N}_]*/uy;
  letters.lastIndex = at;
  if (!letters.test(lexer.text)) return false;
  lexer.kind = 'name';
  lexer.end = letters.lastIndex;
  lexer.word = lexer.text.slice(start, lexer.end);
  const message = `${quote(lexer.word)} is not a name`;
  const hint = 'a name is made of the letters A to Z and a to z, digits and _';
  lexer.faults.push(fault('expression/invalid-name', start, lexer.end, message, hint));
  return true;
}

/** A name in backticks, as SQL has it. */
function readBackticks(lexer: Lexer, start: number): boolean {
  const quoted = /`[^`\n\r]+`/y;
  quoted.lastIndex = start;
  if (!quoted.test(lexer.text)) return false;
  lexer.kind = 'name';
  lexer.end = quoted.lastIndex;
  lexer.word = lexer.text.slice(start + 1, lexer.end - 1);
  const message = `${quote(lexer.text.slice(start, lexer.end))} is not a name`;
  lexer.faults.push(fault('expression/invalid-name', start, lexer.end, message, 'write the name without backticks'));
  return true;
}

function readCurrency(lexer: Lexer, start: number): boolean {
  // `${name}` is one mistake: the brace reports it.
  if (lexer.text.startsWith('{', start + 1)) {
    lexer.kind = '{';
    lexer.end = start + 2;
    return true;
  }
  lexer.end = start + 1;
  const message = `the currency sign ${quote(lexer.text.charAt(start))} is no part of an expression`;
  const hint = 'leave it out: numbers carry no unit, names no sign';
  lexer.faults.push(fault('expression/currency-sign', start, lexer.end, message, hint));
  return false;
}

function readUnknown(lexer: Lexer, start: number): void {
  // One fault for a run: an emoji is often several characters, and so is a pasted ornament.
  const run = /[^\p{ASCII}\p{L}\p{Sc}×·⋅∗÷∕⁄−–—≤≥≠∧∨¬“”„‘’‚]+|(.)\1*/suy;
  run.lastIndex = start;
  run.test(lexer.text);
  lexer.end = run.lastIndex;
  const found = lexer.text.slice(start, lexer.end);
  const code = found.codePointAt(0)!;
  const name = code > 0x7f ? ` (U+${code.toString(16).toUpperCase().padStart(4, '0')})` : '';
  const blank = /^[\p{White_Space}\p{Cf}]+$/u.test(found);
  const message = `${quote(found)}${name} is no part of an expression`;
  const hint = blank ? 'replace it by a plain space' : 'leave it out';
  lexer.faults.push(fault('expression/unknown-character', start, lexer.end, message, hint));
}
