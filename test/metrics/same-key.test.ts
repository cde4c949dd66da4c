import { describe, expect, it } from 'vitest';
import { groupsBySameKey } from '../../src/metrics/same-key.js';

describe('groupsBySameKey', () => {
  it('gives the groups of at least two, in the order of their first items', () => {
    const words = ['bee', 'ant', 'ape', 'cat', 'bat', 'asp'];
    expect(groupsBySameKey(words, (word) => word.charAt(0))).toEqual([
      ['bee', 'bat'],
      ['ant', 'ape', 'asp'],
    ]);
  });

  it('leaves out what has no key, and takes an empty text, 0 and null for keys', () => {
    const items = [undefined, '', undefined, '', 0, 0, null, null] as const;
    expect(groupsBySameKey(items, (item) => item)).toEqual([
      ['', ''],
      [0, 0],
      [null, null],
    ]);
  });
});
