import fc from 'fast-check';
import type { Estimate, ScorableInitiative, ScorerDefinition, ScorerTerm } from 'keelson/capacity';

/** Tenths, few enough for ties. */
const tenths = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least * 10, max: most * 10 }).map((value) => value / 10);

const scale = fc.constantFrom({ from: -1, to: 10 }, { from: 10, to: -1 }, { from: -2.5, to: 5.5 });
const range = fc.constantFrom({ min: 0 }, { above: 0 }, { max: 5 }, { min: -1, max: 5.5 }, { above: 0.3, max: 4 });

function term(input: string): fc.Arbitrary<ScorerTerm> {
  return fc.record(
    { input: fc.constant(input), weight: fc.oneof(tenths(0, 3), tenths(1, 3), tenths(-2, 3)), scale, range },
    { requiredKeys: ['input'] },
  );
}

const inputNames = ['a', 'b', 'c', 'd', 'e'] as const;

/** Scorers of up to five inputs, in up to two factors over up to two. */
export const anyScorer: fc.Arbitrary<ScorerDefinition> = fc
  .tuple(fc.tuple(...inputNames.map(term)), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }))
  .map(([terms, homes]) => {
    const groups = [0, 1, 2, 3].map((home) => terms.filter((_, at) => homes[at] === home));
    const factors = groups.map((group) => (group.length === 1 ? group[0]! : { sum: group }));
    const [numerator, denominator] = [
      [0, 1].filter((home) => groups[home]!.length > 0).map((home) => factors[home]!),
      [2, 3].filter((home) => groups[home]!.length > 0).map((home) => factors[home]!),
    ];
    const own = numerator.length > 0 ? { numerator, denominator } : { numerator: denominator };
    return { schemaVersion: 1, id: 'any', version: '1', ...own };
  });

const end = fc.oneof(tenths(1, 4), tenths(1, 4), tenths(-1, 5));

const interval = fc.tuple(end, end, end, fc.boolean()).map(([a, b, c, isSaid]) => {
  const [low, likely, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
  return isSaid ? { low, likely, high } : { low, high };
});

const estimate: fc.Arbitrary<Estimate> = fc.oneof(
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 2 }),
  end,
  interval,
);

/** Lists in which every input of most initiatives is there. */
export const anyInitiatives: fc.Arbitrary<ScorableInitiative[]> = fc
  .array(
    fc.record(
      { a: estimate, b: estimate, c: estimate, d: estimate, e: estimate },
      { requiredKeys: ['a', 'b', 'c', 'd'] },
    ),
    { maxLength: 8 },
  )
  .map((all) => all.map((inputs, at) => ({ id: `i${at}`, inputs })));
