import { createRandom } from 'keelson/foundation';
import {
  defineFacts,
  type FactSet,
  type FactShape,
  type FactValues,
  fact,
  type HitPolicy,
  type Policy,
  parsePolicy,
} from 'keelson/governance';

/** One comparison of a rule, for each contender to write in its own language. */
export type Comparison =
  | {
      readonly kind: 'order';
      readonly fact: string;
      readonly operator: '<' | '<=' | '>' | '>=';
      readonly value: number;
    }
  | { readonly kind: 'equal'; readonly fact: string; readonly value: string }
  | { readonly kind: 'among'; readonly fact: string; readonly values: readonly string[] }
  | { readonly kind: 'has'; readonly fact: string; readonly value: string }
  | { readonly kind: 'flag'; readonly fact: string; readonly value: boolean };

/** All of these, or two of them the one or the other. */
export interface BenchRule {
  readonly id: string;
  readonly all: readonly Comparison[];
  readonly any: readonly Comparison[];
}

const amounts = { cost: 1_000_000, staff: 500, weeks: 104 };
const risks = ['low', 'medium', 'high'];
const tiers = ['free', 'team', 'business', 'enterprise', 'partner'];
const regions = ['EU', 'US', 'APAC', 'LATAM', 'MEA', 'UK'];

const benchFacts: FactSet = defineFacts({
  cost: fact.integer({ min: 0, max: amounts.cost }),
  staff: fact.integer({ min: 0, max: amounts.staff }),
  weeks: fact.integer({ min: 0, max: amounts.weeks }),
  risk: fact.oneOf(risks),
  tier: fact.oneOf(tiers),
  reversible: fact.boolean(),
  regulated: fact.boolean(),
  regions: fact.setOf(regions),
});

/** Rules of three or four comparisons, every third with an alternative: about one request in three meets none of 50. */
export function benchRules(count: number, seed = 1): readonly BenchRule[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)]!;
  const comparison = (name: string): Comparison => {
    if (name in amounts) {
      const value = 1 + random.integer(amounts[name as keyof typeof amounts] - 1);
      return { kind: 'order', fact: name, operator: pick(['<', '<=', '>', '>=']), value };
    }
    if (name === 'risk') return { kind: 'equal', fact: name, value: pick(risks) };
    if (name === 'tier') return { kind: 'among', fact: name, values: [pick(tiers), pick(tiers)] };
    if (name === 'regions') return { kind: 'has', fact: name, value: pick(regions) };
    return { kind: 'flag', fact: name, value: random.integer(2) === 1 };
  };
  const names = ['cost', 'staff', 'weeks', 'risk', 'tier', 'reversible', 'regulated', 'regions'];
  return Array.from({ length: count }, (_, index): BenchRule => {
    const chosen = random.shuffle(names).slice(0, index % 3 === 0 ? 6 : 5);
    const comparisons = chosen.map(comparison);
    return {
      id: `r${index}`,
      all: index % 3 === 0 ? comparisons.slice(0, 4) : comparisons,
      any: index % 3 === 0 ? comparisons.slice(4) : [],
    };
  });
}

/** A comparison as CEL has it, which is how keelson has it too. */
export function celOf(comparison: Comparison): string {
  switch (comparison.kind) {
    case 'order':
      return `${comparison.fact} ${comparison.operator} ${comparison.value}`;
    case 'equal':
      return `${comparison.fact} == '${comparison.value}'`;
    case 'among':
      return `${comparison.fact} in [${comparison.values.map((value) => `'${value}'`).join(', ')}]`;
    case 'has':
      return `'${comparison.value}' in ${comparison.fact}`;
    case 'flag':
      return comparison.value ? comparison.fact : `!${comparison.fact}`;
  }
}

/** The whole condition, comparisons written by `write`; CEL, JavaScript and Cedar join them alike. */
export function conditionOf({ all, any }: BenchRule, write: (comparison: Comparison) => string): string {
  const parts = all.map(write);
  if (any.length > 0) parts.push(`(${any.map(write).join(' || ')})`);
  return parts.join(' && ');
}

export function benchPolicy(rules: readonly BenchRule[], hit: HitPolicy): Policy<FactShape> {
  const stored = {
    ...{ schemaVersion: 1, id: 'bench', version: '1', facts: 'facts', hit, onUnknown: 'ask' },
    rules: rules.map((rule) => ({
      id: rule.id,
      when: conditionOf(rule, celOf),
      then: { kind: 'requires', requirements: [{ role: rule.id, quorum: 1 }] },
    })),
    otherwise: { kind: 'autonomous' },
  };
  return parsePolicy(stored, { facts: benchFacts });
}

export type BenchRequest = FactValues & {
  readonly cost: number;
  readonly staff: number;
  readonly weeks: number;
  readonly risk: string;
  readonly tier: string;
  readonly reversible: boolean;
  readonly regulated: boolean;
  readonly regions: readonly string[];
};

export function benchRequests(count: number, seed = 2): readonly BenchRequest[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)]!;
  return Array.from({ length: count }, () => ({
    cost: random.integer(amounts.cost),
    staff: random.integer(amounts.staff),
    weeks: random.integer(amounts.weeks),
    risk: pick(risks),
    tier: pick(tiers),
    reversible: random.integer(2) === 1,
    regulated: random.integer(2) === 1,
    regions: regions.filter(() => random.integer(3) === 0),
  }));
}
