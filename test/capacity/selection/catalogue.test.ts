import { type SelectionExample, selectInitiatives, selectionCatalogue, verifyBound } from 'keelson/capacity';
import type { Diagnostic } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

function diagnosticsOf({ problem, options, claim }: SelectionExample): readonly Diagnostic[] {
  const selection = selectInitiatives(problem, { iterations: 20, ...options });
  if (!selection.ok) return selection.diagnostics;
  return verifyBound(problem, { ...selection, ...claim }).diagnostics;
}

describe('selectionCatalogue', () => {
  it.each(selectionCatalogue)('$code is reported for the bad example and not for the good one', (entry) => {
    const found = diagnosticsOf(entry.bad);
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([[entry.code, entry.severity]]);
    expect(diagnosticsOf(entry.good)).toEqual([]);
  });

  it('has each code once', () => {
    const codes = selectionCatalogue.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
