import fc from 'fast-check';
import type { StoredFact } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { axesOf, cellAtPlace, cellIn } from '../../src/governance/axis.js';
import { hasCell } from '../../src/governance/cell-set.js';
import type { Axis, CellSpan, OrderedAxis, TestPlace } from '../../src/governance/compiled.js';
import { checkCondition } from '../../src/governance/conditions/check.js';
import type { CompareTest, Condition } from '../../src/governance/conditions/types.js';
import { unseal } from '../../src/governance/facts/seal.js';
import { factsOf } from './conditions/facts.js';

const span = [0, 1] as const;
const expression = { kind: 'number', value: 0, span } as const;
const operators = ['<', '<=', '>', '>='] as const;

type Ordered = Pick<CompareTest, 'operator' | 'value'>;

interface Laid {
  readonly axis: OrderedAxis;
  readonly places: readonly TestPlace[];
}

/** The axis of one fact that is compared with these values. */
function laid(fact: object, tests: readonly Ordered[]): Laid {
  const facts = unseal(factsOf([{ id: 'x', ...fact }]));
  const conditions = tests.map((test): Condition & { readonly kind: 'test' } => ({
    kind: 'test',
    test: { kind: 'compare', span, expression, fact: 0, ...test },
  }));
  const { axes, placeOf } = axesOf(conditions, facts);
  const [axis] = axes;
  if (axes.length !== 1 || axis?.kind !== 'ordered') throw new Error('not one ordered axis');
  return { axis, places: conditions.map(({ test }) => placeOf.get(test)!) };
}

function axisAt(fact: object, cuts: readonly number[]): OrderedAxis {
  return laid(
    fact,
    cuts.map((value) => ({ operator: '<', value })),
  ).axis;
}

function holdsIn({ low, high, withLow, withHigh }: CellSpan, value: number): boolean {
  return (withLow ? low <= value : low < value) && (withHigh ? value <= high : value < high);
}

/** Where a number stands among all doubles: neighbors differ by 1. */
function rankOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  return value < 0 ? -view.getBigInt64(0) : view.getBigInt64(0);
}

/** The double after one that is not negative. */
function next(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigInt64(0, rankOf(value) + 1n);
  return view.getFloat64(0);
}

const spansOf = (axis: OrderedAxis) =>
  axis.spans.map(({ low, high, withLow, withHigh }) => `${withLow ? '[' : '('}${low}, ${high}${withHigh ? ']' : ')'}`);
const most = Number.MAX_VALUE;
const day = (text: string) => Date.parse(text) / 86_400_000;

describe('axesOf', () => {
  it.each<[what: string, fact: object, cuts: readonly number[], spans: readonly string[]]>([
    ['numbers', { type: 'number', min: 0, max: 10 }, [5], ['[0, 5)', '[5, 5]', '(5, 10]']],
    ['numbers without limits', { type: 'number' }, [5], [`[${-most}, 5)`, '[5, 5]', `(5, ${most}]`]],
    ['a cut at each limit', { type: 'number', min: 0, max: 10 }, [10, 0], ['[0, 0]', '(0, 10)', '[10, 10]']],
    ['cuts beyond the limits', { type: 'number', min: 0, max: 10 }, [-5, 50], ['[0, 10]']],
    ['a number that is always the same', { type: 'number', min: 2, max: 2 }, [1, 2, 3], ['[2, 2]']],
    [
      'doubles beside each other',
      { type: 'number', min: 1 },
      [1, next(1)],
      ['[1, 1]', `[${next(1)}, ${next(1)}]`, `(${next(1)}, ${most}]`],
    ],
    [
      'the smallest and largest numbers',
      { type: 'number', min: 0 },
      [0, 5e-324, most],
      ['[0, 0]', '[5e-324, 5e-324]', `(5e-324, ${most})`, `[${most}, ${most}]`],
    ],
    ['both zeros', { type: 'number', min: -1, max: 1 }, [0, -0], ['[-1, 0)', '[0, 0]', '(0, 1]']],
    ['whole numbers', { type: 'integer', min: 0, max: 10 }, [5], ['[0, 4]', '[5, 5]', '[6, 10]']],
    [
      'whole numbers beside each other',
      { type: 'integer', min: 0, max: 10 },
      [5, 6],
      ['[0, 4]', '[5, 5]', '[6, 6]', '[7, 10]'],
    ],
    ['a fraction between whole numbers', { type: 'integer', min: 0, max: 10 }, [4.5], ['[0, 4]', '[5, 10]']],
    [
      'two fractions between two whole numbers',
      { type: 'integer', min: 0, max: 10 },
      [4.2, 4.8],
      ['[0, 4]', '[5, 10]'],
    ],
    [
      'whole numbers without limits',
      { type: 'integer' },
      [2 ** 53 - 1],
      [`[${-(2 ** 53 - 1)}, ${2 ** 53 - 2}]`, `[${2 ** 53 - 1}, ${2 ** 53 - 1}]`],
    ],
    [
      'days',
      { type: 'date', min: '2026-01-01', max: '2026-12-31' },
      [day('2026-01-02')],
      ['[20454, 20454]', '[20455, 20455]', '[20456, 20818]'],
    ],
    [
      'lengths of time',
      { type: 'duration', min: '0s', max: '1h' },
      [60_000],
      ['[0, 59999]', '[60000, 60000]', '[60001, 3600000]'],
    ],
  ])('divides %s where conditions change, and nowhere else', (_, fact, cuts, spans) => {
    expect(spansOf(axisAt(fact, cuts))).toEqual(spans);
  });

  const anyNumber = fc.oneof(
    fc.constantFrom(0, -0, 5e-324, -5e-324, 1, next(1), next(next(1)), most, -most, 1e300, 0.1, 0.3, 1e16, 2 ** 53),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -20, max: 20 }),
  );
  const anyFact = fc.oneof(
    fc.constant({ type: 'number' }),
    fc.tuple(anyNumber, anyNumber).map(([a, b]) => ({ type: 'number', min: Math.min(a, b), max: Math.max(a, b) })),
    fc.constant({ type: 'integer' }),
    fc
      .tuple(fc.integer(), fc.integer())
      .map(([a, b]) => ({ type: 'integer', min: Math.min(a, b), max: Math.max(a, b) })),
    fc.constant({ type: 'integer', min: -3, max: 4 }),
  );
  const anyTests = fc.array(fc.record({ operator: fc.constantFrom(...operators), value: anyNumber }), {
    minLength: 1,
    maxLength: 12,
  });

  it('leaves no gap between the limits, and no cell without a value', () => {
    fc.assert(
      fc.property(anyFact, anyTests, (fact, tests) => {
        const { axis } = laid(fact, tests);
        const whole = fact.type === 'integer';
        const [min, max] = unseal(factsOf([{ id: 'x', ...fact }])).limits[0]!;
        expect(axis.cells).toBe(axis.spans.length);
        const placeOf = whole ? BigInt : rankOf;
        let end = placeOf(min) - 1n;
        for (const { low, high, withLow, withHigh } of axis.spans) {
          const [first, last] = [placeOf(low) + (withLow ? 0n : 1n), placeOf(high) - (withHigh ? 0n : 1n)];
          expect(first).toBe(end + 1n);
          expect(last >= first).toBe(true);
          end = last;
        }
        expect(end).toBe(placeOf(max));
      }),
      { numRuns: 500 },
    );
  });

  it('has each value in the one cell whose span has it, where its tests hold as they do for the value', () => {
    fc.assert(
      fc.property(anyFact, anyTests, fc.array(anyNumber, { maxLength: 8 }), (fact, tests, more) => {
        const { axis, places } = laid(fact, tests);
        const [min, max] = unseal(factsOf([{ id: 'x', ...fact }])).limits[0]!;
        const near = tests.flatMap(({ value }) => [value, next(Math.abs(value)), Math.floor(value), Math.ceil(value)]);
        const given = [...near, ...more, min, max].filter(
          (value) => value >= min && value <= max && (fact.type === 'number' || Number.isSafeInteger(value)),
        );
        for (const value of given) {
          const cell = cellAtPlace(axis, value);
          expect(axis.spans.flatMap((one, index) => (holdsIn(one, value) ? [index] : []))).toEqual([cell]);
          expect(tests.map((_, index) => hasCell(places[index]!.cells, cell))).toEqual(
            tests.map((test) => compared(value, test)),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each<[what: string, cuts: readonly number[]]>([
    ['evenly spread', Array.from({ length: 500 }, (_, i) => i * 3)],
    ['crowded at one end', [...Array.from({ length: 500 }, (_, i) => i / 1000), 1e300]],
    ['far apart from each other', Array.from({ length: 600 }, (_, i) => 10 ** (i - 300))],
    ['beside each other', Array.from({ length: 200 }, (_, i) => 1 + i * Number.EPSILON)],
    ['as far apart as numbers go', [-most, -1, 0, 1, most]],
  ])('finds a value among cuts that are %s as one after the other does', (_, cuts) => {
    const axis = axisAt({ type: 'number' }, cuts);
    for (const value of cuts.flatMap((cut) => [cut, next(cut), cut / 2, cut * 0.999])) {
      if (!Number.isFinite(value)) continue;
      expect(axis.spans.findIndex((one) => holdsIn(one, value))).toBe(cellAtPlace(axis, value));
    }
  });
});

function compared(value: number, { operator, value: bound }: Ordered): boolean {
  if (operator === '<') return value < bound;
  if (operator === '<=') return value <= bound;
  return operator === '>' ? value > bound : value >= bound;
}

describe('the axes of a policy', () => {
  const facts: readonly StoredFact[] = [
    { id: 'size', type: 'integer', min: 0, max: 9 },
    { id: 'open', type: 'boolean' },
    { id: 'risk', type: 'oneOf', values: ['low', 'medium', 'high'] },
    { id: 'regions', type: 'setOf', values: ['EU', 'US', 'UK'] },
    { id: 'name', type: 'string' },
  ];
  const compiled = unseal(factsOf(facts));

  function axesFor(...conditions: readonly string[]): readonly Axis[] {
    const read = conditions.map((when) => {
      const checked = checkCondition(when, compiled, []);
      if (!checked.ok) throw new Error(when);
      return checked.condition;
    });
    return axesOf(read, compiled).axes;
  }

  it('come in the order of the facts, their elements after them, and calculations last', () => {
    const axes = axesFor("size + 1 < 5 || 'US' in regions", "name == 'a' && 'EU' in regions && size > 2", 'open');
    expect(axes.map((axis) => [axis.kind, 'fact' in axis ? axis.fact : axis.facts])).toEqual([
      ['ordered', 0],
      ['choice', 1],
      ['choice', 4],
      ['member', 3],
      ['member', 3],
      ['opaque', [0]],
    ]);
  });

  it('are one for a calculation that several rules ask for', () => {
    expect(axesFor('size + 1 < 5', 'open && size + 1 < 5', 'size+1<5', 'size + 1 <= 5')).toHaveLength(3);
  });

  it.each<[when: string, values: readonly unknown[], rest: unknown]>([
    ["risk == 'high'", ['high'], ['low', 'medium']],
    ["risk in ['low', 'high'] || risk == 'medium'", ['low', 'high', 'medium'], undefined],
    ['open', [true], [false]],
    ["name == 'a' || name != 'b'", ['a', 'b'], 'any other text'],
    ['risk in regions', [], ['low', 'medium', 'high']],
  ])('have a cell for each value that %s speaks of, and one for the others', (when, values, rest) => {
    const [axis] = axesFor(when);
    expect(axis).toMatchObject({ kind: 'choice', values, rest });
    expect(axis!.cells).toBe(values.length + (rest === undefined ? 0 : 1));
  });

  it('say which cell a value falls in, and -1 of an absent one', () => {
    const [size, risk, name, member, sum] = axesFor(
      "size < 5 && risk == 'low' && name == 'a' && 'EU' in regions && size + 1 < 5",
    );
    const cells = (values: Parameters<typeof cellIn>[1]) =>
      [size, risk, name, member, sum].map((axis) => cellIn(axis!, values));
    expect(cells([5, true, 'low', new Set(['EU']), 'a'])).toEqual([1, 0, 0, 1, 0]);
    expect(cells([2, true, 'high', new Set(['UK']), 'b'])).toEqual([0, 1, 1, 0, 1]);
    expect(cells([9, true, 'medium', new Set(), ''])).toEqual([2, 1, 1, 0, 0]);
    expect(cells([undefined, true, undefined, undefined, undefined])).toEqual([-1, -1, -1, -1, -1]);
  });
});
