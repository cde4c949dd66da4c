import {
  type Builder,
  closeBracket,
  createBuilder,
  openBracket,
  openInfix,
  openPrefix,
  setOperand,
  settle,
  takeItem,
} from './builder.js';
import { fault, sortFaults } from './faults.js';
import { refuseOperator } from './foreign.js';
import { BESIDE, type InfixOperator, POWER, powerOf, RELATION } from './frame.js';
import { advance, createLexer, skip } from './lexer.js';
import { defaultExpressionLimits } from './limits.js';
import {
  readThousands,
  refuseBeside,
  refuseBraces,
  refuseChain,
  refuseCloser,
  refuseComma,
  refuseDot,
  refuseDottedName,
  refuseEquals,
  refuseMissing,
  refusePercent,
  refuseReserved,
  refuseUnclosed,
} from './recovery.js';
import type { Lexer, TokenKind } from './token.js';
import type { ExpressionLimits, ExpressionResult } from './types.js';

/**
 * Gives the tree of an expression, or every fault of its text in the order of the text; it never throws. Operators
 * bind as in CEL: `||`, `&&`, relations, `+ -`, `* /`, prefix `! -`, calls; all but relations, which do not chain, group
 * to the left. Limits are counts, and what is beyond one is refused by a fault.
 *
 * By operator precedence (Pratt 1973), with the stack held in frames, so that no text is too deep for the engine.
 *
 * @example
 * const result = parseExpression('orders / sessions');
 * result.ok && result.expression.kind; //=> 'binary'
 * const broken = parseExpression('orders / (sessions');
 * broken.ok ? [] : broken.faults.map(({ code, span }) => [code, span]); //=> [['expression/unclosed-parenthesis', [9, 10]]]
 */
export function parseExpression(text: string, limits?: Partial<ExpressionLimits>): ExpressionResult {
  const all = limits === undefined ? defaultExpressionLimits : { ...defaultExpressionLimits, ...limits };
  if (text.length > all.length) return { ok: false, faults: [tooLong(text.length, all.length)] };

  const lexer = createLexer(text);
  const builder = createBuilder(lexer, all);
  while (builder.expects !== 'nothing') {
    if (builder.expects === 'operand') readOperand(builder, lexer);
    else readOperator(builder, lexer);
  }

  const expression = builder.value;
  if (lexer.faults.length === 0) return { ok: true, expression: expression! };
  const faults = sortFaults(lexer.faults);
  return expression === undefined ? { ok: false, faults } : { ok: false, faults, recovered: expression };
}

function tooLong(length: number, most: number) {
  const message = `the text has ${length} characters; an expression has at most ${most}`;
  return fault('expression/too-long', most, length, message, 'split it: give its parts names of their own');
}

function readOperand(builder: Builder, lexer: Lexer): void {
  const { kind, start, end } = lexer;
  switch (kind) {
    case 'number':
      setOperand(builder, { kind, value: lexer.value, span: [start, end] }, start, end);
      break;
    case 'string':
      setOperand(builder, { kind, value: lexer.word, span: [start, end] }, start, end);
      break;
    case 'true':
    case 'false':
      setOperand(builder, { kind: 'boolean', value: kind === 'true', span: [start, end] }, start, end);
      break;
    case '(':
      openBracket(builder, 'group', start, start, '');
      break;
    case '[':
      openBracket(builder, 'list', start, start, '');
      break;
    case '-':
    case '!':
      openPrefix(builder, kind, start);
      break;
    case '{':
      refuseBraces(lexer);
      openBracket(builder, 'brace', start, start, '');
      break;
    case 'name':
    case 'reserved':
      readName(builder, lexer);
      return;
    case '=':
      refuseEquals(lexer, 'write only what stands behind it');
      skip(lexer);
      return;
    case '%':
      refusePercent(lexer, undefined);
      skip(lexer);
      return;
    case '.':
      refuseDot(lexer, start);
      skip(lexer);
      return;
    default:
      refuseMissing(builder);
      setOperand(builder, undefined, start, start);
      return;
  }
  advance(lexer);
}

function readName(builder: Builder, lexer: Lexer): void {
  const { kind, word, start, end } = lexer;
  if (kind === 'reserved') refuseReserved(lexer, word, start);
  advance(lexer);
  if (lexer.kind === '(') {
    openBracket(builder, 'call', start, lexer.start, word);
    advance(lexer);
  } else if (kind === 'reserved') {
    setOperand(builder, undefined, start, end);
  } else if (isNot(word) && beginsValue(lexer.kind)) {
    refuseOperator(lexer, start, end, '!');
    openPrefix(builder, '!', start);
  } else {
    setOperand(builder, { kind: 'name', name: word, span: [start, end] }, start, end);
  }
}

function isNot(word: string): boolean {
  return word === 'not' || word === 'NOT';
}

function beginsValue(kind: TokenKind): boolean {
  return kind === 'name' || kind === 'number' || kind === 'string' || kind === 'true' || kind === 'false';
}

function readOperator(builder: Builder, lexer: Lexer): void {
  const { kind } = lexer;
  const power = powerOf(kind);
  if (power > 0) {
    readInfix(builder, lexer, kind as InfixOperator, power);
    return;
  }
  switch (kind) {
    case 'end':
      finish(builder);
      break;
    case ')':
    case ']':
    case '}':
      readCloser(builder, lexer, kind);
      break;
    case ',':
      readComma(builder, lexer);
      break;
    case '.':
      readMethod(builder, lexer);
      break;
    case '=':
      refuseEquals(lexer, 'compare with ==, or write only what stands behind it');
      readInfix(builder, lexer, '==', RELATION);
      break;
    case '%':
      refusePercent(lexer, builder.value);
      skip(lexer);
      break;
    case 'name':
      readWord(builder, lexer);
      break;
    default:
      readBeside(builder);
  }
}

function readInfix(builder: Builder, lexer: Lexer, operator: InfixOperator, power: number): void {
  // `^` groups to the right: what waits for its right side goes on waiting.
  settle(builder, operator === '^' ? POWER + 1 : power + (power === RELATION ? 1 : 0));
  if (power === RELATION && builder.frame.power === RELATION) {
    refuseChain(builder);
    settle(builder, power);
  }
  openInfix(builder, operator, power, lexer.start);
  advance(lexer);
}

/** `and` and `or` between two values; any other word there lacks an operator before it. */
function readWord(builder: Builder, lexer: Lexer): void {
  const word = lexer.word.toLowerCase();
  if (word === 'and' || word === 'or') {
    const operator = word === 'and' ? '&&' : '||';
    refuseOperator(lexer, lexer.start, lexer.end, operator);
    readInfix(builder, lexer, operator, powerOf(operator));
  } else readBeside(builder);
}

function readBeside(builder: Builder): void {
  const reported = refuseBeside(builder);
  settle(builder, BESIDE);
  openInfix(builder, 'beside', BESIDE, reported);
}

function readMethod(builder: Builder, lexer: Lexer): void {
  const dot = lexer.start;
  advance(lexer);
  const { kind, word, start, end } = lexer;
  if (kind !== 'name' && kind !== 'reserved') {
    refuseDot(lexer, dot);
    lexer.excused = true;
    return;
  }
  advance(lexer);
  if (lexer.kind === '(') {
    if (kind === 'reserved') refuseReserved(lexer, word, start);
    openBracket(builder, 'method', builder.from, lexer.start, word);
    advance(lexer);
  } else refuseDottedName(builder, dot, end);
}

function readComma(builder: Builder, lexer: Lexer): void {
  if (builder.bracket.items !== undefined) {
    takeItem(builder);
    advance(lexer);
  } else if (readThousands(builder)) {
    advance(lexer);
  } else {
    refuseComma(lexer);
    skip(lexer);
  }
}

function readCloser(builder: Builder, lexer: Lexer, closer: ')' | ']' | '}'): void {
  if (refuseCloser(builder, closer)) {
    closeBracket(builder, lexer.end);
    advance(lexer);
  } else skip(lexer);
}

function finish(builder: Builder): void {
  while (builder.bracket.kind !== 'top') {
    refuseUnclosed(builder);
    closeBracket(builder, builder.lexer.previousEnd);
  }
  settle(builder, 1);
  builder.expects = 'nothing';
}
