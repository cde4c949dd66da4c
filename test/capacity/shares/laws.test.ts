import fc from 'fast-check';
import { apportion } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { allMethods, anyMethod, divisorMethods, fractionOf } from './problems.js';

const ids = [...'abcdefgh'];
const weights = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 100_000 })), { minLength: 1, maxLength: 8 })
  .map((list) => Object.fromEntries(list.map((weight, at) => [ids[at]!, weight])));
const seats = fc.integer({ min: 8, max: 400 });
const divisorMethod = fc.constantFrom(...divisorMethods);

type Weights = Readonly<Record<string, number>>;
type Options = NonNullable<Parameters<typeof apportion<string>>[2]>;

function seatsOf(of: Weights, total: number, options: Options): Readonly<Record<string, number>> {
  const result = apportion(of, total, options);
  if (!result.ok) throw new Error(result.diagnostics[0]!.message);
  return result.seats;
}

const sumOf = (values: Readonly<Record<string, number>>) => Object.values(values).reduce((sum, own) => sum + own, 0);

describe('what Balinski and Young prove of apportionment holds', () => {
  it('adds up to the seats, by every method', () => {
    fc.assert(
      fc.property(weights, seats, anyMethod, (of, total, method) => {
        expect(sumOf(seatsOf(of, total, { method }))).toBe(total);
      }),
    );
  });

  it('stays within quota by largest remainder: the exact share rounded down or up', () => {
    fc.assert(
      fc.property(weights, seats, (of, total) => {
        for (const [id, own] of Object.entries(seatsOf(of, total, {}))) {
          const share = BigInt(of[id]!) * BigInt(total);
          const all = BigInt(sumOf(of));
          expect(BigInt(own) === share / all || BigInt(own) === (share + all - 1n) / all).toBe(true);
        }
      }),
    );
  });

  it('stays above the lower quota by Jefferson, and below the upper by Adams', () => {
    fc.assert(
      fc.property(weights, seats, (of, total) => {
        const [jefferson, adams] = [
          seatsOf(of, total, { method: 'jefferson' }),
          seatsOf(of, total, { method: 'adams' }),
        ];
        for (const id of Object.keys(of)) {
          const quota = (of[id]! * total) / sumOf(of);
          expect(jefferson[id]).toBeGreaterThanOrEqual(Math.floor(quota));
          expect(adams[id]).toBeLessThanOrEqual(Math.ceil(quota));
        }
      }),
    );
  });

  it('takes a seat from nobody when there is one more, by every divisor method (house monotone)', () => {
    fc.assert(
      fc.property(weights, seats, divisorMethod, (of, total, method) => {
        const [before, after] = [seatsOf(of, total, { method }), seatsOf(of, total + 1, { method })];
        for (const id of Object.keys(of)) expect(after[id]).toBeGreaterThanOrEqual(before[id]!);
      }),
    );
  });

  it('moves no seat from who grew relatively to who shrank, by every divisor method (population monotone)', () => {
    fc.assert(
      fc.property(weights, weights, seats, divisorMethod, (of, grown, total, method) => {
        const later = Object.fromEntries(Object.keys(of).map((id) => [id, of[id]! + (grown[id] ?? 0)]));
        const [before, after] = [seatsOf(of, total, { method }), seatsOf(later, total, { method })];
        for (const a of Object.keys(of)) {
          for (const b of Object.keys(of)) {
            const hasGrown = later[a]! * of[b]! > later[b]! * of[a]!;
            if (hasGrown) expect(after[a]! < before[a]! && after[b]! > before[b]!).toBe(false);
          }
        }
      }),
    );
  });

  it('knows no names: who trades weights trades seats, by every method', () => {
    fc.assert(
      fc.property(weights, seats, anyMethod, fc.infiniteStream(fc.nat()), (of, total, method, lots) => {
        const result = apportion(of, total, { method });
        if (!result.ok || result.tie) return;
        const shuffled = Object.keys(of)
          .map((id) => [lots.next().value!, id] as const)
          .sort(([a], [b]) => a - b)
          .map(([, id]) => [id, of[id]!] as const);
        expect(seatsOf(Object.fromEntries(shuffled), total, { method })).toEqual(result.seats);
      }),
    );
  });

  it('knows no unit of weights: twice or a tenth of all gives the same, by every method', () => {
    fc.assert(
      fc.property(weights, seats, anyMethod, fc.constantFrom(2, 7, 0.1, 1e-7, 1e15), (of, total, method, by) => {
        const scaled = Object.fromEntries(
          Object.entries(of).map(([id, weight]) => {
            const { over, under } = fractionOf(by);
            return [id, under === 1n ? BigInt(weight) * over : Number(`${weight}e${Math.round(Math.log10(by))}`)];
          }),
        );
        const [own, its] = [apportion(of, total, { method }), apportion(scaled, total, { method })];
        expect(its).toEqual(own);
      }),
    );
  });

  it('gives more to who weighs more, or as much, by every method', () => {
    fc.assert(
      fc.property(weights, seats, anyMethod, (of, total, method) => {
        const given = seatsOf(of, total, { method });
        for (const a of Object.keys(of)) {
          for (const b of Object.keys(of)) if (of[a]! > of[b]!) expect(given[a]).toBeGreaterThanOrEqual(given[b]!);
        }
      }),
    );
  });

  it('gives everybody the quota where all are whole, by every method', () => {
    const whole = fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 1, max: 500 }), { minKeys: 1 });
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 9 }), (of, by) => {
        const scaled = Object.fromEntries(Object.entries(of).map(([id, weight]) => [id, weight * by]));
        for (const method of allMethods) expect({ ...seatsOf(scaled, sumOf(of), { method }) }).toEqual(of);
      }),
    );
  });
});
