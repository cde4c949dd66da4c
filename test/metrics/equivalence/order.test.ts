import { describe, expect, it } from 'vitest';
import { orderWithLags } from '../../../src/metrics/equivalence/order.js';
import { compiledTree } from '../compiled-tree.js';

/** The names of a tree in the order that is found. */
function orderOf(formulas: Record<string, string | undefined>): string[] {
  const compiled = compiledTree(
    Object.fromEntries(Object.entries(formulas).map(([id, formula]) => [id, formula === undefined ? {} : { formula }])),
  );
  return [...orderWithLags(compiled)].map((index) => compiled.metrics[index]!.id);
}

describe('orderWithLags', () => {
  it('is the order of the tree where nothing is of an earlier period', () => {
    const compiled = compiledTree({ x: { formula: 'y + a' }, y: { formula: 'a * 2' }, a: {} });
    expect(orderWithLags(compiled)).toBe(compiled.order);
  });

  it('puts a metric after what it mentions of an earlier period', () => {
    expect(orderOf({ before: "lag(after, 1, 'day')", after: 'b + 1', b: undefined })).toEqual(['b', 'after', 'before']);
    expect(orderOf({ x: "b + lag(y, 1, 'day')", y: 'z', z: undefined, b: undefined }).at(-1)).toBe('x');
  });

  it('puts a metric of a recurrence after what it needs of its own period', () => {
    const order = orderOf({
      report: "lag(opening, 2, 'day')",
      closing: 'opening + sold',
      opening: "lag(closing, 1, 'day')",
      sold: undefined,
    });
    expect(order).toEqual(['sold', 'opening', 'closing', 'report']);
  });

  it('names every metric once', () => {
    const formulas = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [`m${i}`, i % 3 === 0 ? `lag(m${(i * 7) % 50}, 1, 'day') + 1` : undefined]),
    );
    expect(orderOf(formulas).sort()).toEqual(Object.keys(formulas).sort());
  });
});
