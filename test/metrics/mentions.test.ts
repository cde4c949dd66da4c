import { describe, expect, it } from 'vitest';
import { mentionsIn, subjectOf } from '../../src/metrics/mentions.js';
import { compiledTree } from './compiled-tree.js';

type Tree = Parameters<typeof compiledTree>;

function mentions(...tree: Tree) {
  const { metrics, goals, influences, byName } = compiledTree(...tree);
  const found = mentionsIn({ metrics, goals, influences, find: (name) => byName.get(name) }, () => true);
  return [...found].map((mention) => ({ ...mention, text: `${subjectOf(mention)} ${mention.verb} ${mention.name}` }));
}

describe('mentionsIn', () => {
  it('gives every place where a metric is named, as a sentence', () => {
    const found = mentions(
      { a: { formula: 'b + x', components: ['c'], guardrails: ['d'], replacedBy: 'e' }, b: {} },
      {
        influences: [{ from: 'b', to: 'y', sign: '+', evidence: 'assumed' }],
        goals: [{ team: 'growth', metric: 'z', direction: 'up' }],
      },
    );
    expect(found.map(({ text }) => text)).toEqual([
      'a uses b',
      'a uses x',
      'a has as component c',
      'a has as guardrail d',
      'a is replaced by e',
      'the influence of b on y begins at b',
      'the influence of b on y ends at y',
      'a goal of growth is on z',
    ]);
    expect(found.map(({ path }) => path)).toEqual([
      ...[['formula'], ['formula'], ['components', 0], ['guardrails', 0], ['replacedBy'], ['from'], ['to'], ['metric']],
    ]);
    expect(found.map(({ metric }) => metric?.id)).toEqual([
      'b',
      ...Array(4).fill(undefined),
      'b',
      undefined,
      undefined,
    ]);
    expect(found.map(({ span }) => span)).toEqual([[0, 1], [4, 5], ...Array(6).fill(undefined)]);
  });

  it('gives of several in the formula and the components of one metric the first', () => {
    const found = mentions({ a: { formula: 'b + c + b', components: ['c', 'd', 'd'] } });
    expect(found.map(({ text, path }) => `${text} ${path.join('.')}`)).toEqual([
      'a uses b formula',
      'a uses c formula',
      'a has as component d components.1',
    ]);
  });

  it('gives a guardrail once, although the formula names it too', () => {
    expect(mentions({ a: { formula: 'b', guardrails: ['b', 'c', 'b'] } }).map(({ text }) => text)).toEqual([
      'a uses b',
      'a has as guardrail b',
      'a has as guardrail c',
    ]);
  });
});
