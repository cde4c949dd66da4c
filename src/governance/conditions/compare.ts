import type { BinaryNode, Expression } from '../../expression/types.js';
import { fromScale, type KnownValues, type Scalar, toScale } from '../facts/values.js';
import { factsIn, programOf } from './amount.js';
import { type Checker, notice, printed, refuse } from './checker.js';
import { always, never, not, same } from './join.js';
import { type Amount, isAmount, isMoment, type Moment, type Text, type Typed, typeName } from './typed.js';
import type { Condition, Test } from './types.js';
import { valuesHint } from './values-hint.js';

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
};

/** Types a comparison of two parts. */
export function typeComparison(checker: Checker, node: BinaryNode, left: Typed, right: Typed): Typed {
  if (left.type === 'fault' || right.type === 'fault') return { type: 'fault' };
  const operator = node.operator as Comparison;
  if (isAmount(left) && isAmount(right)) return ordered(checker, node, operator, left, right);
  if (isMoment(left) && left.type === right.type) return ordered(checker, node, operator, left, right as Moment);
  if (operator !== '==' && operator !== '!=') return refuseOrder(checker, node, left, right);
  if (left.type === 'text' && right.type === 'text') return texts(checker, node, left, right);
  if (left.type === 'condition' && right.type === 'condition') {
    const condition = same(left.condition, right.condition);
    return { type: 'condition', condition: operator === '==' ? condition : not(condition) };
  }
  return refuseTypes(checker, node, left, right);
}

function ordered(
  checker: Checker,
  node: BinaryNode,
  operator: Comparison,
  left: Amount | Moment,
  right: Amount | Moment,
): Typed {
  if (left.constant !== undefined && right.constant !== undefined) {
    return settled(checker, node, compare(operator, left.constant, right.constant));
  }
  if (left.fact !== undefined && right.constant !== undefined) {
    return bounded(checker, node, left.fact, operator, right.constant);
  }
  if (right.fact !== undefined && left.constant !== undefined) {
    return bounded(checker, node, right.fact, mirrored[operator], left.constant);
  }
  const outcome = isAmount(left) && isAmount(right) ? foregone(operator, left, right) : undefined;
  if (outcome !== undefined) noticeForegone(checker, node, outcome, 'whatever its facts are');
  const [a, b] = [readerOf(checker, left, node.left), readerOf(checker, right, node.right)];
  return opaque(checker, node, (values) => compare(operator, a(values), b(values)));
}

function readerOf(checker: Checker, part: Amount | Moment, node: Expression): (values: KnownValues) => number {
  const { fact, constant } = part;
  if (constant !== undefined) return () => constant;
  return fact === undefined ? programOf(checker, node) : (values) => values[fact] as number;
}

/** A test that cells cannot say. */
export function opaque(checker: Checker, node: Expression, holds: (values: KnownValues) => boolean): Typed {
  const test: Test = { kind: 'opaque', span: node.span, expression: node, facts: factsIn(checker, node), holds };
  return { type: 'condition', condition: { kind: 'test', test } };
}

/** A fact against a value. */
function bounded(checker: Checker, node: BinaryNode, fact: number, operator: Comparison, value: number): Typed {
  const outcome = foregoneFor(checker, fact, operator, value);
  if (outcome !== undefined) noticeForegone(checker, node, outcome, limitsText(checker, fact));
  if (operator === '==' || operator === '!=') {
    const condition = amongTest(node, fact, [value]);
    return { type: 'condition', condition: operator === '==' ? condition : not(condition) };
  }
  const test: Test = { kind: 'compare', span: node.span, expression: node, fact, operator, value };
  return { type: 'condition', condition: { kind: 'test', test } };
}

/** What comparing a fact with a value comes to, where its limits leave only one answer. */
export function foregoneFor(checker: Checker, fact: number, operator: Comparison, value: number): boolean | undefined {
  const [low, high] = checker.facts.limits[fact]!;
  const equality = operator === '==' || operator === '!=';
  const impossible = checker.facts.facts[fact]!.type !== 'number' && !Number.isInteger(value);
  if (equality && impossible) return operator === '!=';
  if (equality && low === high && low === value) return operator === '==';
  return foregone(operator, { low, high }, { low: value, high: value });
}

type Range = Pick<Amount, 'low' | 'high'>;

/** What a comparison of two ranges comes to, where it can come to one thing only. */
function foregone(operator: Comparison, left: Range, right: Range): boolean | undefined {
  switch (operator) {
    case '<':
      if (left.high < right.low) return true;
      return left.low >= right.high ? false : undefined;
    case '<=':
      if (left.high <= right.low) return true;
      return left.low > right.high ? false : undefined;
    case '>':
      return foregone('<', right, left);
    case '>=':
      return foregone('<=', right, left);
    default: {
      const apart = left.high < right.low || right.high < left.low;
      return apart ? operator === '!=' : undefined;
    }
  }
}

function compare(operator: Comparison, a: number, b: number): boolean {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '==':
      return a === b;
    case '!=':
      return a !== b;
  }
}

function texts(checker: Checker, node: BinaryNode, left: Text, right: Text): Typed {
  const negated = node.operator === '!=';
  if (left.constant !== undefined && right.constant !== undefined) {
    return settled(checker, node, (left.constant === right.constant) !== negated);
  }
  if (left.constant === undefined && right.constant === undefined) {
    const [a, b] = [left.fact!, right.fact!];
    return opaque(checker, node, (values) => (values[a] === values[b]) !== negated);
  }
  const value = left.constant ?? right.constant!;
  const typed = amongTexts(checker, node, left.fact ?? right.fact!, [{ node, value }]);
  return negated && typed.type === 'condition' ? { type: 'condition', condition: not(typed.condition) } : typed;
}

/** A text with the place to point at. */
interface TextNode {
  readonly node: Expression;
  readonly value: string;
}

/** A fact is one of these texts, each of which it must be able to be. */
export function amongTexts(checker: Checker, node: Expression, fact: number, texts: readonly TextNode[]): Typed {
  const { id, ...definition } = checker.facts.facts[fact]!;
  const values = texts.map(({ value }) => value);
  if (definition.type === 'oneOf') {
    const known = new Set(definition.values);
    const strange = texts.filter(({ value }) => !known.has(value));
    for (const { node, value } of strange) refuseValue(checker, node, value, id, definition.values, 'a value');
    if (strange.length > 0) return { type: 'fault' };
    if (new Set(values).size === known.size)
      noticeForegone(checker, node, !isNegated(node), `${id} has no other values`);
  }
  return { type: 'condition', condition: amongTest(node, fact, values) };
}

export function amongTest(node: Expression, fact: number, values: readonly Scalar[]): Condition {
  const test: Test = { kind: 'among', span: node.span, expression: node, fact, values: [...new Set(values)] };
  return { kind: 'test', test };
}

/** A text is no value of its fact: it could be a slip of the pen, and would never hold. */
export function refuseValue(
  checker: Checker,
  node: Expression,
  value: string,
  fact: string,
  known: readonly string[],
  what: 'a value' | 'an element',
): Typed {
  return refuse(
    checker,
    'governance/impossible-value',
    node,
    `${printed({ kind: 'string', value, span: node.span })} is not ${what} of ${fact}`,
    valuesHint(value, known),
  );
}

function settled(checker: Checker, node: Expression, value: boolean): Typed {
  noticeForegone(checker, node, value, 'it compares no fact');
  return { type: 'condition', condition: value ? always : never };
}

/** Says that a comparison can turn out in one way only. */
export function noticeForegone(checker: Checker, node: Expression, outcome: boolean, why: string): void {
  const code = outcome ? 'governance/always-true' : 'governance/always-false';
  const message = `${printed(node)} is ${outcome ? 'always' : 'never'} true: ${why}`;
  notice(checker, code, node, message, 'leave it out, or correct the value or the limits of the fact');
}

export function limitsText(checker: Checker, fact: number): string {
  const { id, type } = checker.facts.facts[fact]!;
  const [min, max] = checker.facts.limits[fact]!;
  const [from, to] = [min, max].map((value) => fromScale(type as Moment['type'], value));
  return type === 'integer' ? `${id} is a whole number from ${from} to ${to}` : `${id} is from ${from} to ${to}`;
}

function refuseOrder(checker: Checker, node: BinaryNode, left: Typed, right: Typed): Typed {
  if (left.type !== right.type) return refuseTypes(checker, node, left, right);
  const message = `${node.operator} needs an order, which ${typeName(left)} has not`;
  const hint = left.type === 'text' ? "list the values that are meant: in ['low', 'medium']" : 'compare with == or !=';
  return refuse(checker, 'governance/wrong-type', node, message, hint);
}

function refuseTypes(checker: Checker, node: BinaryNode, left: Typed, right: Typed): Typed {
  const message = `${printed(node.left)} is ${typeName(left)}, but ${printed(node.right)} is ${typeName(right)}`;
  return refuse(checker, 'governance/wrong-type', node, message, typesHint(left, right));
}

function typesHint(left: Typed, right: Typed): string {
  const [moment] = [left, right].filter(isMoment);
  const [text] = [left, right].filter((part) => part.type === 'text');
  if (moment && text) {
    const written =
      text.constant !== undefined && toScale(moment.type, text.constant) !== undefined ? text.constant : '…';
    return `write ${moment.type === 'instant' ? 'timestamp' : moment.type}('${written}')`;
  }
  const isSet = left.type === 'set' || right.type === 'set';
  if (isSet)
    return "ask for an element, 'EU' in regions, or compare with sets.equivalent, sets.contains or sets.intersects";
  return 'compare values of one type';
}

function isNegated(node: Expression): boolean {
  return node.kind === 'binary' && node.operator === '!=';
}
