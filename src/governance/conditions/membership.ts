import type { BinaryNode, Expression, MethodNode } from '../../expression/types.js';
import { type Checker, printed, refuse } from './checker.js';
import {
  amongTest,
  amongTexts,
  foregoneFor,
  limitsText,
  noticeForegone,
  opaque,
  refuseValue,
  typeComparison,
} from './compare.js';
import { join, never, not } from './join.js';
import { isAmount, isMoment, type Typed, type TypedNode, typeName } from './typed.js';
import type { Condition } from './types.js';

/** Types `a in b`: an element of a set fact, or one value of a literal list. */
export function typeMembership(checker: Checker, node: BinaryNode, left: Typed, right: Typed): Typed {
  if (left.type === 'fault' || right.type === 'fault') return { type: 'fault' };
  if (right.type === 'set') return inSet(checker, node, left, right.fact);
  if (right.type === 'list') return inList(checker, node, left, right.items);
  const message = `in takes a set or a list on its right, but ${printed(node.right)} is ${typeName(right)}`;
  return refuse(checker, 'governance/wrong-type', node, message, "write a list: risk in ['low', 'medium']");
}

function inSet(checker: Checker, node: BinaryNode, left: Typed, set: number): Typed {
  const { id } = checker.facts.facts[set]!;
  if (left.type !== 'text') {
    const message = `the elements of ${id} are texts, but ${printed(node.left)} is ${typeName(left)}`;
    return refuse(checker, 'governance/wrong-type', node, message, `write an element of ${id} in quotes`);
  }
  if (left.constant !== undefined) return memberOf(checker, node, set, left.constant);
  const fact = left.fact!;
  const ways = elementsOf(checker, set).map((element) =>
    join('all', [amongTest(node, fact, [element]), memberTest(node, set, element)]),
  );
  return { type: 'condition', condition: join('any', ways) };
}

function memberOf(checker: Checker, node: Expression, set: number, element: string): Typed {
  const known = elementsOf(checker, set);
  if (known.includes(element)) return { type: 'condition', condition: memberTest(node, set, element) };
  return refuseValue(checker, node, element, checker.facts.facts[set]!.id, known, 'an element');
}

function memberTest(node: Expression, fact: number, element: string): Condition {
  return { kind: 'test', test: { kind: 'member', span: node.span, expression: node, fact, element } };
}

function elementsOf({ facts }: Checker, set: number): readonly string[] {
  const fact = facts.facts[set]!;
  return fact.type === 'setOf' ? fact.values : [];
}

function inList(checker: Checker, node: BinaryNode, left: Typed, items: readonly TypedNode[]): Typed {
  if (items.some(({ typed }) => typed.type === 'fault')) return { type: 'fault' };
  const open = items.find(({ typed }) => !('constant' in typed));
  if (open !== undefined) {
    const message = `${printed(open.node)} is no fixed value; a list in a condition has only those`;
    return refuse(checker, 'governance/wrong-type', open.node, message, 'compare with it by itself: a == b || a == c');
  }
  if (items.length === 0) return inNothing(checker, node, left);
  if (left.type === 'text' && left.fact !== undefined && items.every(({ typed }) => typed.type === 'text')) {
    return amongTexts(
      checker,
      node,
      left.fact,
      items.map(({ node, typed }) => ({ node, value: (typed as { constant: string }).constant })),
    );
  }
  const fits = (typed: Typed): boolean => typed.type === left.type || (isAmount(typed) && isAmount(left));
  if ((isAmount(left) || isMoment(left)) && left.fact !== undefined && items.every(({ typed }) => fits(typed))) {
    return amongNumbers(checker, node, left.fact, items);
  }
  // Each item by itself: computed values, and whatever has to be refused.
  const equals = items.map((item): Typed => typeComparison(checker, equalTo(node, item.node), left, item.typed));
  const conditions = equals.flatMap((typed) => (typed.type === 'condition' ? [typed.condition] : []));
  if (conditions.length < equals.length) return { type: 'fault' };
  return { type: 'condition', condition: join('any', conditions) };
}

/** An empty list: false once what is asked is known, and unknown as long as it is not. */
function inNothing(checker: Checker, node: BinaryNode, left: Typed): Typed {
  if (left.type !== 'text' && !isAmount(left) && !isMoment(left)) {
    const message = `in takes a number, day or text on its left, but ${printed(node.left)} is ${typeName(left)}`;
    return refuse(checker, 'governance/wrong-type', node, message, "ask for one value: risk in ['low', 'medium']");
  }
  noticeForegone(checker, node, false, 'the list is empty');
  if (left.constant !== undefined) return { type: 'condition', condition: never };
  if (left.fact === undefined) return opaque(checker, node, () => false);
  return { type: 'condition', condition: amongTest(node, left.fact, []) };
}

function amongNumbers(checker: Checker, node: BinaryNode, fact: number, items: readonly TypedNode[]): Typed {
  const values = items.map(({ typed }) => (typed as { constant: number }).constant);
  const why = limitsText(checker, fact);
  const never = items.filter((_, index) => foregoneFor(checker, fact, '==', values[index]!) === false);
  const possible = new Set(values.filter((value) => foregoneFor(checker, fact, '==', value) !== false));
  if (possible.size === 0) noticeForegone(checker, node, false, why);
  else for (const item of never) noticeForegone(checker, equalTo(node, item.node), false, why);
  const [low, high] = checker.facts.limits[fact]!;
  const count = checker.facts.facts[fact]!.type === 'number' && low < high ? Number.POSITIVE_INFINITY : high - low + 1;
  if (possible.size === count) noticeForegone(checker, node, true, why);
  return { type: 'condition', condition: amongTest(node, fact, values) };
}

/** The question for one item of a list, where the item stands. */
function equalTo(node: BinaryNode, right: Expression): BinaryNode {
  return { ...node, operator: '==', right, span: right.span };
}

const setFunctions = ['contains', 'intersects', 'equivalent'] as const;

/** Types `sets.contains(a, b)`, `sets.intersects(a, b)` and `sets.equivalent(a, b)`, as CEL's extension for sets names them. */
export function typeSetFunction(checker: Checker, node: MethodNode, parts: readonly Typed[]): Typed {
  const name = setFunctions.find((known) => known === node.name);
  if (name === undefined) {
    const message = `sets.${node.name} is no function`;
    return refuse(checker, 'governance/unknown-function', node, message, `sets has ${setFunctions.join(', ')}`);
  }
  if (parts.some(({ type }) => type === 'fault')) return { type: 'fault' };
  const [first, second] = parts;
  const pair = parts.length === 2 && first && second ? setAndList(first, second) : undefined;
  if (pair === undefined) {
    const message = `sets.${name} takes a set fact and a list of its elements`;
    return refuse(checker, 'governance/wrong-arguments', node, message, `write sets.${name}(regions, ['EU', 'US'])`);
  }
  const elements = elementsIn(checker, pair.set, pair.items);
  if (elements === undefined) return { type: 'fault' };
  const condition = setCondition(checker, node, name, pair.set, elements, first!.type === 'set');
  if (condition.kind === 'constant') noticeForegone(checker, node, condition.value, 'whatever the set is');
  return { type: 'condition', condition };
}

function setAndList(a: Typed, b: Typed): { readonly set: number; readonly items: readonly TypedNode[] } | undefined {
  if (a.type === 'set' && b.type === 'list') return { set: a.fact, items: b.items };
  return b.type === 'set' && a.type === 'list' ? { set: b.fact, items: a.items } : undefined;
}

/** The elements that a list names; undefined where one of them was refused. */
function elementsIn(checker: Checker, set: number, items: readonly TypedNode[]): ReadonlySet<string> | undefined {
  const { id } = checker.facts.facts[set]!;
  const known = new Set(elementsOf(checker, set));
  const faults = checker.faults.length;
  const elements = new Set<string>();
  for (const { node, typed } of items) {
    if (typed.type === 'fault') return undefined;
    if (typed.type !== 'text' || typed.constant === undefined) {
      const message = `the elements of ${id} are texts in quotes, but ${printed(node)} is none`;
      refuse(checker, 'governance/wrong-type', node, message, `write elements of ${id} in quotes`);
    } else if (known.has(typed.constant)) elements.add(typed.constant);
    else refuseValue(checker, node, typed.constant, id, [...known], 'an element');
  }
  return checker.faults.length > faults ? undefined : elements;
}

/** A set is taken apart into its elements, which is exact, since they are known. */
function setCondition(
  checker: Checker,
  node: Expression,
  name: (typeof setFunctions)[number],
  set: number,
  elements: ReadonlySet<string>,
  setFirst: boolean,
): Condition {
  const has = (element: string): Condition => memberTest(node, set, element);
  const listed = [...elements].map(has);
  const others = elementsOf(checker, set)
    .filter((element) => !elements.has(element))
    .map((element) => not(has(element)));
  if (name === 'intersects') return join('any', listed);
  if (name === 'equivalent') return join('all', [...listed, ...others]);
  return join('all', setFirst ? listed : others);
}
