import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stronglyConnected } from '../../../src/foundation/graph.js';
import { closureOf } from '../../oracle/graph.js';
import { graphOf, smallGraph } from './arbitrary.js';

describe('stronglyConnected', () => {
  it('joins exactly the nodes that reach each other', () => {
    fc.assert(
      fc.property(smallGraph(9), ({ nodes, edges }) => {
        const { of, count } = stronglyConnected(graphOf(nodes, edges));
        const closure = closureOf(nodes, edges);
        for (let a = 0; a < nodes; a++) {
          for (let b = 0; b < nodes; b++) {
            expect(of[a] === of[b]).toBe(a === b || (closure[a]![b]! && closure[b]![a]!));
          }
        }
        expect(new Set(of).size).toBe(count);
        expect(Math.max(...of)).toBe(count - 1);
      }),
    );
  });

  it('numbers components against the direction of the edges', () => {
    fc.assert(
      fc.property(smallGraph(9), ({ nodes, edges }) => {
        const { of } = stronglyConnected(graphOf(nodes, edges));
        for (const [from, to] of edges) expect(of[from]).toBeGreaterThanOrEqual(of[to]!);
      }),
    );
  });
});
