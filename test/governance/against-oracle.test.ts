import fc from 'fast-check';
import { forEachNode, namesIn } from 'keelson/expression';
import type { Outcome, PolicyDefinition } from 'keelson/governance';
import { evaluatePolicy, parseFacts, parsePolicy } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { conditionNaively } from '../oracle/conditions.js';
import { completionsOf, decideByCompletion, decideNaively, keyNaively } from '../oracle/policy.js';
import { anyPolicy, anyRequest, everyKind, finiteKinds, treeOf, valuesOf } from './arbitraries.js';

const factsOf = (facts: typeof everyKind) => parseFacts({ schemaVersion: 1, id: 'facts', version: '1', facts });
const keysOf = (outcomes: readonly Outcome[]) => new Set(outcomes.map(keyNaively));
const finiteValues = (name: string) => valuesOf(finiteKinds.find(({ id }) => id === name)!);

describe('evaluatePolicy', () => {
  it.each([
    ['facts of every kind', everyKind],
    ['facts of few values', finiteKinds],
  ])('decides as the naive evaluation does, for every hit policy: %s', (_, kinds) => {
    const facts = factsOf(kinds);
    fc.assert(
      fc.property(anyPolicy(kinds), anyRequest(kinds), (stored, request) => {
        const naive = decideNaively(stored, kinds, request, treeOf);
        const decision = evaluatePolicy(parsePolicy(stored, { facts }), request);
        expect(keysOf(decision.possible)).toEqual(naive.possible);
        expect(decision.rules).toEqual(naive.rules);
        expect(decision.undecided.length === 0).toBe(naive.isSettled);
        expect(decision.status).toBe(naive.isSettled || stored.onUnknown === 'strictest' ? 'decided' : 'needs-facts');
        if (decision.status === 'decided') expect(keyNaively(decision.outcome)).toBe(naive.strictest);
      }),
      { numRuns: 500 },
    );
  });

  it('holds for possible whatever a completion of the missing facts comes to', () => {
    const facts = factsOf(finiteKinds);
    fc.assert(
      fc.property(anyPolicy(finiteKinds), anyRequest(finiteKinds), (stored, request) => {
        const complete = decideByCompletion(stored, finiteKinds, request, treeOf, finiteValues);
        const possible = keysOf(evaluatePolicy(parsePolicy(stored, { facts }), request).possible);
        expect([...complete.possible].filter((key) => !possible.has(key))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('holds nothing else for possible where each fact occurs once', () => {
    const facts = factsOf(finiteKinds);
    fc.assert(
      fc.property(anyPolicy(finiteKinds, 3, 1), anyRequest(finiteKinds), (stored, request) => {
        const policy = parsePolicy(stored, { facts });
        fc.pre(eachFactOnce(stored) && eachTestOpen(stored));
        const complete = decideByCompletion(stored, finiteKinds, request, treeOf, finiteValues);
        expect(keysOf(evaluatePolicy(policy, request).possible)).toEqual(complete.possible);
      }),
      { numRuns: 200 },
    );
  });
});

/**
 * No fact is named twice, none is calculated with (what a calculation can come to is not looked into), and no text fact is
 * looked for in a set fact, which asks for both once for each element.
 */
function eachFactOnce({ rules }: PolicyDefinition): boolean {
  const names: string[] = [];
  let isOpen = false;
  for (const { when } of rules) {
    forEachNode(typeof when === 'string' ? treeOf(when) : when, (node) => {
      if (node.kind === 'name' && node.name !== 'sets') names.push(node.name);
      if (node.kind !== 'binary') return;
      isOpen ||=
        ['+', '-', '*', '/'].includes(node.operator) || (node.operator === 'in' && node.left.kind === node.right.kind);
    });
  }
  return !isOpen && new Set(names).size === names.length;
}

/** Every comparison asks one fact, and can turn out either way. */
function eachTestOpen({ rules }: PolicyDefinition): boolean {
  let isOpen = true;
  for (const { when } of rules) {
    forEachNode(typeof when === 'string' ? treeOf(when) : when, (node) => {
      const isTest = node.kind === 'method' || (node.kind === 'binary' && !['&&', '||'].includes(node.operator));
      if (!isTest) return;
      const mentioned = new Set(namesIn(node).map(({ name }) => name));
      const read = finiteKinds.filter(({ id }) => mentioned.has(id));
      const truths = completionsOf(read, {}, finiteValues).map((request) =>
        conditionNaively(node, finiteKinds, request),
      );
      isOpen &&= mentioned.size === 1 && new Set(truths).size === 2;
    });
  }
  return isOpen;
}
