import { continuesName, isBlank, isDigit, startsName, unitAt } from './characters.js';
import { readForeign, readForeignName } from './foreign.js';
import { readNumber } from './number.js';
import { kindOfWord } from './reserved.js';
import { readString } from './string.js';
import type { Lexer, TokenKind } from './token.js';

/** Stands on the first token. */
export function createLexer(text: string): Lexer {
  const lexer: Lexer = {
    text,
    faults: [],
    kind: 'start',
    start: 0,
    end: 0,
    value: 0,
    word: '',
    previousKind: 'start',
    previousStart: 0,
    previousEnd: 0,
    excused: false,
    tornAt: -1,
  };
  scan(lexer);
  return lexer;
}

/** Takes the token and stands on the next one. */
export function advance(lexer: Lexer): void {
  lexer.previousKind = lexer.kind;
  lexer.previousStart = lexer.start;
  lexer.previousEnd = lexer.end;
  lexer.excused = false;
  scan(lexer);
}

/** Passes over a token that was refused, as if it were not there. */
export function skip(lexer: Lexer): void {
  lexer.excused = true;
  scan(lexer);
}

function scan(lexer: Lexer): void {
  const { text } = lexer;
  for (;;) {
    let at = lexer.end;
    let unit = unitAt(text, at);
    while (isBlank(unit)) unit = unitAt(text, ++at);
    lexer.start = at;
    if (scanToken(lexer, unit, at)) return;
    lexer.excused = true;
  }
}

/** Reads the token at a place; false where there was none, only something to pass over. */
function scanToken(lexer: Lexer, unit: number, at: number): boolean {
  if (startsName(unit)) return readName(lexer, at);
  if (isDigit(unit)) return readNumber(lexer, at);
  const character = lexer.text.charAt(at);
  switch (character) {
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case ',':
    case '+':
    case '-':
    case '/':
    case '%':
      return take(lexer, character, 1);
    case '.':
      return isDigit(unitAt(lexer.text, at + 1)) ? readNumber(lexer, at) : take(lexer, '.', 1);
    case '"':
    case "'":
      return readString(lexer, at);
    case '':
      return take(lexer, 'end', 0);
    default:
      return scanOperator(lexer, character, lexer.text.charAt(at + 1));
  }
}

/** Reads an operator that may be the beginning of another, or of something that is none here. */
function scanOperator(lexer: Lexer, character: string, next: string): boolean {
  const third = lexer.text.charAt(lexer.start + 2);
  switch (character) {
    case '*':
      if (next !== '*') return take(lexer, '*', 1);
      break;
    case '&':
      if (next === '&') return take(lexer, '&&', 2);
      break;
    case '|':
      if (next === '|') return take(lexer, '||', 2);
      break;
    case '<':
      if (next !== '>') return next === '=' ? take(lexer, '<=', 2) : take(lexer, '<', 1);
      break;
    case '>':
      return next === '=' ? take(lexer, '>=', 2) : take(lexer, '>', 1);
    case '!':
      if (next !== '=') return take(lexer, '!', 1);
      if (third !== '=') return take(lexer, '!=', 2);
      break;
    case '=':
      if (next === '=' && third !== '=') return take(lexer, '==', 2);
      if (next !== '=' && next !== '<' && next !== '>') return take(lexer, '=', 1);
  }
  return readForeign(lexer, lexer.start);
}

function take(lexer: Lexer, kind: TokenKind, length: number): true {
  lexer.kind = kind;
  lexer.end = lexer.start + length;
  return true;
}

function readName(lexer: Lexer, start: number): true {
  const { text } = lexer;
  let at = start + 1;
  let unit = unitAt(text, at);
  while (continuesName(unit)) unit = unitAt(text, ++at);
  // A letter beyond ASCII belongs to the word that people see.
  if (unit > 0x7f && readForeignName(lexer, start, at)) return true;
  lexer.end = at;
  lexer.word = text.slice(start, at);
  lexer.kind = kindOfWord(lexer.word);
  return true;
}
