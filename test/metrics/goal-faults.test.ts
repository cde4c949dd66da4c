import * as fc from 'fast-check';
import type { ExampleMetric, MetricExample } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from './lint-tree.js';

/** From the gravest to the least. */
const faults = [
  'metrics/vanity-goal',
  'metrics/cumulative-goal',
  'metrics/activity-goal',
  'metrics/volume-goal-without-quality',
  'metrics/goal-without-guardrail',
];

function faultsOf(example: MetricExample): string[] {
  return lintExample(example)
    .filter((finding) => faults.includes(finding.code))
    .map((finding) => `${finding.code.slice('metrics/'.length)} at ${finding.path.join('.')}`);
}

/** Everything that is wrong with a goal on `orders`, from the gravest on: each line takes one fault away. */
const revenue: ExampleMetric = { role: 'outcome', of: 'business' };
const worst: ExampleMetric = { role: 'activity', unit: 'order', accumulation: 'cumulative' };
const goals = [{ team: 'sales', metric: 'orders', direction: 'up' }] as const;

describe('the five faults of a goal', () => {
  it.each<[string, MetricExample['metrics'], string[]]>([
    ['vanity before all', { revenue, orders: worst }, ['vanity-goal at goals.0']],
    ['then cumulative', { revenue: { ...revenue, formula: 'orders' }, orders: worst }, ['cumulative-goal at goals.0']],
    [
      'then activity',
      { revenue: { ...revenue, formula: 'orders' }, orders: { ...worst, accumulation: 'flow' } },
      ['activity-goal at goals.0'],
    ],
    [
      'then volume',
      { revenue: { ...revenue, formula: 'orders' }, orders: { ...worst, accumulation: 'flow', role: 'driver' } },
      ['volume-goal-without-quality at goals.0'],
    ],
    [
      'then unguarded',
      { revenue: { ...revenue, formula: 'orders' }, orders: { unit: 'USD' } },
      ['goal-without-guardrail at goals.0'],
    ],
    [
      'and none',
      { revenue: { ...revenue, formula: 'orders' }, orders: { unit: 'USD', guardrails: ['refunds'] }, refunds: {} },
      [],
    ],
  ])('%s', (_, metrics, expected) => {
    expect(faultsOf({ metrics, goals })).toEqual(expected);
  });

  it.each<[string, NonNullable<MetricExample['goals']>, string[]]>([
    ['the same once more, for another quarter', [{ ...goals[0], due: '2027-03-31' }], ['goals.0']],
    ['another direction', [{ ...goals[0], direction: 'down' }], ['goals.0', 'goals.1']],
    ['another team', [{ ...goals[0], team: 'support' }], ['goals.0', 'goals.1']],
    ['another metric', [{ ...goals[0], metric: 'revenue' }], ['goals.0', 'goals.1']],
  ])('speak of a second goal: %s', (_, more, places) => {
    const metrics = { revenue: { ...revenue, formula: 'orders' }, orders: { unit: 'USD' } };
    expect(faultsOf({ metrics, goals: [...goals, ...more] })).toEqual(
      places.map((place) => `goal-without-guardrail at ${place}`),
    );
  });

  it.each<[string, ExampleMetric, Partial<MetricExample>]>([
    [
      'on a metric that does not exist, which is for metrics/unknown-reference',
      {},
      { goals: [{ ...goals[0], metric: 'ordrs' }] },
    ],
    ['on a retired metric, which is for metrics/retired-in-use', { status: 'retired' }, {}],
    ['whose day has passed', {}, { goals: [{ ...goals[0], due: '2026-11-21' }], asOf: '2026-11-22' }],
  ])('are not looked for in a goal %s', (_, orders, rest) => {
    expect(faultsOf({ metrics: { revenue, orders: { ...worst, ...orders } }, goals, ...rest })).toEqual([]);
  });

  it.each([
    ['on its day', '2026-11-22', '2026-11-22'],
    ['on a day that nobody checks', '2026-11-21', undefined],
  ])('are looked for in a goal %s', (_, due, asOf) => {
    const example = { metrics: { revenue, orders: worst }, goals: [{ ...goals[0], due }], ...(asOf && { asOf }) };
    expect(faultsOf(example)).toEqual(['vanity-goal at goals.0']);
  });

  it('are never two of one goal', () => {
    const metric = fc.record<ExampleMetric>(
      {
        role: fc.constantFrom('outcome', 'driver', 'input', 'guardrail', 'activity'),
        of: fc.constantFrom('user', 'business'),
        unit: fc.constantFrom('order', 'USD', 'order/visit', '1'),
        better: fc.constantFrom('up', 'down', 'range'),
        accumulation: fc.constantFrom('flow', 'stock', 'cumulative'),
        formula: fc.constantFrom('m0', 'm1 + m2', 'm3 / m1'),
        guardrails: fc.subarray(['m0', 'm2']),
        status: fc.constantFrom('draft', 'active', 'deprecated', 'retired'),
      },
      { requiredKeys: ['role', 'unit'] },
    );
    const goal = fc.record({
      team: fc.constantFrom('growth', 'sales'),
      metric: fc.constantFrom('m0', 'm1', 'm2', 'm3', 'm4'),
      direction: fc.constantFrom<('up' | 'down')[]>('up', 'down'),
    });
    fc.assert(
      fc.property(fc.array(metric, { minLength: 4, maxLength: 4 }), fc.array(goal, { maxLength: 6 }), (list, goals) => {
        const metrics = list.map((one, i) => ({ id: `m${i}`, ...one }));
        const places = faultsOf({ metrics, goals }).map((text) => text.replace(/.* at /, ''));
        const ofGoals = places.filter((place) => place !== 'goals');
        expect(new Set(ofGoals).size).toBe(ofGoals.length);
      }),
    );
  });
});
