import type { ExampleMetric, GoalInput } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/contradictory-goal';

function lint(metric: ExampleMetric, goal: Partial<GoalInput>, asOf?: string) {
  const goals = [{ team: 'retention', metric: 'churn', direction: 'down', ...goal }] as const;
  return lintExample({ metrics: { revenue: {}, churn: metric }, goals, ...(asOf && { asOf }) }, code);
}

describe(code, () => {
  it.each([
    ['up', 'down', 'raise', 'less'],
    ['down', 'up', 'lower', 'more'],
  ] as const)('finds a goal %s on a metric that is better %s', (direction, better, verb, good) => {
    expect(lint({ better }, { direction })).toEqual([
      {
        code,
        severity: 'error',
        metric: 'churn',
        message: `retention is asked to ${verb} churn, of which ${good} is better`,
        path: ['goals', 0, 'direction'],
        hint: `turn the goal around, or set better of churn to '${direction}'`,
        related: [{ path: ['metrics', 1, 'better'], message: `churn is better ${better}` }],
      },
    ]);
  });

  it.each([
    ['up', 0.05, 0.03, 'above'],
    ['down', 0.03, 0.05, 'below'],
  ] as const)('finds a goal %s that leads from %d to %d', (direction, baseline, target, side) => {
    expect(lint({}, { direction, baseline, target })).toEqual([
      {
        code,
        severity: 'error',
        metric: 'churn',
        message: `the goal of retention on churn is ${direction}, but leads from ${baseline} to ${target}`,
        path: ['goals', 0, 'target'],
        hint: `turn the goal around, or set a target ${side} ${baseline}`,
      },
    ]);
  });

  it('finds a target that the metric cannot reach', () => {
    expect(lint({ range: [0, 1] }, { target: -0.5 })).toEqual([
      {
        code,
        severity: 'error',
        metric: 'churn',
        message: 'the goal of retention is to bring churn to -0.5, which is outside its range from 0 to 1',
        path: ['goals', 0, 'target'],
        hint: 'correct the target, or the range',
        related: [{ path: ['metrics', 1, 'range'], message: 'the range of churn' }],
      },
    ]);
  });

  it.each<[string, ExampleMetric, Partial<GoalInput>, number]>([
    ['the way that is better', { better: 'down' }, {}, 0],
    ['down to a range that is better', { better: 'range', band: [1, 2] }, {}, 0],
    ['either way where none is declared', {}, { direction: 'up' }, 0],
    ['to hold the baseline, going up', {}, { direction: 'up', baseline: 3, target: 3 }, 0],
    ['to hold the baseline, going down', {}, { baseline: 3, target: 3 }, 0],
    ['to a target without a baseline', {}, { target: 3 }, 0],
    ['from a baseline without a target', {}, { baseline: 3 }, 0],
    ['without a target, within whatever range', { range: [0, 1] }, {}, 0],
    ['to the lower end of the range', { range: [0, 1] }, { target: 0 }, 0],
    ['to the upper end of the range', { range: [0, 1] }, { target: 1 }, 0],
    ['above the range', { range: [0, 1] }, { target: 1.5 }, 1],
    ['below a range that is open upwards', { range: [0, null] }, { target: -1 }, 1],
    ['far up in a range that is open upwards', { range: [0, null] }, { target: 1e9 }, 0],
    ['far down in a range that is open downwards', { range: [null, 0] }, { target: -1e9 }, 0],
    ['below 0 where no range is declared', {}, { target: -1 }, 0],
  ])('takes a goal %s as it is', (_, metric, goal, findings) => {
    expect(lint(metric, goal)).toHaveLength(findings);
  });

  it('says one thing of a goal at a time, the direction first', () => {
    const goal = { direction: 'up', baseline: 5, target: -3 } as const;
    expect(lint({ better: 'down', range: [0, 1] }, goal).map(({ path }) => path.at(-1))).toEqual(['direction']);
    expect(lint({ range: [0, 1] }, goal).map(({ message }) => message)).toEqual([
      'the goal of retention on churn is up, but leads from 5 to -3',
    ]);
  });

  it.each<[string, ExampleMetric, Partial<GoalInput>]>([
    ['on a retired metric', { better: 'down', status: 'retired' }, { direction: 'up' }],
    ['on a metric that does not exist', { better: 'down' }, { direction: 'up', metric: 'chrn' }],
    ['that is past its day', { better: 'down' }, { direction: 'up', due: '2026-11-21' }],
  ])('is silent about a goal %s', (_, metric, goal) => {
    expect(lint(metric, goal, '2026-11-22')).toEqual([]);
  });

  it('leaves two goals against each other to metrics/opposed-goals', () => {
    const goals = [
      { team: 'retention', metric: 'churn', direction: 'down' },
      { team: 'sales', metric: 'churn', direction: 'up' },
    ] as const;
    expect(lintExample({ metrics: { churn: {} }, goals }, code)).toEqual([]);
  });
});
