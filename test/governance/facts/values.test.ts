import { describe, expect, it } from 'vitest';
import type { Fact, StoredFact } from '../../../src/governance/facts/types.js';
import {
  fromScale,
  givenValue,
  isOrdered,
  limitsOf,
  millisecondsOf,
  toScale,
} from '../../../src/governance/facts/values.js';

const longest = 315_576_000_000_000;

describe('isOrdered', () => {
  it.each([
    ['number', true],
    ['integer', true],
    ['date', true],
    ['instant', true],
    ['duration', true],
    ['boolean', false],
    ['string', false],
    ['oneOf', false],
    ['setOf', false],
  ] as const)('says of %s: %s', (type, ordered) => {
    expect(isOrdered(type as Fact['type'])).toBe(ordered);
  });
});

describe('toScale', () => {
  it.each([
    ['number', 1.5, 1.5],
    ['number', Number.POSITIVE_INFINITY, undefined],
    ['number', Number.NaN, undefined],
    ['number', '1', undefined],
    ['integer', -3, -3],
    ['integer', 1.5, undefined],
    ['integer', 2 ** 53, undefined],
    ['date', '1970-01-03', 2],
    ['date', '2027-02-30', undefined],
    ['date', 3, undefined],
    ['instant', '1970-01-01T00:00:01.5Z', 1_500],
    ['instant', '1970-01-01', undefined],
    ['instant', 3, undefined],
    ['duration', '1h', 3_600_000],
    ['duration', 'soon', undefined],
    ['duration', 3, undefined],
  ] as const)('puts a %s, %j, at %j', (type, value, place) => {
    expect(toScale(type, value)).toBe(place);
  });
});

describe('fromScale', () => {
  it.each([
    ['number', 1.5, 1.5],
    ['integer', -3, -3],
    ['date', 2, '1970-01-03'],
    ['instant', 1_500, '1970-01-01T00:00:01.500Z'],
    ['duration', 0, '0s'],
    ['duration', 72 * 3_600_000, '72h'],
    ['duration', 5_400_000, '1h30m'],
    ['duration', 60_000, '1m'],
    ['duration', 59_000, '59s'],
    ['duration', 3_661_001, '1h1m1.001s'],
    ['duration', 3_601_000, '1h1s'],
    ['duration', -2_500, '-2.5s'],
    ['duration', -3_600_000, '-1h'],
  ] as const)('gives the %s at %j as %j', (type, place, value) => {
    expect(fromScale(type, place)).toBe(value);
  });

  it.each([0, 1, 999, 60_001, 3_599_999, 86_400_000, -1, -3_600_001])(
    'gives %i ms so that they are read again',
    (ms) => {
      expect(millisecondsOf(fromScale('duration', ms) as string)).toBe(ms);
    },
  );
});

describe('givenValue', () => {
  it('gives sets as lists, what is ordered from its scale, and the rest as it is', () => {
    const of = (type: string) => ({ id: 'f', type }) as StoredFact;
    expect(givenValue(of('setOf'), new Set(['EU', 'US']))).toEqual(['EU', 'US']);
    expect(givenValue(of('date'), 2)).toBe('1970-01-03');
    expect(givenValue(of('boolean'), true)).toBe(true);
    expect(givenValue(of('oneOf'), 'low')).toBe('low');
  });
});

describe('limitsOf', () => {
  it.each([
    [{ type: 'number' }, [-Number.MAX_VALUE, Number.MAX_VALUE]],
    [{ type: 'number', min: 0 }, [0, Number.MAX_VALUE]],
    [{ type: 'number', max: 9.5 }, [-Number.MAX_VALUE, 9.5]],
    [{ type: 'integer' }, [-(2 ** 53 - 1), 2 ** 53 - 1]],
    [{ type: 'integer', min: 1, max: 5 }, [1, 5]],
    [{ type: 'date' }, [-719_162, 2_932_896]],
    [{ type: 'date', min: '1970-01-02', max: '1970-01-03' }, [1, 2]],
    [{ type: 'instant' }, [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')]],
    [{ type: 'duration' }, [-longest, longest]],
    [{ type: 'duration', min: '-1h' }, [-3_600_000, longest]],
    [{ type: 'integer', derived: { workingDaysUntil: 'launch' } }, [-(2 ** 53 - 1), 2 ** 53 - 1]],
  ])('of %j are %j', (fact, limits) => {
    expect(limitsOf({ id: 'f', ...fact } as unknown as StoredFact)).toEqual(limits);
  });
});

describe('millisecondsOf', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['0s', 0],
    ['1h', 3_600_000],
    ['1m', 60_000],
    ['1s', 1_000],
    ['1ms', 1],
    ['1000us', 1],
    ['1000000ns', 1],
    ['1h30m', 5_400_000],
    ['1m1h', 3_660_000],
    ['1.5h', 5_400_000],
    ['.5s', 500],
    ['1.s', 1_000],
    ['0.1s', 100],
    ['1.25s', 1_250],
    ['12.25s', 12_250],
    ['-2.5s', -2_500],
    ['-1h1ms', -3_600_001],
    ['87660000h', longest],
    ['-87660000h', -longest],
  ])('of %s are %i', (text, milliseconds) => {
    expect(millisecondsOf(text)).toBe(milliseconds);
  });

  it.each([
    ['', 'nothing'],
    ['-', 'a sign alone'],
    ['1', 'a number without a unit'],
    ['h', 'a unit alone'],
    ['.s', 'a point alone'],
    ['1d', 'a unit that there is not'],
    ['1h ', 'a blank'],
    ['+1h', 'a plus'],
    ['1.5ms', 'half a millisecond'],
    ['1us', 'a thousandth of one'],
    ['0.0001s', 'a tenth of one'],
    ['0.1ns', 'a part of a nanosecond'],
    ['87660000h1ms', 'more than 10,000 years'],
    ['-87660000h1ms', 'as much before'],
    ['1s'.repeat(51), 'more than 100 characters'],
  ])('of %s are none: %s', (text) => {
    expect(millisecondsOf(text)).toBeUndefined();
  });

  it('takes a text of 100 characters', () => {
    expect(millisecondsOf('1s'.repeat(50))).toBe(50_000);
  });
});
