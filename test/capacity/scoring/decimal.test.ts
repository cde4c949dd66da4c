import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  decimalOf,
  halve,
  multiply,
  quotientOf,
  subtract,
  toNumber,
} from '../../../src/capacity/scoring/decimal.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

describe('decimalOf', () => {
  it.each<readonly [number, bigint, number]>([
    [0, 0n, 0],
    [7, 7n, 0],
    [-12, -12n, 0],
    [0.1, 1n, -1],
    [-0.25, -25n, -2],
    [2 ** 53, 9_007_199_254_740_992n, 0],
    [1e21, 1n, 21],
    [1.5e300, 15n, 299],
    [5e-324, 5n, -324],
    [1.25e-7, 125n, -9],
  ])('reads %d as it is written', (value, digits, exponent) => {
    expect(decimalOf(value)).toEqual({ digits, exponent });
  });

  it('loses nothing of any number', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(toNumber(decimalOf(value))).toBe(value);
      }),
    );
  });
});

describe('decimals', () => {
  it('are added, taken away, multiplied and halved without rounding', () => {
    const [tenth, fifth] = [decimalOf(0.1), decimalOf(0.2)];
    expect(toNumber(add(tenth, fifth))).toBe(0.3);
    expect(toNumber(add(decimalOf(5), fifth))).toBe(5.2);
    expect(toNumber(add(fifth, decimalOf(5)))).toBe(5.2);
    expect(toNumber(subtract(decimalOf(0.3), fifth))).toBe(0.1);
    expect(toNumber(multiply(tenth, decimalOf(0.7)))).toBe(0.07);
    expect(toNumber(halve(decimalOf(0.3)))).toBe(0.15);
  });

  it('keep what floating point would lose', () => {
    const sum = subtract(add(decimalOf(1e308), decimalOf(1e-308)), decimalOf(1e308));
    expect(toNumber(sum)).toBe(1e-308);
  });
});

describe('quotientOf', () => {
  it.each<readonly [number, number, number]>([
    [1, 3, 1 / 3],
    [-1, 3, -1 / 3],
    [1, -3, -1 / 3],
    [-2, -3, 2 / 3],
    [0, -5, 0],
    [0, 1e-300, 0],
    [0.3, 0.1, 3],
    [1e308, 1e-10, Number.POSITIVE_INFINITY],
    [-1e308, 1e-10, Number.NEGATIVE_INFINITY],
    [5e-324, 1e10, 0],
    [-5e-324, 1e10, 0],
    [5e-324, 0.5, 1e-323],
    [1e-300, 1e10, 1e-310],
    [2 ** 53 + 2, 2, 2 ** 52 + 1],
    [1e200, 1e-100, 1e300],
    [1e-200, 1e100, 1e-300],
    [-1e200, -1e100, 1e100],
  ])('divides %d by %d', (dividend, divisor, quotient) => {
    expect(quotientOf(decimalOf(dividend), decimalOf(divisor))).toBe(quotient);
  });

  it('rounds to the nearest number, and halfway to the even one', () => {
    const at = (digits: bigint) => quotientOf({ digits, exponent: 0 }, decimalOf(1));
    expect(at(2n ** 60n + 127n)).toBe(2 ** 60);
    expect(at(2n ** 60n + 128n)).toBe(2 ** 60);
    expect(at(2n ** 60n + 129n)).toBe(2 ** 60 + 256);
    expect(at(2n ** 60n + 384n)).toBe(2 ** 60 + 512);
    const third = { digits: 2n ** 60n * 3n + 384n, exponent: 0 };
    expect(quotientOf(third, decimalOf(3))).toBe(2 ** 60);
    expect(quotientOf({ ...third, digits: third.digits + 1n }, decimalOf(3))).toBe(2 ** 60 + 256);
    expect(quotientOf({ ...third, digits: -third.digits - 1n }, decimalOf(3))).toBe(-(2 ** 60) - 256);
  });

  it('sees on which side of a half a quotient is, however little is left over', () => {
    const divisor = { digits: 10n ** 40n, exponent: 0 };
    const half = (2n ** 60n + 128n) * divisor.digits;
    expect(quotientOf({ digits: half, exponent: 0 }, divisor)).toBe(2 ** 60);
    expect(quotientOf({ digits: half + 1n, exponent: 0 }, divisor)).toBe(2 ** 60 + 256);
    expect(quotientOf({ digits: half - 1n, exponent: 0 }, divisor)).toBe(2 ** 60);
  });

  it('divides integers as the processor does, which rounds to the nearest too', () => {
    const integer = fc.maxSafeInteger();
    fc.assert(
      fc.property(
        integer,
        integer.filter((value) => value !== 0),
        fc.integer({ min: -40, max: 40 }),
        (a, b, exponent) => {
          // Powers of ten on both sides cancel, and lead past the short way.
          const [top, bottom] = [
            { digits: BigInt(a), exponent },
            { digits: BigInt(b), exponent },
          ];
          expect(quotientOf(top, bottom)).toBe(a / b + 0);
          const longer = { digits: BigInt(b) * 10n ** 40n, exponent: exponent - 40 };
          expect(quotientOf(top, longer)).toBe(a / b + 0);
        },
      ),
    );
  });

  it('gives equal numbers for equal quotients, however they are written', () => {
    fc.assert(
      fc.property(
        finite,
        finite.filter((value) => value !== 0),
        fc.bigInt({ min: 1n, max: 10n ** 30n }),
        (a, b, times) => {
          const [top, bottom] = [decimalOf(a), decimalOf(b)];
          const [widerTop, widerBottom] = [top, bottom].map((each) => ({ ...each, digits: each.digits * times })) as [
            typeof top,
            typeof bottom,
          ];
          const quotient = quotientOf(top, bottom);
          fc.pre(quotient === 0 || Math.abs(quotient) > 1e-300);
          expect(quotientOf(widerTop, widerBottom)).toBe(quotient);
        },
      ),
    );
  });
});
