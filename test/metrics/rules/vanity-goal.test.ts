import type { MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/vanity-goal';

const goals = [{ team: 'growth', metric: 'page_views', direction: 'up' }] as const;

describe(code, () => {
  it('finds a goal on what leads to no outcome', () => {
    const metrics = { revenue: { role: 'outcome' }, page_views: {} } as const;
    expect(lintExample({ metrics, goals }, code)).toEqual([
      {
        code,
        severity: 'error',
        metric: 'page_views',
        message: 'growth is asked to move page_views, from which no path leads to an outcome',
        path: ['goals', 0],
        hint: 'set the goal on what moves an outcome, or declare the formula or influence that is missing',
      },
    ]);
  });

  it.each<[string, MetricExample['metrics'], number]>([
    [
      'the outcome leads to it, and not the other way',
      { revenue: { role: 'outcome' }, page_views: { formula: 'revenue' } },
      1,
    ],
    [
      'the only outcome that it leads to is retired',
      {
        revenue: { role: 'outcome', status: 'retired', formula: 'page_views' },
        profit: { role: 'outcome' },
        page_views: {},
      },
      1,
    ],
    ['it is an outcome', { page_views: { role: 'outcome' } }, 0],
    ['it is a component of an outcome', { revenue: { role: 'outcome', formula: 'page_views' }, page_views: {} }, 0],
    [
      'it leads there over another',
      { revenue: { role: 'outcome', formula: 'a' }, a: { formula: 'page_views' }, page_views: {} },
      0,
    ],
    ['it guards an outcome', { revenue: { role: 'outcome', guardrails: ['page_views'] }, page_views: {} }, 0],
    ['it is a guardrail, wherever it leads', { revenue: { role: 'outcome' }, page_views: { role: 'guardrail' } }, 0],
  ])('counts paths: %s', (_, metrics, findings) => {
    expect(lintExample({ metrics, goals }, code)).toHaveLength(findings);
  });

  it('takes an influence for a path, of either sign, and also in a circle', () => {
    const influences = [
      { from: 'page_views', to: 'visits', sign: '-', evidence: 'assumed' },
      { from: 'visits', to: 'page_views', sign: '+', evidence: 'assumed' },
    ] as const;
    const metrics = { revenue: { role: 'outcome' }, visits: {}, page_views: {} } as const;
    expect(lintExample({ metrics, goals, influences }, code)).toHaveLength(1);
    const onward = { from: 'visits', to: 'revenue', sign: '+', evidence: 'assumed' } as const;
    expect(lintExample({ metrics, goals, influences: [...influences, onward] }, code)).toEqual([]);
  });

  it('says once that there is no outcome at all', () => {
    const metrics = { visits: {}, page_views: {}, revenue: { role: 'outcome', status: 'retired' } } as const;
    const both = [
      ...goals,
      { team: 'sales', metric: 'visits', direction: 'down' },
      { ...goals[0], team: 'data' },
    ] as const;
    expect(lintExample({ metrics, goals: both }, code)).toEqual([
      {
        code,
        severity: 'error',
        message: 'no metric is an outcome, so that nothing is reached by the goals on page_views and visits',
        path: ['goals'],
        hint: "give what all of this is for the role 'outcome'",
      },
    ]);
  });

  it('is silent about a tree without outcomes that has no goals either', () => {
    expect(lintExample({ metrics: { page_views: {} } }, code)).toEqual([]);
  });

  it('leaves a goal that leads somewhere to the lesser faults', () => {
    const metrics = {
      revenue: { role: 'outcome', formula: 'page_views' },
      page_views: { accumulation: 'cumulative' },
    } as const;
    expect(lintExample({ metrics, goals }, code)).toEqual([]);
    expect(lintExample({ metrics, goals }, 'metrics/cumulative-goal')).toHaveLength(1);
  });
});
