import { printExpression } from '../expression/printer.js';
import type {
  BinaryNode,
  BinaryOperator,
  CallNode,
  Expression,
  ListNode,
  MethodNode,
  Span,
  UnaryNode,
} from '../expression/types.js';
import { countParts, foldExpression } from '../expression/walk.js';
import type { CompiledFacts } from './facts/compile.js';
import type { Fact } from './facts/types.js';
import { unseal } from './seal.js';
import type { Policy } from './types.js';

/** The types that CEL gives to facts. */
export type CelType = 'double' | 'int' | 'bool' | 'string' | 'list(string)' | 'timestamp' | 'duration';

/** A policy's conditions for an evaluator of CEL. Plain JSON. */
export interface CelPolicy {
  /** What to declare: every fact of the policy, derived ones too, which the host then has to compute. */
  readonly variables: readonly { readonly name: string; readonly type: CelType }[];
  /** The condition of each rule, in the order of the policy. */
  readonly rules: readonly { readonly id: string; readonly when: string }[];
}

/**
 * Returns the conditions of a policy as strict CEL, that is without anything an evaluator would have to convert or need an
 * extension for: numbers have the type of what they meet (`cost < 50000.0`), whole numbers that meet others are converted
 * (`double(interviews)`), days are timestamps at midnight UTC, and questions to sets are asked element by element.
 *
 * What follows from the rules (hit policy, outcomes, `otherwise`) is no CEL and stays in the policy. An absent fact is a
 * variable without a value there: CEL answers with an error where the policy says unknown, and with true or false alike.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number(), interviews: fact.integer(), launch: fact.date() });
 * const policy = definePolicy({
 *   id: 'shipping', version: '1', facts, hit: 'first', onUnknown: 'ask',
 *   rules: [{ id: 'cheap', when: `cost < 50000 && interviews >= 5`, then: outcome.autonomous() }],
 *   otherwise: outcome.forbidden(),
 * });
 * policyToCel(policy).rules; //=> [{ id: 'cheap', when: 'cost < 50000.0 && interviews >= 5' }]
 * policyToCel(policy).variables[2]; //=> { name: 'launch', type: 'timestamp' }
 */
export function policyToCel(policy: Policy): CelPolicy {
  const { facts, rules } = unseal(policy);
  return {
    variables: facts.facts.map(({ id, type }) => ({ name: id, type: celTypes[type] })),
    rules: rules.map(({ id, expression }) => ({ id, when: conditionToCel(expression, facts) })),
  };
}

const celTypes: Readonly<Record<Fact['type'], CelType>> = {
  number: 'double',
  integer: 'int',
  boolean: 'bool',
  oneOf: 'string',
  string: 'string',
  setOf: 'list(string)',
  date: 'timestamp',
  instant: 'timestamp',
  duration: 'duration',
};

/** Gives the strict CEL of a condition that was checked against these facts. */
function conditionToCel(condition: Expression, facts: CompiledFacts): string {
  const { tree } = foldExpression<Part>(condition, (node, parts, first) =>
    partOf(node, parts.slice(first, first + countParts(node)), facts),
  );
  return printExpression(tree);
}

/** A part of a condition in CEL. */
interface Part {
  readonly tree: Expression;
  /** What a whole number is as a double; absent for whatever else. */
  readonly double?: Expression;
  /** Of a whole number: no fact is in it. */
  readonly constant?: boolean;
  /** The items of a list, which take their type from what is looked for. */
  readonly items?: readonly Part[];
}

function partOf(node: Expression, parts: readonly Part[], facts: CompiledFacts): Part {
  const trees = parts.map(({ tree }) => tree);
  switch (node.kind) {
    case 'number':
      return numberPart(node.value);
    case 'string':
    case 'boolean':
      return { tree: node };
    case 'name':
      return typeOf(node, facts) === 'integer' ? wholePart(node) : { tree: node };
    case 'call':
      return { tree: momentOf(node, trees[0]!) };
    case 'list':
      return { tree: list(trees), items: parts };
    case 'method': {
      if (isSets(node, facts)) return { tree: askSet(node.name, trees[1]!, trees[2]!, facts) };
      return { tree: { ...node, target: trees[0]!, arguments: trees.slice(1) } };
    }
    case 'unary':
      return unaryPart(node, parts[0]!);
    case 'binary':
      if (node.operator === 'in' && typeOf(node.left, facts) && typeOf(node.right, facts) === 'setOf') {
        return { tree: askEach(node, facts) };
      }
      return binaryPart(node, parts[0]!, parts[1]!);
  }
}

function numberPart(value: number): Part {
  const text = String(value);
  // CEL tells doubles by their point, for which a tree has no node: a name prints as it is.
  const double = name(/[.e]/.test(text) ? text : `${text}.0`);
  return Number.isSafeInteger(value) ? { tree: name(text), double, constant: true } : { tree: double };
}

/** A whole number with a fact in it: exact, so that it may be converted at the end. */
function wholePart(tree: Expression): Part {
  return { tree, double: { kind: 'call', name: 'double', arguments: [tree], span: nowhere } };
}

function unaryPart(node: UnaryNode, { tree, double, constant }: Part): Part {
  const whole = { ...node, operand: tree };
  if (double === undefined) return { tree: whole };
  return constant ? { tree: whole, double: { ...node, operand: double }, constant } : wholePart(whole);
}

function binaryPart(node: BinaryNode, left: Part, right: Part): Part {
  if (right.items !== undefined) return lookUp(node, left, right.items);
  const [a, b] = alike([left, right]) as [Expression, Expression];
  const tree = { ...node, left: a, right: b };
  if (!isArithmetic(node.operator) || left.double === undefined || right.double === undefined) return { tree };
  if (!left.constant || !right.constant) return wholePart(tree);
  return { tree, double: { ...node, left: left.double, right: right.double }, constant: true };
}

function lookUp(node: BinaryNode, left: Part, items: readonly Part[]): Part {
  const [value, ...values] = alike([left, ...items]);
  return { tree: { ...node, left: value!, right: list(values) } };
}

/** Whole numbers as they are among themselves, and as doubles beside one. */
function alike(parts: readonly Part[]): readonly Expression[] {
  const isWhole = parts.every(({ double }) => double !== undefined);
  return parts.map(({ tree, double }) => (isWhole ? tree : (double ?? tree)));
}

function isArithmetic(operator: BinaryOperator): boolean {
  return operator === '+' || operator === '-' || operator === '*' || operator === '/';
}

function momentOf(node: CallNode, text: Expression): Expression {
  if (node.name !== 'date' || text.kind !== 'string') return { ...node, arguments: [text] };
  return { ...node, name: 'timestamp', arguments: [{ ...text, value: `${text.value}T00:00:00Z` }] };
}

function isSets({ target }: MethodNode, facts: CompiledFacts): boolean {
  return target.kind === 'name' && target.name === 'sets' && !facts.indexOf.has(target.name);
}

/** Asks a set for each element; base CEL has no functions for sets. */
function askSet(called: string, a: Expression, b: Expression, facts: CompiledFacts): Expression {
  const [set, listed] = a.kind === 'list' ? [b, a] : [a, b as ListNode];
  const wanted = new Set(listed.items.flatMap((item) => (item.kind === 'string' ? [item.value] : [])));
  const has = [...wanted].map((value) => elementIn(value, set));
  const lacks = elementsOf(set, facts)
    .filter((value) => !wanted.has(value))
    .map((value) => negated(elementIn(value, set)));

  if (called === 'intersects') return chain('||', has);
  if (called === 'equivalent') return chain('&&', [...has, ...lacks]);
  return chain('&&', a.kind === 'list' ? lacks : has);
}

/** Asks whether a text fact is an element of a set fact, so that one of them may be absent where the other settles it. */
function askEach(node: BinaryNode, facts: CompiledFacts): Expression {
  const ways = elementsOf(node.right, facts).map((value): Expression => {
    const isIt: Expression = { ...node, operator: '==', right: { kind: 'string', value, span: nowhere } };
    return chain('&&', [isIt, elementIn(value, node.right)]);
  });
  return chain('||', ways);
}

function elementsOf(set: Expression, facts: CompiledFacts): readonly string[] {
  const fact = factOf(set, facts);
  return fact?.type === 'setOf' ? fact.values : [];
}

function factOf(node: Expression, { facts, indexOf }: CompiledFacts): Fact | undefined {
  return node.kind === 'name' ? facts[indexOf.get(node.name) ?? -1] : undefined;
}

function typeOf(node: Expression, facts: CompiledFacts): Fact['type'] | undefined {
  return factOf(node, facts)?.type;
}

const nowhere: Span = [0, 0];

function name(text: string): Expression {
  return { kind: 'name', name: text, span: nowhere };
}

function list(items: readonly Expression[]): ListNode {
  return { kind: 'list', items, span: nowhere };
}

function elementIn(value: string, set: Expression): Expression {
  return { kind: 'binary', operator: 'in', left: { kind: 'string', value, span: nowhere }, right: set, span: nowhere };
}

function negated(operand: Expression): Expression {
  return { kind: 'unary', operator: '!', operand, span: nowhere };
}

/** None of no parts holds, and all of none do. */
function chain(operator: '&&' | '||', parts: readonly Expression[]): Expression {
  if (parts.length === 0) return { kind: 'boolean', value: operator === '&&', span: nowhere };
  return parts.reduce((left, right) => ({ kind: 'binary', operator, left, right, span: nowhere }));
}
