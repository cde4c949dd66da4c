import type { CompiledMetrics } from '../compile.js';
import type { MetricNode } from '../rule-types.js';
import { groupsBySameKeys } from '../same-key.js';
import { evaluateAtPoint, type PointValues } from './evaluate.js';
import { inverse, multiply, residue } from './field.js';
import { orderWithLags } from './order.js';
import { createExactComparison } from './rational.js';

/** Metrics with different names that say the same. */
export interface EquivalenceGroup {
  /** In stored order; at least two. */
  readonly metrics: readonly MetricNode[];
  /** Whether multiplying out showed it; otherwise that was too much work, and they agree at random points only. */
  readonly proven: boolean;
}

/** A metric that is another one times a number. */
export interface Multiple {
  readonly metric: MetricNode;
  readonly of: MetricNode;
  /** The number, where it is one that people use; undefined for any other. */
  readonly factor: number | undefined;
}

export interface Equivalences {
  readonly groups: readonly EquivalenceGroup[];
  readonly groupOf: ReadonlyMap<MetricNode, EquivalenceGroup>;
  readonly multiples: readonly Multiple[];
}

const seeds = [0x6b65656c, 0x736f6e01, 0x6d657472] as const;

/** The other sign, percent, basis points, thousands: ways to show one number. A year's worth of a month's is another. */
const knownFactors = [-1, 100, 10_000, 1_000, 1_000_000];

/** Two residues as one key: exact in a double, as each is below 2^26. */
const pair = (a: number, b: number): number => a * 2 ** 26 + b;

/** Finds the metrics that are the same function, or multiples, of the same leaves: linear in the size of the tree. */
export function findEquivalences(compiled: CompiledMetrics): Equivalences {
  const order = orderWithLags(compiled);
  const [first, second, third] = seeds.map((seed) => evaluateAtPoint(compiled, seed, order)) as [
    PointValues,
    PointValues,
    PointValues,
  ];
  const formulas = compiled.distinct.filter((metric) => metric.formula);
  const candidates = groupsBySameKeys(
    compiled.distinct,
    ({ index }) => first.values[index]!,
    ({ index }) => pair(first.values[index]!, second.values[index]!),
  );
  const exact = createExactComparison(compiled, [second, third]);

  const groups: EquivalenceGroup[] = [];
  for (const [head, ...others] of candidates) {
    const verdicts = others.map((other) => exact.same(head!.index, other.index));
    // A disagreement here is a collision of the random points.
    const same = others.filter((_, i) => verdicts[i] !== false);
    if (same.length === 0) continue;
    groups.push({ metrics: [head!, ...same], proven: verdicts.every((verdict) => verdict !== undefined) });
  }
  const groupOf = new Map(groups.flatMap((group) => group.metrics.map((metric) => [metric, group] as const)));
  return { groups, groupOf, multiples: findMultiples(formulas, [first, second, third]) };
}

function findMultiples(
  formulas: readonly MetricNode[],
  [first, second, third]: readonly [PointValues, PointValues, PointValues],
): readonly Multiple[] {
  // How much of the first value the value at another point is: the same for multiples.
  const share = ({ values }: PointValues, { index }: MetricNode) =>
    multiply(values[index]!, inverse(first.values[index]!)!);
  const proportions = groupsBySameKeys(
    formulas.filter(({ index }) => first.values[index] !== 0),
    (metric) => share(second, metric),
    (metric) => pair(share(second, metric), share(third, metric)),
  );
  const factors = factorsByResidue();
  return proportions.flatMap(([head, ...others]) => {
    const one = first.values[head!.index]!;
    const overOne = inverse(one)!;
    return others
      .filter(({ index }) => first.values[index] !== one)
      .map((metric) => {
        const factor = factors.get(multiply(first.values[metric.index]!, overOne));
        return { metric, of: head!, factor };
      });
  });
}

/** The known factors and one over each, by what they are in the field. */
function factorsByResidue(): ReadonlyMap<number, number> {
  const factors = knownFactors.map((known) => [residue(known), known] as const);
  return new Map([...factors.map(([value, known]) => [inverse(value)!, 1 / known] as const), ...factors]);
}
