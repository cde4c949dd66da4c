import { createRandom } from 'keelson/foundation';
import {
  analyzePolicy,
  defineFacts,
  diffPolicies,
  fact,
  nearestOutcome,
  type Policy,
  type PolicyQuestion,
  parsePolicy,
} from 'keelson/governance';
import type { BenchCase, BenchSuite } from '../suite.js';

const risks = ['low', 'medium', 'high'];
const tiers = ['free', 'team', 'business', 'enterprise', 'partner'];
const regions = ['EU', 'US', 'APAC', 'LATAM', 'MEA', 'UK'];

const facts = defineFacts({
  cost: fact.number({ unit: 'USD', min: 0, max: 1_000_000 }),
  staff: fact.integer({ min: 0, max: 500 }),
  weeks: fact.integer({ min: 0, max: 104 }),
  launch: fact.date(),
  risk: fact.oneOf(risks),
  tier: fact.oneOf(tiers),
  reversible: fact.boolean(),
  regulated: fact.boolean(),
  public: fact.boolean(),
  regions: fact.setOf(regions),
});

interface StoredRule {
  readonly id: string;
  readonly when: string;
  readonly then: object;
}

const outcomes = [
  { kind: 'autonomous' },
  { kind: 'forbidden' },
  ...['legal', 'finance', 'security', 'director'].map((role) => ({
    kind: 'requires',
    requirements: [{ role, quorum: 1 }],
  })),
];

/** Rules of three to five comparisons over ten facts: thresholds of round amounts, choices, sets and flags. */
function rulesOf(count: number, seed: number): StoredRule[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)]!;
  const order = (): string => pick(['<', '<=', '>', '>=']);
  const comparisons: readonly (() => string)[] = [
    () => `cost ${order()} ${1_000 * (1 + random.integer(200))}`,
    () => `staff ${order()} ${5 * (1 + random.integer(60))}`,
    () => `weeks ${order()} ${1 + random.integer(52)}`,
    () => `launch ${order()} date('2027-${String(1 + random.integer(12)).padStart(2, '0')}-01')`,
    () => `risk == '${pick(risks)}'`,
    () => `tier in ['${pick(tiers)}', '${pick(tiers)}']`,
    () => pick(['reversible', '!reversible']),
    () => pick(['regulated', '!regulated']),
    () => pick(['public', '!public']),
    () => `'${pick(regions)}' in regions`,
  ];
  return Array.from({ length: count }, (_, index) => {
    const chosen = random.shuffle(comparisons).slice(0, 3 + random.integer(3));
    return { id: `r${index}`, when: chosen.map((write) => write()).join(' && '), then: pick(outcomes) };
  });
}

function policyOf(rules: readonly StoredRule[], hit: string) {
  const stored = { schemaVersion: 1, id: 'bench', version: '1', facts: 'facts', hit, onUnknown: 'ask', rules };
  return parsePolicy({ ...stored, otherwise: outcomes.at(-1) }, { facts, limits: { values: 5_000_000 } });
}

/** A table that leaves nothing: a tree of yes and no, a rule a leaf. */
function completeRules(count: number, seed: number): StoredRule[] {
  const random = createRandom(seed);
  const leaves: { lines: string[]; cost: [number, number]; weeks: [number, number]; used: Set<string> }[] = [
    { lines: [], cost: [0, 1_000_000], weeks: [0, 104], used: new Set() },
  ];
  while (leaves.length < count) {
    const [leaf] = leaves.splice(random.integer(leaves.length), 1);
    const { lines, cost, weeks, used } = leaf!;
    const flags = ['reversible', 'regulated', 'public', ...regions.map((one) => `'${one}' in regions`)].filter(
      (one) => !used.has(one),
    );
    const turn = random.integer(3);
    if (turn === 0 && cost[1] - cost[0] > 4_000) {
      const at = Math.round((cost[0] + cost[1]) / 2_000) * 1_000;
      leaves.push({ ...leaf!, lines: [...lines, `cost < ${at}`], cost: [cost[0], at] });
      leaves.push({ ...leaf!, lines: [...lines, `cost >= ${at}`], cost: [at, cost[1]] });
    } else if (turn === 1 && weeks[1] - weeks[0] > 2) {
      const at = Math.round((weeks[0] + weeks[1]) / 2);
      leaves.push({ ...leaf!, lines: [...lines, `weeks < ${at}`], weeks: [weeks[0], at] });
      leaves.push({ ...leaf!, lines: [...lines, `weeks >= ${at}`], weeks: [at, weeks[1]] });
    } else if (flags.length > 0) {
      const flag = flags[random.integer(flags.length)]!;
      leaves.push({ ...leaf!, lines: [...lines, flag], used: new Set([...used, flag]) });
      leaves.push({ ...leaf!, lines: [...lines, `!(${flag})`], used: new Set([...used, flag]) });
    } else leaves.push(leaf!);
  }
  return random.shuffle(leaves).map(({ lines }, index) => ({
    id: `r${index}`,
    when: lines.join(' && '),
    then: outcomes[index % outcomes.length]!,
  }));
}

function analysis(name: string, make: () => Policy, questions: readonly PolicyQuestion[]): BenchCase {
  return {
    name,
    ours: () => {
      const policy = make();
      return () => {
        const { status } = analyzePolicy(policy, { questions });
        if (status !== 'exact') throw new Error(`${name}: ${status}`);
      };
    },
  };
}

const three = ['gaps', 'conflicts', 'shadowing'] as const;

/** Five rules of a thousand changed: two outcomes, a limit, one left out and one moved. */
function changed(rules: readonly StoredRule[]): StoredRule[] {
  const after = [...rules];
  after[100] = { ...rules[100]!, then: { kind: 'forbidden' } };
  after[300] = { ...rules[300]!, then: { kind: 'autonomous' } };
  after[500] = { ...rules[500]!, when: `${rules[500]!.when} && weeks != 50` };
  const [moved] = after.splice(700, 1);
  after.splice(710, 0, moved!);
  after.splice(900, 1);
  return after;
}

/** The first five rules changed, which decide the most where the first match does: their outcomes, to the next one's. */
function firstChanged(rules: readonly StoredRule[]): StoredRule[] {
  return rules.map((rule, index) => (index < 5 ? { ...rule, then: rules[index + 5]!.then } : rule));
}

function diff(what: string, before: readonly StoredRule[], after: readonly StoredRule[], hit: string): BenchCase {
  return {
    name: `diff of ${what}, ${hit}`,
    ours: () => {
      const [first, second] = [policyOf(before, hit), policyOf(after, hit)];
      return () => {
        const { status } = diffPolicies(first, second);
        if (status !== 'exact') throw new Error(`diff: ${status}`);
      };
    },
  };
}

/** Some of them hold already: those are answered without a search. */
function counterfactuals(
  what: string,
  rules: readonly StoredRule[],
  hit: string,
  wanted: 'autonomous' | 'requires',
): BenchCase {
  return {
    name: `100 counterfactuals over ${what}, ${wanted}, ${hit}`,
    ours: () => {
      const policy = policyOf(rules, hit);
      // Where nearly all is forbidden, several facts have to change at once.
      const share = hit === 'strictest' && wanted === 'requires' ? 0.1 : 1;
      const random = createRandom(3);
      const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)]!;
      const flag = (): boolean => random.integer(2) === 1;
      const requests = Array.from({ length: 100 * share }, () => ({
        cost: random.integer(1_000_000),
        staff: random.integer(300),
        weeks: random.integer(104),
        launch: `2027-${String(1 + random.integer(12)).padStart(2, '0')}-15`,
        risk: pick(risks),
        tier: pick(tiers),
        reversible: flag(),
        regulated: flag(),
        public: flag(),
        regions: regions.filter(flag),
      }));
      const work = () => {
        for (const request of requests) {
          const found = nearestOutcome(policy, request, wanted);
          if (found.found ? !found.minimal : !found.proven) throw new Error('a counterfactual is not proven');
        }
      };
      return { work, share };
    },
  };
}

/** Rules that each forbid one clause of random 3-SAT to fail: a gap is an assignment (Cheeseman and others, 1991). */
function satisfiability(): Policy {
  const random = createRandom(5);
  const names = Array.from({ length: 50 }, (_, index) => `f${index}`);
  const flags = defineFacts(Object.fromEntries(names.map((name) => [name, fact.boolean()])));
  const rules = Array.from({ length: 213 }, (_, index) => {
    const chosen = random.shuffle(names).slice(0, 3);
    const when = chosen.map((name) => (random.integer(2) === 1 ? name : `!${name}`)).join(' && ');
    return { id: `r${index}`, when, then: { kind: 'forbidden' } };
  });
  const stored = { schemaVersion: 1, id: 'sat', version: '1', facts: 'facts', hit: 'first', onUnknown: 'ask', rules };
  return parsePolicy({ ...stored, otherwise: { kind: 'forbidden' } }, { facts: flags });
}

/** CPU milliseconds that are promised. */
const limits: readonly (readonly [RegExp, number])[] = [
  [/^gaps, conflicts and shadowing of 1,000/, 1_000],
  [/^diff/, 150],
  [/^100 counterfactuals.*autonomous/, 150],
  [/^gaps of 10,000/, 6_000],
];

const overlapping = rulesOf(1_000, 1);
const complete = completeRules(1_000, 2);

export const suite: BenchSuite = {
  cases: [
    ...['first', 'strictest'].flatMap((hit) => [
      analysis(`gaps, conflicts and shadowing of 1,000, ${hit}`, () => policyOf(overlapping, hit), three),
      analysis(`gaps, conflicts and shadowing of 1,000 without a gap, ${hit}`, () => policyOf(complete, hit), three),
      analysis(`all questions of 1,000, ${hit}`, () => policyOf(overlapping, hit), [...three, 'idleness', 'outcomes']),
      diff('5 changed rules of 1,000', overlapping, changed(overlapping), hit),
      diff('the first 5 rules of 1,000 changed', overlapping, firstChanged(overlapping), hit),
      diff('5 changed rules of 1,000 without a gap', complete, changed(complete), hit),
      counterfactuals('1,000 rules', overlapping, hit, 'autonomous'),
      counterfactuals('1,000 rules', overlapping, hit, 'requires'),
      counterfactuals('1,000 rules without a gap', complete, hit, 'autonomous'),
    ]),
    analysis('gaps of 10,000', () => policyOf(rulesOf(10_000, 4), 'first'), ['gaps']),
    analysis('gaps of 10,000 without one', () => policyOf(completeRules(10_000, 4), 'first'), ['gaps']),
    {
      name: 'a gap as hard as random 3-SAT of 50 facts',
      ours: () => {
        const policy = satisfiability();
        return () => analyzePolicy(policy, { questions: ['gaps'] }).status;
      },
    },
  ],

  violations(rows) {
    return rows.flatMap(({ case: name, unit, ours }) => {
      const limit = limits.find(([pattern]) => pattern.test(name))?.[1];
      return unit === 'ms' && limit !== undefined && ours > limit ? [`${name}: ${ours} ms, not ${limit} at most`] : [];
    });
  },
};
