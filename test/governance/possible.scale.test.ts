import { evaluatePolicy, type Outcome, type Policy, parsePolicy } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { factsOf } from './conditions/facts.js';

/** So many rules, each of which hangs on a fact of its own. */
function open(count: number, hit: string, thenOf: (index: number) => Outcome): Policy {
  const facts = factsOf(Array.from({ length: count }, (_, index) => ({ id: `s${index}`, type: 'boolean' })));
  const head = { schemaVersion: 1, id: 'p', version: '1', facts: 'facts', hit, onUnknown: 'strictest' };
  const rules = Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    when: `s${index}`,
    then: thenOf(index),
  }));
  return parsePolicy({ ...head, rules, otherwise: { kind: 'autonomous' } }, { facts });
}

const asking = (role: string, quorum = 1): Outcome => ({ kind: 'requires', requirements: [{ role, quorum }] });
const requirementsOf = (outcome: Outcome | undefined) =>
  outcome?.kind === 'requires' ? outcome.requirements.length : 0;

describe('what may come of thousands of rules that nobody can tell yet', () => {
  it.each<[what: string, hit: string, thenOf: (index: number) => Outcome, possible: number, asked: number]>([
    ['roles of their own, joined', 'strictest', (index) => asking(`role_${index}`), 256, 2_000],
    ['roles of their own, the first', 'first', (index) => asking(`role_${index}`), 256, 2_000],
    ['roles of their own, each for itself', 'collect', (index) => asking(`role_${index}`), 256, 2_000],
    ['one role and ever more of it', 'strictest', (index) => asking('legal', index + 1), 256, 1],
    ['three outcomes', 'strictest', (index) => asking(`role_${index % 3}`), 8, 3],
    ['three outcomes, the first', 'first', (index) => asking(`role_${index % 3}`), 4, 3],
  ])('is found in seconds for %s', (_, hit, thenOf, possible, asked) => {
    const policy = open(2_000, hit, thenOf);
    const start = performance.now();
    const decision = evaluatePolicy(policy, {});
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(decision.possible).toHaveLength(possible);
    expect(decision.possible[0]).toEqual({ kind: 'autonomous' });
    expect(decision.undecided).toHaveLength(2_000);
    expect(requirementsOf(decision.outcome)).toBe(asked);
    if (hit !== 'first' && hit !== 'collect') expect(decision.possible.at(-1)).toEqual(decision.outcome);
  });
});
