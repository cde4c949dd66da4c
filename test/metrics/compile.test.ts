import { describe, expect, it } from 'vitest';
import { compiledTree } from './compiled-tree.js';

const ids = (metrics: readonly { readonly id: string }[]) => metrics.map(({ id }) => id).join(' ');

describe('compileMetrics', () => {
  it('connects what a formula mentions and what is declared, each once, itself never', () => {
    const { byName } = compiledTree({
      revenue: {
        formula: 'orders * value + orders + revenue + missing',
        components: ['tax', 'orders', 'revenue', 'gone'],
      },
      orders: {},
      value: {},
      tax: {},
      profit: { components: ['revenue', 'revenue', 'orders'] },
    });
    expect(ids(byName.get('revenue')!.components)).toBe('orders value tax');
    expect(ids(byName.get('profit')!.components)).toBe('revenue orders');
    expect(ids(byName.get('orders')!.dependents)).toBe('revenue profit');
    expect(ids(byName.get('revenue')!.dependents)).toBe('profit');
    expect(ids(byName.get('profit')!.dependents)).toBe('');
  });

  it('resolves each reference, and leaves out what does not exist', () => {
    const { byName } = compiledTree({ a: { formula: 'b + c + a' }, b: {} });
    const { references = [] } = byName.get('a')!.formula ?? {};
    expect(references.map(({ name, metric }) => [name, metric?.id])).toEqual([
      ['b', 'b'],
      ['c', undefined],
      ['a', 'a'],
    ]);
    expect(references[1]).not.toHaveProperty('metric');
  });

  it('means the first of two metrics with one id', () => {
    const { byName, metrics } = compiledTree([
      { id: 'a', formula: 'b' },
      { id: 'b', unit: 'USD' },
      { id: 'b', unit: 'EUR' },
    ]);
    expect(byName.get('b')).toBe(metrics[1]);
    expect(metrics[0]!.components).toEqual([metrics[1]]);
    expect(metrics[2]!.dependents).toEqual([]);
  });

  it.each<[text: string, metrics: Parameters<typeof compiledTree>[0], needed: string]>([
    ['a mention', { a: { formula: 'b' }, b: {} }, 'b'],
    ['no lagged mention', { a: { formula: "lag(b, 1, 'day') + lag(a, 1, 'day')" }, b: {} }, ''],
    ['a mention that is also lagged', { a: { formula: "lag(b, 1, 'day') + b" }, b: {} }, 'b'],
    ['no mention of itself', { a: { formula: 'a + b' }, b: {} }, 'b'],
    ['a declared component', { a: { components: ['b'] }, b: {} }, 'b'],
    [
      'no declared component that a sound formula leaves out',
      { a: { formula: 'c', components: ['b'] }, b: {}, c: {} },
      'c',
    ],
    ['a declared component beside a broken formula', { a: { formula: 'c )', components: ['b'] }, b: {}, c: {} }, 'b c'],
    [
      'no declared component that the formula lags',
      { a: { formula: "lag(b, 1, 'day')", components: ['b'] }, b: {} },
      '',
    ],
  ])('needs for the same period %s', (_, metrics, needed) => {
    const { needs, metrics: nodes } = compiledTree(metrics);
    const targets = [...needs.targets.slice(needs.offsets[0], needs.offsets[1])];
    expect([...new Set(targets.map((index) => nodes[index]!.id))].join(' ')).toBe(needed);
  });

  it('orders every metric after what it needs', () => {
    const { order, metrics, cyclic } = compiledTree({
      top: { formula: 'left + right' },
      left: { formula: 'leaf * 2' },
      right: { formula: 'left - leaf' },
      leaf: {},
    });
    expect([...order].map((index) => metrics[index]!.id)).toEqual(['leaf', 'left', 'right', 'top']);
    expect([...cyclic]).toEqual([0, 0, 0, 0]);
  });

  it('marks what is on a cycle, and neither what leads to one nor a metric that mentions itself', () => {
    const { cyclic, order } = compiledTree({
      above: { formula: 'a' },
      a: { formula: 'b' },
      b: { formula: 'a + below' },
      below: {},
      self: { formula: 'self + 1' },
      lagged: { formula: "lag(other, 1, 'day')" },
      other: { formula: 'lagged' },
    });
    expect([...cyclic]).toEqual([0, 1, 1, 0, 0, 0, 0]);
    expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(order.indexOf(3)).toBeLessThan(Math.min(order.indexOf(1), order.indexOf(2)));
    expect(order.indexOf(0)).toBeGreaterThan(Math.max(order.indexOf(1), order.indexOf(2)));
  });

  it.each([
    [{}, []],
    [{ owner: 'a' }, ['a']],
    [{ owners: ['b', 'a', 'b'] }, ['b', 'a']],
    [{ owner: 'a', owners: ['b', 'a'] }, ['a', 'b']],
    [{ owner: 'a', owners: [] }, ['a']],
  ])('takes the owners of %j together', (metric, owners) => {
    expect(compiledTree({ m: metric }).metrics[0]!.owners).toEqual(owners);
  });

  it('reads units, and leaves out what is none', () => {
    const { metrics, units } = compiledTree({ a: { unit: 'USD/order' }, b: { unit: '$' }, c: {} });
    expect(metrics[0]!.unit).toBe(units.parse('USD/order'));
    expect(metrics[1]).not.toHaveProperty('unit');
    expect(metrics[2]!.unit).toBe(units.one);
  });

  it('gives every node its place and what it names', () => {
    const { metrics, influences, goals } = compiledTree(
      { a: {}, b: {} },
      {
        influences: [
          { from: 'a', to: 'b', sign: '+', evidence: 'assumed' },
          { from: 'x', to: 'y', sign: '-', evidence: 'assumed' },
        ],
        goals: [
          { team: 't', metric: 'z', direction: 'up' },
          { team: 't', metric: 'b', direction: 'down' },
        ],
      },
    );
    expect(metrics.map(({ kind, index, path }) => [kind, index, path])).toEqual([
      ['metric', 0, ['metrics', 0]],
      ['metric', 1, ['metrics', 1]],
    ]);
    expect(influences[0]).toMatchObject({ kind: 'influence', index: 0, path: ['influences', 0] });
    expect(influences[0]!.from).toBe(metrics[0]);
    expect(influences[0]!.to).toBe(metrics[1]);
    expect(influences[1]).toMatchObject({ index: 1, path: ['influences', 1], definition: { from: 'x', to: 'y' } });
    expect(influences[1]).not.toHaveProperty('from');
    expect(influences[1]).not.toHaveProperty('to');
    expect(goals[0]).toMatchObject({ kind: 'goal', index: 0, path: ['goals', 0] });
    expect(goals[0]).not.toHaveProperty('metric');
    expect(goals[1]).toMatchObject({ index: 1, path: ['goals', 1] });
    expect(goals[1]!.metric).toBe(metrics[1]);
  });

  it('has no influences and goals where the definition has none', () => {
    expect(compiledTree({ a: {} })).toMatchObject({ influences: [], goals: [] });
  });
});
