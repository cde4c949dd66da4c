import fc from 'fast-check';

/** The ranges of the metrics that `anyFormula` mentions. */
export const ranges: Readonly<Record<string, readonly [number | null, number | null]>> = {
  a: [0, null],
  b: [1, 9],
  c: [-4, -1],
  d: [-3, 5],
  e: [null, null],
};

/** A sound formula of a few nodes over `a` to `e`. */
export const anyFormula: fc.Arbitrary<string> = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4 },
    { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e') },
    { weight: 1, arbitrary: fc.constantFrom('0', '1', '2.5') },
    {
      weight: 6,
      arbitrary: fc
        .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/'), tie('formula'))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    },
    { weight: 1, arbitrary: tie('formula').map((inner) => `-${inner}`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('min', 'max', 'coalesce'), tie('formula'), tie('formula'))
        .map(([name, left, right]) => `${name}(${left}, ${right})`),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('abs(_)', 'sqrt(_)', "lag(_, 1, 'day')"), tie('formula'))
        .map(([call, inner]) => call.replace('_', inner)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('formula'), fc.constantFrom('0', '1', '2', '3', '-1', '-2', '-3', '0.5', '-0.5', 'b'))
        .map(([base, exponent]) => `pow(${base}, ${exponent})`),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('formula'), tie('formula')).map(([above, below]) => `ratio(${above}, ${below}, 'zero')`),
    },
  ),
})).formula;

/** A value of each metric within its range. */
export const anyPoint: fc.Arbitrary<Record<string, number>> = fc.record({
  a: value(0, 8),
  b: value(1, 9),
  c: value(-4, -1),
  d: value(-3, 5),
  e: value(-6, 6),
});

function value(min: number, max: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
    { weight: 4, arbitrary: fc.integer({ min: min * 64, max: max * 64 }).map((whole) => whole / 64) },
  );
}
