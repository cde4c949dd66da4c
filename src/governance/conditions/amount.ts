import type { BinaryNode, BinaryOperator, Expression, UnaryNode } from '../../expression/types.js';
import { namesIn, nodesOf } from '../../expression/walk.js';
import type { KnownValues } from '../facts/values.js';
import { type Checker, printed, refuse } from './checker.js';
import { type Amount, isAmount, type Typed, typeName } from './typed.js';

type Arithmetic = '+' | '-' | '*' | '/';

/** Types `a + b`, `a - b`, `a * b` and `a / b`: numbers only, and nothing that could fail. */
export function typeArithmetic(checker: Checker, node: BinaryNode, left: Typed, right: Typed): Typed {
  for (const [part, side] of [
    [left, node.left],
    [right, node.right],
  ] as const) {
    if (part.type === 'fault') return part;
    if (!isAmount(part)) return refuseNumber(checker, node.operator, side, part);
  }
  const operator = node.operator as Arithmetic;
  const [a, b] = [left as Amount, right as Amount];
  if (operator === '/') return typeDivision(checker, node, a, b);
  const type = joinedType(a, b);
  const [low, high] = rangeOf(operator, a, b);
  const constant = resultOf(operator, a.constant, b.constant);
  return checkSize(checker, node, { type, low, high, ...(constant !== undefined && { constant }) });
}

/** Types `-a`. */
export function typeNegation(checker: Checker, node: UnaryNode, typed: Typed): Typed {
  if (typed.type === 'fault') return typed;
  if (!isAmount(typed)) return refuseNumber(checker, '-', node.operand, typed);
  const { type, low, high, constant } = typed;
  return { type, low: -high, high: -low, ...(constant !== undefined && { constant: -constant }) };
}

function refuseNumber(checker: Checker, operator: BinaryOperator, node: Expression, typed: Typed): Typed {
  const message = `${operator} takes numbers, but ${printed(node)} is ${typeName(typed)}`;
  return refuse(
    checker,
    'governance/wrong-type',
    node,
    message,
    'compare days and texts as they are, and calculate with numbers',
  );
}

function typeDivision(checker: Checker, node: BinaryNode, a: Amount, b: Amount): Typed {
  const divisor = printed(node.right);
  if (b.constant === 0 || (b.constant === undefined && b.low <= 0)) {
    const message = `${printed(node)} divides by ${divisor}, which ${b.constant === 0 ? 'is' : 'may be'} 0`;
    const hint = 'divide by a number, or by a fact whose min is above 0; a ratio fact is unknown where it divides by 0';
    return refuse(checker, 'governance/division', node, message, hint);
  }
  const constant = resultOf('/', a.constant, b.constant);
  const whole = a.type !== 'number' && b.type !== 'number' && isWhole(a) && isWhole(b);
  if (whole && !(constant !== undefined && Number.isInteger(constant))) {
    const message = `${printed(node)} divides whole numbers, which CEL rounds toward 0`;
    const hint = 'multiply the other side instead, or make one of them a number fact';
    return refuse(checker, 'governance/division', node, message, hint);
  }
  const type = joinedType(a, b) === 'literal' ? 'literal' : 'number';
  const [low, high] = rangeOf('/', a, b);
  return checkSize(checker, node, { type, low, high, ...(constant !== undefined && { constant }) });
}

function isWhole({ type, constant }: Amount): boolean {
  return type === 'integer' || (constant !== undefined && Number.isInteger(constant));
}

/** A literal takes the type of what it meets, if it can. */
function joinedType(a: Amount, b: Amount): Amount['type'] {
  if (a.type === 'number' || b.type === 'number') return 'number';
  if (a.type === 'literal' && b.type === 'literal') return 'literal';
  return isWhole(a) && isWhole(b) ? 'integer' : 'number';
}

/** Whole numbers stay exact: what could pass 2^53 is refused, and a constant that passes every number. */
function checkSize(checker: Checker, node: BinaryNode, amount: Amount): Typed {
  if (amount.constant !== undefined && !Number.isFinite(amount.constant)) {
    const message = `${printed(node)} is larger than any number`;
    return refuse(checker, 'governance/overflow', node, message, 'the largest number is about 1.79e308');
  }
  const mayPass = amount.low < Number.MIN_SAFE_INTEGER || amount.high > Number.MAX_SAFE_INTEGER;
  const isExact = amount.type === 'integer' || (amount.type === 'literal' && Number.isInteger(amount.constant));
  if (!isExact || !mayPass) return amount;
  const message = `${printed(node)} may pass 2^53, beyond which whole numbers are not exact`;
  return refuse(checker, 'governance/overflow', node, message, 'give its facts a min and a max that keep it smaller');
}

function resultOf(operator: Arithmetic, a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : calculate(operator, a, b);
}

function calculate(operator: Arithmetic, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
  }
}

/** Interval arithmetic (Moore 1966): every operation is monotone in each side, so that the ends come from the ends. */
function rangeOf(operator: Arithmetic, a: Amount, b: Amount): readonly [number, number] {
  const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => calculate(operator, x, y)));
  // An infinity less another one, or times 0, says nothing.
  if (ends.some(Number.isNaN)) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [Math.min(...ends), Math.max(...ends)];
}

/** The facts that an expression reads, in the order of the fact set. */
export function factsIn({ facts }: Checker, ...expressions: readonly Expression[]): readonly number[] {
  const found = new Set(
    expressions.flatMap((expression) => namesIn(expression).map(({ name }) => facts.indexOf.get(name)!)),
  );
  return [...found].sort((a, b) => a - b);
}

/** What computes a number from known facts: a flat program, since a sum may be longer than an engine's stack is deep. */
export function programOf({ facts }: Checker, expression: Expression): (values: KnownValues) => number {
  const steps = nodesOf(expression).map((node): number | { readonly fact: number } | Arithmetic | 'negate' => {
    if (node.kind === 'number') return node.value;
    if (node.kind === 'name') return { fact: facts.indexOf.get(node.name)! };
    return node.kind === 'binary' ? (node.operator as Arithmetic) : 'negate';
  });
  return (values) => {
    const stack: number[] = [];
    for (const step of steps) {
      if (typeof step === 'number') stack.push(step);
      else if (typeof step === 'object') stack.push(values[step.fact] as number);
      else {
        const right = stack.pop()!;
        stack.push(step === 'negate' ? -right : calculate(step, stack.pop()!, right));
      }
    }
    return stack[0]!;
  };
}
