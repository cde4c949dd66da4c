import { describe, expect, it } from 'vitest';
import { defineFacts, definePolicy, evaluatePolicy, fact, outcome } from '../../src/governance/index.js';

/** A rule for every fact, which holds where the fact is true. */
function collecting(number: number) {
  const ids = Array.from({ length: number }, (_, index) => `f${index}`);
  const policy = definePolicy({
    id: 'many',
    facts: defineFacts(Object.fromEntries(ids.map((id) => [id, fact.boolean()]))),
    hit: 'collect',
    rules: ids.map((id) => ({ id: `on-${id}`, when: id, then: outcome.requires({ role: `of_${id}`, quorum: 1 }) })),
    otherwise: outcome.autonomous(),
  });
  return (isOn: (index: number) => boolean) => {
    const on = ids.filter((_, index) => isOn(index));
    const { rules } = evaluatePolicy(policy, Object.fromEntries(ids.map((id) => [id, on.includes(id)])));
    return { rules, expected: on.map((id) => `on-${id}`) };
  };
}

describe('what several rules decide together', () => {
  it('is theirs alone, however many combinations have been decided before', () => {
    const rulesOf = collecting(13);
    for (let round = 0; round < 2; round++) {
      for (let bits = 0; bits < 1 << 13; bits++) {
        const { rules, expected } = rulesOf((index) => ((bits >> index) & 1) === 1);
        if (rules.join() !== expected.join()) expect(rules).toEqual(expected);
      }
    }
  });

  it('is theirs alone where there are more combinations than numbers', () => {
    const rulesOf = collecting(40);
    for (const last of [37, 38, 39]) {
      const { rules, expected } = rulesOf((index) => index < 11 || index === last);
      expect(rules).toEqual(expected);
    }
  });
});

describe('what is decided while facts are unknown', () => {
  const facts = defineFacts({
    tags: fact.setOf(['new', 'paid']),
    cost: fact.number({ min: 0 }),
    budget: fact.number({ min: 0 }),
    late: fact.boolean(),
    share: fact.ratio('cost', 'budget'),
  });
  const legal = outcome.requires({ role: 'legal', quorum: 1 });
  const cfo = outcome.requires({ role: 'cfo', quorum: 1 });
  const deciding = (hit: 'collect' | 'strictest', onUnknown: 'ask' | 'strictest') =>
    definePolicy({
      ...{ id: 'spending', facts, hit, onUnknown },
      rules: [
        { id: 'steep', when: 'share > 0.5', then: cfo },
        { id: 'late', when: 'late', then: outcome.forbidden() },
        { id: 'sold', when: "'paid' in tags && cost > 10", then: legal },
      ],
      otherwise: outcome.autonomous(),
    });

  it('collects every outcome that may come, in the order of the rules, and the other one where no rule is sure', () => {
    const collected = (request: object) => {
      const decision = evaluatePolicy(deciding('collect', 'strictest'), request);
      return decision.status === 'decided' && decision.outcomes;
    };
    expect(collected({ late: true })).toEqual([cfo, outcome.forbidden(), legal]);
    expect(collected({ late: false })).toEqual([cfo, legal, outcome.autonomous()]);
    expect(collected({ tags: ['paid'], cost: 20, late: false })).toEqual([cfo, legal]);
    expect(collected({ tags: [], cost: 20, budget: 100, late: true })).toEqual([outcome.forbidden()]);
  });

  it('names what is missing in the order of the facts, and what a ratio lacks in its place', () => {
    const asked = (request: object) => {
      const { missing, deciding: names } = evaluatePolicy(deciding('strictest', 'ask'), request);
      return [missing, names];
    };
    const all = ['tags', 'cost', 'budget', 'late'];
    expect(asked({})).toEqual([all, all]);
    expect(asked({ cost: 100 })).toEqual([
      ['tags', 'budget', 'late'],
      ['tags', 'budget', 'late'],
    ]);
    expect(asked({ cost: 1, late: false })).toEqual([['tags', 'budget'], ['budget']]);
  });
});
