import { apportion, apportionCatalogue } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';

describe('apportionCatalogue', () => {
  it.each(apportionCatalogue)(
    '$code is reported for the bad example and not for the good one',
    ({ code, ...entry }) => {
      const { weights, seats, options } = entry.bad;
      const found = apportion(weights, seats, options).diagnostics;
      expect(found.map((diagnostic) => [diagnostic.code, diagnostic.severity])).toEqual([[code, entry.severity]]);
      const { good } = entry;
      expect(apportion(good.weights, good.seats, good.options)).toMatchObject({ ok: true, diagnostics: [] });
    },
  );

  it('has each code once', () => {
    const codes = apportionCatalogue.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
