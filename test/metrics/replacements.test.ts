import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { createReplacements, isOnItsWayOut } from '../../src/metrics/replacements.js';
import { compiledTree } from './compiled-tree.js';

const metrics: { readonly [id: string]: ExampleMetric } = {
  first: { status: 'deprecated', replacedBy: 'second' },
  second: { status: 'retired', replacedBy: 'last' },
  last: { status: 'draft', replacedBy: 'beyond' },
  beyond: {},
  lost: { status: 'deprecated', replacedBy: 'gone' },
  alone: { status: 'retired' },
  toLost: { status: 'deprecated', replacedBy: 'lost' },
  one: { status: 'deprecated', replacedBy: 'other' },
  other: { status: 'deprecated', replacedBy: 'one' },
  entry: { status: 'deprecated', replacedBy: 'one' },
  self: { status: 'deprecated', replacedBy: 'self' },
};

const expected = {
  first: 'last',
  second: 'last',
  last: 'last',
  beyond: 'beyond',
  lost: undefined,
  alone: undefined,
  toLost: undefined,
  one: undefined,
  other: undefined,
  entry: undefined,
  self: undefined,
};

describe('createReplacements', () => {
  it.each([
    ['as the tree has them', (ids: string[]) => ids],
    ['from the last to the first', (ids: string[]) => ids.reverse()],
    ['twice', (ids: string[]) => [...ids, ...ids]],
  ])('ends at a metric that stays, or nowhere, asked %s', (_, arrange) => {
    const { byName } = compiledTree(metrics);
    const replacementOf = createReplacements((name) => byName.get(name));
    for (const id of arrange(Object.keys(metrics))) {
      expect([id, replacementOf(byName.get(id)!)?.id]).toEqual([id, expected[id as keyof typeof expected]]);
    }
  });
});

describe('isOnItsWayOut', () => {
  it.each([
    [undefined, false],
    ['draft', false],
    ['active', false],
    ['deprecated', true],
    ['retired', true],
  ] as const)('says of %s: %s', (status, expected) => {
    expect(isOnItsWayOut(compiledTree({ a: status ? { status } : {} }).metrics[0]!)).toBe(expected);
  });
});
