import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/non-additive-summed';

function find(total: ExampleMetric, leaves: { readonly [id: string]: ExampleMetric } = {}) {
  return lintExample({ metrics: { ...leaves, total } }, code);
}

const byPlatform: ExampleMetric = { additive: { notOver: ['platform'] } };

describe(`${code}, over a dimension`, () => {
  const leaves = { web: byPlatform, app: byPlatform, orders: {} };

  it('finds a sum of parts that do not add up', () => {
    expect(find({ formula: '2 * (orders + web + app)' }, leaves)).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'total',
        message: 'total sums web and app, which do not add up over platform',
        path: ['metrics', 3, 'formula'],
        span: [5, 23],
        hint: 'measure total itself, or say in additive that they do add up',
      },
    ]);
  });

  it.each([
    ['web + app', 1],
    ['(web + orders) + (orders - -app)', 1],
    ['max(web + app, web + app)', 2],
    ['web - app', 0],
    ['web + orders', 0],
    ['web + web', 0],
    ['web * app + web / app', 0],
    ['web + 2 * app', 0],
    ['(web + app) / 2', 0],
    ['web + (app', 0],
    ['-web - app', 0],
    ['orders - (web - app)', 0],
    ['orders - (orders - web - app)', 1],
    ['lag + web + app', 1],
  ])('in %s finds it %i times', (formula, times) => {
    expect(find({ formula }, leaves)).toHaveLength(times);
  });

  it('reports the first two of several, and the first dimension of several', () => {
    const more = {
      ...leaves,
      tv: { additive: { notOver: ['region', 'platform'] } },
      fr: { additive: { notOver: ['region'] } },
    };
    expect(find({ formula: 'web + app + tv + fr' }, more)).toMatchObject([
      { message: expect.stringContaining('web and app') },
    ]);
    expect(find({ formula: 'web + fr + tv' }, more)).toMatchObject([
      { message: 'total sums fr and tv, which do not add up over region' },
    ]);
  });

  it('goes on after two that may be regions', () => {
    const parts = (...over: string[]): ExampleMetric => ({ additive: { over, notOver: ['platform'] } });
    const regions = { north: parts('region'), south: parts('region', 'store'), app: parts('store') };
    expect(find({ formula: 'north + south + app' }, regions)).toMatchObject([
      { message: 'total sums north and app, which do not add up over platform' },
    ]);
  });

  it('says nothing of a metric without a formula, whatever its components', () => {
    expect(find({ components: ['web', 'app'] }, leaves)).toEqual([]);
    expect(find({ components: ['orders'] }, leaves)).toEqual([]);
  });

  it('finds it beside a metric of which nothing is said', () => {
    expect(find({ formula: 'web + app', components: ['orders'] }, leaves)).toHaveLength(1);
  });

  describe('where both add up over another dimension', () => {
    const additive = { over: ['time', 'region'], notOver: ['platform'] };

    it.each<[string, ExampleMetric, ExampleMetric, number]>([
      ['is silent, as the parts may be regions', { additive }, { additive }, 0],
      [
        'is silent where the filters are of regions',
        { additive, filter: "region = 'eu'" },
        { additive, filter: "region = 'us'" },
        0,
      ],
      ['is silent where one filter says nothing', { additive, filter: "platform = 'web'" }, { additive }, 0],
      ['is silent where the other says nothing', { additive }, { additive, filter: "platform = 'web'" }, 0],
      [
        'is silent where the name is part of another',
        { additive, filter: 'platform_id = 1' },
        { additive, filter: 'platform_id = 2' },
        0,
      ],
      [
        'finds it where both filter by it',
        { additive, filter: "platform = 'web'" },
        { additive, filter: "x=1 and Platform='app'" },
        1,
      ],
    ])('%s', (_, web, app, times) => {
      expect(find({ formula: 'web + app' }, { web, app })).toHaveLength(times);
    });

    it('does not take time for what they are parts by', () => {
      const parts = { additive: { over: ['time'], notOver: ['platform'] } };
      expect(find({ formula: 'web + app' }, { web: parts, app: parts })).toHaveLength(1);
    });

    it('finds it where one of them adds up over other dimensions', () => {
      const parts = { additive: { over: ['country'], notOver: ['platform'] } };
      expect(find({ formula: 'web + app' }, { web: { additive }, app: parts })).toHaveLength(1);
      expect(find({ formula: 'web + app' }, { web: { additive }, app: byPlatform })).toHaveLength(1);
    });
  });
});

describe(`${code}, over time`, () => {
  const users: ExampleMetric = { accumulation: 'stock' };
  const formula = "users + lag(users, 1, 'month')";

  it('finds a sum of periods of a stock', () => {
    expect(find({ formula }, { users })).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'total',
        message: 'total sums users over time, over which it does not add up',
        path: ['metrics', 1, 'formula'],
        span: [0, 30],
        hint: 'take the last value, an average, or a metric of the longer window',
      },
    ]);
  });

  it.each<[string, ExampleMetric, number]>([
    ['a stock', { accumulation: 'stock' }, 1],
    ['a cumulative count', { accumulation: 'cumulative' }, 1],
    ['a metric that says so', { additive: { notOver: ['time'] } }, 1],
    ['a flow that says so', { accumulation: 'flow', additive: { notOver: ['region', 'time'] } }, 1],
    ['a flow', { accumulation: 'flow' }, 0],
    ['a metric that adds up over time alone', { additive: { over: ['time'], notOver: ['region'] } }, 0],
    ['a metric of which nothing is said', {}, 0],
  ])('looks at periods of %s', (_, users, times) => {
    expect(find({ formula }, { users })).toHaveLength(times);
  });

  it.each([
    ["lag(users, 1, 'month') + lag(users, 2, 'month')", 1],
    ["users - lag(users, 1, 'month')", 0],
    ["(users + lag(users, 1, 'month')) / 2", 0],
    ["0.5 * (users + lag(users, 1, 'month'))", 0],
    ["(users + lag(users, 1, 'month')) / 3", 1],
    ['users + users', 0],
    ['users + abs(users)', 0],
    ["users + lag(orders, 1, 'month')", 0],
    ["users + lag(users * 2, 1, 'month')", 0],
    ["lag(users, 1, 'month') + added", 0],
    ["orders + lag(orders, 1, 'month') + users", 0],
  ])('in %s finds it %i times', (formula, times) => {
    expect(find({ formula }, { users, orders: { accumulation: 'flow' }, added: users })).toHaveLength(times);
  });

  it('lets two stocks that are both not additive over time be summed', () => {
    const stock = { additive: { notOver: ['time'] } };
    expect(find({ formula: 'a + b' }, { a: stock, b: stock })).toEqual([]);
  });

  it('reports a sum over time and over a dimension once', () => {
    const parts = { additive: { notOver: ['time', 'platform'] } };
    expect(find({ formula: "a + b + lag(a, 1, 'day')" }, { a: parts, b: parts })).toMatchObject([
      { message: expect.stringContaining('over time') },
    ]);
  });
});

describe(`${code}, by what a metric says of itself`, () => {
  it('finds a dimension in both lists, once', () => {
    expect(find({ additive: { over: ['time', 'region', 'region'], notOver: ['x', 'region'] } })).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'total',
        message: 'total is said to be additive over region, and not to be',
        path: ['metrics', 0, 'additive'],
        hint: 'remove region from one of the two lists',
      },
    ]);
  });

  it.each([
    ['stock', 'a stock'],
    ['cumulative', 'a cumulative count'],
  ] as const)('finds a %s that is said to add up over time', (accumulation, noun) => {
    expect(find({ accumulation, additive: { over: ['region', 'time'] } })).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'total',
        message: `total is ${noun}, and cannot be summed over time`,
        path: ['metrics', 0, 'additive', 'over'],
        hint: 'move time to notOver: take the last value of a period, or an average',
      },
    ]);
  });

  it('finds a stock that contradicts itself about time once', () => {
    expect(find({ accumulation: 'stock', additive: { over: ['time'], notOver: ['time'] } })).toMatchObject([
      { path: ['metrics', 0, 'additive'] },
    ]);
  });

  it.each<[string, ExampleMetric]>([
    ['a flow that adds up over time', { accumulation: 'flow', additive: { over: ['time'] } }],
    ['a stock that adds up over regions', { accumulation: 'stock', additive: { over: ['region'] } }],
    ['a stock that does not over time', { accumulation: 'stock', additive: { notOver: ['time'] } }],
    ['a stock of which no more is said', { accumulation: 'stock' }],
  ])('is content with %s', (_, total) => {
    expect(find(total)).toEqual([]);
  });
});
