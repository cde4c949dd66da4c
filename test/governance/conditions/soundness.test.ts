import fc from 'fast-check';
import type { Expression } from 'keelson/expression';
import { checkPolicy, evaluatePolicy, explainPolicy } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { anyCondition, anyRequest, everyKind, treeOf } from '../arbitraries.js';
import { factsOf, policyOf } from './facts.js';

describe('what checkCondition lets through', () => {
  const facts = factsOf(everyKind);

  it('cannot fail, whatever is known', () => {
    fc.assert(
      fc.property(anyCondition(everyKind), anyRequest(everyKind), (when, request) => {
        const policy = policyOf(facts, when);
        const decision = evaluatePolicy(policy, request);
        expect(explainPolicy(policy, request).decision).toEqual(decision);
        expect(() => JSON.stringify(explainPolicy(policy, request))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for a condition and for its tree', () => {
    fc.assert(
      fc.property(anyCondition(everyKind), anyRequest(everyKind), (when, request) => {
        const tree: Expression = JSON.parse(JSON.stringify(treeOf(when)));
        const [asText, asTree] = [policyOf(facts, when), policyOf(facts, tree)];
        const holds = (policy: typeof asText) => explainPolicy(policy, request).rules[0]!.holds;
        expect(holds(asTree)).toBe(holds(asText));
        expect(checkPolicy(asTree)).toEqual(checkPolicy(asText).map(({ span: _, ...notice }) => notice));
      }),
      { numRuns: 200 },
    );
  });
});
