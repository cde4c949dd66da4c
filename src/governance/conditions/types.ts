import type { Expression, Span } from '../../expression/types.js';
import type { KnownValues, Scalar } from '../facts/values.js';

/** What a condition is made of: one comparison that holds or not as its facts turn out. */
export type Test = CompareTest | AmongTest | MemberTest | OpaqueTest;

interface TestPlace {
  readonly span: Span;
  /** The comparison as its author wrote it. */
  readonly expression: Expression;
}

/** A fact with an order is before or after a value; days count from 1970, moments and durations in milliseconds. */
export interface CompareTest extends TestPlace {
  readonly kind: 'compare';
  /** Which fact, by its place in the fact set. */
  readonly fact: number;
  readonly operator: '<' | '<=' | '>' | '>=';
  readonly value: number;
}

/** A fact is one of these values, none of which stands twice. A boolean fact by itself is one among `[true]`. */
export interface AmongTest extends TestPlace {
  readonly kind: 'among';
  readonly fact: number;
  readonly values: readonly Scalar[];
}

/** A set has an element. */
export interface MemberTest extends TestPlace {
  readonly kind: 'member';
  readonly fact: number;
  readonly element: string;
}

/** What cells cannot say: arithmetic, facts compared with each other, the beginning of an open text. */
export interface OpaqueTest extends TestPlace {
  readonly kind: 'opaque';
  /** The facts that it reads, in the order of the fact set; unknown as long as one of them is. */
  readonly facts: readonly number[];
  /** Reads only those facts, all of which must be known. */
  readonly holds: (values: KnownValues) => boolean;
}

/** A condition that is known to have no fault: it cannot fail, and it is as deep as its parentheses, not as long as its text. */
export type Condition =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'test'; readonly test: Test }
  /** What its author wrote as one comparison; a question about a set, say, is several tests. */
  | { readonly kind: 'comparison'; readonly expression: Expression; readonly part: Condition }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }
  /** Both hold, or neither does. */
  | { readonly kind: 'same'; readonly parts: readonly [Condition, Condition] };
