import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCycles, type Graph, graphBuilder, stronglyConnected } from '../../../src/foundation/graph.js';
import { type Edge, simpleCyclesOf } from '../../oracle/graph.js';
import { completeGraph, graphOf, ringOf, smallGraph } from './arbitrary.js';

function expectRealCycles(graph: Graph, cycles: readonly Int32Array[]): void {
  for (const cycle of cycles) {
    expect(new Set(cycle).size).toBe(cycle.length);
    cycle.forEach((node, index) => {
      const row = graph.targets.subarray(graph.offsets[node], graph.offsets[node + 1]);
      expect(row.includes(cycle[(index + 1) % cycle.length]!)).toBe(true);
    });
  }
}

const listed = (cycles: readonly Int32Array[]): number[][] => cycles.map((cycle) => Array.from(cycle));

describe('findCycles', () => {
  it('gives each cycle from its smallest node along the edges', () => {
    const graph = graphOf(6, [
      [3, 1],
      [1, 5],
      [5, 3],
      [5, 1],
      [4, 4],
      [0, 1],
    ]);
    const { cycles, complete } = findCycles(graph);
    expect(listed(cycles)).toEqual([[1, 5], [1, 5, 3], [4]]);
    expect(complete).toBe(true);
  });

  it('finds what trying all sequences finds', () => {
    fc.assert(
      fc.property(smallGraph(7), ({ nodes, edges }) => {
        const found = findCycles(graphOf(nodes, edges));
        expect(found.complete).toBe(true);
        expect(listed(found.cycles)).toEqual(simpleCyclesOf(nodes, edges));
      }),
      { numRuns: 400 },
    );
  });

  it('finds what trying all sequences finds in dense graphs', () => {
    const dense = fc
      .array(fc.boolean(), { minLength: 36, maxLength: 36 })
      .map((cells) => cells.flatMap((there, cell): Edge[] => (there ? [[Math.floor(cell / 6), cell % 6]] : [])));
    fc.assert(
      fc.property(dense, (edges) => {
        expect(listed(findCycles(graphOf(6, edges)).cycles)).toEqual(simpleCyclesOf(6, edges));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [3, 5],
    [4, 20],
    [5, 84],
    [6, 409],
    [7, 2_365],
  ])('counts the cycles of a complete graph of %i nodes: %i', (nodes, count) => {
    const found = findCycles(completeGraph(nodes), { cycles: 10_000 });
    expect(found.cycles.length).toBe(count);
    expect(found.complete).toBe(true);
  });

  it('is complete when the limit is exactly the number of cycles, and not one below', () => {
    expect(findCycles(completeGraph(4), { cycles: 20 })).toMatchObject({ complete: true });
    const cut = findCycles(completeGraph(4), { cycles: 19 });
    expect(cut.complete).toBe(false);
    expect(cut.cycles.length).toBe(19);
  });

  it.each<readonly [string, Graph, number]>([
    ['the three edges and three members of a ring', ringOf(3), 6],
    [
      'two pairs that share a node, and the edges that are copied without the first one',
      graphOf(3, [
        [0, 1],
        [1, 0],
        [1, 2],
        [2, 1],
      ]),
      14,
    ],
  ])('counts as steps %s', (_, graph, steps) => {
    expect(findCycles(graph, { steps }).complete).toBe(true);
    expect(findCycles(graph, { steps: steps - 1 }).complete).toBe(false);
  });

  it('reports a real cycle of every region, whatever the limits', () => {
    fc.assert(
      fc.property(smallGraph(9), fc.nat(3), fc.nat(40), ({ nodes, edges }, most, steps) => {
        const graph = graphOf(nodes, edges);
        const { of } = stronglyConnected(graph);
        const all = simpleCyclesOf(nodes, edges);
        const { cycles, complete } = findCycles(graph, { cycles: most, steps });
        expectRealCycles(graph, cycles);
        const regions = (list: readonly ArrayLike<number>[]) =>
          new Set(list.map((cycle) => (cycle.length === 1 ? `loop ${cycle[0]}` : `region ${of[cycle[0]!]}`)));
        expect(regions(cycles)).toEqual(regions(all));
        expect(new Set(listed(cycles).map(String)).size).toBe(cycles.length);
        if (complete) expect(cycles.length).toBe(all.length);
        else expect(cycles.length).toBeLessThanOrEqual(all.length);
      }),
      { numRuns: 300 },
    );
  });

  it('lists a small region in full although a dense one uses up the limit', () => {
    const builder = graphBuilder(33);
    for (let from = 0; from < 30; from++) for (let to = 0; to < 30; to++) if (from !== to) builder.add(from, to);
    for (const [from, to] of [
      [30, 31],
      [31, 30],
      [31, 32],
      [32, 30],
    ]) {
      builder.add(from!, to!);
    }
    const { cycles, complete } = findCycles(builder.build(), { cycles: 50 });
    expect(listed(cycles.slice(-2))).toEqual([
      [30, 31],
      [30, 31, 32],
    ]);
    expect(cycles.length).toBe(50);
    expect(complete).toBe(false);
  });
});
