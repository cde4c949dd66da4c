import { describe, expect, it } from 'vitest';
import { policyPaths } from '../../../src/governance/analysis/paths.js';
import { parsePolicy } from '../../../src/governance/define.js';
import { parseFacts } from '../../../src/governance/facts/define.js';
import type { Policy } from '../../../src/governance/types.js';
import { decided, matching, shadowedRules } from '../../oracle/analysis.js';
import { createTwins, fill, hits, naiveText, policiesPerHit, smallRequests } from './policies.js';

describe.each(hits)('paths under %s', (hit) => {
  it('try every rule that decides anything, and say what the policy says', () => {
    const { twin } = createTwins(41);
    for (let run = 0; run < policiesPerHit / 5; run++) {
      const { policy, naive } = twin(hit);
      const { status, paths, unreached } = policyPaths(policy);
      const never = naive.rules.filter(({ holds }) => !smallRequests.some(holds)).map(({ id }) => id);
      const shadowed = hit === 'first' ? shadowedRules(naive, smallRequests) : [];
      expect([...unreached].sort()).toEqual([...never, ...shadowed].sort());
      expect(status).toBe('exact');
      for (const { request, outcome, rules, rule, boundary } of paths) {
        const found = matching(naive, fill(request)).map(({ id }) => id);
        expect(rules).toEqual(hit === 'first' ? found.slice(0, 1) : found);
        expect(naiveText(outcome)).toBe(decided(naive, fill(request)));
        if (rule === undefined) expect(rules).toEqual([]);
        else if (boundary?.side !== 'outside') expect(rules).toContain(rule);
      }
    }
  });
});

const facts = parseFacts({
  schemaVersion: 1,
  id: 'spending',
  version: '1',
  facts: [
    { id: 'cost', type: 'integer', min: 0, max: 100 },
    { id: 'launch', type: 'date' },
  ],
});

function policyOf(when: string): Policy {
  const rules = [{ id: 'cheap', when, then: { kind: 'autonomous' } }];
  return parsePolicy(
    {
      ...{ schemaVersion: 1, id: 'p', version: '1', facts: 'spending', hit: 'first', onUnknown: 'ask', rules },
      otherwise: { kind: 'forbidden' },
    },
    { facts },
  ) as Policy;
}

describe('boundaries', () => {
  it.each([
    ['cost < 50', [49, 50]],
    ['cost <= 50', [50, 51]],
    ['cost > 50', [51, 50]],
    ['cost >= 20 && cost < 50', [20, 19, 49, 50]],
    ['cost == 20', [20, 19, 20, 21]],
    ['cost < 101', []],
  ])('of %s are tried on both sides', (when, expected) => {
    const { paths } = policyPaths(policyOf(when));
    const tried = paths.filter(({ boundary }) => boundary !== undefined);
    expect(new Set(tried.map(({ request }) => request.cost))).toEqual(new Set(expected));
    for (const { boundary, outcome } of tried) {
      expect(outcome.kind).toBe(boundary!.side === 'inside' ? 'autonomous' : 'forbidden');
    }
  });

  it('of days are days that exist', () => {
    const { paths } = policyPaths(policyOf("launch < date('2028-03-01')"));
    expect(paths.map(({ request }) => request.launch)).toEqual(['2028-02-29', '2028-03-01']);
  });
});
