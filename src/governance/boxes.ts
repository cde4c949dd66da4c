import { factsRead } from './axis.js';
import { cellsBetween, commonCells, joinedCells, otherCells } from './cell-set.js';
import type { Axis, Box, CellSet, TestPlace } from './compiled.js';
import type { Condition, Test } from './conditions/types.js';

type Cells = Pick<Box, 'axes' | 'cells'>;

/** What boxes are made over. */
export interface BoxSpace {
  readonly axes: readonly Axis[];
  readonly placeOf: ReadonlyMap<Test, TestPlace>;
  /** More boxes than this are not made. */
  readonly most: number;
}

/** A rule that would make more boxes than this is one truth value, which its condition is walked for. */
const mostBoxesOfRule = 128;

/** The boxes of a rule; where they would be too many, one on an axis of its own, which is put behind the others. */
export function boxesOfRule(
  condition: Condition,
  axes: Axis[],
  placeOf: ReadonlyMap<Test, TestPlace>,
): readonly Cells[] {
  const boxes = boxesOf(condition, { axes, placeOf, most: mostBoxesOfRule });
  if (boxes !== undefined) return boxes;
  const whole: Axis = { kind: 'opaque', facts: factsRead(condition), cells: 2, of: condition };
  return [{ axes: [axes.push(whole) - 1], cells: [cellsBetween(1, 2)] }];
}

/**
 * The boxes of which a condition holds when one does: its disjunctive normal form, with tests on one axis joined. Undefined
 * where it would be more than `most`. Kleene's three values form a distributive lattice with De Morgan's laws (Kleene 1952),
 * so that the boxes are unknown exactly where the condition is.
 */
export function boxesOf(condition: Condition, space: BoxSpace): readonly Cells[] | undefined {
  return boxesWhere(condition, true, space);
}

function boxesWhere(condition: Condition, wanted: boolean, space: BoxSpace): readonly Cells[] | undefined {
  switch (condition.kind) {
    case 'constant':
      return condition.value === wanted ? [{ axes: [], cells: [] }] : [];
    case 'test': {
      const { axis, cells } = space.placeOf.get(condition.test)!;
      return [{ axes: [axis], cells: [wanted ? cells : otherCells(cells, space.axes[axis]!.cells)] }];
    }
    case 'comparison':
      return boxesWhere(condition.part, wanted, space);
    case 'not':
      return boxesWhere(condition.part, !wanted, space);
    case 'same': {
      const [a, b] = condition.parts;
      const both = (value: boolean): Part => {
        const other = value === wanted;
        return () => allOf([() => boxesWhere(a, value, space), () => boxesWhere(b, other, space)], space.most);
      };
      return anyOf([both(true), both(false)], space.most);
    }
    default: {
      const parts = condition.parts.map((part) => () => boxesWhere(part, wanted, space));
      return (condition.kind === 'all') === wanted ? allOf(parts, space.most) : anyOf(parts, space.most);
    }
  }
}

type Part = () => readonly Cells[] | undefined;

/** One or the other: the boxes of both, those on one same axis joined. */
function anyOf(parts: readonly Part[], most: number): readonly Cells[] | undefined {
  const onOneAxis = new Map<number, number>();
  const boxes: Cells[] = [];
  for (const part of parts) {
    const more = part();
    if (more === undefined) return undefined;
    for (const box of more) {
      const axis = box.axes.length === 1 ? box.axes[0]! : -1;
      const at = onOneAxis.get(axis);
      if (at !== undefined) boxes[at] = { axes: [axis], cells: [joinedCells(boxes[at]!.cells[0]!, box.cells[0]!)] };
      else {
        if (axis !== -1) onOneAxis.set(axis, boxes.length);
        boxes.push(box);
      }
    }
    if (boxes.length > most) return undefined;
  }
  return boxes;
}

/** Both: each box of one within each box of the other. */
function allOf(parts: readonly Part[], most: number): readonly Cells[] | undefined {
  let boxes: readonly Cells[] = [{ axes: [], cells: [] }];
  for (const part of parts) {
    const more = part();
    if (more === undefined || boxes.length * more.length > most) return undefined;
    boxes = boxes.flatMap((box) => more.map((other) => within(box, other)));
  }
  return boxes;
}

function within(a: Cells, b: Cells): Cells {
  const axes: number[] = [];
  const cells: CellSet[] = [];
  for (let i = 0, j = 0; i < a.axes.length || j < b.axes.length; ) {
    const [x, y] = [a.axes[i] ?? Number.POSITIVE_INFINITY, b.axes[j] ?? Number.POSITIVE_INFINITY];
    axes.push(Math.min(x, y));
    if (x === y) cells.push(commonCells(a.cells[i]!, b.cells[j]!));
    else cells.push(x < y ? a.cells[i]! : b.cells[j]!);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return { axes, cells };
}
