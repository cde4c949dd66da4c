import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookThrough } from '../../../src/capacity/selection/prove.js';
import { bestOfAll } from '../../oracle/selection.js';
import { randomProblem } from './problems.js';
import { tablesOf } from './tables-of.js';

const shape = { candidates: 5, capacities: 3, wishes: true };
const anyProblem = fc.nat(1_000_000).map((seed) => randomProblem(seed, shape));
const anyPrice = fc.oneof(fc.constant(0), fc.nat(5), fc.double({ min: 0, max: 5, noNaN: true }));
const anyPrices = fc.array(anyPrice, { minLength: 20, maxLength: 20 });

describe('lookThrough', () => {
  it('finds the best choice that is worth more than the target, or that there is none, at any prices', () => {
    fc.assert(
      fc.property(anyProblem, anyPrices, fc.integer({ min: -1, max: 40 }), (problem, prices, target) => {
        const best = bestOfAll(problem)?.value ?? -1;
        const { complete, found } = lookThrough(tablesOf(problem), prices, target, 1_000_000);
        expect(complete).toBe(true);
        expect(found?.value).toBe(best > target ? best : undefined);
      }),
      { numRuns: 60 },
    );
  });

  it('says that it is complete only where it is, whatever the number of nodes', () => {
    fc.assert(
      fc.property(anyProblem, anyPrices, fc.integer({ min: 1, max: 30 }), (problem, prices, nodes) => {
        const tables = tablesOf(problem);
        const whole = lookThrough(tables, prices, -1, 1_000_000);
        const part = lookThrough(tables, prices, -1, nodes);
        expect(part.nodes).toBe(Math.min(nodes, whole.nodes));
        expect(part.complete).toBe(whole.nodes <= nodes);
        if (part.complete) expect(part.found).toEqual(whole.found);
      }),
      { numRuns: 60 },
    );
  });

  it('looks at nothing where the prices alone show it', () => {
    const problem = { capacities: [{ id: 'r', amount: 10 }], candidates: [{ id: 'a', value: 6, needs: { r: 5 } }] };
    const tables = tablesOf(problem);
    expect(lookThrough(tables, [0], 6, 1)).toStrictEqual({ complete: true, nodes: 1 });
    expect(lookThrough(tables, [0], 5, 1)).toStrictEqual({ complete: false, nodes: 1 });
    expect(lookThrough(tables, [0], 5, 2)).toEqual({
      complete: true,
      nodes: 2,
      found: { value: 6, taken: Int32Array.of(0) },
    });
  });
});
