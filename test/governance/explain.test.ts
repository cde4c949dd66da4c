import fc from 'fast-check';
import { printExpression } from 'keelson/expression';
import {
  defineFacts,
  definePolicy,
  evaluatePolicy,
  explainPolicy,
  fact,
  outcome,
  parsePolicy,
  type RuleExplanation,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { conditionNaively } from '../oracle/conditions.js';
import { anyCondition, anyPolicy, anyRequest, everyKind, treeOf } from './arbitraries.js';
import { factsOf, policyOf } from './conditions/facts.js';

const facts = factsOf(everyKind);

function explained(when: Parameters<typeof policyOf>[1], request: object): RuleExplanation {
  return explainPolicy(policyOf(facts, when), request).rules[0]!;
}

describe('explainPolicy', () => {
  type Row = readonly [text: string, holds: boolean | 'unknown', actual: object];

  it.each<[when: string, request: object, holds: boolean | 'unknown', comparisons: readonly Row[]]>([
    ['cost < 5', { cost: 3 }, true, [['cost < 5', true, { cost: 3 }]]],
    ['cost < 5', {}, 'unknown', [['cost < 5', 'unknown', {}]]],
    ['5 > cost', { cost: 7 }, false, [['5 > cost', false, { cost: 7 }]]],
    ['cost != 5', { cost: 5 }, false, [['cost != 5', false, { cost: 5 }]]],
    ['cost != 5', { cost: 6 }, true, [['cost != 5', true, { cost: 6 }]]],
    ["risk != 'low'", { risk: 'high' }, true, [["risk != 'low'", true, { risk: 'high' }]]],
    ["!(risk == 'low')", { risk: 'high' }, true, [["risk == 'low'", false, { risk: 'high' }]]],
    ['!reversible', { reversible: false }, true, [['reversible', false, { reversible: false }]]],
    ['!reversible', {}, 'unknown', [['reversible', 'unknown', {}]]],
    [
      '!(reversible && !(cost >= 5 || urgent))',
      { reversible: true, cost: 4 },
      'unknown',
      [
        ['reversible', true, { reversible: true }],
        ['cost >= 5', false, { cost: 4 }],
        ['urgent', 'unknown', {}],
      ],
    ],
    [
      'reversible != (cost < 5)',
      { reversible: true, cost: 9 },
      true,
      [
        ['reversible', true, { reversible: true }],
        ['cost < 5', false, { cost: 9 }],
      ],
    ],
    ["'EU' in regions", { regions: ['US', 'EU'] }, true, [["'EU' in regions", true, { regions: ['US', 'EU'] }]]],
    [
      "sets.contains(regions, ['EU', 'US'])",
      { regions: ['US'] },
      false,
      [["sets.contains(regions, ['EU', 'US'])", false, { regions: ['US'] }]],
    ],
    [
      "!sets.equivalent(regions, ['EU'])",
      { regions: [] },
      true,
      [["sets.equivalent(regions, ['EU'])", false, { regions: [] }]],
    ],
    [
      "risk in regions || sets.intersects(['EU'], regions)",
      { regions: ['EU'] },
      true,
      [
        ['risk in regions', 'unknown', { regions: ['EU'] }],
        ["sets.intersects(['EU'], regions)", true, { regions: ['EU'] }],
      ],
    ],
    ["risk in ['low', 'high']", { risk: 'low' }, true, [["risk in ['low', 'high']", true, { risk: 'low' }]]],
    ['cost + 2 * rate > 9', { cost: 5, rate: 2 }, false, [['cost + 2 * rate > 9', false, { cost: 5, rate: 2 }]]],
    ['cost + rate > 9', { rate: 2 }, 'unknown', [['cost + rate > 9', 'unknown', { rate: 2 }]]],
    ["owner.startsWith('a')", { owner: 'abc' }, true, [["owner.startsWith('a')", true, { owner: 'abc' }]]],
    [
      "launch < date('2027-01-01') && opened < timestamp('2027-01-01T02:00:00+02:00') && wait <= duration('60m')",
      { launch: '2026-12-31', opened: '2027-01-01T00:00:00.500Z', wait: '3600s' },
      false,
      [
        ["launch < date('2027-01-01')", true, { launch: '2026-12-31' }],
        ["opened < timestamp('2027-01-01T02:00:00+02:00')", false, { opened: '2027-01-01T00:00:00.500Z' }],
        ["wait <= duration('60m')", true, { wait: '1h' }],
      ],
    ],
    ['true', {}, true, []],
    ['1 < 2 && cost < 5', { cost: 3 }, true, [['cost < 5', true, { cost: 3 }]]],
  ])('says of each comparison of %s for %j how it came out', (when, request, holds, comparisons) => {
    const rule = explained(when, request);
    expect(rule.holds).toBe(holds);
    expect(rule.comparisons.map(({ text, holds, actual }) => [text, holds, normal(actual)])).toEqual(
      comparisons.map(([text, truth, actual]) => [text, truth, normal(actual)]),
    );
  });

  it('says where each comparison stands, but not in a condition that is stored as a tree', () => {
    fc.assert(
      fc.property(anyCondition(everyKind), anyRequest(everyKind), (when, request) => {
        const ofText = explained(when, request).comparisons;
        const ofTree = explained(treeOf(when), request).comparisons;
        expect(ofText.map(({ span }) => when.slice(...span!))).toEqual(ofText.map(({ text }) => text));
        expect(ofTree.map(({ text }) => treeText(text))).toEqual(ofText.map(({ text }) => treeText(text)));
        expect(ofTree.filter((comparison) => 'span' in comparison)).toEqual([]);
        expect(ofTree.map(({ holds, actual }) => [holds, actual])).toEqual(
          ofText.map(({ holds, actual }) => [holds, actual]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('says of each comparison what it comes to by itself', () => {
    fc.assert(
      fc.property(anyCondition(everyKind), anyRequest(everyKind), (when, request) => {
        for (const { text, holds } of explained(when, request).comparisons) {
          const alone = conditionNaively(treeOf(text), everyKind, request);
          expect([text, holds]).toEqual([text, alone ?? 'unknown']);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the decision that evaluatePolicy gives, and says which rules it rests on', () => {
    fc.assert(
      fc.property(anyPolicy(everyKind), anyRequest(everyKind), (stored, request) => {
        const policy = parsePolicy(stored, { facts });
        const { decision, rules } = explainPolicy(policy, request);
        expect(decision).toEqual(evaluatePolicy(policy, request));
        expect(rules.map(({ id }) => id)).toEqual(stored.rules.map(({ id }) => id));
        expect(rules.filter(({ counts }) => counts).map(({ id }) => id)).toEqual(decision.rules);
        for (const { counts, holds } of rules) if (counts) expect(holds).toBe(true);
        expect(rules.map(({ outcome, because }) => [outcome, because])).toEqual(
          stored.rules.map(({ then, because }) => [then, because]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('tells a rule that holds from one that counts', () => {
    const known = defineFacts({ cost: fact.number() });
    const policy = definePolicy({
      ...{ id: 'p', facts: known, hit: 'first' },
      rules: [
        { id: 'a', when: 'cost > 5', then: outcome.autonomous(), because: 'it is' },
        { id: 'b', when: 'cost > 1', then: outcome.forbidden() },
        { id: 'c', when: 'cost > 9', then: outcome.forbidden() },
      ],
      otherwise: outcome.autonomous(),
    });
    const { rules } = explainPolicy(policy, { cost: 7 });
    expect(rules.map(({ comparisons: _, outcome: __, ...rule }) => rule)).toEqual([
      { id: 'a', holds: true, counts: true, because: 'it is' },
      { id: 'b', holds: true, counts: false },
      { id: 'c', holds: false, counts: false },
    ]);
  });

  it('throws as evaluatePolicy does', () => {
    const request: object = { cost: 'x' };
    expect(() => explained('cost < 5', request)).toThrow(
      'the request does not fit the facts: cost: cost must be a number',
    );
  });
});

/** Sets are listed in no particular order. */
function normal(actual: object): object {
  return Object.fromEntries(
    Object.entries(actual).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]),
  );
}

/** A condition without the spaces and brackets that make no difference. */
function treeText(text: string): string {
  return printExpression(treeOf(text));
}
