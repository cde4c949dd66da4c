import { type PlacedTerm, termsOf } from './check.js';
import { add, type Decimal, decimalOf, multiply, one, subtract, zero } from './decimal.js';
import type { ScorerDefinition } from './types.js';

/** One input, prepared. */
export interface CompiledTerm extends PlacedTerm {
  /** What the input is multiplied by in its factor, over the factor's `over`. */
  readonly coefficient: Decimal;
}

/** A sum of terms, as a decimal over a decimal. */
export interface CompiledFactor {
  readonly part: 'numerator' | 'denominator';
  /** Places in the list of terms. */
  readonly terms: readonly number[];
  /** What the factor comes to, times `over`, with every input at 0. */
  readonly constant: Decimal;
  /** The product of the lengths of the scales. */
  readonly over: Decimal;
}

/** What is worked out once for a scorer. */
export interface CompiledScorer {
  readonly definition: ScorerDefinition;
  /** One a term, and so one an input, in the scorer's order. */
  readonly terms: readonly CompiledTerm[];
  readonly factors: readonly CompiledFactor[];
}

/** Makes the tables of a scorer that is right. */
export function compileScorer(definition: ScorerDefinition): CompiledScorer {
  const terms: CompiledTerm[] = [];
  const factors: CompiledFactor[] = [];
  for (const group of groupsOf(termsOf(definition))) {
    const lengths = group.map(lengthOf);
    let constant = zero;
    const places: number[] = [];
    for (const [at, placed] of group.entries()) {
      const { weight = 1, scale } = placed.term;
      const others = productOf(lengths.filter((_, other) => other !== at));
      const coefficient = multiply(decimalOf(weight), others);
      constant = subtract(constant, multiply(coefficient, decimalOf(scale?.from ?? 0)));
      places.push(terms.length);
      terms.push({ ...placed, coefficient });
    }
    factors.push({ part: group[0]!.part, terms: places, constant, over: productOf(lengths) });
  }
  return { definition, terms, factors };
}

/** The terms of each factor. */
function groupsOf(terms: readonly PlacedTerm[]): readonly (readonly PlacedTerm[])[] {
  const groups: PlacedTerm[][] = [];
  for (const placed of terms) {
    const last = groups.at(-1)?.[0];
    if (last?.part === placed.part && last.factor === placed.factor) groups.at(-1)!.push(placed);
    else groups.push([placed]);
  }
  return groups;
}

/** How long the scale of a term is; 1 where it has none. */
function lengthOf({ term: { scale } }: PlacedTerm): Decimal {
  return scale === undefined ? one : subtract(decimalOf(scale.to), decimalOf(scale.from));
}

/** The sum of a factor, times its `over`. */
export function sumOf(
  { terms, constant }: CompiledFactor,
  all: readonly CompiledTerm[],
  values: readonly Decimal[],
): Decimal {
  let sum = constant;
  for (const at of terms) sum = add(sum, multiply(all[at]!.coefficient, values[at]!));
  return sum;
}

export function productOf(decimals: readonly Decimal[]): Decimal {
  return decimals.reduce(multiply, one);
}
