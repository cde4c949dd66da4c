import {
  rankRobustness,
  type ScoringExample,
  safeParseScorer,
  scoreInitiatives,
  scoringCatalogue,
} from 'keelson/capacity';
import type { Diagnostic } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

function diagnosticsOf({ initiatives, options, ...factors }: ScoringExample): readonly Diagnostic[] {
  const opened = safeParseScorer({ schemaVersion: 1, id: 'example', version: '1', ...factors });
  if (!opened.ok) return opened.diagnostics;
  if (options === undefined) return scoreInitiatives(initiatives, opened.value).diagnostics;
  return rankRobustness(initiatives, opened.value, options).diagnostics;
}

describe('scoringCatalogue', () => {
  it.each(scoringCatalogue)('$code is reported for the bad example and not for the good one', ({ code, ...entry }) => {
    const found = diagnosticsOf(entry.bad);
    expect(found.map((diagnostic) => [diagnostic.code, diagnostic.severity])).toEqual([[code, entry.severity]]);
    expect(diagnosticsOf(entry.good)).toEqual([]);
  });

  it('has each code once', () => {
    const codes = scoringCatalogue.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
