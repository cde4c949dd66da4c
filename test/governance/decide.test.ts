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
