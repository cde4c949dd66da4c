import * as fc from 'fast-check';
import { definitionOf } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { compileMetrics } from '../../src/metrics/compile.js';
import { createEffects, edgeBudget, pathTo } from '../../src/metrics/effects.js';
import type { MetricExample } from '../../src/metrics/types.js';
import { effectOf } from '../oracle/effects.js';
import { treeOf } from './lint-tree.js';
import { signedTree } from './signed-tree.js';

function compiledOf(example: MetricExample) {
  return compileMetrics(definitionOf(treeOf(example)));
}

function effectsIn(example: MetricExample, cause: string, left?: number) {
  const compiled = compiledOf(example);
  const node = compiled.byName.get(cause)!;
  const budget = left === undefined ? edgeBudget() : { left };
  return { compiled, node, budget, effects: createEffects(compiled).of(node, budget) };
}

function signsIn(example: MetricExample, cause: string) {
  const { effects } = effectsIn(example, cause);
  return Object.fromEntries([...effects!].map(([{ id }, { sign, from }]) => [id, [sign, from.id]]));
}

describe('createEffects', () => {
  it('multiplies signs along a path and names the metric before', () => {
    const metrics = { profit: { formula: 'revenue - cost' }, revenue: {}, cost: { formula: 'calls * 3' }, calls: {} };
    expect(signsIn({ metrics }, 'calls')).toEqual({ cost: [1, 'calls'], profit: [-1, 'cost'] });
  });

  it('gives no sign where paths disagree, nor beyond', () => {
    const metrics = {
      profit: { formula: 'sales - cost' },
      sales: { formula: 'ads' },
      cost: { formula: 'ads' },
      ads: {},
      bonus: { formula: 'profit' },
    };
    expect(signsIn({ metrics }, 'ads')).toEqual({
      sales: [1, 'ads'],
      cost: [1, 'ads'],
      profit: [0, 'sales'],
      bonus: [0, 'profit'],
    });
  });

  it('passes over influences on itself and of or on what does not exist', () => {
    const influences = [
      { from: 'a', to: 'a', sign: '-', evidence: 'assumed' },
      { from: 'a', to: 'gone', sign: '+', evidence: 'assumed' },
      { from: 'gone', to: 'a', sign: '+', evidence: 'assumed' },
      { from: 'a', to: 'b', sign: '-', evidence: 'assumed' },
    ] as const;
    expect(signsIn({ metrics: { a: {}, b: {} }, influences }, 'a')).toEqual({ b: [-1, 'a'] });
  });

  it.each([false, true])('equals the twin that tries every walk; in circles: %s', (circles) => {
    fc.assert(
      fc.property(signedTree(circles), ({ count, edges, metrics, influences }) => {
        const compiled = compiledOf({ metrics, influences });
        const effects = createEffects(compiled);
        for (let cause = 0; cause < count; cause++) {
          const found = effects.of(compiled.metrics[cause]!, edgeBudget())!;
          for (let target = 0; target < count; target++) {
            const expected = target === cause ? undefined : effectOf(edges, count, cause, target);
            expect(found.get(compiled.metrics[target]!)?.sign).toBe(expected);
          }
        }
      }),
    );
  });

  it('counts a metric and its edges against the budget, and gives up when it is spent', () => {
    // a with one edge, b with one, c with none: 2 + 2 + 1.
    const metrics = { a: {}, b: { formula: 'a' }, c: {} };
    const influences = [{ from: 'b', to: 'c', sign: '+', evidence: 'assumed' }] as const;
    const enough = effectsIn({ metrics, influences }, 'a', 5);
    expect(enough.effects?.size).toBe(2);
    expect(enough.budget.left).toBe(0);
    expect(effectsIn({ metrics, influences }, 'a', 4).effects).toBeUndefined();
  });

  it('allows each search a budget of its own', () => {
    expect(edgeBudget()).toEqual({ left: 2_000_000 });
    expect(edgeBudget()).not.toBe(edgeBudget());
  });
});

describe('pathTo', () => {
  const metrics = { a: {}, b: { formula: 'a' }, c: { formula: 'b' }, d: { formula: 'c' } };

  it.each([
    [5, ['a', 'b', 'c', 'd'], true],
    [4, ['a', 'b', 'c', 'd'], true],
    [3, ['a', 'c', 'd'], false],
    [2, ['a', 'd'], false],
  ])('gives at most %i metrics', (most, path, complete) => {
    const { compiled, node, effects } = effectsIn({ metrics }, 'a');
    const found = pathTo(compiled.byName.get('d')!, node, effects!, most);
    expect({ ...found, path: found.path.map(({ id }) => id) }).toEqual({ path, complete });
  });
});
