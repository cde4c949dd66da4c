import { defineCalendar } from 'keelson/foundation';
import { findInconsistentDecisions, historyCatalogue, parseFacts, safeParseRequestLog } from 'keelson/governance';
import { describe, expect, it } from 'vitest';

type HistoryExample = (typeof historyCatalogue)[number]['bad'];

/** Every code that an example leads to, with its severity. */
function found({ facts: stored, log }: HistoryExample): readonly (readonly [string, string])[] {
  const opened = safeParseRequestLog(log);
  const facts = parseFacts({ schemaVersion: 1, id: 'facts', version: '1', facts: stored });
  const calendar = defineCalendar({ zone: 'UTC', weekend: [] });
  const riskier = stored.some(({ id }) => id === 'cost') ? { cost: 'up' as const } : {};
  const { coverage, findings } = findInconsistentDecisions(facts, opened.ok ? opened.value : [], { calendar, riskier });
  return [...opened.diagnostics, ...coverage.diagnostics, ...findings].map(({ code, severity }) => [code, severity]);
}

describe('historyCatalogue', () => {
  it.each(historyCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});
