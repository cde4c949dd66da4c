import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axesOf } from '../../src/governance/axis.js';
import { type BoxSpace, boxesOf } from '../../src/governance/boxes.js';
import { hasCell } from '../../src/governance/cell-set.js';
import type { Box } from '../../src/governance/compiled.js';
import { checkCondition } from '../../src/governance/conditions/check.js';
import { type Truth, truthIn } from '../../src/governance/conditions/truth.js';
import type { Condition } from '../../src/governance/conditions/types.js';
import { unseal } from '../../src/governance/facts/seal.js';
import { anyCondition, finiteKinds } from './arbitraries.js';
import { factsOf } from './conditions/facts.js';

const switches = Array.from({ length: 8 }, (_, index) => ({ id: `s${index}`, type: 'boolean' }));

interface Laid {
  readonly condition: Condition;
  readonly space: BoxSpace;
}

function laid(when: string, facts: readonly object[] = finiteKinds, most = 10_000): Laid {
  const compiled = unseal(factsOf(facts));
  const checked = checkCondition(when, compiled, []);
  if (!checked.ok) throw new Error(when);
  return { condition: checked.condition, space: { ...axesOf([checked.condition], compiled), most } };
}

type Cells = Pick<Box, 'axes' | 'cells'>;

/** One of the boxes holds, in Kleene's sense; a box holds when each of its axes is in one of its cells. */
function truthOfBoxes(boxes: readonly Cells[], at: readonly number[]): Truth {
  const truths = boxes.map(({ axes, cells }): Truth => {
    const parts = axes.map((axis, index) => (at[axis] === -1 ? -1 : Number(hasCell(cells[index]!, at[axis]!))));
    if (parts.includes(0)) return 0;
    return parts.includes(-1) ? -1 : 1;
  });
  if (truths.includes(1)) return 1;
  return truths.includes(-1) ? -1 : 0;
}

/** Every combination of cells, -1 for unknown among them. */
function everyPlace({ axes }: BoxSpace): readonly (readonly number[])[] {
  return axes.reduce<number[][]>(
    (places, { cells }) =>
      places.flatMap((place) => Array.from({ length: cells + 1 }, (_, cell) => [...place, cell - 1])),
    [[]],
  );
}

describe('boxesOf', () => {
  it('holds, does not hold or is unknown exactly where the condition is', () => {
    fc.assert(
      fc.property(anyCondition(finiteKinds, 3), (when) => {
        const { condition, space } = laid(when);
        const places = everyPlace(space);
        fc.pre(places.length <= 5_000);
        const boxes = boxesOf(condition, space)!;
        const wrong = places.filter((at) => truthOfBoxes(boxes, at) !== truthIn(condition, space.placeOf, at));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('names the axes of a box in ascending order', () => {
    fc.assert(
      fc.property(anyCondition(finiteKinds, 3), (when) => {
        const { condition, space } = laid(when);
        for (const { axes, cells } of boxesOf(condition, space)!) {
          expect([...new Set(axes)].sort((a, b) => a - b)).toEqual(axes);
          expect(cells).toHaveLength(axes.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each<[when: string, boxes: number]>([
    ['s0', 1],
    ['!s0', 1],
    ['s0 && s1 && s2', 1],
    ['!(s0 && s1 && s2)', 3],
    ['s0 || s1 || s2', 3],
    ['s0 || !s0', 1],
    ['s0 == s1', 2],
    ['s0 != s1', 2],
    ['(s0 || s1) && (s2 || s3)', 4],
    ['true', 1],
    ['false', 0],
  ])('makes of %s %i', (when, count) => {
    const { condition, space } = laid(when, switches);
    expect(boxesOf(condition, space)).toHaveLength(count);
  });

  it('joins what a disjunction asks of one axis', () => {
    const { condition, space } = laid('teams == 0 || reversible || teams == 2 || teams == 1');
    expect(boxesOf(condition, space)?.map(({ axes, cells }) => [axes, cells.map((set) => [...set])])).toEqual([
      [[0], [[0, 3]]],
      [[1], [[0, 1]]],
    ]);
  });

  const eight = '(s0 || s1) && (s2 || s3) && (s4 || s5)';
  it.each<[when: string, most: number, count: number | undefined]>([
    [eight, 8, 8],
    [eight, 7, undefined],
    [`!(${eight})`, 3, 3],
    [`!(${eight})`, 2, undefined],
    [`${eight} || s6`, 9, 9],
    [`${eight} || s6`, 8, undefined],
    [`(${eight}) == s7`, 7, undefined],
    [`s7 && (${eight})`, 7, undefined],
  ])('gives up %s beyond %i boxes', (when, most, count) => {
    const { condition, space } = laid(when, switches, most);
    expect(boxesOf(condition, space)?.length).toBe(count);
  });
});
