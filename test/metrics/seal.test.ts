import { definitionOf } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../src/metrics/seal.js';
import { compiledTree } from './compiled-tree.js';

describe('seal and unseal', () => {
  it('keep the tables for those who may see them', () => {
    const compiled = compiledTree({ a: {} });
    const tree = seal(compiled.definition, compiled);
    expect(unseal(tree)).toBe(compiled);
    expect(definitionOf(tree)).toBe(compiled.definition);
    expect(Object.keys(tree)).toEqual([]);
  });
});
