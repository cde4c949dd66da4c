import { apportion } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';

describe('apportion, at scale', () => {
  it.each(['largestRemainder', 'huntingtonHill'] as const)(
    'deals by %s to 100,000 units, all of them equal',
    (method) => {
      const weights = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`unit-${at}`, 7]));
      const result = apportion(weights, 150_000, { method });
      expect(result).toMatchObject({ ok: true, tie: { seats: 50_000 } });
      if (!result.ok) return;
      expect(result.seats['unit-49999']).toBe(2);
      expect(result.seats['unit-50000']).toBe(1);
      expect(result.tie!.among.length).toBe(100_000);
    },
  );
});
