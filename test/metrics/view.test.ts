import fc from 'fast-check';
import type { Day } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { createView } from '../../src/metrics/view.js';
import { leadsNaively } from '../oracle/effects.js';
import { compiledTree } from './compiled-tree.js';

type Tree = Parameters<typeof compiledTree>;

function viewOf(...tree: Tree) {
  return createView(compiledTree(...tree), [], new Set(['x/y']), undefined);
}

describe('createView', () => {
  it('shows the tree, the day and the codes', () => {
    const compiled = compiledTree({ a: {} }, { goals: [{ team: 't', metric: 'a', direction: 'up' }] });
    const view = createView(compiled, [], new Set(['x/y']), '2026-11-22' as Day);
    expect(view.definition).toBe(compiled.definition);
    expect([view.metrics, view.goals, view.influences]).toEqual([compiled.metrics, compiled.goals, []]);
    expect([view.asOf, [...view.codes]]).toEqual(['2026-11-22', ['x/y']]);
    expect(viewOf({ a: {} })).not.toHaveProperty('asOf');
  });

  it('finds a metric by name, of duplicates the first, and the nearest of what does not exist', () => {
    const view = viewOf([{ id: 'orders' }, { id: 'orders', unit: 'USD' }, { id: 'sessions' }]);
    expect(view.find('orders')).toBe(view.metrics[0]);
    expect(view.find('order')).toBeUndefined();
    expect([view.nearest('order'), view.nearest('sesions'), view.nearest('revenue')]).toEqual([
      'orders',
      'sessions',
      undefined,
    ]);
    expect(view.nearest('order')).toBe('orders');
  });

  it('stops to look for near names when that has become too much, and remembers what it found', () => {
    const view = viewOf(Array.from({ length: 20_000 }, (_, i) => ({ id: `metric_${i}` })));
    expect(view.nearest('metrik_1')).toBe('metric_1');
    for (let i = 0; i < 4_999; i++) view.nearest(`${i}`);
    expect(view.nearest('metrik_2')).toBeUndefined();
    expect(view.nearest('metrik_1')).toBe('metric_1');
  });

  it('computes once', () => {
    const view = viewOf({ a: { formula: 'b + c', unit: 'x', label: 'Same' }, b: { label: 'same ' }, c: { unit: 'x' } });
    expect(view.mixedUnits()).toBe(view.mixedUnits());
    expect(view.equivalences()).toBe(view.equivalences());
    expect(view.sameLabels()).toBe(view.sameLabels());
    expect(view.serves()).toBe(view.serves());
    expect(view.openGoals()).toBe(view.openGoals());
    expect(view.goalFaults()).toBe(view.goalFaults());
    expect(view.mixedUnits()).toHaveLength(1);
    expect(view.computedUnit(view.metrics[0]!)).toBeUndefined();
  });

  it('groups metrics by label, letter case and spacing aside, duplicates of an id left out', () => {
    const groups = viewOf([
      { id: 'a', label: 'Net  Revenue' },
      { id: 'b', label: 'net revenue ' },
      { id: 'b', label: 'Net Revenue' },
      { id: 'c', label: 'Other' },
      { id: 'd' },
      { id: 'e' },
    ]).sameLabels();
    expect(groups.map((group) => group.map(({ index }) => index))).toEqual([[0, 1]]);
  });

  it('leads to an outcome by component, guardrail and influence', () => {
    const view = viewOf(
      {
        outcome: { role: 'outcome', formula: 'part', guardrails: ['guard', 'nowhere'] },
        part: {},
        guard: {},
        believed: {},
        before: {},
        alone: { formula: 'outcome' },
        retired: { role: 'outcome', status: 'retired', formula: 'gone' },
        gone: {},
      },
      {
        influences: [
          { from: 'believed', to: 'guard', sign: '-', evidence: 'assumed' },
          { from: 'before', to: 'believed', sign: '+', evidence: 'assumed' },
          { from: 'alone', to: 'nowhere', sign: '+', evidence: 'assumed' },
        ],
      },
    );
    const leading = view.metrics.filter((metric) => view.leadsToOutcome(metric)).map(({ id }) => id);
    expect(leading).toEqual(['outcome', 'part', 'guard', 'believed', 'before']);
  });

  it('agrees with trying every way to an outcome', () => {
    const edge = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(2));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 8 }), fc.nat(5), (edges, outcome) => {
        const id = (i: number) => `m${i}`;
        const of = (to: number, kind: number) =>
          edges.filter((one) => one[1] === to && one[2] === kind).map((one) => id(one[0]));
        const metrics = Array.from({ length: 6 }, (_, i) => ({
          id: id(i),
          role: i === outcome ? ('outcome' as const) : ('driver' as const),
          components: of(i, 0),
          guardrails: of(i, 1),
        }));
        const influences = edges
          .filter(([, , kind]) => kind === 2)
          .map(([from, to]) => ({ from: id(from), to: id(to), sign: '+' as const, evidence: 'assumed' as const }));
        const view = viewOf(metrics, { influences });
        const ways = edges.map(([from, to]) => ({ from: id(from), to: id(to) }));
        for (const metric of view.metrics) {
          expect(view.leadsToOutcome(metric)).toBe(leadsNaively(ways, metric.id, new Set([id(outcome)])));
        }
      }),
    );
  });
});
