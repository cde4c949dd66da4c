import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGraph, graphBuilder, reverseGraph } from '../../../src/foundation/graph.js';
import { graphOf, smallGraph } from './arbitrary.js';

function edgesOf(graph: ReturnType<typeof createGraph>): string[] {
  const edges: string[] = [];
  for (let node = 0; node < graph.nodes; node++) {
    for (const target of graph.targets.subarray(graph.offsets[node], graph.offsets[node + 1])) {
      edges.push(`${node}>${target}`);
    }
  }
  return edges;
}

describe('createGraph', () => {
  it('keeps each edge once, rows ascending', () => {
    const graph = graphOf(4, [
      [2, 3],
      [0, 3],
      [0, 1],
      [2, 3],
      [0, 1],
    ]);
    expect(Array.from(graph.offsets)).toEqual([0, 2, 2, 3, 3]);
    expect(Array.from(graph.targets)).toEqual([1, 3, 3]);
  });

  it('sorts long rows too', () => {
    const targets = Int32Array.from({ length: 200 }, (_, index) => (index * 37) % 100);
    const graph = createGraph(100, new Int32Array(200), targets);
    expect(Array.from(graph.targets)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  it('gives the same graph whatever the order of the edges', () => {
    fc.assert(
      fc.property(smallGraph(8), ({ nodes, edges }) => {
        const wanted = [...new Set(edges.map(([from, to]) => `${from}>${to}`))].sort();
        expect(edgesOf(graphOf(nodes, edges))).toEqual(wanted);
        expect(edgesOf(graphOf(nodes, [...edges].reverse()))).toEqual(wanted);
      }),
    );
  });

  it.each([
    [[0], [2]],
    [[2], [0]],
    [[-1], [0]],
    [[0], [-1]],
  ])('refuses an edge %j -> %j in a graph of two nodes', (from, to) => {
    expect(() => createGraph(2, Int32Array.from(from), Int32Array.from(to))).toThrow(
      expect.objectContaining({
        code: 'foundation/graph',
        message: expect.stringContaining('leaves a graph of 2 nodes'),
      }),
    );
  });

  it('refuses lists of different lengths', () => {
    expect(() => createGraph(2, Int32Array.of(0, 1), Int32Array.of(1))).toThrow(
      expect.objectContaining({
        code: 'foundation/graph',
        message: expect.stringContaining('2 edge sources stand against 1'),
      }),
    );
  });

  it('stands without nodes', () => {
    expect(createGraph(0, new Int32Array(0), new Int32Array(0)).nodes).toBe(0);
  });
});

describe('graphBuilder', () => {
  it('builds what createGraph builds, beyond its first capacity', () => {
    const builder = graphBuilder(1_000);
    const from = Int32Array.from({ length: 5_000 }, (_, index) => (index * 7) % 1_000);
    const to = Int32Array.from({ length: 5_000 }, (_, index) => (index * 13) % 1_000);
    from.forEach((source, index) => {
      builder.add(source, to[index]!);
    });
    expect(builder.build()).toEqual(createGraph(1_000, from, to));
  });
});

describe('reverseGraph', () => {
  it('turns every edge around', () => {
    fc.assert(
      fc.property(smallGraph(8), ({ nodes, edges }) => {
        const turned = edges.map(([from, to]) => [to, from] as const);
        expect(reverseGraph(graphOf(nodes, edges))).toEqual(graphOf(nodes, turned));
      }),
    );
  });
});
