import { describe, expect, it } from 'vitest';
import { analyzePolicy } from '../../../src/governance/analysis/analyze.js';
import { type AnalysisExample, analysisCatalogue } from '../../../src/governance/analysis/catalogue.js';
import { parsePolicy } from '../../../src/governance/define.js';
import { parseFacts } from '../../../src/governance/facts/define.js';

function reported({ facts, policy, roles }: AnalysisExample): Map<string, string> {
  const { findings } = analyzePolicy(parsePolicy(policy, { facts: parseFacts(facts) }), { ...(roles && { roles }) });
  return new Map(findings.map(({ code, severity }) => [code, severity]));
}

describe('what analyzePolicy reports', () => {
  it.each(analysisCatalogue)('is shown by the example of $code', ({ code, severity, bad, good }) => {
    expect(reported(bad).get(code)).toBe(severity);
    expect(reported(good).has(code)).toBe(false);
  });

  it('has a summary that is a sentence, and each code once', () => {
    for (const { summary } of analysisCatalogue) expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(new Set(analysisCatalogue.map(({ code }) => code)).size).toBe(analysisCatalogue.length);
  });
});
