import { describe, expect, it } from 'vitest';
import type { TestPlace } from '../../../src/governance/compiled.js';
import { type Truth, truthIn } from '../../../src/governance/conditions/truth.js';
import type { Condition, Test } from '../../../src/governance/conditions/types.js';

const expression = { kind: 'name', name: 'a', span: [0, 1] } as const;
const tests = [0, 1].map((fact): Test => ({ kind: 'among', fact, values: [true], expression, span: [0, 1] }));
// Each test stands on an axis of its own and holds in its second cell.
const placeOf = new Map<Test, TestPlace>(tests.map((test, axis) => [test, { axis, cells: Int32Array.of(1, 2) }]));
const [a, b] = tests.map((test): Condition => ({ kind: 'test', test })) as [Condition, Condition];

function truthOf(condition: Condition, ...cells: readonly Truth[]): Truth {
  return truthIn(condition, placeOf, cells);
}

const values = [1, 0, -1] as const;

describe('truthIn', () => {
  it('says of a test whether its fact is in one of its cells, and -1 where it is unknown', () => {
    expect(values.map((value) => truthOf(a, value, 0))).toEqual([1, 0, -1]);
    expect(values.map((value) => truthOf({ kind: 'comparison', expression, part: a }, value, 0))).toEqual([1, 0, -1]);
    expect(values.map((value) => truthOf({ kind: 'not', part: a }, value, 0))).toEqual([0, 1, -1]);
  });

  it.each<readonly [Condition['kind'], readonly (readonly Truth[])[]]>([
    // Rows are of true, false and unknown; so are columns.
    [
      'all',
      [
        [1, 0, -1],
        [0, 0, 0],
        [-1, 0, -1],
      ],
    ],
    [
      'any',
      [
        [1, 1, 1],
        [1, 0, -1],
        [1, -1, -1],
      ],
    ],
    [
      'same',
      [
        [1, 0, -1],
        [0, 1, -1],
        [-1, -1, -1],
      ],
    ],
  ])('follows the table of %s (Kleene, 1952)', (kind, table) => {
    const condition = { kind, parts: [a, b] } as Condition;
    expect(values.map((first) => values.map((second) => truthOf(condition, first, second)))).toEqual(table);
  });

  it('says what a constant says, and of nothing joined what leaves others as they are', () => {
    expect(truthOf({ kind: 'constant', value: true })).toBe(1);
    expect(truthOf({ kind: 'constant', value: false })).toBe(0);
    expect(truthOf({ kind: 'all', parts: [] })).toBe(1);
    expect(truthOf({ kind: 'any', parts: [] })).toBe(0);
  });
});
