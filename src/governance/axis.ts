import { printExpression } from '../expression/printer.js';
import { cellsBetween, cellsOf } from './cell-set.js';
import type { Axis, CellSet, CellSpan, ChoiceAxis, CutGuide, MemberAxis, OrderedAxis, TestPlace } from './compiled.js';
import type { AmongTest, CompareTest, Condition, OpaqueTest, Test } from './conditions/types.js';
import type { CompiledFacts } from './facts/compile.js';
import type { StoredFact } from './facts/types.js';
import { isOrdered, type KnownValues, type Scalar } from './facts/values.js';

/** The axes that some conditions need, and where on them each of their tests stands. */
export interface Axes {
  readonly axes: Axis[];
  readonly placeOf: ReadonlyMap<Test, TestPlace>;
}

/** Calls `visit` with every test of a condition, in the order of the text. */
export function forEachTest(condition: Condition, visit: (test: Test) => void): void {
  switch (condition.kind) {
    case 'constant':
      break;
    case 'test':
      visit(condition.test);
      break;
    case 'not':
    case 'comparison':
      forEachTest(condition.part, visit);
      break;
    default:
      for (const part of condition.parts) forEachTest(part, visit);
  }
}

/** The facts that a condition reads, in the order of the fact set. */
export function factsRead(condition: Condition): readonly number[] {
  const facts = new Set<number>();
  forEachTest(condition, (test) => {
    for (const fact of test.kind === 'opaque' ? test.facts : [test.fact]) facts.add(fact);
  });
  return [...facts].sort((a, b) => a - b);
}

/** Numbers the cells that conditions tell apart: axes in the order of the facts, elements and comparisons. */
export function axesOf(conditions: readonly Condition[], facts: CompiledFacts): Axes {
  const ofFact = new Map<number, Set<Scalar>>();
  const members = new Map<string, MemberAxis>();
  const opaque = new Map<string, OpaqueTest>();
  const tests: Test[] = [];
  const visit = (test: Test): void => {
    tests.push(test);
    if (test.kind === 'opaque') opaque.set(printExpression(test.expression), test);
    else if (test.kind === 'member') {
      const { fact, element } = test;
      members.set(memberKey(fact, element), { kind: 'member', fact, cells: 2, element });
    } else {
      const values = ofFact.get(test.fact) ?? new Set();
      ofFact.set(test.fact, values);
      for (const value of test.kind === 'among' ? test.values : [test.value]) values.add(value);
    }
  };
  for (const condition of conditions) forEachTest(condition, visit);

  const factAxes = [...ofFact].sort(([a], [b]) => a - b).map(([fact, values]) => factAxis(facts, fact, values));
  const memberAxes = [...members.values()].sort((a, b) => a.fact - b.fact);
  const axes: Axis[] = [
    ...factAxes,
    ...memberAxes,
    ...[...opaque.values()].map((of): Axis => ({ kind: 'opaque', facts: of.facts, cells: 2, of })),
  ];

  const byKey = new Map(axes.map((axis, index) => [keyOf(axis), index]));
  const placeOf = new Map<Test, TestPlace>();
  for (const test of tests) {
    const axis = byKey.get(keyOfTest(test))!;
    placeOf.set(test, { axis, cells: cellsWhere(test, axes[axis]!) });
  }
  return { axes, placeOf };
}

function memberKey(fact: number, element: string): string {
  return `${fact} ${element}`;
}

function keyOf(axis: Axis): string | number {
  if (axis.kind === 'member') return memberKey(axis.fact, axis.element);
  // Only comparisons have axes yet: whole conditions come later.
  return axis.kind === 'opaque' ? `opaque ${printExpression((axis.of as OpaqueTest).expression)}` : axis.fact;
}

function keyOfTest(test: Test): string | number {
  if (test.kind === 'member') return memberKey(test.fact, test.element);
  return test.kind === 'opaque' ? `opaque ${printExpression(test.expression)}` : test.fact;
}

function cellsWhere(test: Test, axis: Axis): CellSet {
  if (test.kind === 'compare') return cellsCompared(axis as OrderedAxis, test);
  if (test.kind === 'among') return cellsAmong(axis as OrderedAxis | ChoiceAxis, test);
  return cellsBetween(1, 2);
}

function factAxis(facts: CompiledFacts, fact: number, values: ReadonlySet<Scalar>): OrderedAxis | ChoiceAxis {
  const { type } = facts.facts[fact]!;
  if (!isOrdered(type)) return choiceAxis(facts, fact, [...values]);
  const cuts = Float64Array.from(values as ReadonlySet<number>).sort();
  return orderedAxis(fact, cuts, facts.limits[fact]!, type !== 'number');
}

function choiceAxis(facts: CompiledFacts, fact: number, mentioned: readonly Scalar[]): ChoiceAxis {
  const choices = choicesOf(facts.facts[fact]!);
  // A text that is asked to be among the elements of a set need not be able to be each of them.
  const values = mentioned.filter((value) => choices?.has(value) ?? true);
  const known = new Set(values);
  const others = choices === undefined ? 'any other text' : [...choices].filter((value) => !known.has(value));
  const rest = others.length > 0 ? others : undefined;
  const cellOf = new Map(values.map((value, cell) => [value, cell]));
  return { kind: 'choice', fact, cells: values.length + (rest ? 1 : 0), values, cellOf, rest };
}

/** Every value of a fact; undefined for an open text. */
function choicesOf(fact: StoredFact): ReadonlySet<Scalar> | undefined {
  if (fact.type === 'boolean') return new Set([true, false]);
  return 'values' in fact ? new Set<Scalar>(fact.values) : undefined;
}

function orderedAxis(fact: number, cuts: Float64Array, limits: readonly [number, number], whole: boolean): OrderedAxis {
  const cellAt = new Int32Array(2 * cuts.length + 1).fill(-1);
  const spans: CellSpan[] = [];
  for (let slot = 0; slot < cellAt.length; slot++) {
    const span = clip(slotSpan(cuts, slot), limits, whole);
    if (span !== undefined) cellAt[slot] = spans.push(span) - 1;
  }
  return { kind: 'ordered', fact, cells: spans.length, cuts, guide: guideOf(cuts), cellAt, spans };
}

/** Slots alternate: below the first cut, the first cut, between it and the second one, and so on. */
function slotSpan(cuts: Float64Array, slot: number): CellSpan {
  const cut = slot >> 1;
  if (slot % 2 === 1) return { low: cuts[cut]!, high: cuts[cut]!, withLow: true, withHigh: true };
  const low = cut === 0 ? Number.NEGATIVE_INFINITY : cuts[cut - 1]!;
  return { low, high: cuts[cut] ?? Number.POSITIVE_INFINITY, withLow: false, withHigh: false };
}

/** What of a span lies within a fact's limits; undefined where no value does. */
function clip(span: CellSpan, [min, max]: readonly [number, number], whole: boolean): CellSpan | undefined {
  let { low, high, withLow, withHigh } = span;
  if (low < min) [low, withLow] = [min, true];
  if (high > max) [high, withHigh] = [max, true];
  if (whole) {
    low = withLow ? Math.ceil(low) : Math.floor(low) + 1;
    high = withHigh ? Math.floor(high) : Math.ceil(high) - 1;
    return low <= high ? { low, high, withLow: true, withHigh: true } : undefined;
  }
  if (low === high) return withLow && withHigh ? { low, high, withLow, withHigh } : undefined;
  if (low > high) return undefined;
  const middle = low / 2 + high / 2;
  const hasValue = withLow || withHigh || (low < middle && middle < high);
  return hasValue ? { low, high, withLow, withHigh } : undefined;
}

function cellsCompared(axis: OrderedAxis, { operator, value }: CompareTest): CellSet {
  const slot = slotOf(axis, value);
  switch (operator) {
    case '<':
      return cellsInSlots(axis, 0, slot);
    case '<=':
      return cellsInSlots(axis, 0, slot + 1);
    case '>':
      return cellsInSlots(axis, slot + 1, axis.cellAt.length);
    case '>=':
      return cellsInSlots(axis, slot, axis.cellAt.length);
  }
}

/** The cells in a range of slots; those without a value have none. */
function cellsInSlots({ cellAt }: OrderedAxis, from: number, to: number): CellSet {
  let first = from;
  let last = to - 1;
  while (first < to && cellAt[first] === -1) first++;
  while (last > first && cellAt[last] === -1) last--;
  return first < to ? cellsBetween(cellAt[first]!, cellAt[last]! + 1) : cellsBetween(0, 0);
}

function cellsAmong(axis: OrderedAxis | ChoiceAxis, { values }: AmongTest): CellSet {
  const cells = values.map((value) =>
    axis.kind === 'ordered' ? axis.cellAt[slotOf(axis, value as number)]! : (axis.cellOf.get(value) ?? -1),
  );
  return cellsOf(cells.filter((cell) => cell !== -1));
}

/** Four steps a cut leave most steps with one cut at most. */
const stepsPerCut = 4;

function guideOf(cuts: Float64Array): CutGuide {
  const steps = stepsPerCut * cuts.length + 1;
  const length = (cuts[cuts.length - 1] ?? 0) - (cuts[0] ?? 0);
  const stepsPerUnit = length > 0 ? (steps - 1) / length : 0;
  const before = new Int32Array(steps + 1);
  for (const cut of cuts) before[stepOf(cuts, stepsPerUnit, steps, cut) + 1]!++;
  for (let step = 0; step < steps; step++) before[step + 1]! += before[step]!;
  return { stepsPerUnit, before };
}

/** Rises with the value, rounding included, so that a cut in an earlier step is below every value of a later one. */
function stepOf(cuts: Float64Array, stepsPerUnit: number, steps: number, value: number): number {
  const step = (value - cuts[0]!) * stepsPerUnit;
  if (step >= steps) return steps - 1;
  return step > 0 ? Math.floor(step) : 0;
}

/** Where a value stands among the cuts: twice the number below it, and one more where it is one itself. */
function slotOf({ cuts, guide: { stepsPerUnit, before } }: Pick<OrderedAxis, 'cuts' | 'guide'>, value: number): number {
  const step = stepOf(cuts, stepsPerUnit, before.length - 1, value);
  let from = before[step]!;
  let to = before[step + 1]!;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (cuts[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return 2 * from + (cuts[from] === value ? 1 : 0);
}

/** The cell that a place on a fact's scale falls in. */
export function cellAtPlace(axis: OrderedAxis, place: number): number {
  return axis.cellAt[slotOf(axis, place)]!;
}

/** The cell that known values fall in, or -1 as long as they are unknown; not for whole conditions, which see cells. */
export function cellIn(axis: Axis, values: KnownValues): number {
  switch (axis.kind) {
    case 'ordered': {
      const value = values[axis.fact];
      return value === undefined ? -1 : cellAtPlace(axis, value as number);
    }
    case 'choice': {
      const value = values[axis.fact];
      return value === undefined ? -1 : (axis.cellOf.get(value as Scalar) ?? axis.cells - 1);
    }
    case 'member': {
      const value = values[axis.fact];
      return value === undefined ? -1 : Number((value as ReadonlySet<string>).has(axis.element));
    }
    case 'opaque': {
      for (const fact of axis.facts) if (values[fact] === undefined) return -1;
      return Number((axis.of as OpaqueTest).holds(values));
    }
  }
}
