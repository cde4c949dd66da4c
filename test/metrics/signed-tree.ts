import * as fc from 'fast-check';
import type { ExampleMetric, InfluenceInput } from 'keelson/metrics';
import type { SignedEdge } from '../oracle/walks.js';

/** A tree whose edges have signs that are known beforehand. */
export interface SignedTree {
  readonly count: number;
  readonly edges: readonly SignedEdge[];
  readonly metrics: readonly (ExampleMetric & { readonly id: string })[];
  readonly influences: readonly InfluenceInput[];
}

/** How a term of a formula is written, so that the metric moves with it, against it, or as the values have it. */
const termOf = { '1': 'm', '-1': '- m', '0': 'around_zero * m' } as const;

/** A small tree of metrics `m0`, `m1`, ...: edges are terms of sums, or influences; in circles where they are asked for. */
export function signedTree(circles: boolean): fc.Arbitrary<SignedTree> {
  return fc.integer({ min: 2, max: 6 }).chain((count) => {
    const edge = fc
      .record({
        from: fc.nat(count - 1),
        to: fc.nat(count - 1),
        sign: fc.constantFrom<SignedEdge['sign'][]>(1, 1, -1, -1, 0),
        influence: fc.boolean(),
      })
      .filter(({ from, to, sign, influence }) => (circles ? from !== to : from > to) && !(influence && sign === 0));
    const key = (one: { from: number; to: number; influence: boolean }) => `${one.from} ${one.to} ${one.influence}`;
    return fc.uniqueArray(edge, { selector: key, maxLength: 9 }).map((list): SignedTree => {
      const terms = (to: number) =>
        list.filter((one) => one.to === to && !one.influence).map(({ from, sign }) => `${termOf[sign]}${from}`);
      return {
        count,
        edges: list,
        metrics: [
          ...Array.from({ length: count }, (_, i) => ({
            id: `m${i}`,
            formula: ['7', ...terms(i)].join(' + '),
          })),
          { id: 'around_zero', range: [-1, 1] },
        ],
        influences: list
          .filter(({ influence }) => influence)
          .map(({ from, to, sign }) => ({
            from: `m${from}`,
            to: `m${to}`,
            sign: sign === 1 ? '+' : '-',
            evidence: 'assumed',
          })),
      };
    });
  });
}
