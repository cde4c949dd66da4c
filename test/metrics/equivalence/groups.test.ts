import fc from 'fast-check';
import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { findEquivalences } from '../../../src/metrics/equivalence/groups.js';
import { signatureNaively } from '../../oracle/functions.js';
import { compiledTree } from '../compiled-tree.js';

const leaves: Record<string, ExampleMetric> = { a: {}, b: {}, c: {}, d: {} };

function groupsOf(metrics: Record<string, ExampleMetric>): string[] {
  return findEquivalences(compiledTree(metrics)).groups.map(
    ({ metrics: group, proven }) => group.map(({ id }) => id).join(' ') + (proven ? '' : ' ?'),
  );
}

/** Whether two formulas over the leaves are found to be the same. */
function isSame(left: string, right: string): boolean {
  return groupsOf({ x: { formula: left }, y: { formula: right }, ...leaves }).some((group) => group.startsWith('x y'));
}

describe('findEquivalences', () => {
  it.each([
    ['a * b', 'b * a'],
    ['a + b + c', 'c + (b + a)'],
    ['a * (b + c)', 'a * b + a * c'],
    ['(a + b) * (a - b)', 'a * a - b * b'],
    ['a - b', '-(b - a)'],
    ['a / b / c', 'a / (b * c)'],
    ['a / (b / c)', 'a * c / b'],
    ['a / b + c / d', '(a * d + c * b) / (b * d)'],
    ['2 * a + 3 * a', '5 * a'],
    ['a / 4', '0.25 * a'],
    ['a * 0.1 * 3', '0.3 * a'],
    ['(a * b) / b', 'a * c / c'],
    ['a - a + b * c', 'c * b'],
    ['pow(a + b, 2)', 'a * a + 2 * a * b + b * b'],
    ['pow(a, 13)', 'pow(a, 6) * pow(a, 7)'],
    ['pow(a, -2)', '1 / a / a'],
    ['min(a, b) * c', 'c * min(b, a)'],
    ["ratio(a + b, c, 'zero')", "ratio(b + a, c, 'zero')"],
    ["lag(a * b, 1, 'day') + c", "c + lag(b * a, 1, 'day')"],
    ['sqrt(a / b) * 2', 'sqrt(a * c / (c * b)) + sqrt(a / b)'],
    ['missing * a', 'a * missing'],
  ])('finds that %s is %s', (left, right) => {
    expect(isSame(left, right)).toBe(true);
  });

  it.each([
    ['a * b', 'a * c'],
    ['a - b', 'b - a'],
    ['a / b', 'b / a'],
    ['a + b', 'a + 1.0000001 * b'],
    ['a * 0.1', 'a * 0.10000000000000002'],
    ['a / b / c', 'a / (b / c)'],
    ['pow(a + b, 2)', 'a * a + b * b'],
    ['min(a, b)', 'max(a, b)'],
    ["ratio(a, b, 'zero')", "ratio(a, b, 'null')"],
    ["lag(a, 1, 'day') * b", "lag(a, 1, 'week') * b"],
    ['coalesce(a, b)', 'coalesce(b, a)'],
    ['2', '1 + 1'],
  ])('finds that %s is not %s', (left, right) => {
    expect(isSame(left, right)).toBe(false);
  });

  it('names a group in stored order, and sees through metrics in between', () => {
    expect(
      groupsOf({
        last: { formula: 'a / orders' },
        orders: { formula: 'b + c' },
        basket: { formula: 'a / (c + b)' },
        other: { formula: 'total' },
        total: { formula: 'c + b' },
        ...leaves,
      }),
    ).toEqual(['last basket', 'orders other total']);
  });

  it('finds a formula that does no more than repeat a leaf', () => {
    expect(groupsOf({ again: { formula: 'a' }, ...leaves })).toEqual(['again a']);
    expect(groupsOf({ ...leaves, sum: { formula: 'a + b' }, back: { formula: 'sum - b' } })).toEqual(['a back']);
  });

  it('takes cycles, broken formulas and bare numbers for leaves', () => {
    expect(
      groupsOf({
        p: { formula: 'q' },
        q: { formula: 'p' },
        r: { formula: 'a *' },
        s: { formula: 'a *' },
        t: { formula: '10' },
        u: { formula: '10' },
      }),
    ).toEqual([]);
  });

  it('proves what stands over a cycle', () => {
    expect(
      groupsOf({ x: { formula: 'p + a' }, y: { formula: 'a + p' }, p: { formula: 'q' }, q: { formula: 'p' } }),
    ).toEqual(['x y']);
  });

  it('says of a group that it is not proven where one of its members is not', () => {
    const long = `pow(${Array.from({ length: 60 }, (_, i) => `x${i}`).join(' + ')}, 20)`;
    const found = groupsOf({
      x: { formula: 'a * b' },
      y: { formula: 'b * a' },
      z: { formula: `a * ${long} * b / ${long}` },
      ...leaves,
    });
    expect(found).toEqual(['x y z ?']);
  });

  it('means the first of two metrics with one id', () => {
    const compiled = compiledTree([
      { id: 'x', formula: 'a * b' },
      { id: 'x', formula: 'b * a' },
      { id: 'a' },
      { id: 'b' },
    ]);
    expect(findEquivalences(compiled).groups).toEqual([]);
  });

  it('tells metrics apart by their filter and window', () => {
    expect(
      groupsOf({
        x: { formula: 'a * b' },
        y: { formula: 'a * b', filter: 'web' },
        z: { formula: 'b * a', filter: 'web' },
        w: { formula: 'a * b', window: { length: 7, unit: 'day' } },
        ...leaves,
      }),
    ).toEqual(['y z']);
  });

  it('gives the group of each of its members', () => {
    const compiled = compiledTree({ x: { formula: 'a + b' }, y: { formula: 'b + a' }, z: { formula: 'a' }, ...leaves });
    const { groups, groupOf } = findEquivalences(compiled);
    expect(groupOf.get(compiled.byName.get('x')!)).toBe(groups[0]);
    expect(groupOf.get(compiled.byName.get('y')!)).toBe(groups[0]);
    expect(groupOf.get(compiled.byName.get('z')!)).toBe(groups[1]);
    expect(groupOf.get(compiled.byName.get('b')!)).toBeUndefined();
  });

  it('does not prove what is too much to multiply out', () => {
    const square = (name: string) =>
      Object.fromEntries(
        Array.from({ length: 30 }, (_, i) => [`${name}${i + 1}`, { formula: `${name}${i} * ${name}${i}` }]),
      );
    const found = groupsOf({
      x0: { formula: 'a + b' },
      y0: { formula: 'b + a' },
      ...square('x'),
      ...square('y'),
      ...leaves,
    });
    expect(found[0]).toBe('x0 y0');
    expect(found[1]).toBe('x1 y1');
    expect(found.at(-1)).toBe('x30 y30 ?');
    expect(found).toHaveLength(31);
  });

  it.each([
    ['100 * a', 100],
    ['a / 100', 1 / 100],
    ['a * 10000', 10_000],
    ['-a', -1],
    ['a / 10000', 1 / 10_000],
    ['a * 1000', 1_000],
    ['a / 1000000', 1 / 1_000_000],
    ['a * 13', undefined],
  ])('finds that %s is a multiple of a', (formula, factor) => {
    const { multiples } = findEquivalences(
      compiledTree({ base: { formula: 'a * b' }, it: { formula: `(${formula}) * b` }, ...leaves }),
    );
    expect(multiples.map(({ metric, of, factor: found }) => [metric.id, of.id, found])).toEqual([
      ['it', 'base', factor],
    ]);
  });

  it('takes neither what differs in more than a number nor what repeats a leaf for multiples', () => {
    const { multiples } = findEquivalences(
      compiledTree({ x: { formula: 'a * b' }, y: { formula: 'a + b' }, z: { formula: '100 * c' }, ...leaves }),
    );
    expect(multiples).toEqual([]);
  });

  it('takes neither equals nor zeros for multiples', () => {
    const { multiples } = findEquivalences(
      compiledTree({
        x: { formula: 'a * b' },
        y: { formula: 'b * a' },
        n: { formula: 'a - a' },
        o: { formula: 'b - b' },
        ...leaves,
      }),
    );
    expect(multiples).toEqual([]);
  });

  it('agrees with exact arithmetic on trees of rewritten formulas', () => {
    fc.assert(
      fc.property(rewrittenTree, (formulas) => {
        const metrics = { ...leaves, ...Object.fromEntries(formulas.map((formula, i) => [`m${i}`, { formula }])) };
        const compiled = compiledTree(metrics);
        const tree = { formulaOf: (name: string) => functionNaively(compiled.byName.get(name)?.formula) };
        const expected = new Map<string, string[]>();
        for (const { id } of compiled.metrics) {
          const signature = signatureNaively(tree, id);
          if (signature === undefined) return;
          expected.set(signature, [...(expected.get(signature) ?? []), id]);
        }
        const groups = [...expected.values()].filter((group) => group.length > 1);
        const found = findEquivalences(compiled).groups.map((group) => group.metrics.map(({ id }) => id));
        expect(found).toEqual(groups);
      }),
      { numRuns: 400 },
    );
  });
});

function functionNaively(formula: ReturnType<typeof compiledTree>['metrics'][number]['formula']) {
  return formula && formula.references.length > 0 ? formula.expression : undefined;
}

type Rewrite = (left: string, right: string) => string;

/** Ways to write a sum, a product or a quotient of two; the last of each is a near miss. */
const ways: readonly (readonly Rewrite[])[] = [
  [
    (l, r) => `${l} + ${r}`,
    (l, r) => `${r} + ${l}`,
    (l, r) => `${l} - -${r}`,
    (l, r) => `-(-${l} - ${r})`,
    (l, r) => `(2 * ${l} + 2 * ${r}) / 2`,
    (l, r) => `${l} - ${r}`,
  ],
  [
    (l, r) => `${l} * ${r}`,
    (l, r) => `${r} * ${l}`,
    (l, r) => `-${l} * -${r}`,
    (l, r) => `${l} * (${r} + 1) - ${l}`,
    (l, r) => `${l} * 0.5 * ${r} * 2`,
    (l, r) => `${l} * ${r} + ${l}`,
  ],
  [
    (l, r) => `${l} / ${r}`,
    (l, r) => `1 / ${r} * ${l}`,
    (l, r) => `${l} * a / (a * ${r})`,
    (l, r) => `${l} / ${r} / 4 / 0.25`,
    (l, r) => `(${l} + ${r}) / ${r} - 1`,
    (l, r) => `${r} / ${l}`,
  ],
  [
    (l, r) => `max(${l}, ${r})`,
    (l, r) => `max(${r}, ${l})`,
    (l, r) => `max(${l} * 1, ${r}, ${l})`,
    (l, r) => `min(${l}, ${r})`,
  ],
  [(l) => `pow(${l}, 2)`, (l) => `${l} * ${l}`, (l) => `pow(${l}, 3) / ${l}`, (l) => `pow(${l}, 3)`],
];

/** Formulas of which each may use those before it, so that many are the same function written in other ways. */
const rewrittenTree: fc.Arbitrary<readonly string[]> = fc
  .array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { minLength: 2, maxLength: 9 })
  .map((steps) => {
    const formulas: string[] = [];
    for (const [kind, way, left, right] of steps) {
      const names = ['a', 'b', 'c', ...formulas.map((_, i) => `m${i}`), ...formulas.map((formula) => `(${formula})`)];
      const among = ways[kind % ways.length]!;
      const pick = (choice: number) => names[choice % Math.min(names.length, 5 + formulas.length)]!;
      const formula = among[way % among.length]!(pick(left), pick(right));
      formulas.push(formula.length > 200 ? 'a + b' : formula);
    }
    return formulas;
  });
