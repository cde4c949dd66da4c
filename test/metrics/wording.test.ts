import { describe, expect, it } from 'vitest';
import { foldText, listNames, singular } from '../../src/metrics/wording.js';

describe('listNames', () => {
  it.each<[readonly string[], string]>([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c, d and e'],
    [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d and 2 more'],
  ])('prints %j as %s', (names, text) => {
    expect(listNames(names)).toBe(text);
  });

  it('shows as many as it is told', () => {
    expect(listNames(['a', 'b', 'c'], 2)).toBe('a and 2 more');
    expect(listNames(['a', 'b', 'c'], 3)).toBe('a, b and c');
  });
});

describe('foldText', () => {
  it.each([
    ['  Net\t Revenue\n', 'net revenue'],
    ['ﬁrst', 'first'],
    ['ＡＢ', 'ab'],
    ['a\u00a0b', 'a b'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('singular', () => {
  it.each([
    ['Orders', 'order'],
    ['order', 'order'],
    ['USD', 'usd'],
    ['address', 'address'],
    ['bus', 'bus'],
    ['days', 'day'],
    ['s', 's'],
  ])('makes of %s %s', (word, expected) => {
    expect(singular(word)).toBe(expected);
  });
});
