import { describe, expect, it } from 'vitest';
import { asDay } from '../../src/foundation/instant.js';
import { isOver, openGoals } from '../../src/metrics/open-goals.js';
import { compiledTree } from './compiled-tree.js';

const goal = { team: 'growth', metric: 'orders', direction: 'up' } as const;

function openIn(goals: Parameters<typeof compiledTree>[1], asOf: string | undefined) {
  const metrics = {
    orders: {},
    draft: { status: 'draft' },
    old: { status: 'deprecated' },
    gone: { status: 'retired' },
  } as const;
  const compiled = compiledTree(metrics, goals);
  return openGoals(compiled.goals, asOf === undefined ? undefined : asDay(asOf)).map(({ index }) => index);
}

describe('openGoals', () => {
  it.each([
    ['on a metric in use', goal, true],
    ['on a draft', { ...goal, metric: 'draft' }, true],
    ['on a deprecated metric', { ...goal, metric: 'old' }, true],
    ['on a retired metric', { ...goal, metric: 'gone' }, false],
    ['on a metric that does not exist', { ...goal, metric: 'ordrs' }, false],
    ['that ends on the day', { ...goal, due: '2026-11-22' }, true],
    ['that ended the day before', { ...goal, due: '2026-11-21' }, false],
  ])('says of a goal %s whether it still asks for something', (_, one, open) => {
    expect(openIn({ goals: [one] }, '2026-11-22')).toEqual(open ? [0] : []);
  });

  it('keeps the order of the tree', () => {
    const goals = [goal, { ...goal, metric: 'gone' }, { ...goal, due: '2026-11-21' }, { ...goal, team: 'sales' }];
    expect(openIn({ goals }, '2026-11-22')).toEqual([0, 3]);
    expect(openIn({ goals }, undefined)).toEqual([0, 2, 3]);
  });
});

describe('isOver', () => {
  it.each([
    ['2026-11-21', '2026-11-22', true],
    ['2026-11-22', '2026-11-22', false],
    ['2026-11-23', '2026-11-22', false],
    ['2026-11-21', undefined, false],
    [undefined, '2026-11-22', false],
  ])('is asked of %s on %s', (due, asOf, over) => {
    const [node] = compiledTree({ orders: {} }, { goals: [{ ...goal, ...(due && { due }) }] }).goals;
    expect(isOver(node!, asOf === undefined ? undefined : asDay(asOf))).toBe(over);
  });
});
