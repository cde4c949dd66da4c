import { quote, shorten } from '../foundation/shorten.js';
import { type Builder, closeBracket } from './builder.js';
import { isBlank, unitAt } from './characters.js';
import { fault } from './faults.js';
import { BESIDE, type Frame, powerOf } from './frame.js';
import type { Lexer } from './token.js';
import type { Expression, SyntaxFault, SyntaxFaultCode } from './types.js';

type Closer = ')' | ']' | '}';

/** Reports a fault of the token that the lexer stands on. */
function refuseToken(lexer: Lexer, code: SyntaxFaultCode, message: string, hint: string): void {
  lexer.faults.push(fault(code, lexer.start, lexer.end, message, hint));
}

function tokenText({ text, start, end }: Lexer): string {
  return quote(text.slice(start, end));
}

export function refuseBraces(lexer: Lexer): void {
  const message = `${tokenText(lexer)} is no part of an expression`;
  refuseToken(lexer, 'expression/braces', message, 'write a name without braces, and group with parentheses');
}

export function refuseReserved({ faults }: Lexer, word: string, start: number): void {
  const hint = word === 'null' ? 'leave it out: a value is never null' : `choose another name, such as ${word}_`;
  faults.push(fault('expression/reserved-word', start, start + word.length, `"${word}" is a reserved word`, hint));
}

export function refuseEquals(lexer: Lexer, hint: string): void {
  refuseToken(lexer, 'expression/equals-sign', 'an equals sign is no part of an expression', hint);
}

export function refusePercent(lexer: Lexer, value: Expression | undefined): void {
  const number = value?.kind === 'number' ? ` ${value.value} / 100` : ' a / 100';
  refuseToken(lexer, 'expression/percent-sign', 'a percent sign is no part of an expression', `write${number}`);
}

export function refuseComma(lexer: Lexer): void {
  const hint = 'commas stand between the arguments of a function, max(a, b), and the items of a list';
  refuseToken(lexer, 'expression/misplaced-comma', 'a comma has no meaning here', hint);
}

export function refuseDot({ faults }: Lexer, dot: number): void {
  const hint = "a dot stands between a value and its method: name.startsWith('a')";
  faults.push(fault('expression/misplaced-dot', dot, dot + 1, 'a dot has no meaning here', hint));
}

/** `orders.amount`: the name before the dots is kept; `a.b.c` is one fault. */
export function refuseDottedName({ lexer, from }: Builder, dot: number, end: number): void {
  const { faults, text } = lexer;
  const last = faults.at(-1);
  const start = last?.code === 'expression/dotted-name' && last.span[1] === dot ? last.span[0] : dot;
  if (start !== dot) faults.pop();
  const joined = text.slice(from, end).replaceAll('.', '_');
  const hint = /^\w+$/.test(joined)
    ? `write one name: ${shorten(joined)}`
    : 'a dot calls a method: write its arguments';
  faults.push(fault('expression/dotted-name', start, end, `${quote(text.slice(start, end))} is not called`, hint));
}

/** What the text lacks where a value should begin; nothing where that follows from a fault before. */
export function refuseMissing({ lexer, bracket }: Builder): void {
  const { kind, previousKind, start, end, previousStart, previousEnd, text, faults } = lexer;
  // A comma out of place is reported by itself.
  if (lexer.excused || (kind === ',' && bracket.items === undefined)) return;
  const opening = previousKind === '(' || previousKind === '[' || previousKind === '{' || previousKind === 'start';

  if (!opening && previousKind !== ',') {
    const message = `${quote(text.slice(previousStart, previousEnd))} has no value on its right`;
    const hint = 'write the missing value, or leave the operator out';
    faults.push(fault('expression/missing-operand', previousStart, previousEnd, message, hint));
  } else if (powerOf(kind) > 0) {
    const message = `${tokenText(lexer)} has no value on its left`;
    refuseToken(lexer, 'expression/missing-operand', message, 'write the missing value, or leave the operator out');
  } else if (previousKind === ',') {
    // `[,]` lacks one item or has a comma too many: either way it is one mistake.
    if (faults.at(-1)?.span[0] !== previousStart) faults.push(missingArgument('after', previousStart, previousEnd));
  } else if (kind === ',') {
    faults.push(missingArgument('before', start, end));
  } else if (kind === ')' && bracket.kind === 'group') {
    const hint = 'write a value between them, or leave them out';
    faults.push(fault('expression/empty-parentheses', bracket.at, end, 'the parentheses are empty', hint));
  } else if (kind === 'end' && previousKind === 'start') {
    faults.push(
      fault('expression/empty', 0, end, 'the expression is empty', 'write a value, such as a name or a number'),
    );
  }
}

function missingArgument(side: 'before' | 'after', start: number, end: number): SyntaxFault {
  const hint = 'write the missing value, or leave the comma out';
  return fault('expression/missing-argument', start, end, `there is no value ${side} this comma`, hint);
}

/**
 * Two values side by side. A run of them, such as a sentence, is one fault that grows; answers which, or -1 where the
 * reason was reported before.
 */
export function refuseBeside(builder: Builder): number {
  const { lexer, frame, value } = builder;
  const { faults, text, start, end, previousStart, previousEnd, tornAt } = lexer;
  if (frame.power === BESIDE) return growRun(builder);
  if (value === undefined || lexer.excused || tornAt === previousEnd || tornAt === end) return -1;

  const message = `there is no operator between ${quote(text.slice(previousStart, previousEnd))} and ${tokenText(lexer)}`;
  return faults.push(fault('expression/missing-operator', start, end, message, besideHint(builder, builder.from))) - 1;
}

function growRun(builder: Builder): number {
  const { lexer, frame } = builder;
  const { faults, end } = lexer;
  if (lexer.tornAt === end && frame.left?.kind === 'string') {
    // A quote inside a text, or a text over two lines: of its two faults, the run's or else the last, one is enough.
    faults.splice(frame.at, 1);
    return -1;
  }
  const run = faults[frame.at];
  if (run !== undefined) faults[frame.at] = { ...run, span: [run.span[0], end], hint: besideHint(builder, frame.from) };
  return frame.at;
}

function besideHint({ lexer, bracket }: Builder, from: number): string {
  // Long runs are no name, and reading them again for every word would be quadratic.
  const words = lexer.end - from > 80 ? '' : lexer.text.slice(from, lexer.end);
  if (/^[A-Za-z_]\w*(?:\s+\w+)+$/.test(words)) {
    return `put an operator between them, or write one name: ${words.replace(/\s+/g, '_')}`;
  }
  return bracket.items === undefined ? 'put an operator between them' : 'put an operator or a comma between them';
}

/** `a < b < c`, of which `a < b` is about to be built. */
export function refuseChain({ lexer, frame, from, to }: Builder): void {
  const { text, start, end } = lexer;
  const right = shorten(text.slice(from, to), 40);
  const left = shorten(text.slice(frame.from, to), 40);
  const hint = `write ${left} && ${right} ${text.slice(start, end)} ...`;
  refuseToken(lexer, 'expression/chained-comparison', `${tokenText(lexer)} compares the result of a comparison`, hint);
}

/** `1,000` outside of arguments is meant as one number, and read as one; false where it is not that. */
export function readThousands(builder: Builder): boolean {
  const { lexer, value } = builder;
  const { text, start } = lexer;
  if (value?.kind !== 'number' || value.span[1] !== start || start - value.span[0] > 3) return false;
  const groups = /(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?/y;
  groups.lastIndex = start;
  if (!groups.test(text)) return false;

  lexer.kind = 'number';
  lexer.start = value.span[0];
  lexer.end = groups.lastIndex;
  const digits = text.slice(lexer.start, lexer.end).replaceAll(',', '');
  const message = `${tokenText(lexer)} has commas in it`;
  refuseToken(lexer, 'expression/thousands-separator', message, `write ${digits}`);
  builder.value = { kind: 'number', value: Number(digits), span: [lexer.start, lexer.end] };
  builder.to = lexer.end;
  return true;
}

/**
 * Sees to it that the innermost bracket is the one that this closer closes: reports the brackets inside that were left
 * open. False where the closer closes nothing, which is reported, and is to be passed over.
 */
export function refuseCloser(builder: Builder, closer: Closer): boolean {
  const { lexer } = builder;
  if (openCount(builder, closer) > 0) {
    while (closerOf(builder.bracket) !== closer) {
      refuseUnclosed(builder);
      closeBracket(builder, lexer.previousEnd);
    }
    return true;
  }
  const expected = closerOf(builder.bracket);
  if (expected === undefined || nextCharacter(lexer) === expected) {
    const code = closer === ')' ? 'expression/unopened-parenthesis' : 'expression/unopened-bracket';
    refuseToken(lexer, code, `${tokenText(lexer)} closes nothing`, 'leave it out, or open it before');
    return false;
  }
  // The opening brace was refused already.
  if (expected === '}') return true;
  const opener = openerOf[expected];
  const message = `"${opener}" is closed by ${tokenText(lexer)}`;
  refuseToken(lexer, 'expression/mismatched-bracket', message, `close ${opener} with ${expected}`);
  return true;
}

/** The innermost bracket is still open; unless a text without an end has swallowed what closed it. */
export function refuseUnclosed({ lexer, bracket }: Builder): void {
  const closer = closerOf(bracket);
  if (lexer.tornAt >= 0 || closer === undefined || closer === '}') return;
  const code = closer === ')' ? 'expression/unclosed-parenthesis' : 'expression/unclosed-bracket';
  const message = `"${openerOf[closer]}" is not closed`;
  lexer.faults.push(fault(code, bracket.at, bracket.at + 1, message, `close it with ${closer}`));
}

const openerOf = { ')': '(', ']': '[' } as const;

function closerOf({ kind }: Frame): Closer | undefined {
  if (kind === 'top') return undefined;
  if (kind === 'list') return ']';
  return kind === 'brace' ? '}' : ')';
}

function openCount({ round, square, curly }: Builder, closer: Closer): number {
  if (closer === ')') return round;
  return closer === ']' ? square : curly;
}

function nextCharacter({ text, end }: Lexer): string {
  let at = end;
  while (isBlank(unitAt(text, at))) at++;
  return text.charAt(at);
}
