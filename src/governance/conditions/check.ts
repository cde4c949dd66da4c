import { parseExpression } from '../../expression/parser.js';
import type { BinaryNode, Expression, NameNode } from '../../expression/types.js';
import { foldExpression } from '../../expression/walk.js';
import type { Diagnostic, Path } from '../../foundation/diagnostic.js';
import { type CompiledFacts, unknownFactHint } from '../facts/compile.js';
import { typeArithmetic, typeNegation } from './amount.js';
import { type Checker, printed, refuse } from './checker.js';
import { amongTest, typeComparison } from './compare.js';
import { join, not } from './join.js';
import { typeMembership } from './membership.js';
import { typeCall, typeMethod } from './texts.js';
import { type Typed, typeName } from './typed.js';
import type { Condition } from './types.js';

/** What reading a condition gives: the condition with what is unwise about it, or every fault. */
export type CheckedCondition =
  | {
      readonly ok: true;
      readonly expression: Expression;
      readonly condition: Condition;
      readonly notices: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a condition, as text or as its tree, against the facts. What it lets through cannot fail: every part has the type
 * that its place asks for, no division meets 0, no whole number leaves the range in which it is exact.
 */
export function checkCondition(when: string | Expression, facts: CompiledFacts, path: Path): CheckedCondition {
  const parsed = typeof when === 'string' ? parseExpression(when) : { ok: true as const, expression: when };
  if (!parsed.ok) {
    return { ok: false, diagnostics: parsed.faults.map((fault) => ({ ...fault, severity: 'error', path })) };
  }
  const { expression } = parsed;
  const checker: Checker = { facts, path, hasText: typeof when === 'string', faults: [], notices: [] };
  const typed = foldExpression<Typed>(expression, (node, results, first) =>
    asWritten(node, typeNode(checker, node, results, first)),
  );
  const whole = conditionOf(checker, expression, typed, 'a condition');
  if (whole === undefined || checker.faults.length > 0) return { ok: false, diagnostics: checker.faults };
  return { ok: true, expression, condition: whole, notices: checker.notices };
}

function typeNode(checker: Checker, node: Expression, results: readonly Typed[], first: number): Typed {
  switch (node.kind) {
    case 'number':
      return { type: 'literal', low: node.value, high: node.value, constant: node.value };
    case 'string':
      return { type: 'text', constant: node.value };
    case 'boolean':
      return { type: 'condition', condition: { kind: 'constant', value: node.value } };
    case 'name':
      return typeFact(checker, node);
    case 'list':
      return { type: 'list', items: node.items.map((item, index) => ({ node: item, typed: results[first + index]! })) };
    case 'call':
      return typeCall(checker, node, results.slice(first, first + node.arguments.length));
    case 'method':
      return typeMethod(checker, node, results[first]!, results.slice(first + 1, first + 1 + node.arguments.length));
    case 'unary': {
      const operand = results[first]!;
      if (node.operator === '-') return typeNegation(checker, node, operand);
      const part = conditionOf(checker, node.operand, operand, '!');
      return part === undefined ? { type: 'fault' } : { type: 'condition', condition: not(part) };
    }
    case 'binary':
      return typeBinary(checker, node, results[first]!, results[first + 1]!);
  }
}

/** Remembers which conditions are one comparison to their author: those that are made of tests and of no comparison yet. */
function asWritten(expression: Expression, typed: Typed): Typed {
  if (typed.type !== 'condition') return typed;
  let leaf = typed.condition;
  while (leaf.kind !== 'test') {
    if (leaf.kind === 'constant' || leaf.kind === 'comparison') return typed;
    leaf = leaf.kind === 'not' ? leaf.part : leaf.parts[0]!;
  }
  return { type: 'condition', condition: { kind: 'comparison', expression, part: typed.condition } };
}

function typeFact(checker: Checker, node: NameNode): Typed {
  const fact = checker.facts.indexOf.get(node.name);
  if (fact === undefined) {
    if (node.name === 'sets') return { type: 'namespace' };
    const message = `${node.name} is not a fact`;
    return refuse(checker, 'governance/unknown-fact', node, message, unknownFactHint(checker.facts, node.name));
  }
  const { type } = checker.facts.facts[fact]!;
  switch (type) {
    case 'boolean':
      return { type: 'condition', condition: amongTest(node, fact, [true]) };
    case 'oneOf':
    case 'string':
      return { type: 'text', fact };
    case 'setOf':
      return { type: 'set', fact };
    case 'number':
    case 'integer': {
      const [low, high] = checker.facts.limits[fact]!;
      return { type, low, high, fact };
    }
    default:
      return { type, fact };
  }
}

function typeBinary(checker: Checker, node: BinaryNode, left: Typed, right: Typed): Typed {
  switch (node.operator) {
    case '&&':
    case '||': {
      const a = conditionOf(checker, node.left, left, node.operator);
      const b = conditionOf(checker, node.right, right, node.operator);
      if (a === undefined || b === undefined) return { type: 'fault' };
      return { type: 'condition', condition: join(node.operator === '&&' ? 'all' : 'any', [a, b]) };
    }
    case 'in':
      return typeMembership(checker, node, left, right);
    case '+':
    case '-':
    case '*':
    case '/':
      return typeArithmetic(checker, node, left, right);
    default:
      return typeComparison(checker, node, left, right);
  }
}

/** The condition that a part is; undefined, and reported, where it is something else. */
function conditionOf(checker: Checker, node: Expression, typed: Typed, taker: string): Condition | undefined {
  if (typed.type === 'condition') return typed.condition;
  if (typed.type !== 'fault') {
    const message = `${taker} takes true or false, but ${printed(node)} is ${typeName(typed)}`;
    refuse(checker, 'governance/wrong-type', node, message, 'compare it with a value');
  }
  return undefined;
}
