import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  decimalOf,
  inverse,
  mix,
  multiply,
  power,
  prime,
  residue,
  subtract,
} from '../../../src/metrics/equivalence/field.js';

const p = BigInt(prime);
const modulo = (value: bigint) => Number(((value % p) + p) % p);
const element = fc.oneof(fc.integer({ min: 0, max: prime - 1 }), fc.constantFrom(0, 1, 2, prime - 1, prime - 2));

describe('the prime', () => {
  it('is one, below 2^26, with products exact in a double', () => {
    expect(prime).toBeLessThan(2 ** 26);
    for (let divisor = 2; divisor * divisor <= prime; divisor++) expect(prime % divisor).not.toBe(0);
    expect(Number.isSafeInteger((prime - 1) ** 2)).toBe(true);
  });
});

describe('arithmetic', () => {
  it('agrees with whole numbers modulo the prime', () => {
    fc.assert(
      fc.property(element, element, (a, b) => {
        expect(add(a, b)).toBe(modulo(BigInt(a) + BigInt(b)));
        expect(subtract(a, b)).toBe(modulo(BigInt(a) - BigInt(b)));
        expect(multiply(a, b)).toBe(modulo(BigInt(a) * BigInt(b)));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [prime - 1, 1, 0],
    [prime - 1, 2, 1],
    [0, 0, 0],
    [1, 1, 2],
  ])('adds %i and %i to %i', (a, b, sum) => {
    expect(add(a, b)).toBe(sum);
    expect(subtract(sum, b)).toBe(a);
  });

  it('inverts everything but 0', () => {
    expect(inverse(0)).toBeUndefined();
    fc.assert(
      fc.property(
        element.filter((a) => a !== 0),
        (a) => {
          expect(multiply(a, inverse(a)!)).toBe(1);
          expect(inverse(a)).toBeGreaterThan(0);
          expect(inverse(a)).toBeLessThan(prime);
        },
      ),
    );
  });

  it('raises to whole powers', () => {
    fc.assert(
      fc.property(element, fc.integer({ min: 0, max: 70 }), (a, n) => {
        expect(power(a, n)).toBe(modulo(BigInt(a) ** BigInt(n)));
        if (a !== 0) expect(multiply(power(a, -n)!, power(a, n)!)).toBe(1);
      }),
    );
    expect(power(0, -1)).toBeUndefined();
    expect(power(0, 0)).toBe(1);
    expect(power(0, 3)).toBe(0);
  });
});

describe('residue', () => {
  it.each<[number, bigint, bigint]>([
    [0, 0n, 1n],
    [1, 1n, 1n],
    [-1, -1n, 1n],
    [0.25, 1n, 4n],
    [2.5, 5n, 2n],
    [0.1, 1n, 10n],
    [-0.3, -3n, 10n],
    [1e21, 10n ** 21n, 1n],
    [1e-7, 1n, 10n ** 7n],
    [-1e-7, -1n, 10n ** 7n],
    [123456789.125, 123456789125n, 1000n],
    [5e-324, 5n, 10n ** 324n],
    [Number.MAX_VALUE, 17976931348623157n * 10n ** 292n, 1n],
  ])('of %d is its decimal fraction', (value, above, below) => {
    expect(residue(value)).toBe(multiply(modulo(above), inverse(modulo(below))!));
  });
});

describe('decimalOf', () => {
  it.each([
    [0, '0', 0],
    [5, '5', 0],
    [0.25, '25', -2],
    [-12.5, '125', -1],
    [1200, '12', 2],
    [1e-7, '1', -7],
  ])('of %d is %s times ten to the %i', (value, digits, exponent) => {
    expect(decimalOf(value)).toEqual({ digits, exponent });
  });

  it('reads back as the number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const { digits, exponent } = decimalOf(value);
        expect(Number(`${digits}e${exponent}`)).toBe(Math.abs(value));
      }),
    );
  });
});

describe('mix', () => {
  it('gives the same residue for the same input, and another for another', () => {
    const inputs: [string, number[], number][] = [
      ['a', [], 1],
      ['b', [], 1],
      ['a', [], 2],
      ['a', [0], 1],
      ['a', [1], 1],
      ['a', [1, 2], 1],
      ['a', [2, 1], 1],
      ['ab', [], 1],
      ['ba', [], 1],
      ['', [], 1],
    ];
    const residues = inputs.map((input) => mix(...input));
    expect(new Set(residues).size).toBe(inputs.length);
    expect(inputs.map((input) => mix(...input))).toEqual(residues);
    for (const one of residues) {
      expect(Number.isInteger(one)).toBe(true);
      expect(one).toBeGreaterThanOrEqual(0);
      expect(one).toBeLessThan(prime);
    }
  });

  it('spreads names that differ in a digit over the whole field', () => {
    const residues = Array.from({ length: 10_000 }, (_, i) => mix(`m${i}`, [], 7));
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const one of residues) tenths[Math.floor((one / prime) * 10)]!++;
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(200);
    expect(new Set(residues).size).toBeGreaterThan(9_990);
  });
});
