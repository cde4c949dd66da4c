import { keelsonError } from '../../foundation/error.js';
import type { Json } from '../../foundation/json.js';
import { quote } from '../../foundation/shorten.js';
import { type CompiledFacts, unknownFactHint } from '../facts/compile.js';
import { isOrdered, type KnownValues } from '../facts/values.js';

/** One fact by which cases can be riskier than others. */
export interface RiskFact {
  readonly fact: number;
  /** The place of a value, the larger the riskier; undefined for one that is comparable with itself alone. */
  readonly rankOf: (value: NonNullable<KnownValues[number]>) => Rank | undefined;
}

/** A number, or a set that is riskier than those it contains (`up`) or is contained in (`down`). */
export type Rank = number | { readonly elements: ReadonlySet<string>; readonly direction: 'up' | 'down' };

/** Reads the option `riskier`; throws for what no fact allows. */
export function riskFacts(facts: CompiledFacts, riskier: object): readonly RiskFact[] {
  return Object.entries(riskier).flatMap(([name, direction]: readonly [string, unknown]) => {
    if (direction === undefined) return [];
    return [{ fact: factNamed(facts, name, 'riskier'), rankOf: rankBy(facts, name, direction) }];
  });
}

/** The place of a fact that an option names. */
export function factNamed(facts: CompiledFacts, name: string, option: string): number {
  const fact = facts.indexOf.get(name);
  if (fact !== undefined) return fact;
  const message = `${option} names ${quote(name)}, which is no fact: ${unknownFactHint(facts, name)}`;
  throw keelsonError('governance/invalid-options', message);
}

function rankBy(facts: CompiledFacts, name: string, direction: unknown): RiskFact['rankOf'] {
  const fact = facts.facts[factNamed(facts, name, 'riskier')]!;
  if (fact.type === 'oneOf') {
    const ranks = new Map(Array.isArray(direction) ? direction.map((value: Json, rank) => [value, rank]) : []);
    const known = new Set<Json>(fact.values);
    if (
      ranks.size > 1 &&
      ranks.size === (direction as readonly Json[]).length &&
      [...ranks.keys()].every((value) => known.has(value))
    )
      return (value) => ranks.get(value as string);
    throw invalid(name, 'its values from safe to risky, each once');
  }
  if (fact.type === 'string') throw invalid(name, 'nothing: texts have no order');
  if (direction !== 'up' && direction !== 'down') throw invalid(name, "'up' or 'down'");
  if (fact.type === 'setOf') return (elements) => ({ elements: elements as ReadonlySet<string>, direction });
  const sign = direction === 'up' ? 1 : -1;
  return isOrdered(fact.type) ? (value) => sign * (value as number) : (value) => (value === true ? sign : 0);
}

function invalid(name: string, wanted: string): Error {
  return keelsonError('governance/invalid-options', `riskier.${name} must be ${wanted}`);
}

/** Whether one case is at least as risky as another in every fact. */
export function isAsRisky(a: readonly Rank[], b: readonly Rank[]): boolean {
  for (let index = 0; index < a.length; index++) {
    if (!rankIsAsRisky(a[index]!, b[index]!)) return false;
  }
  return true;
}

function rankIsAsRisky(a: Rank, b: Rank): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a >= b;
  const [large, small] = a.direction === 'up' ? [a.elements, b.elements] : [b.elements, a.elements];
  if (small.size > large.size) return false;
  for (const element of small) if (!large.has(element)) return false;
  return true;
}
