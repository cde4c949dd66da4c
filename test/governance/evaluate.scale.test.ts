// 20,000 decisions against the naive evaluation; with KEELSON_LONG=1 in the environment 1,000,000, which takes some minutes.
import fc from 'fast-check';
import type { Expression } from 'keelson/expression';
import { evaluatePolicy, type PolicyDefinition, parsePolicy } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { conditionNaively } from '../oracle/conditions.js';
import { decideNaively, keyNaively } from '../oracle/policy.js';
import { anyPolicy, anyRequest, everyKind, treeOf } from './arbitraries.js';
import { factsOf } from './conditions/facts.js';

const names = ['cost', 'rate', 'interviews', 'reversible', 'risk', 'regions', 'launch', 'owner'];
const kinds = everyKind.filter(({ id }) => names.includes(id));
const facts = factsOf(kinds);

const perPolicy = 1_000;
const total = process.env.KEELSON_LONG === '1' ? 1_000_000 : 20_000;

/** A policy of so many rules, the same for the same seed. */
function policyOf(seed: number, size: number): PolicyDefinition {
  const parts = fc.sample(anyPolicy(kinds, 10), { seed, numRuns: 40 });
  const rules = parts.flatMap(({ rules }) => rules).slice(0, size);
  return { ...parts[0]!, rules: rules.map((rule, index) => ({ ...rule, id: `rule-${index}` })) };
}

/** Conditions are read once for many requests. */
function remembering(): typeof treeOf {
  const trees = new Map<string, Expression>();
  return (text) => {
    const tree = trees.get(text) ?? treeOf(text);
    trees.set(text, tree);
    return tree;
  };
}

describe('evaluatePolicy', () => {
  it(`decides ${total} random requests as the naive evaluation does`, { timeout: 3_600_000 }, () => {
    let decided = 0;
    const kindsOfOutcome = new Set<string>();
    for (let seed = 1; decided < total; seed++) {
      const stored = policyOf(seed, 1 + ((seed * 7) % 50));
      const policy = parsePolicy(stored, { facts });
      const read = remembering();
      for (const request of fc.sample(anyRequest(kinds, 'complete'), { seed, numRuns: perPolicy })) {
        const decision = evaluatePolicy(policy, request);
        const naive = decideNaively(stored, kinds, request, read);
        const outcome = decision.status === 'decided' ? keyNaively(decision.outcome) : decision.status;
        if (outcome !== naive.strictest || decision.rules.join() !== naive.rules.join()) {
          expect.fail(JSON.stringify({ stored, request, decision, naive }));
        }
        kindsOfOutcome.add(outcome);
        decided++;
      }
    }
    expect(decided).toBe(total);
    expect(kindsOfOutcome.size).toBeGreaterThan(5);
  });

  it('knows of each rule of 50 whether it holds, whatever is absent', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const stored = { ...policyOf(seed, 50), hit: 'collect' } as const;
      const policy = parsePolicy(stored, { facts });
      const read = remembering();
      for (const request of fc.sample(anyRequest(kinds), { seed, numRuns: 100 })) {
        const truths = stored.rules.map(({ when }) => conditionNaively(read(when as string), kinds, request));
        const { rules, undecided } = evaluatePolicy(policy, request);
        expect(rules).toEqual(stored.rules.filter((_, index) => truths[index] === true).map(({ id }) => id));
        const open = stored.rules.filter((_, index) => truths[index] === undefined).map(({ id }) => id);
        expect(undecided.filter((id) => !open.includes(id))).toEqual([]);
      }
    }
  });
});
