import { printExpression } from '../../expression/printer.js';
import type { BinaryNode, Expression, MethodNode } from '../../expression/types.js';
import { printable } from '../../foundation/shorten.js';
import type { AmongTest, Condition, OpaqueTest, Test } from '../conditions/types.js';
import { isOrdered } from '../facts/values.js';
import {
  choiceText,
  clauseOf,
  joined,
  listed,
  noneOf,
  numberText,
  type Order,
  orderText,
  orderWord,
  quoted,
  valueText,
  type Wording,
} from './wording.js';

/**
 * A condition in words: `risk is high and regions include EU`. Negations move inward to the comparisons (De Morgan), where
 * they read best and, absent facts included, mean the same.
 */
export function conditionWords(condition: Condition, wording: Wording): string {
  return say(condition, true, wording).text;
}

/** That one comparison holds, or does not. */
export function testWords(test: Test, holds: boolean, wording: Wording): string {
  switch (test.kind) {
    case 'compare': {
      const order = holds ? test.operator : opposites[test.operator];
      return clauseOf(wording, test.fact, orderText(wording.facts.facts[test.fact]!, order, test.value));
    }
    case 'among':
      return amongWords(test, holds, wording);
    case 'member':
      return `${wording.names[test.fact]} ${holds ? 'include' : 'do not include'} ${choiceText(test.element)}`;
    case 'opaque':
      return opaqueWords(test, holds, wording);
  }
}

interface Said {
  readonly text: string;
  /** Whether it is of several parts, and needs parentheses among others. */
  readonly several: boolean;
}

const opposites: Readonly<Record<Order, Order>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

function say(condition: Condition, holds: boolean, wording: Wording): Said {
  switch (condition.kind) {
    case 'constant':
      return { text: condition.value === holds ? 'always' : 'never', several: false };
    case 'test':
      return { text: testWords(condition.test, holds, wording), several: false };
    case 'not':
      return say(condition.part, !holds, wording);
    case 'comparison': {
      const text = setWords(condition.expression, holds, wording);
      return text === undefined ? say(condition.part, holds, wording) : { text, several: false };
    }
    case 'same': {
      const [a, b] = condition.parts.map((part) => inParentheses(say(part, true, wording)));
      return { text: holds ? `${a} exactly when ${b}` : `either ${a} or ${b}, not both`, several: true };
    }
    default: {
      const parts = condition.parts.map((part) => inParentheses(say(part, holds, wording)));
      return { text: joined(parts, (condition.kind === 'all') === holds ? 'and' : 'or'), several: true };
    }
  }
}

function inParentheses({ text, several }: Said): string {
  return several ? `(${text})` : text;
}

function amongWords({ fact, values }: AmongTest, holds: boolean, wording: Wording): string {
  const definition = wording.facts.facts[fact]!;
  const name = wording.names[fact]!;
  if (definition.type === 'boolean') return truthWords(name, holds === values.includes(true));
  if (values.length === 0) return holds ? 'never' : 'always';
  const words = values.map((value) => valueText(definition, value));
  const said = holds ? listed(words, 'or') : noneOf(words);
  return isOrdered(definition.type) ? clauseOf(wording, fact, said) : `${name} is ${said}`;
}

/** A name of one word reads as what holds or not; a longer label is a question. */
export function truthWords(name: string, holds: boolean): string {
  if (name.includes(' ')) return `${name} is ${holds}`;
  return holds ? name : `not ${name}`;
}

/** What was asked of a whole set in one comparison, or undefined where that was something else. */
function setWords(node: Expression, holds: boolean, { facts, names }: Wording): string | undefined {
  const nameOf = (part: Expression | undefined): string | undefined =>
    part?.kind === 'name' ? names[facts.indexOf.get(part.name) ?? -1] : undefined;
  if (node.kind === 'binary' && node.operator === 'in') {
    const [element, set] = [nameOf(node.left), nameOf(node.right)];
    return element && set && `${set} ${holds ? 'include' : 'do not include'} the value of ${element}`;
  }
  if (node.kind !== 'method' || node.target.kind !== 'name' || node.target.name !== 'sets') return undefined;
  if (facts.indexOf.has('sets')) return undefined;
  const [first, second] = node.arguments;
  const [set, list] = first?.kind === 'list' ? [second, first] : [first, second];
  if (list?.kind !== 'list') return undefined;
  const elements = [...new Set(list.items.map((item) => (item.kind === 'string' ? choiceText(item.value) : '')))];
  return `${nameOf(set)} ${wholeSet(node, elements, list === first, holds)}`;
}

function wholeSet({ name }: MethodNode, elements: readonly string[], listFirst: boolean, holds: boolean): string {
  const does = holds ? '' : 'do not ';
  if (name === 'intersects') return holds ? `include ${listed(elements, 'or')}` : lacking(elements);
  if (name === 'equivalent' || (listFirst && elements.length === 0)) {
    return `are ${holds ? '' : 'not '}${elements.length === 0 ? 'empty' : `exactly ${listed(elements, 'and')}`}`;
  }
  if (listFirst) return `include ${holds ? 'nothing' : 'something'} other than ${listed(elements, 'and')}`;
  const all = !holds && elements.length > 1 ? 'all of ' : '';
  return `${does}include ${all}${listed(elements, 'and')}`;
}

/** That a set has none of these elements. */
export function lacking(elements: readonly string[]): string {
  return elements.length === 1 ? `do not include ${elements[0]}` : `include ${noneOf(elements)}`;
}

const textWords: Readonly<Record<string, readonly [holds: string, fails: string]>> = {
  startsWith: ['starts with', 'does not start with'],
  endsWith: ['ends with', 'does not end with'],
  contains: ['contains', 'does not contain'],
};

/** What cells cannot say: facts compared with each other in words, arithmetic as it is written. */
function opaqueWords({ expression }: OpaqueTest, holds: boolean, wording: Wording): string {
  const words = expression.kind === 'method' ? textWords[expression.name] : undefined;
  if (expression.kind === 'method' && words) {
    const [target, part] = [expression.target, expression.arguments[0]!].map((side) => sideText(side, wording));
    return `${target} ${words[holds ? 0 : 1]} ${part}`;
  }
  if (expression.kind === 'binary') return comparisonWords(expression, holds, wording);
  const text = printable(printExpression(expression));
  return `${text} ${holds ? 'holds' : 'does not hold'}`;
}

function comparisonWords({ operator, left, right }: BinaryNode, holds: boolean, wording: Wording): string {
  const [a, b] = [left, right].map((side) => sideText(side, wording));
  if (operator === '==' || operator === '!=') return `${a} is ${(operator === '==') === holds ? '' : 'not '}${b}`;
  const { facts, indexOf } = wording.facts;
  const fact = [left, right].map((side) => facts[side.kind === 'name' ? indexOf.get(side.name)! : -1]).find(Boolean);
  const type = fact && isOrdered(fact.type) ? fact.type : 'number';
  // Not turned round: sums may outgrow numbers, and what is then neither above nor below is "not above" all the same.
  return `${a} is ${holds ? '' : 'not '}${orderWord(type, operator as Order)} ${b}`;
}

function sideText(node: Expression, { facts, names }: Wording): string {
  if (node.kind === 'name') return names[facts.indexOf.get(node.name)!]!;
  if (node.kind === 'number') return numberText(node.value);
  return node.kind === 'string' ? quoted(node.value) : printable(printExpression(node));
}
