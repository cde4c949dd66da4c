import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';
import { metricsWithConsistentUnits } from '../unit-tree.js';

const code = 'metrics/adding-different-units';

const leaves = {
  bookings: { unit: 'booking' },
  views: { unit: 'view' },
  clicks: { unit: 'click' },
  revenue: { unit: 'USD' },
  fees: { unit: 'usd' },
  margin: { unit: 'USD/USD' },
};

function find(formula: string) {
  return lintExample({ metrics: { ...leaves, total: { formula } } }, code);
}

describe(code, () => {
  it('finds a difference of unlike units', () => {
    expect(find('2 * (bookings - views / bookings)')).toEqual([
      {
        code,
        severity: 'error',
        metric: 'total',
        message: 'the formula of total subtracts view/booking from booking',
        path: ['metrics', 6, 'formula'],
        span: [5, 32],
        hint: 'bring both sides to one unit; a plain number has the unit 1',
      },
    ]);
  });

  it.each([
    ['bookings + views', 'adds booking and view'],
    ['max(bookings, views)', 'takes the max of booking and view'],
    ['min(bookings, views)', 'takes the min of booking and view'],
    ['coalesce(bookings, views)', 'falls back from booking to view'],
    ['revenue - 1', 'subtracts 1 from USD'],
    ['bookings + margin', 'adds booking and 1'],
  ])('says what %s does', (formula, does) => {
    expect(find(formula).map(({ message }) => message)).toEqual([`the formula of total ${does}`]);
  });

  it('finds every fault, and the same one in one call once', () => {
    const messages = (formula: string) =>
      find(formula).map(({ message }) => message.replace('the formula of total ', ''));
    expect(messages('max(bookings, views, views)')).toEqual(['takes the max of booking and view']);
    expect(messages('max(bookings, views, clicks)')).toEqual([
      'takes the max of booking and view',
      'takes the max of booking and click',
    ]);
    expect(messages('(bookings + views) * (bookings + views)')).toHaveLength(2);
    expect(messages('bookings + views + clicks')).toEqual(['adds booking and view']);
  });

  it('finds the same fault in each of two metrics', () => {
    const metrics = { ...leaves, a: { formula: 'bookings + views' }, b: { formula: 'bookings + views' } };
    expect(lintExample({ metrics }, code).map(({ metric }) => metric)).toEqual(['a', 'b']);
  });

  it.each(['bookings + bookings * 2', 'margin + 1', 'bookings + 0', 'max(bookings, 1)', 'bookings + unknown'])(
    'finds nothing in %s',
    (formula) => {
      expect(find(formula)).toEqual([]);
    },
  );

  it('leaves two spellings of one unit to metrics/unknown-unit', () => {
    expect(find('revenue + fees')).toEqual([]);
    expect(lintExample({ metrics: leaves }, 'metrics/unknown-unit')).toHaveLength(1);
  });

  it('never fires on a tree whose units are right', () => {
    fc.assert(
      fc.property(metricsWithConsistentUnits, (metrics) => {
        expect(lintExample({ metrics }, code)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
