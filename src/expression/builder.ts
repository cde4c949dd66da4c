import { fault } from './faults.js';
import { BESIDE, type Frame, type FrameKind, type InfixOperator, PREFIX } from './frame.js';
import type { Lexer } from './token.js';
import type { Expression, ExpressionLimits, UnaryOperator } from './types.js';

/** A parse under way: what is open, what was read last, and what is expected next. */
export interface Builder {
  readonly lexer: Lexer;
  readonly limits: ExpressionLimits;
  expects: 'operand' | 'operator' | 'nothing';
  /** What was read last; absent where it is missing, which a fault has said. */
  value: Expression | undefined;
  /** From where to where that reaches, its parentheses included. */
  from: number;
  to: number;
  /** The innermost of what is open, and the innermost bracket. */
  frame: Frame;
  bracket: Frame;
  nodes: number;
  depth: number;
  /** How many brackets of each kind are open. */
  round: number;
  square: number;
  curly: number;
}

export function createBuilder(lexer: Lexer, limits: ExpressionLimits): Builder {
  const top: Frame = {
    kind: 'top',
    power: 0,
    operator: undefined,
    left: undefined,
    name: '',
    from: 0,
    at: 0,
    items: undefined,
    outer: undefined,
    bracket: undefined,
  };
  return {
    lexer,
    limits,
    expects: 'operand',
    value: undefined,
    from: 0,
    to: 0,
    frame: top,
    bracket: top,
    nodes: 0,
    depth: 0,
    round: 0,
    square: 0,
    curly: 0,
  };
}

/** A number, text, truth value or name was read, or was refused. */
export function setOperand(builder: Builder, value: Expression | undefined, from: number, to: number): void {
  builder.value = value;
  builder.expects = 'operator';
  if (value === undefined) return;
  builder.from = from;
  builder.to = to;
  countNode(builder);
}

export function openPrefix(builder: Builder, operator: UnaryOperator, from: number): void {
  pushFrame(builder, {
    kind: 'prefix',
    power: PREFIX,
    operator,
    left: undefined,
    name: '',
    from,
    at: from,
    items: undefined,
    outer: builder.frame,
    bracket: builder.bracket,
  });
  countDepth(builder, from);
  countNode(builder);
}

/** The value read last becomes the left side; whatever bound it more tightly has been built. */
export function openInfix(builder: Builder, operator: InfixOperator, power: number, at: number): void {
  pushFrame(builder, {
    kind: 'infix',
    power,
    operator,
    left: builder.value,
    name: '',
    from: builder.from,
    at,
    items: undefined,
    outer: builder.frame,
    bracket: builder.bracket,
  });
  if (power !== BESIDE) countNode(builder);
}

/** Opens a bracket; for a call or a method, with its name, and for a method the value read last as its target. */
export function openBracket(builder: Builder, kind: FrameKind, from: number, at: number, name: string): void {
  const counts = kind !== 'group' && kind !== 'brace';
  const frame: Frame = {
    kind,
    power: 0,
    operator: undefined,
    left: builder.value,
    name,
    from,
    at,
    items: counts ? [] : undefined,
    outer: builder.frame,
    bracket: builder.bracket,
  };
  pushFrame(builder, frame);
  builder.bracket = frame;
  if (kind === 'list') builder.square++;
  else if (kind === 'brace') builder.curly++;
  else builder.round++;
  countDepth(builder, at);
  if (counts) countNode(builder);
}

/** Takes the value read last as an argument or item, and expects the next. */
export function takeItem(builder: Builder): void {
  settle(builder, 1);
  if (builder.value !== undefined) builder.bracket.items!.push(builder.value);
  builder.value = undefined;
  builder.expects = 'operand';
}

/** Closes the innermost bracket, whose text ends at `to`. */
export function closeBracket(builder: Builder, to: number): void {
  settle(builder, 1);
  const frame = builder.bracket;
  builder.frame = frame.outer!;
  builder.bracket = frame.bracket!;
  builder.depth--;
  if (frame.kind === 'list') builder.square--;
  else if (frame.kind === 'brace') builder.curly--;
  else builder.round--;

  if (frame.items !== undefined) {
    if (builder.value !== undefined) frame.items.push(builder.value);
    builder.value = nodeOf(frame, frame.items, to);
  }
  builder.from = frame.from;
  builder.to = to;
  builder.expects = 'operator';
}

/** Builds every open operator that binds at least as tightly as `power`. */
export function settle(builder: Builder, power: number): void {
  while (builder.frame.power >= power) {
    const frame = builder.frame;
    builder.frame = frame.outer!;
    if (frame.kind === 'prefix') buildPrefix(builder, frame);
    else buildInfix(builder, frame);
  }
}

function buildPrefix(builder: Builder, frame: Frame): void {
  builder.depth--;
  const operand = builder.value;
  if (operand === undefined) return;
  const operator = frame.operator as UnaryOperator;
  builder.value = { kind: 'unary', operator, operand, span: [frame.from, builder.to] };
  builder.from = frame.from;
}

function buildInfix(builder: Builder, { operator, left, from }: Frame): void {
  const right = builder.value;
  if (left === undefined) return;
  builder.from = from;
  if (right === undefined || operator === 'beside') builder.value = left;
  else if (operator === '^')
    builder.value = { kind: 'call', name: 'pow', arguments: [left, right], span: [from, builder.to] };
  else
    builder.value = {
      kind: 'binary',
      operator: operator as Exclude<InfixOperator, '^' | 'beside'>,
      left,
      right,
      span: [from, builder.to],
    };
}

function nodeOf({ kind, left, name, from }: Frame, items: readonly Expression[], to: number): Expression | undefined {
  if (kind === 'list') return { kind, items, span: [from, to] };
  if (kind === 'call') return { kind, name, arguments: items, span: [from, to] };
  return left && { kind: 'method', target: left, name, arguments: items, span: [from, to] };
}

function pushFrame(builder: Builder, frame: Frame): void {
  builder.frame = frame;
  builder.value = undefined;
  builder.expects = 'operand';
}

function countNode(builder: Builder): void {
  const { lexer, limits } = builder;
  if (++builder.nodes <= limits.nodes || builder.expects === 'nothing') return;
  stop(builder);
  const message = `the expression has more than ${limits.nodes} parts`;
  const hint = 'split it: give its parts names of their own';
  lexer.faults.push(fault('expression/too-many-nodes', lexer.start, lexer.end, message, hint));
}

function countDepth(builder: Builder, at: number): void {
  const { lexer, limits } = builder;
  if (++builder.depth <= limits.depth) return;
  stop(builder);
  const message = `brackets, calls and prefix operators stand more than ${limits.depth} deep inside each other`;
  const hint = 'split it: give inner parts names of their own';
  lexer.faults.push(fault('expression/too-deep', at, at + 1, message, hint));
}

/** Beyond a limit nothing more is read, and what was read is no tree. */
function stop(builder: Builder): void {
  builder.expects = 'nothing';
  builder.value = undefined;
}
