import fc from 'fast-check';
import { evaluatePolicy, explainPolicy, type PolicyDefinition, parsePolicy, type StoredFact } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import type { CompiledPolicy } from '../../src/governance/compiled.js';
import { unseal } from '../../src/governance/seal.js';
import { conditionNaively } from '../oracle/conditions.js';
import { decideNaively, keyNaively } from '../oracle/policy.js';
import { anyRequest, treeOf } from './arbitraries.js';
import { factsOf } from './conditions/facts.js';

const switches = Array.from({ length: 16 }, (_, index): StoredFact => ({ id: `s${index}`, type: 'boolean' }));
const facts = factsOf(switches);

/** So many pairs, one of each of which must hold: two boxes of a pair by two of the next, and so on. */
function pairs(count: number): string {
  return Array.from({ length: count }, (_, index) => `(s${2 * index} || s${2 * index + 1})`).join(' && ');
}

function stored(...conditions: readonly string[]): PolicyDefinition {
  const kinds = ['autonomous', 'forbidden'] as const;
  return {
    ...({ schemaVersion: 1, id: 'p', version: '1', facts: 'facts', hit: 'first', onUnknown: 'ask' } as const),
    rules: conditions.map((when, index) => ({ id: `r${index}`, when, then: { kind: kinds[index % 2]! } })),
    otherwise: { kind: 'requires', requirements: [{ role: 'legal', quorum: 1 }] },
  };
}

function compiledOf(...conditions: readonly string[]): CompiledPolicy {
  return unseal(parsePolicy(stored(...conditions), { facts }));
}

describe('a rule of very many boxes', () => {
  it('becomes one truth value beyond 128 of them', () => {
    expect(compiledOf(pairs(7)).boxes).toHaveLength(128);
    const { boxes, axes } = compiledOf(pairs(8), 's0');
    expect(boxes.map(({ rule }) => rule)).toEqual([0, 1]);
    expect(axes.at(-1)).toMatchObject({ kind: 'opaque', facts: switches.map((_, index) => index) });
  });

  it('decides as the naive evaluation does, whatever is known', () => {
    const definition = stored(`!(${pairs(8)}) && s3`, `${pairs(8)} && !s0`, `s1 != (${pairs(8)})`);
    const policy = parsePolicy(definition, { facts });
    expect(unseal(policy).axes.filter(({ kind }) => kind === 'opaque')).toHaveLength(2);
    fc.assert(
      fc.property(anyRequest(switches), (request) => {
        const naive = decideNaively(definition, switches, request, treeOf);
        const { decision, rules } = explainPolicy(policy, request);
        expect(decision).toEqual(evaluatePolicy(policy, request));
        expect(rules.map(({ holds }) => (holds === 'unknown' ? undefined : holds))).toEqual(naive.truths);
        expect(decision.rules).toEqual(naive.rules);
        expect(new Set(decision.possible.map(keyNaively))).toEqual(naive.possible);
      }),
      { numRuns: 300 },
    );
  });

  it('names the facts that it hangs on', () => {
    const policy = parsePolicy(stored(pairs(8)), { facts });
    const known = Object.fromEntries(switches.slice(2).map(({ id }) => [id, true]));
    expect(evaluatePolicy(policy, known)).toMatchObject({
      status: 'needs-facts',
      missing: ['s0', 's1'],
      deciding: ['s0', 's1'],
      undecided: ['r0'],
    });
    expect(conditionNaively(treeOf(pairs(8)), switches, known)).toBeUndefined();
  });
});

describe('a compiled policy', () => {
  it('numbers equal outcomes alike', () => {
    const { rules, outcomes, otherwise } = compiledOf('s0', 's1', 's2');
    expect(rules.map(({ outcome }) => outcome)).toEqual([0, 1, 0]);
    expect(outcomes.list).toHaveLength(3);
    expect(otherwise).toBe(2);
  });

  it('has the boxes of its rules in their order', () => {
    expect(compiledOf('s0 || s1', 'false', 's2').boxes.map(({ rule }) => rule)).toEqual([0, 0, 2]);
  });

  it.each<[what: string, changes: object, isSame: boolean]>([
    ['the same rules', {}, true],
    ['keys in another order', Object.fromEntries(Object.entries(stored('s0')).reverse()), true],
    ['another version', { version: '2' }, false],
    ['another condition', { rules: stored('s1').rules }, false],
    ['another way to hit', { hit: 'unique' }, false],
  ])('of %s has a fingerprint that says so', (_, changes, isSame) => {
    const [one, other] = [stored('s0'), { ...stored('s0'), ...changes }].map(
      (definition) => unseal(parsePolicy(definition, { facts })).reference.fingerprint,
    );
    expect(one === other).toBe(isSame);
  });

  it('has another fingerprint with other facts of the same name', () => {
    const others = factsOf(switches.slice(0, 2));
    const [one, other] = [facts, others].map((known) => unseal(parsePolicy(stored('s0'), { facts: known })).reference);
    expect(one!.fingerprint).not.toBe(other!.fingerprint);
  });
});
