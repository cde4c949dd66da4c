import { day, instant } from 'keelson/foundation';
import {
  decisionCatalogue,
  type OverrideExample,
  overrideCatalogue,
  overrideDecision,
  safeParseDecisionRecord,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { recordOf } from './records.js';

describe('decisionCatalogue', () => {
  it.each(decisionCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    const found = (example: unknown) =>
      safeParseDecisionRecord(example).diagnostics.map(({ code: one, severity }) => [one, severity]);
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});

describe('overrideCatalogue', () => {
  it.each(overrideCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    const found = ({ decidedAt, overriddenAt }: OverrideExample) =>
      overrideDecision(recordOf({ decidedAt }), {
        ...{ id: 'D-8', by: 'kim', reason: 'so', outcome: { kind: 'go' } },
        ...{ at: instant(overriddenAt), until: instant('2027-01-01T00:00:00Z'), reviewOn: day('2026-12-01') },
      }).diagnostics.map(({ code: one, severity }) => [one, severity]);
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});
