import { describe, expect, it } from 'vitest';
import { analyzePolicy } from '../../../src/governance/analysis/analyze.js';
import { diffPolicies } from '../../../src/governance/analysis/diff.js';
import { parsePolicy } from '../../../src/governance/define.js';
import { parseFacts } from '../../../src/governance/facts/define.js';

function policyOf(whens: readonly string[], hit = 'first', max = 10) {
  const facts = parseFacts({
    ...{ schemaVersion: 1, id: 'sums', version: '1' },
    facts: [
      { id: 'a', type: 'integer', min: 0, max },
      { id: 'b', type: 'integer', min: 0, max },
    ],
  });
  const rules = whens.map((when, index) => ({
    id: `r${index}`,
    when,
    then: { kind: index % 2 ? 'forbidden' : 'autonomous' },
  }));
  const stored = { schemaVersion: 1, id: 'p', version: '1', facts: 'sums', hit, onUnknown: 'ask', rules };
  return parsePolicy({ ...stored, otherwise: { kind: 'forbidden' } }, { facts });
}

describe('what cells cannot say', () => {
  it('is named, and a request that shows a finding is tried for', () => {
    const { free, findings } = analyzePolicy(policyOf(['a + b < 9', 'a + b > 4']), { questions: ['conflicts'] });
    expect(free).toHaveLength(2);
    expect(findings).toHaveLength(1);
    const { a, b } = findings[0]!.witness as { a: number; b: number };
    expect(findings[0]!.mayBeSpurious).toBeUndefined();
    expect(a + b > 4 && a + b < 9).toBe(true);
  });

  it('makes a finding that may be spurious where no such request is found', () => {
    const { findings } = analyzePolicy(policyOf(['a + b < 4', 'a + b > 4']), { questions: ['conflicts'] });
    expect(findings.map(({ mayBeSpurious }) => mayBeSpurious)).toEqual([true]);
  });
});

describe('limits', () => {
  it('are honest about a budget that does not suffice', () => {
    const { status, open } = analyzePolicy(policyOf(['a < 5', 'b < 5']), { budget: 1, questions: ['gaps'] });
    expect({ status, open }).toEqual({ status: 'budget-exceeded', open: ['gaps'] });
    const diff = diffPolicies(policyOf(['a < 5', 'b < 5']), policyOf(['a < 5', 'b < 6']), { budget: 1 });
    expect({ status: diff.status, equal: diff.equal }).toEqual({ status: 'budget-exceeded', equal: false });
  });

  it('count the findings beyond max', () => {
    const policy = policyOf(['a < 5', 'b < 5', 'a < 6', 'b < 6'], 'strictest');
    const { findings } = analyzePolicy(policy, { questions: ['conflicts'], max: 1 });
    expect(findings.map(({ count }) => count)).toEqual([undefined, 3]);
  });

  it.each([[{ max: 0 }], [{ budget: 0.5 }], [{ questions: ['riddles' as 'gaps'] }]])('refuse %j', (options) => {
    expect(() => analyzePolicy(policyOf([]), options)).toThrow(
      expect.objectContaining({ code: 'governance/invalid-options' }),
    );
  });

  it('refuse to compare policies over other facts', () => {
    expect(() => diffPolicies(policyOf(['a < 5']), policyOf(['a < 5'], 'first', 11))).toThrow(
      expect.objectContaining({ code: 'governance/other-facts' }),
    );
  });
});
