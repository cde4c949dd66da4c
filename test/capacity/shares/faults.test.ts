import { apportion } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';

/** As from JavaScript, where the compiler sees nothing. */
function faultsOf(weights: unknown, seats: unknown, options?: unknown) {
  const result = apportion(weights as Record<string, number>, seats as number, options as undefined);
  expect(result.ok).toBe(false);
  return result.diagnostics.map(({ code, path, message, hint }) => [
    code.replace('capacity/', ''),
    path.join('.'),
    message,
    hint,
  ]);
}

const two = { a: 1, b: 2 };

describe('apportion refuses', () => {
  it.each([
    [null, 'null'],
    [[1], 'a list'],
    ['a', '"a"'],
    [undefined, 'undefined'],
    [() => 1, 'a function'],
  ])('weights that are no record: %s', (weights, words) => {
    expect(faultsOf(weights, 3)).toEqual([
      ['invalid-apportionment', 'weights', `the weights are ${words}, and no record`, 'pass { id: weight, ... }'],
    ]);
  });

  it.each([
    [-1, '-1'],
    [1.5, '1.5'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [2 ** 53, '9007199254740992'],
    [5n, '5'],
    [10n ** 100n, `1${'0'.repeat(100)}`],
    [-(10n ** 100n), `-1${'0'.repeat(100)}`],
    [10n ** 100n + 1n, 'a number beyond 1e100'],
    [-(10n ** 100n) - 1n, 'a number beyond -1e100'],
    ['5', '"5"'],
    [{}, 'an object'],
  ])('seats that are no count: %s', (seats, words) => {
    expect(faultsOf(two, seats)).toEqual([
      [
        'invalid-apportionment',
        'seats',
        `seats is ${words}, and no whole number from 0`,
        'give a whole number from 0 to 9007199254740991',
      ],
    ]);
  });

  it.each([
    [-1, 'is -1, less than 0'],
    [-1n, 'is -1, less than 0'],
    [-(10n ** 101n), 'is a number beyond -1e100, less than 0'],
    [10n ** 100n + 1n, 'is above 1e100'],
    [1.1e100, 'is 1.1e+100, above 1e100'],
    [9e-101, 'is 9e-101, between 0 and 1e-100'],
    [Number.NaN, 'is NaN, and no finite number'],
    [Number.POSITIVE_INFINITY, 'is Infinity, and no finite number'],
    ['7', 'is "7", and no number'],
    [null, 'is null, and no number'],
    [[7], 'is a list, and no number'],
    [true, 'is true, and no number'],
  ])('a weight of %s', (weight, words) => {
    expect(faultsOf({ a: 1, b: weight }, 3)).toEqual([
      [
        'invalid-weight',
        'weights.b',
        `the weight of "b" ${words}`,
        'a weight is 0, or a number or bigint of 1e-100 to 1e100',
      ],
    ]);
  });

  it('takes the largest and the smallest weight, and -0 for 0', () => {
    expect(apportion({ a: 1e100, b: 10n ** 100n, c: 1e-100, d: -0 }, 2)).toMatchObject({ ok: true });
  });

  it.each([
    [null, 'the options are null, and no record'],
    [[], 'the options are a list, and no record'],
    [7, 'the options are 7, and no record'],
  ])('options that are none: %s', (options, message) => {
    const hint = 'pass { method, min, max, ties }, or nothing';
    expect(faultsOf(two, 3, options)).toEqual([['invalid-apportionment', '', message, hint]]);
  });

  it.each([
    ['webstre', 'method is "webstre", which is none', 'did you mean "webster"?'],
    [
      'hare',
      'method is "hare", which is none',
      'known: largestRemainder, jefferson, webster, huntingtonHill, dean, adams',
    ],
    [7, 'method is 7, which is none', 'known: largestRemainder, jefferson, webster, huntingtonHill, dean, adams'],
    ['toString', 'method is "toString", which is none', expect.any(String)],
  ])('a method that does not exist: %s', (method, message, hint) => {
    expect(faultsOf(two, 3, { method })).toEqual([['invalid-apportionment', 'method', message, hint]]);
  });

  it.each([
    [{ min: -1 }, 'min', 'min is -1, and no whole number from 0', 'give a whole number, or leave it out for no min'],
    [{ max: 1.5 }, 'max', 'max is 1.5, and no whole number from 0', 'give a whole number, or leave it out for no max'],
    [
      { max: null },
      'max',
      'max is null, and no whole number from 0',
      'give a whole number, or leave it out for no max',
    ],
    [
      { max: [1] },
      'max',
      'max is a list, and no whole number from 0',
      'give a whole number, or leave it out for no max',
    ],
    [
      { min: { b: '1' } },
      'min.b',
      'min of "b" is "1", and no whole number from 0',
      'give a whole number, or leave it out for no min',
    ],
    [
      { min: { alpah: 1 } },
      'min.alpah',
      'min has a limit for "alpah", which has no weight',
      'give it a weight, 0 if need be, or leave it out',
    ],
    [
      { min: { a: 3 }, max: { a: 2 } },
      'min.a',
      '"a" is to get 3 seats at least, and 2 at most',
      'lower the minimum or raise the maximum',
    ],
    [
      { min: { a: 9 }, max: { a: 2 } },
      'min.a',
      '"a" is to get 9 seats at least, and 2 at most',
      'lower the minimum or raise the maximum',
    ],
  ])('limits that are none: %j', (options, path, message, hint) => {
    expect(faultsOf(two, 3, options)).toEqual([['invalid-seat-limit', path, message, hint]]);
  });

  it('a limit for a name that is misspelled, with the one that is meant', () => {
    expect(faultsOf({ core: 1, adjacent: 1 }, 3, { max: { adjacnet: 1 } })[0]![3]).toBe('did you mean "adjacent"?');
    expect(apportion({ a: 1 }, 3, { min: { a: undefined } as never })).toMatchObject({ ok: true });
  });

  it.each([
    [
      'ab',
      'ties',
      'ties is "ab", and no list of ids',
      'list ids in the order in which ties are broken, or leave it out',
    ],
    [['a', 'x'], 'ties.1', 'ties names "x", which has no weight', 'give it a weight, 0 if need be, or leave it out'],
    [['b', 'a', 'b'], 'ties.2', 'ties names "b" twice', 'leave one out'],
    [[7], 'ties.0', 'ties names 7, which has no weight', 'give it a weight, 0 if need be, or leave it out'],
  ])('an order of ties that is none: %j', (ties, path, message, hint) => {
    expect(faultsOf(two, 3, { ties })).toEqual([['invalid-apportionment', path, message, hint]]);
  });

  it('everything that is wrong at once', () => {
    const found = faultsOf({ a: -1, b: Number.NaN }, 3, { method: 'x', min: -1, ties: ['a', 'a'] });
    expect(found.map(([, path]) => path)).toEqual(['method', 'weights.a', 'weights.b', 'min', 'ties.1']);
    expect(faultsOf([], -1, 7).map(([, path]) => path)).toEqual(['weights', 'seats', '']);
  });

  it('no more than 1,000 faults by name', () => {
    const weights = Object.fromEntries(Array.from({ length: 1_200 }, (_, at) => [`unit-${at}`, -1]));
    const found = apportion(weights, 3).diagnostics;
    expect(found.length).toBe(1_001);
    expect(found.at(-1)).toMatchObject({ code: 'shape/too-many-faults', message: '200 further faults are not listed' });
  });

  it('minimums that add up to more than the seats', () => {
    expect(faultsOf(two, 3, { min: 2 })).toEqual([
      [
        'minimums-above-seats',
        'min',
        'the minimums of 2 add up to 4, and there are 3 seats',
        'lower the minimums, or give more seats',
      ],
    ]);
    expect(apportion(two, 4, { min: 2 })).toMatchObject({ seats: { a: 2, b: 2 } });
  });

  it('maximums below the seats, and seats that nobody has a claim to', () => {
    expect(faultsOf({ a: 1, b: 2, c: 0 }, 5, { max: 2 })).toEqual([
      [
        'seats-left-over',
        'max',
        'the maximums add up to 4, and there are 5 seats; a weight of 0 gets its minimum at most',
        'raise the maximums, or give fewer seats',
      ],
    ]);
    const weightless = 'no weight is above 0, so that nobody has a claim to 3 of the 5 seats';
    expect(faultsOf({ a: 0, b: 0 }, 5, { min: 1 })).toEqual([
      ['seats-left-over', 'weights', weightless, 'give somebody a weight'],
    ]);
    expect(faultsOf({}, 1)).toHaveLength(1);
  });

  it.each(['huntingtonHill', 'dean', 'adams'])('fewer seats by %s than weights above 0', (method) => {
    expect(faultsOf({ a: 5, b: 3, c: 1 }, 2, { method })).toEqual([
      [
        'too-few-seats',
        'seats',
        `${method} gives each weight above 0 a seat first: 3 with the minimums, and there are 2 seats`,
        'give more seats, leave some out with a maximum of 0, or take webster, jefferson or largestRemainder',
      ],
    ]);
    expect(faultsOf({ a: 5, b: 3, c: 1 }, 3, { method, min: { a: 2 } })).toHaveLength(1);
    expect(apportion({ a: 5, b: 3, c: 1 }, 3, { method } as never)).toMatchObject({ seats: { a: 1, b: 1, c: 1 } });
    const without = apportion({ a: 5, b: 3, c: 1 }, 2, { method, max: { c: 0 } } as never);
    expect(without).toMatchObject({ seats: { a: 1, b: 1, c: 0 } });
  });
});
