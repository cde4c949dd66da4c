import type { Expression } from '../../expression/types.js';
import type { Condition } from './types.js';

/**
 * What a part of a condition is, as far as its whole needs to know. A `literal` is a number that takes the type of
 * what it meets; `constant` is a value that is known already, `fact` the place of the fact that a part is by itself.
 */
export type Typed =
  | { readonly type: 'condition'; readonly condition: Condition }
  | Amount
  | Moment
  | Text
  | { readonly type: 'set'; readonly fact: number }
  | { readonly type: 'list'; readonly items: readonly TypedNode[] }
  /** The `sets` of `sets.contains`. */
  | { readonly type: 'namespace' }
  /** It has been reported; whatever follows from it is not. */
  | { readonly type: 'fault' };

/** A number, with the range that it cannot leave. */
export interface Amount {
  readonly type: 'number' | 'integer' | 'literal';
  readonly low: number;
  readonly high: number;
  readonly constant?: number;
  readonly fact?: number;
}

/** A day, moment or length of time, on its scale. */
export interface Moment {
  readonly type: 'date' | 'instant' | 'duration';
  readonly constant?: number;
  readonly fact?: number;
}

export interface Text {
  readonly type: 'text';
  readonly constant?: string;
  readonly fact?: number;
}

/** A part with its place. */
export interface TypedNode {
  readonly node: Expression;
  readonly typed: Typed;
}

export function isAmount(typed: Typed): typed is Amount {
  return typed.type === 'number' || typed.type === 'integer' || typed.type === 'literal';
}

export function isMoment(typed: Typed): typed is Moment {
  return typed.type === 'date' || typed.type === 'instant' || typed.type === 'duration';
}

const names: Readonly<Record<Typed['type'], string>> = {
  condition: 'true or false',
  number: 'a number',
  integer: 'a whole number',
  literal: 'a number',
  date: 'a day',
  instant: 'a moment',
  duration: 'a length of time',
  text: 'a text',
  set: 'a set',
  list: 'a list',
  namespace: 'no value',
  fault: 'no value',
};

/** What a part is, in words. */
export function typeName(typed: Typed): string {
  return names[typed.type];
}
