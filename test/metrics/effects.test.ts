import fc from 'fast-check';
import type { InfluenceInput } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { createEffects, edgeBudget, pathTo } from '../../src/metrics/effects.js';
import { effectsNaively } from '../oracle/effects.js';
import { compiledTree } from './compiled-tree.js';

function influence(from: string, to: string, sign: '+' | '-'): InfluenceInput {
  return { from, to, sign, evidence: 'assumed' };
}

function effectsOf(cause: string, ...[metrics, rest]: Parameters<typeof compiledTree>) {
  const compiled = compiledTree(metrics, rest);
  const effects = createEffects(compiled).of(compiled.byName.get(cause)!, edgeBudget());
  return Object.fromEntries([...effects!].map(([{ id }, { sign }]) => [id, sign]));
}

describe('createEffects', () => {
  it('follows formulas and influences, and multiplies their signs', () => {
    const metrics = {
      profit: { formula: 'revenue - cost' },
      revenue: { formula: 'orders * value' },
      orders: {},
      value: {},
      cost: {},
    };
    const influences = [influence('cost', 'value', '+'), influence('value', 'orders', '-')];
    expect(effectsOf('orders', metrics, { influences })).toEqual({ revenue: 1, profit: 1 });
    expect(effectsOf('value', metrics, { influences })).toEqual({ revenue: 0, profit: 0, orders: -1 });
    expect(effectsOf('cost', metrics, { influences })).toEqual({ profit: 0, value: 1, revenue: 0, orders: -1 });
    expect(effectsOf('profit', metrics, { influences })).toEqual({});
  });

  it('passes over influences of a metric on itself and of what does not exist', () => {
    const influences = [influence('a', 'a', '-'), influence('a', 'x', '+'), influence('x', 'a', '+')];
    expect(effectsOf('a', { a: {} }, { influences })).toEqual({});
  });

  it('says nothing of a component that a formula does not use, or whose formula is broken', () => {
    expect(effectsOf('a', { it: { formula: 'b', components: ['a'] }, a: {}, b: {} })).toEqual({ it: 0 });
    expect(effectsOf('a', { it: { formula: 'a )' }, a: {} })).toEqual({ it: 0 });
  });

  it('gives 0 where two paths disagree, whichever is found first', () => {
    const influences = [influence('a', 'end', '+'), influence('a', 'b', '+'), influence('b', 'end', '-')];
    const expected = { end: 0, b: 1, last: 0 };
    const metrics = { a: {}, b: {}, end: {}, last: { formula: 'end' } };
    expect(effectsOf('a', metrics, { influences })).toEqual(expected);
    expect(effectsOf('a', metrics, { influences: influences.reverse() })).toEqual(expected);
  });

  it('ends on a cycle, and takes a cause for no effect of itself', () => {
    const influences = [influence('a', 'b', '+'), influence('b', 'c', '-'), influence('c', 'a', '+')];
    expect(effectsOf('a', { a: {}, b: {}, c: {} }, { influences })).toEqual({ b: 1, c: -1 });
    const negative = [influence('a', 'b', '+'), influence('b', 'c', '-'), influence('c', 'b', '+')];
    expect(effectsOf('a', { a: {}, b: {}, c: {} }, { influences: negative })).toEqual({ b: 0, c: 0 });
  });

  it('counts its budget down by what it follows, and stops below 0', () => {
    const influences = [influence('c', 'd', '+'), influence('c', 'b', '+')];
    const compiled = compiledTree({ b: { formula: 'a' }, c: { formula: 'b + a' }, a: {}, d: {} }, { influences });
    const effects = createEffects(compiled);
    const a = compiled.byName.get('a')!;
    const budget = { left: 100 };
    expect(effects.of(a, budget)?.size).toBe(3);
    // a with two dependents, b with one, c with two influences, d with nothing
    expect(budget.left).toBe(100 - 3 - 2 - 3 - 1);
    expect(effects.of(a, { left: 9 })?.size).toBe(3);
    expect(effects.of(a, { left: 8 })).toBeUndefined();
    expect(edgeBudget()).toEqual({ left: 2_000_000 });
  });

  it('agrees with the signs along every path of a small tree without cycles', () => {
    const edge = fc.record({
      from: fc.integer({ min: 0, max: 6 }),
      over: fc.integer({ min: 1, max: 4 }),
      sign: fc.constantFrom('+' as const, '-' as const),
    });
    fc.assert(
      fc.property(
        fc.array(edge, { maxLength: 12 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (found, negated) => {
          const influences = found
            .filter(({ from, over }) => from + over < 8)
            .map(({ from, over, sign }) => influence(`m${from}`, `m${from + over}`, sign));
          const metrics = Object.fromEntries(
            negated.map((minus, i) => [`m${i}`, i === 0 ? {} : { formula: minus ? `5 - m${i - 1}` : `m${i - 1} * 2` }]),
          );
          const edges = [
            ...influences.map(({ from, to, sign }) => ({ from, to, sign: sign === '+' ? 1 : -1 })),
            ...negated.slice(1).map((minus, i) => ({ from: `m${i}`, to: `m${i + 1}`, sign: minus ? -1 : 1 })),
          ];
          for (const cause of ['m0', 'm3']) {
            expect(effectsOf(cause, metrics, { influences })).toEqual(Object.fromEntries(effectsNaively(edges, cause)));
          }
        },
      ),
    );
  });
});

describe('pathTo', () => {
  const compiled = compiledTree({
    a: {},
    b: { formula: 'a' },
    c: { formula: 'b' },
    d: { formula: 'c + a' },
    e: { formula: 'd' },
    f: { formula: 'c' },
  });
  const node = (id: string) => compiled.byName.get(id)!;
  const effects = createEffects(compiled).of(node('a'), edgeBudget())!;

  it.each([
    ['f', 10, 'a b c f', true],
    ['f', 4, 'a b c f', true],
    ['e', 10, 'a d e', true],
    ['f', 3, 'a c f', false],
    ['f', 2, 'a f', false],
  ])('to %s of at most %i metrics is %s', (target, most, expected, complete) => {
    const found = pathTo(node(target), node('a'), effects, most);
    expect(found.path.map(({ id }) => id).join(' ')).toBe(expected);
    expect(found.complete).toBe(complete);
  });
});
