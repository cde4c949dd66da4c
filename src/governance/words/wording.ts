import { printable } from '../../foundation/shorten.js';
import type { CompiledFacts } from '../facts/compile.js';
import type { StoredFact } from '../facts/types.js';
import { fromScale, type OrderedType, type Scalar } from '../facts/values.js';

/** Facts with the names that people are given for them. */
export interface Wording {
  readonly facts: CompiledFacts;
  /** Beside each fact: its label, with the name behind it where the label alone could be taken for another fact. */
  readonly names: readonly string[];
}

export function createWording(facts: CompiledFacts): Wording {
  const used = new Map<string, number>();
  for (const { id, label = id } of facts.facts) {
    for (const name of new Set([id, label])) used.set(name, (used.get(name) ?? 0) + 1);
  }
  const names = facts.facts.map(({ id, label }) => {
    if (label === undefined || label === id) return id;
    return used.get(label) === 1 ? printable(label) : `${printable(label)} (${id})`;
  });
  return { facts, names };
}

/** Names and values in a row: `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], last: 'and' | 'or' | 'nor'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** What something is none of: `not a`, `neither a nor b`. */
export function noneOf(words: readonly string[]): string {
  return words.length === 1 ? `not ${words[0]}` : `neither ${listed(words, 'nor')}`;
}

/** Parts that hold together, or of which one does; with commas where a part has a list of its own. */
export function joined(parts: readonly string[], word: 'and' | 'or'): string {
  const hasList = parts.length > 1 && parts.some((part) => /^[^(].*(?:, | (?:and|or|nor) )/.test(part));
  return parts.join(hasList ? `, ${word} ` : ` ${word} `);
}

const plainWord = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_+/.-]*[\p{L}\p{M}\p{N}_+])?$/u;
const wordsOfOurs: ReadonlySet<string> = /* @__PURE__ */ new Set(['and', 'or', 'nor', 'not', 'neither', 'either']);

/** One of the values of a fact: by itself where it is a plain word, else in quotes. */
export function choiceText(value: Scalar): string {
  const text = String(value);
  return plainWord.test(text) && !wordsOfOurs.has(text) ? text : quoted(text);
}

export function quoted(text: string): string {
  return `"${printable(text.replace(/["\\]/g, '\\$&'))}"`;
}

/**
 * A number with its thousands apart from 10,000 on, so that years stay years. Not by the engine's locales, of which not all
 * have the same.
 */
export function numberText(value: number): string {
  const text = String(value);
  const [, sign, whole, rest] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? [];
  if (whole === undefined || whole.length < 5) return text;
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${rest ?? ''}`;
}

/** A value of a fact, without its unit. */
export function valueText({ type }: StoredFact, value: Scalar): string {
  switch (type) {
    case 'number':
    case 'integer':
      return numberText(value as number);
    case 'instant':
      // A moment with an offset may lie just outside of the years that facts have.
      return new Date(value as number).toISOString().replace('.000Z', 'Z');
    case 'date':
    case 'duration':
      return String(fromScale(type, value as number));
    case 'string':
      return quoted(String(value));
    default:
      return choiceText(value);
  }
}

export type Order = '<' | '<=' | '>' | '>=';

type OrderWords = Readonly<Record<Order, string>>;

const amounts: OrderWords = { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' };
const counts: OrderWords = { '<': 'fewer than', '<=': 'at most', '>': 'more than', '>=': 'at least' };

const orders: Readonly<Record<OrderedType, OrderWords>> = {
  number: amounts,
  integer: amounts,
  date: { '<': 'before', '<=': 'on or before', '>': 'after', '>=': 'on or after' },
  instant: { '<': 'before', '<=': 'at or before', '>': 'after', '>=': 'at or after' },
  duration: { '<': 'shorter than', '<=': 'at most', '>': 'longer than', '>=': 'at least' },
};

/** How a fact lies to a value of its scale: `below 50,000`, `on or after 2027-01-01`. */
export function orderText(fact: StoredFact, order: Order, value: number): string {
  const words = isCounted(fact) ? counts : orders[fact.type as OrderedType];
  return `${words[order]} ${valueText(fact, value)}`;
}

/** How facts of a type lie to each other. */
export function orderWord(type: OrderedType, order: Order): string {
  return orders[type][order];
}

/** What is said of an ordered fact, as a clause: `cost is below 50,000 USD`, `at least 5 interviews`. */
export function clauseOf({ facts, names }: Wording, index: number, said: string): string {
  const fact = facts.facts[index]!;
  if (!isCounted(fact)) return `${names[index]} is ${said}${unitText(fact)}`;
  return /^-?\d/.test(said) ? `exactly ${said} ${fact.id}` : `${said} ${fact.id}`;
}

/** The unit behind a value, with the space that it needs. */
function unitText(fact: StoredFact): string {
  if (!('unit' in fact) || fact.unit === undefined || fact.unit === '1') return '';
  return fact.unit === '%' ? '%' : ` ${printable(fact.unit)}`;
}

/** Whether the name of a fact reads as what is counted: a plain plural, without a unit or a label that says otherwise. */
function isCounted(fact: StoredFact): boolean {
  if (fact.type !== 'integer' || 'derived' in fact || fact.label !== undefined || fact.unit !== undefined) return false;
  return /^[a-z]{2,}[^aious]s$/.test(fact.id);
}
