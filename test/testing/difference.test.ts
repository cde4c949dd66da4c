import { describe, expect, it } from 'vitest';
import { differences } from '../../src/testing/difference.js';

describe('differences', () => {
  it.each([
    ['equal values', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    ['a member that is undefined', { a: 1, b: undefined }, { a: 1 }, []],
    ['another value', { a: { b: 1 } }, { a: { b: 2 } }, ['a.b: expected 2, was 1']],
    ['a member too few', {}, { a: 'x' }, ['a: expected "x", was nothing']],
    ['an item too many', [1, 2], [1], ['[1]: expected nothing, was 2']],
    ['a list in place of an object', [], {}, ['(root): expected {}, was []']],
    ['null in place of an object', { a: null }, { a: {} }, ['a: expected {}, was null']],
    ['a key of every object', {}, { toString: 1 }, ['toString: expected 1, was nothing']],
    [
      'places in their order',
      [{ a: 1 }, { b: 1 }],
      [{ a: 2 }, { b: 2 }],
      ['[0].a: expected 2, was 1', '[1].b: expected 2, was 1'],
    ],
  ])('says of %s', (_, actual, expected, lines) => {
    expect(differences(actual, expected, 'whole')).toEqual(lines);
  });

  it('says what is too much in a whole, not in a part', () => {
    const [actual, expected] = [{ a: [{ b: 1, c: 2 }], d: 3 }, { a: [{ b: 1 }] }];
    expect(differences(actual, expected, 'whole')).toEqual([
      'a[0].c: expected nothing, was 2',
      'd: expected nothing, was 3',
    ]);
    expect(differences(actual, expected, 'part')).toEqual([]);
    expect(differences([1, 2], [1], 'part')).toEqual(['[1]: expected nothing, was 2']);
    expect(differences({ a: 1 }, { a: undefined }, 'part')).toEqual(['a: expected nothing, was 1']);
  });

  it('lists ten places and counts the rest', () => {
    const lines = differences(
      Array.from({ length: 15 }, () => 1),
      [],
      'whole',
    );
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('and 5 more');
    expect(
      differences(
        Array.from({ length: 10 }, () => 1),
        [],
        'whole',
      ),
    ).toHaveLength(10);
  });

  it('does not go down with a value that is deep', () => {
    let deep: unknown = 1;
    for (let at = 0; at < 5_000; at++) deep = [deep];
    expect(differences(deep, deep, 'whole')).toEqual([]);
  });
});
