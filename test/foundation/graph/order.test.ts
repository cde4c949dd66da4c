import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topologicalOrder } from '../../../src/foundation/graph.js';
import { closureOf } from '../../oracle/graph.js';
import { graphOf, smallGraph } from './arbitrary.js';

describe('topologicalOrder', () => {
  it('puts sources first, ascending, then what becomes free', () => {
    const graph = graphOf(5, [
      [4, 0],
      [2, 0],
      [0, 1],
      [3, 1],
    ]);
    expect(Array.from(topologicalOrder(graph).order)).toEqual([2, 3, 4, 0, 1]);
  });

  it('orders what no cycle leads to, and names the rest', () => {
    fc.assert(
      fc.property(smallGraph(9), ({ nodes, edges }) => {
        const { order, blocked } = topologicalOrder(graphOf(nodes, edges));
        const closure = closureOf(nodes, edges);
        const onCycle = Array.from({ length: nodes }, (_, node) => node).filter((node) => closure[node]![node]);
        const behind = Array.from({ length: nodes }, (_, node) => node).filter(
          (node) => onCycle.includes(node) || onCycle.some((member) => closure[member]![node]),
        );
        expect(Array.from(blocked)).toEqual(behind);
        expect([...order, ...blocked].sort((a, b) => a - b)).toEqual(Array.from({ length: nodes }, (_, node) => node));
        const place = new Map(Array.from(order, (node, index) => [node, index]));
        for (const [from, to] of edges) {
          if (place.has(to)) expect(place.get(from)!).toBeLessThan(place.get(to)!);
        }
      }),
    );
  });
});
