import { describe, expect, it } from 'vitest';
import { idsOf, numberIds } from '../../../src/organization/compile/numbering.js';

describe('numberIds', () => {
  it('numbers each id once, in their order', () => {
    const { ids, numberOf } = numberIds(['bo', 'ana', 'cleo', 'ana']);
    expect(ids).toEqual(['ana', 'bo', 'cleo']);
    expect([...numberOf]).toEqual([
      ['ana', 0],
      ['bo', 1],
      ['cleo', 2],
    ]);
  });
});

describe('idsOf', () => {
  it.each([
    ['none', [], []],
    ['each once', [2, 0, 2, 0], ['ana', 'cleo']],
    ['all in their order', [2, 1, 0], ['ana', 'bo', 'cleo']],
  ])('gives %s', (_, numbers, ids) => {
    expect(idsOf(numberIds(['ana', 'bo', 'cleo']), numbers)).toEqual(ids);
  });
});
