import fc from 'fast-check';
import type { Unit } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { createUnitAlgebra, formatUnit, isCount, isCurrency, isInverse } from '../../src/metrics/units.js';
import { joinNaively, type NaiveUnit, parseNaively } from '../oracle/units.js';

const name = fc.constantFrom('USD', 'order', 's', '_x', 'Day2');
const factor = fc.oneof(
  { weight: 4, arbitrary: name },
  { weight: 2, arbitrary: fc.tuple(name, fc.integer({ min: -9, max: 9 })).map(([base, power]) => `${base}^${power}`) },
  { weight: 1, arbitrary: fc.constantFrom('1', '1^3', ' order ', 's ^ 2') },
);
const unitText = fc
  .tuple(factor, fc.array(fc.tuple(fc.constantFrom('*', '/', ' * ', ' / '), factor), { maxLength: 4 }))
  .map(([first, rest]) => first + rest.flat().join(''));
const anyText = fc.oneof(
  unitText,
  fc.string({ unit: fc.constantFrom('a', 'B', '1', '0', '_', '*', '/', '^', '-', ' ', '$', '%', '.'), maxLength: 8 }),
);

/** The unit of a text that is one. */
function read(text: string, units = createUnitAlgebra()): Unit {
  const unit = units.parse(text);
  if (!unit) throw new Error(`${text} is no unit`);
  return unit;
}

function naive({ dimensions }: Unit): NaiveUnit {
  return new Map(dimensions);
}

describe('parse', () => {
  it.each<[string, Unit['dimensions']]>([
    ['1', []],
    ['USD', [['USD', 1]]],
    [
      'USD/order',
      [
        ['USD', 1],
        ['order', -1],
      ],
    ],
    [
      'order/USD',
      [
        ['USD', -1],
        ['order', 1],
      ],
    ],
    [
      'order*USD',
      [
        ['USD', 1],
        ['order', 1],
      ],
    ],
    [
      'order/day/user',
      [
        ['day', -1],
        ['order', 1],
        ['user', -1],
      ],
    ],
    [
      'order/day*user',
      [
        ['day', -1],
        ['order', 1],
        ['user', 1],
      ],
    ],
    ['m^2', [['m', 2]]],
    ['m^-2', [['m', -2]]],
    ['1/s^2', [['s', -2]]],
    ['m*m', [['m', 2]]],
    ['m/m', []],
    ['m^0', []],
    ['m^99', [['m', 99]]],
    ['m^60*m^39', [['m', 99]]],
    ['1^5', []],
    [
      '  USD  /  order ^ 2 ',
      [
        ['USD', 1],
        ['order', -2],
      ],
    ],
    ['_a1', [['_a1', 1]]],
    [
      '__proto__/constructor',
      [
        ['__proto__', 1],
        ['constructor', -1],
      ],
    ],
  ])('reads %j', (text, dimensions) => {
    expect(createUnitAlgebra().parse(text)?.dimensions).toEqual(dimensions);
  });

  it.each([
    ...['', ' ', '*', '/', 'USD/', '/order', 'USD//order', 'USD order', '$', '%', 'USD/2', '2', '11', 'a^', 'a^^2'],
    ...['a^1.5', 'a^+2', 'a^100', 'a^b', 'a.b', 'a-b', '2a', 'é', '(a)', 'a^2^3', 'a\u0000', 'a^--1', '1a'],
    ...['a^60*a^40', 'a^-60/a^40'],
  ])('refuses %j', (text) => {
    expect(createUnitAlgebra().parse(text)).toBeUndefined();
  });

  it('agrees with a naive reader on any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const unit = createUnitAlgebra().parse(text);
        expect(unit && naive(unit)).toEqual(parseNaively(text));
      }),
      { numRuns: 500 },
    );
  });

  it('takes 32 dimensions and refuses 33', () => {
    const names = Array.from({ length: 33 }, (_, i) => `d${i}`);
    expect(read(names.slice(0, 32).join('*')).dimensions).toHaveLength(32);
    expect(createUnitAlgebra().parse(names.join('*'))).toBeUndefined();
  });

  it('sorts the dimensions by name, in code-unit order', () => {
    expect(read('b*a*B*A*_').dimensions.map(([dimension]) => dimension)).toEqual(['A', 'B', '_', 'a', 'b']);
  });

  it('gives the same object for the same unit, and for the same text that is none', () => {
    const units = createUnitAlgebra();
    expect(units.parse('a/b')).toBe(units.parse('a/b'));
    expect(units.parse('a/b')).toBe(units.parse('1/b*a'));
    expect(units.parse('a/a')).toBe(units.one);
    expect(units.parse('?')).toBeUndefined();
    expect(units.parse('?')).toBeUndefined();
  });
});

describe('the arithmetic', () => {
  const three = fc.tuple(unitText, unitText, unitText);

  it('is that of an abelian group, equal units being one object', () => {
    fc.assert(
      fc.property(three, (texts) => {
        const units = createUnitAlgebra();
        const [a, b, c] = texts.map((text) => read(text, units)) as [Unit, Unit, Unit];
        const times = (x: Unit, y: Unit) => units.multiply(x, y)!;
        expect(times(a, b)).toBe(times(b, a));
        expect(times(times(a, b), c)).toBe(times(a, times(b, c)));
        expect(times(a, units.one)).toBe(a);
        expect(units.divide(a, a)).toBe(units.one);
        expect(times(units.divide(a, b)!, b)).toBe(a);
        expect(units.divide(units.one, a)).toBe(units.power(a, -1));
        expect(units.power(a, 2)).toBe(times(a, a));
        expect(units.power(a, 0)).toBe(units.one);
      }),
    );
  });

  it('agrees with naive sums of exponents', () => {
    fc.assert(
      fc.property(unitText, unitText, (left, right) => {
        const units = createUnitAlgebra();
        const [a, b] = [read(left, units), read(right, units)];
        expect(naive(units.multiply(a, b)!)).toEqual(joinNaively(naive(a), naive(b), 1));
        expect(naive(units.divide(a, b)!)).toEqual(joinNaively(naive(a), naive(b), -1));
      }),
    );
  });

  it('tells a product from a quotient however often they are asked', () => {
    const units = createUnitAlgebra();
    const [a, b] = [read('a', units), read('b', units)];
    for (let i = 0; i < 2; i++) {
      expect(formatUnit(units.multiply(a, b)!)).toBe('a*b');
      expect(formatUnit(units.divide(a, b)!)).toBe('a/b');
      expect(formatUnit(units.divide(b, a)!)).toBe('b/a');
    }
  });

  it.each(Array.from({ length: 11 }, (_, i) => i + 2))('takes the %i-th root exactly', (n) => {
    const units = createUnitAlgebra();
    const unit = read('USD/order^2', units);
    const root = units.power(unit, 1 / n)!;
    let product = units.one;
    for (let i = 0; i < n; i++) product = units.multiply(product, root)!;
    expect(product).toBe(unit);
    expect(units.power(root, n)).toBe(unit);
  });

  it('keeps exponents of three decimals', () => {
    const units = createUnitAlgebra();
    expect(units.power(read('a', units), 0.125)?.dimensions).toEqual([['a', 0.125]]);
    expect(units.power(read('a', units), 1e-9)).toBe(units.one);
  });

  it('refuses exponents beyond 99 and products of more than 32 dimensions, each time', () => {
    const units = createUnitAlgebra();
    const [a, b] = [read('a^99', units), read('a', units)];
    const wide = read(Array.from({ length: 32 }, (_, i) => `d${i}`).join('*'), units);
    for (let i = 0; i < 2; i++) {
      expect(units.multiply(a, b)).toBeUndefined();
      expect(units.divide(units.power(a, -1)!, b)).toBeUndefined();
      expect(units.multiply(wide, b)).toBeUndefined();
    }
    expect(units.power(b, 100)).toBeUndefined();
    expect(units.power(b, -100)).toBeUndefined();
    expect(units.power(b, Number.POSITIVE_INFINITY)).toBeUndefined();
    expect(units.divide(a, b)?.dimensions).toEqual([['a', 98]]);
  });
});

describe('formatUnit', () => {
  it.each([
    ['1', '1'],
    ['USD', 'USD'],
    ['order*USD', 'USD*order'],
    ['USD/order', 'USD/order'],
    ['1/s', '1/s'],
    ['m/s^2', 'm/s^2'],
    ['m^3/s/kg^2', 'm^3/kg^2/s'],
    ['s^-1', '1/s'],
  ])('prints %s as %s', (text, printed) => {
    expect(formatUnit(read(text))).toBe(printed);
  });

  it.each([
    [1 / 2, 'USD^0.5'],
    [1 / 3, 'USD^(1/3)'],
    [-2 / 3, '1/USD^(2/3)'],
    [7 / 12, 'USD^(7/12)'],
    [3 / 8, 'USD^0.375'],
    [1.5, 'USD^1.5'],
    [4 / 3, 'USD^(4/3)'],
  ])('prints the power %d as %s', (exponent, printed) => {
    const units = createUnitAlgebra();
    expect(formatUnit(units.power(read('USD', units), exponent)!)).toBe(printed);
  });

  it('prints what reads back as the same unit', () => {
    fc.assert(
      fc.property(unitText, (text) => {
        const units = createUnitAlgebra();
        const unit = read(text, units);
        expect(units.parse(formatUnit(unit))).toBe(unit);
      }),
    );
  });
});

describe('isInverse', () => {
  it.each([
    ['USD/click', 'click/USD', true],
    ['s', '1/s', true],
    ['m^2/s', 's/m^2', true],
    ['1', '1', false],
    ['USD/click', 'USD/click', false],
    ['USD/click', 'click', false],
    ['USD', 'click/USD', false],
    ['USD/click', 'click/EUR', false],
    ['m^2', '1/m', false],
  ])('says of %s and %s: %s', (a, b, expected) => {
    expect(isInverse(read(a), read(b))).toBe(expected);
    expect(isInverse(read(b), read(a))).toBe(expected);
  });
});

describe('isCount and isCurrency', () => {
  it.each([
    ['USD', true, true],
    ['order', true, false],
    ['usd', true, false],
    ['USDT', true, false],
    ['US', true, false],
    ['U2D', true, false],
    ['1', false, false],
    ['USD^2', false, false],
    ['1/USD', false, false],
    ['USD*EUR', false, false],
    ['USD/order', false, false],
  ])('say of %s: %s, %s', (text, count, currency) => {
    expect(isCount(read(text))).toBe(count);
    expect(isCurrency(read(text))).toBe(currency);
  });
});
