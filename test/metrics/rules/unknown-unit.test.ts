import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/unknown-unit';

function find(...units: readonly string[]) {
  const metrics = Object.fromEntries(units.map((unit, i): [string, ExampleMetric] => [`m${i}`, { unit }]));
  return lintExample({ metrics }, code);
}

const generic = 'write named dimensions with * and /, such as USD/order, or 1 for a plain number';

describe(code, () => {
  it('finds a unit that cannot be read, and writes it as one', () => {
    expect(find('1', '$')).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'm1',
        message: 'the unit of m1, $, cannot be read',
        path: ['metrics', 1, 'unit'],
        hint: 'write USD',
      },
    ]);
  });

  it.each([
    ['€/order', 'write EUR/order'],
    [' £ per  active user ', 'write GBP/active_user'],
    ['$  per active  user', 'write USD/active_user'],
    ['order PER page-view', 'write order/page_view'],
    ['%', "write 1, and scale 'percent'"],
    [' % ', "write 1, and scale 'percent'"],
    ['¥', 'write JPY or CNY'],
    ['#', 'write what is counted, such as order'],
    ['USD/', generic],
    ['2 orders', generic],
    ['order(s)', generic],
  ])('hints at what to write for %j', (unit, hint) => {
    expect(find(unit)).toMatchObject([{ hint }]);
  });

  it('shortens a long text and escapes what cannot be printed', () => {
    expect(find(`\u0007${'x-'.repeat(90)}`)[0]!.message).toMatch(/^the unit of m0, \\u0007x-.*….*, cannot be read$/);
    expect(find(`${'x-'.repeat(90)}x`)[0]!.hint).toMatch(/^write x_x.*….*_x$/);
  });

  it('finds a scale that stands for a unit', () => {
    expect(find('Percent')).toMatchObject([
      {
        message: 'the unit of m0 is Percent, which is a scale',
        path: ['metrics', 0, 'unit'],
        hint: "write what is divided by what, such as order/session, or 1; and scale 'percent'",
      },
    ]);
  });

  it.each([
    ['percentage', 'percent'],
    ['pct', 'percent'],
    ['bp', 'basisPoints'],
    ['USD/bps', 'basisPoints'],
  ])('takes %s to be the scale %s', (unit, scale) => {
    expect(find(unit)).toMatchObject([{ hint: expect.stringContaining(`and scale '${scale}'`) }]);
  });

  it('finds the spelling that fewer metrics use', () => {
    expect(find('orders', 'USD/order', 'order/session')).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'm0',
        message: 'm0 is counted in orders, but m1 in order',
        path: ['metrics', 0, 'unit'],
        hint: 'use one spelling, such as order: they are different dimensions',
        related: [{ path: ['metrics', 1, 'unit'], message: 'order is first used here' }],
      },
    ]);
  });

  it.each([
    [
      ['usd', 'USD'],
      ['usd', 'USD'],
    ],
    [
      ['order', 'Orders', 'ORDER'],
      ['order', 'Orders', 'ORDER'],
    ],
  ])('takes the first of equally many: %j', (units, [usual, ...others]) => {
    expect(find(...units).map(({ message }) => message)).toEqual(
      others.map((other, i) => `m${i + 1} is counted in ${other}, but m0 in ${usual}`),
    );
  });

  it('finds both spellings that are wrong in one unit', () => {
    expect(find('order/session', 'order/session', 'orders/sessions')).toHaveLength(2);
  });

  it.each([[['order', 'order/session', 's']], [['pass', 'pas']], [['ms', 'm']], [['1', '1/s']]])(
    'finds nothing in %j',
    (units) => {
      expect(find(...units)).toEqual([]);
    },
  );
});
