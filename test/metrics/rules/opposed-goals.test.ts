import * as fc from 'fast-check';
import type { GoalInput, MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { effectOf } from '../../oracle/walks.js';
import { lintExample } from '../lint-tree.js';
import { signedTree } from '../signed-tree.js';

const code = 'metrics/opposed-goals';

const hint = 'agree on one of them, or make the other a guardrail';

function goal(metric: string, direction: 'up' | 'down', team = 'growth'): GoalInput {
  return { team, metric, direction };
}

const chain = {
  profit: { formula: 'revenue - cost' },
  revenue: { formula: 'orders * 30' },
  cost: { formula: 'calls * 3' },
  orders: {},
  calls: {},
};

function pairs(example: MetricExample): string[] {
  return lintExample(example, code).map(({ path, related }) => `${path[1]} ${related?.[0]?.path[1]}`);
}

describe(code, () => {
  it('finds two goals of which the one undoes the other, with the way that leads there', () => {
    const goals = [goal('orders', 'up'), goal('profit', 'up', 'finance'), goal('calls', 'up', 'support')];
    expect(lintExample({ metrics: chain, goals }, code)).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'calls',
        message:
          'the goals calls up (support) and profit up (finance) pull against each other: profit falls when calls rises (calls -> cost -> profit)',
        path: ['goals', 2],
        hint,
        related: [{ path: ['goals', 1], message: 'the goal profit up (finance)' }],
      },
    ]);
  });

  it('finds up and down on one metric, once, whatever it leads to', () => {
    const goals = [
      goal('orders', 'up'),
      goal('revenue', 'up'),
      goal('profit', 'up', 'finance'),
      goal('profit', 'up', 'sales'),
      goal('profit', 'down', 'legal'),
    ];
    expect(lintExample({ metrics: chain, goals }, code)).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'profit',
        message: 'the goals profit up (finance) and profit down (legal) pull against each other: profit cannot do both',
        path: ['goals', 2],
        hint,
        related: [{ path: ['goals', 4], message: 'the goal profit down (legal)' }],
      },
    ]);
  });

  it.each<[string, 'up' | 'down', string, 'up' | 'down', string | undefined]>([
    ['orders', 'up', 'profit', 'up', undefined],
    ['orders', 'down', 'profit', 'down', undefined],
    ['orders', 'up', 'profit', 'down', 'profit rises when orders rises (orders -> revenue -> profit)'],
    ['orders', 'down', 'profit', 'up', 'profit falls when orders falls (orders -> revenue -> profit)'],
    ['cost', 'up', 'profit', 'up', 'profit falls when cost rises (cost -> profit)'],
    ['cost', 'down', 'profit', 'down', 'profit rises when cost falls (cost -> profit)'],
    ['cost', 'up', 'profit', 'down', undefined],
    ['cost', 'down', 'profit', 'up', undefined],
    ['orders', 'up', 'calls', 'down', undefined],
  ])('compares %s %s with %s %s', (first, one, second, other, why) => {
    const found = lintExample({ metrics: chain, goals: [goal(second, other), goal(first, one)] }, code);
    expect(found.map(({ message }) => message.replace(/.*each other: /, ''))).toEqual(why === undefined ? [] : [why]);
  });

  it('follows influences', () => {
    const example: MetricExample = {
      metrics: { ads: {}, trust: {}, sales: {} },
      influences: [
        { from: 'ads', to: 'trust', sign: '-', evidence: 'experiment' },
        { from: 'trust', to: 'sales', sign: '+', evidence: 'assumed' },
      ],
      goals: [goal('ads', 'up'), goal('sales', 'up', 'sales')],
    };
    expect(pairs(example)).toEqual(['0 1']);
  });

  it('passes over an influence of a metric on itself', () => {
    const example: MetricExample = {
      metrics: { ads: {}, trust: {} },
      influences: [
        { from: 'trust', to: 'trust', sign: '-', evidence: 'assumed' },
        { from: 'ads', to: 'trust', sign: '-', evidence: 'assumed' },
      ],
      goals: [goal('ads', 'up'), goal('trust', 'up')],
    };
    expect(pairs(example)).toEqual(['0 1']);
  });

  it('never guesses: a sign that depends on the values, or on the path, is none', () => {
    const metrics = {
      margin: { formula: 'price - price * discount' },
      price: {},
      discount: {},
      share: { formula: 'price - pace' },
      pace: { formula: 'price' },
    };
    for (const direction of ['up', 'down'] as const) {
      expect(pairs({ metrics, goals: [goal('price', direction), goal('margin', 'up'), goal('share', 'up')] })).toEqual(
        [],
      );
    }
  });

  it('finds two that move each other once', () => {
    const example: MetricExample = {
      metrics: { ads: {}, trust: {} },
      influences: [
        { from: 'ads', to: 'trust', sign: '-', evidence: 'assumed' },
        { from: 'trust', to: 'ads', sign: '-', evidence: 'assumed' },
      ],
      goals: [goal('ads', 'up'), goal('trust', 'up')],
    };
    expect(pairs(example)).toEqual(['0 1']);
  });

  it('finds a pair of which only the second moves the first against its goal', () => {
    const example: MetricExample = {
      metrics: { ads: {}, trust: {} },
      influences: [
        { from: 'ads', to: 'trust', sign: '+', evidence: 'assumed' },
        { from: 'trust', to: 'ads', sign: '-', evidence: 'assumed' },
      ],
      goals: [goal('ads', 'up'), goal('trust', 'up')],
    };
    expect(pairs(example)).toEqual(['1 0']);
  });

  it('reports a conflict where it begins, and not again behind another goal', () => {
    const metrics = { bonus: { formula: 'profit' }, ...chain };
    const against = [goal('calls', 'up'), goal('cost', 'up'), goal('profit', 'up'), goal('bonus', 'up')];
    expect(pairs({ metrics, goals: against })).toEqual(['1 2']);
    const apart = [goal('calls', 'up'), goal('bonus', 'up'), goal('profit', 'down')];
    expect(pairs({ metrics, goals: apart })).toEqual(['2 1']);
  });

  it('names the first goal of each metric where teams share one', () => {
    const goals = [
      goal('cost', 'up', 'a'),
      goal('cost', 'up', 'b'),
      goal('profit', 'up', 'c'),
      goal('profit', 'up', 'd'),
    ];
    expect(pairs({ metrics: chain, goals })).toEqual(['0 2']);
  });

  it.each<[string, Partial<GoalInput>, MetricExample['metrics']]>([
    ['is past its day', { due: '2026-11-21' }, chain],
    ['is on a retired metric', {}, { ...chain, cost: { formula: 'calls', status: 'retired' } }],
    ['is on a metric that does not exist, which is for metrics/unknown-reference', { metric: 'costs' }, chain],
  ])('is silent about a goal that %s', (_, changes, metrics) => {
    const goals = [
      { ...goal('cost', 'up'), ...changes },
      goal('profit', 'up'),
      { ...goal('cost', 'down'), ...changes },
    ];
    expect(pairs({ metrics, goals, asOf: '2026-11-22' })).toEqual([]);
  });

  it('leaves goals of one direction on one metric to metrics/shared-goal-metric', () => {
    expect(pairs({ metrics: chain, goals: [goal('profit', 'up', 'a'), goal('profit', 'up', 'b')] })).toEqual([]);
  });

  it.each([
    [6, 'm0 -> m1 -> m2 -> m3 -> m4 -> m5'],
    [7, 'm0 -> ... -> m2 -> m3 -> m4 -> m5 -> m6'],
    [100, 'm0 -> ... -> m95 -> m96 -> m97 -> m98 -> m99'],
  ])('prints a path of %i metrics as far as there is room', (length, path) => {
    const metrics = Array.from({ length }, (_, i) => ({ id: `m${i}`, ...(i > 0 && { formula: `m${i - 1}` }) }));
    const [found] = lintExample({ metrics, goals: [goal('m0', 'up'), goal(`m${length - 1}`, 'down')] }, code);
    expect(found?.message).toContain(`(${path})`);
  });

  it('finds no pair that the twin does not, each once, and begins every conflict of a tree without circles', () => {
    const directed = fc.array(fc.constantFrom('up', 'down', undefined), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.boolean().chain((circles) => signedTree(circles)),
        directed,
        (tree, directions) => {
          const { count, edges, metrics, influences } = tree;
          const asked = directions.slice(0, count).flatMap((direction, i) => (direction ? [{ i, direction }] : []));
          const goals = asked.map(({ i, direction }) => goal(`m${i}`, direction));
          const opposed = (a: number, b: number) => {
            const sign = effectOf(edges, count, asked[a]!.i, asked[b]!.i) ?? 0;
            return sign !== 0 && (asked[a]!.direction === asked[b]!.direction) === (sign === -1);
          };
          const between = (a: number, b: number) =>
            asked.some(
              ({ i }, c) =>
                c !== a &&
                c !== b &&
                effectOf(edges, count, asked[a]!.i, i) !== undefined &&
                effectOf(edges, count, i, asked[b]!.i) !== undefined,
            );

          const found = pairs({ metrics, influences, goals }).map(
            (text) => text.split(' ').map(Number) as [number, number],
          );
          expect(found.filter(([a, b]) => !opposed(a, b))).toEqual([]);
          expect(new Set(found.map((pair) => `${[...pair].sort()}`)).size).toBe(found.length);
          if (edges.some(({ from, to }) => from < to)) return;
          const all = asked.flatMap((_, a) =>
            asked.flatMap((_, b) => (a !== b && opposed(a, b) ? [[a, b] as const] : [])),
          );
          const direct = all.filter(([a, b]) => !between(a, b));
          expect(found.map(String)).toEqual(expect.arrayContaining(direct.map(String)));
          expect(found.length > 0).toBe(all.length > 0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says how far it came in a tree that is too large', () => {
    const length = 2_500;
    const metrics = Array.from({ length }, (_, i) => ({ id: `m${i}`, ...(i > 0 && { formula: `m${i - 1}` }) }));
    const goals = metrics.map(({ id }) => goal(id, 'up'));
    expect(lintExample({ metrics, goals }, code)).toEqual([
      {
        code,
        severity: 'warning',
        message: 'the goals on 438 of 2500 metrics were compared with all others; the tree is too large for the rest',
        path: ['goals'],
        hint: 'check parts of the tree by themselves',
      },
    ]);
  });
});
