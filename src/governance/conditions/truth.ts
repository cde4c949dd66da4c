import { hasCell } from '../cell-set.js';
import type { TestPlace } from '../compiled.js';
import type { Condition, Test } from './types.js';

/** Kleene's three values as the cells of an axis: false, true, unknown. */
export type Truth = 0 | 1 | -1;

/** Whether a test holds in these cells. */
function testIn(test: Test, placeOf: ReadonlyMap<Test, TestPlace>, cells: readonly number[]): Truth {
  const place = placeOf.get(test)!;
  const cell = cells[place.axis]!;
  if (cell === -1) return -1;
  return hasCell(place.cells, cell) ? 1 : 0;
}

/** Whether a condition holds in these cells (Kleene 1952). */
export function truthIn(condition: Condition, placeOf: ReadonlyMap<Test, TestPlace>, cells: readonly number[]): Truth {
  switch (condition.kind) {
    case 'constant':
      return condition.value ? 1 : 0;
    case 'test':
      return testIn(condition.test, placeOf, cells);
    case 'comparison':
      return truthIn(condition.part, placeOf, cells);
    case 'not':
      return opposite(truthIn(condition.part, placeOf, cells));
    case 'same': {
      const [a, b] = condition.parts.map((part) => truthIn(part, placeOf, cells));
      if (a === -1 || b === -1) return -1;
      return a === b ? 1 : 0;
    }
    default: {
      const settling: Truth = condition.kind === 'all' ? 0 : 1;
      let truth: Truth = condition.kind === 'all' ? 1 : 0;
      for (const part of condition.parts) {
        const one = truthIn(part, placeOf, cells);
        if (one === settling) return settling;
        if (one === -1) truth = -1;
      }
      return truth;
    }
  }
}

function opposite(truth: Truth): Truth {
  if (truth === -1) return -1;
  return truth === 1 ? 0 : 1;
}
