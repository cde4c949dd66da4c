import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachable } from '../../../src/foundation/graph.js';
import { closureOf } from '../../oracle/graph.js';
import { graphOf, smallGraph } from './arbitrary.js';

describe('reachable', () => {
  it('marks the starts and what they lead to, nothing else', () => {
    fc.assert(
      fc.property(smallGraph(9), fc.array(fc.nat(8), { maxLength: 3 }), ({ nodes, edges }, picks) => {
        const starts = picks.map((pick) => pick % nodes);
        const closure = closureOf(nodes, edges);
        const wanted = Array.from({ length: nodes }, (_, node) =>
          starts.some((start) => start === node || closure[start]![node]) ? 1 : 0,
        );
        expect(Array.from(reachable(graphOf(nodes, edges), starts))).toEqual(wanted);
      }),
    );
  });

  it('meets a node once, though it stands twice among the starts and leads to itself', () => {
    const graph = graphOf(4, [
      [0, 0],
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(Array.from(reachable(graph, [0, 0, 0]))).toEqual([1, 1, 1, 1]);
  });
});
