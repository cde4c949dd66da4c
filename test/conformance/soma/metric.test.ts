import { describe, expect, it } from 'vitest';
import { metricOf } from './metric.js';
import type { SomaRecord } from './record.js';

const empty: SomaRecord = {
  'Metric Ref': 'Calls',
  'Metric Label': 'Calls',
  Definition: '',
  Unit: 'n',
  Complexity: 'Atomic',
  Components: '',
  'Metric Expression': '',
  Periods: 'Month',
  Dims: '',
  Terms: '',
  Theme: '',
  'Set(s)': '',
  'Business Model(s)': '',
  'Buying Model(s)': '',
  'Source System(s)': 'CRM',
  'Owning Team(s)': 'Sales',
  'Watching Team(s)': '',
  File: 'Calls.json',
};

describe('a definition of SOMA', () => {
  it('becomes a stored metric without what it does not say', () => {
    expect(metricOf(empty)).toEqual({
      id: 'Calls',
      label: 'Calls',
      role: 'input',
      unit: '1',
      grains: ['month'],
      source: { system: 'CRM' },
      owner: 'Sales',
      extra: {
        ref: 'Calls',
        file: 'Calls.json',
        complexity: 'Atomic',
        terms: [],
        themes: [],
        sets: [],
        watchedBy: [],
        businessModels: [],
        buyingModels: [],
      },
    });
  });

  it('takes lists with either separator, and drops numbers and repetitions from components', () => {
    const metric = metricOf({
      ...empty,
      Complexity: 'Composite',
      Components: '1; DAU:MAU; Cust; Cust',
      'Metric Expression': '{Custₜ} / {DAU:MAUₜ}',
      Definition: 'Kept customers.',
      Periods: 'Day, Week; Quarter',
      Dims: '[Ticket Dims]; Campaign',
      'Owning Team(s)': 'Sales; Marketing',
    });
    expect(metric).toMatchObject({
      role: 'driver',
      description: 'Kept customers.',
      formula: 'Cust / DAU_MAU',
      components: ['DAU_MAU', 'Cust'],
      grains: ['day', 'week', 'quarter'],
      dimensions: ['[Ticket Dims]', 'Campaign'],
      owners: ['Sales', 'Marketing'],
    });
    expect(metric).not.toHaveProperty('owner');
  });

  it.each([
    ['$', { unit: 'USD' }],
    ['#', { unit: '1' }],
    ['%', { unit: '1', scale: 'percent' }],
    ['%`', { unit: '%`' }],
    ['sec', { unit: 'second' }],
    ['s', { unit: 'second' }],
    ['months', { unit: 'month' }],
  ])('reads the unit %s', (unit, expected) => {
    expect(metricOf({ ...empty, Unit: unit })).toMatchObject(expected);
  });
});
