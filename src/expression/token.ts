import type { BinaryOperator, SyntaxFault } from './types.js';

/** `^`, `=`, `%` and braces are no part of the language, but the parser says better what to do about them. */
export type TokenKind =
  | BinaryOperator
  | 'number'
  | 'string'
  | 'name'
  | 'reserved'
  | 'true'
  | 'false'
  | '!'
  | '('
  | ')'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '.'
  | '^'
  | '='
  | '%'
  | 'start'
  | 'end';

/** A cursor over a text: one token at a time, held in fields, so that no token costs an object. */
export interface Lexer {
  readonly text: string;
  readonly faults: SyntaxFault[];
  kind: TokenKind;
  start: number;
  end: number;
  /** Of a number. */
  value: number;
  /** Of a name its letters, of a string what it means. */
  word: string;
  previousKind: TokenKind;
  previousStart: number;
  previousEnd: number;
  /** Something before this token was refused already: whatever is missing here is a consequence of that. */
  excused: boolean;
  /** Where a text that was not closed ends, having swallowed what followed, closing brackets perhaps; or -1. */
  tornAt: number;
}
