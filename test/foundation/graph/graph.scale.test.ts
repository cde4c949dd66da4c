import { describe, expect, it } from 'vitest';
import {
  createGraph,
  findCycles,
  type Graph,
  graphBuilder,
  reachable,
  stronglyConnected,
  topologicalOrder,
} from '../../../src/foundation/graph.js';
import { chainOf, completeGraph, ringOf } from './arbitrary.js';

/** Each node both ways with the next: as many cycles of two as there are steps, and a long way between them. */
function twoWayChain(nodes: number): Graph {
  const up = new Int32Array(nodes - 1).map((_, index) => index);
  const down = up.map((node) => node + 1);
  return createGraph(nodes, Int32Array.from([...up, ...down]), Int32Array.from([...down, ...up]));
}

describe('stronglyConnected', () => {
  it('walks a chain of a million nodes', () => {
    expect(stronglyConnected(chainOf(1_000_000)).count).toBe(1_000_000);
  });

  it('closes a ring of a million nodes', () => {
    expect(stronglyConnected(ringOf(1_000_000)).count).toBe(1);
  });
});

describe('topologicalOrder', () => {
  it('walks a chain of a million nodes', () => {
    const { order, blocked } = topologicalOrder(chainOf(1_000_000));
    expect(order[999_999]).toBe(999_999);
    expect(blocked.length).toBe(0);
  });
});

describe('reachable', () => {
  it('walks a chain of a million nodes', () => {
    expect(reachable(chainOf(1_000_000), [0])[999_999]).toBe(1);
  });
});

describe('findCycles', () => {
  it('finds nothing in a chain of a million nodes', () => {
    expect(findCycles(chainOf(1_000_000))).toEqual({ cycles: [], complete: true });
  });

  it('finds the one cycle of 100,000 nodes', () => {
    const { cycles, complete } = findCycles(ringOf(100_000));
    expect(cycles.map((cycle) => cycle.length)).toEqual([100_000]);
    expect(complete).toBe(true);
  });

  it('gives 50,000 separate regions a cycle each, beyond the limit', () => {
    const pairs = graphBuilder(100_000);
    for (let node = 0; node < 100_000; node += 2) {
      pairs.add(node, node + 1);
      pairs.add(node + 1, node);
    }
    const { cycles, complete } = findCycles(pairs.build(), { cycles: 3 });
    expect(cycles.length).toBe(50_000);
    expect(complete).toBe(false);
  });

  it('goes on after a hub taken out leaves 50,000 regions', () => {
    const hub = graphBuilder(100_001);
    for (let node = 1; node < 100_001; node += 2) {
      hub.add(0, node);
      hub.add(node, node + 1);
      hub.add(node + 1, node);
      hub.add(node + 1, 0);
    }
    const { cycles, complete } = findCycles(hub.build(), { cycles: 1_000_000, steps: 4_000_000 });
    expect(cycles.slice(0, 1).map((cycle) => Array.from(cycle))).toEqual([[0, 1, 2]]);
    expect(cycles.slice(-1).map((cycle) => Array.from(cycle))).toEqual([[99_999, 100_000]]);
    expect(cycles.length).toBe(100_000);
    expect(complete).toBe(true);
  });

  it.each([
    ['a complete graph of 600 nodes', () => completeGraph(600)],
    ['a chain of 100,000 nodes that can be walked both ways', () => twoWayChain(100_000)],
  ])('ends within the limits in %s', (_, build) => {
    const graph = build();
    const { cycles, complete } = findCycles(graph);
    expect(complete).toBe(false);
    expect(cycles.length).toBeGreaterThan(0);
    expect(cycles.length).toBeLessThanOrEqual(1_000);
    let members = 0;
    for (const cycle of cycles) members += cycle.length;
    expect(members).toBeLessThanOrEqual(2_000_000);
  });
});
