import { definitionOf, isKeelsonError } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { type Defined, definitionKind, isDefinition } from '../../src/foundation/definition.js';

interface Tree {
  readonly id: string;
}

const tree = definitionKind<Tree, { readonly size: number }>('metric tree');
const policy = definitionKind<Tree, { readonly rules: number }>('policy');

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return isKeelsonError(error) ? `${error.code}: ${error.message}` : String(error);
  }
  return 'nothing thrown';
}

describe('a definition', () => {
  const stored = Object.freeze({ id: 'company' });
  const sealed = tree.seal(stored, { size: 3 });

  it('gives back its stored form', () => {
    expect(definitionOf(sealed)).toBe(stored);
  });

  it('gives its tables to its own kind alone', () => {
    expect(tree.unseal(sealed)).toEqual({ size: 3 });
    expect(codeOf(() => policy.unseal(sealed))).toMatch(/^foundation\/not-a-definition: .*a policy, got a metric tree/);
  });

  it('is frozen and shows nothing', () => {
    expect(Object.isFrozen(sealed)).toBe(true);
    expect(Reflect.ownKeys({ ...sealed })).toEqual([]);
  });

  it('is stored as its stored form', () => {
    expect(JSON.stringify({ sealed })).toBe('{"sealed":{"id":"company"}}');
  });

  it('is known by a registered symbol, so that both module formats agree', () => {
    expect(Object.getOwnPropertySymbols(sealed)).toEqual([Symbol.for('keelson.definition')]);
  });

  it.each([
    ['a spread copy', { ...sealed }],
    ['a stored form', stored],
    ['what inherits from one', Object.create(sealed)],
    ['null', null],
    ['a text', 'tree'],
  ])('is not %s', (_, value) => {
    expect(isDefinition(value)).toBe(false);
    expect(codeOf(() => definitionOf(value as Defined<Tree>))).toMatch(/^foundation\/not-a-definition/);
    expect(codeOf(() => tree.unseal(value as Defined<Tree>))).toMatch(/^foundation\/not-a-definition/);
  });
});
