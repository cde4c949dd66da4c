import { otherCells } from '../cell-set.js';
import type { Axis, CellSet, CellSpan, ChoiceAxis, MemberAxis, OpaqueAxis, OrderedAxis } from '../compiled.js';
import type { Scalar } from '../facts/values.js';
import { conditionWords, lacking, testWords, truthWords } from './condition.js';
import { choiceText, clauseOf, joined, listed, noneOf, orderText, valueText, type Wording } from './wording.js';

/** Some cells of an axis. */
export interface HeldAxis {
  readonly axis: Axis;
  readonly cells: CellSet;
}

/**
 * What a region is held to, a clause for each fact and each opaque test: `cost is at least 50,000 and below 100,000 USD`,
 * `regions include EU, but not US`. Axes that are held to nothing less than all their cells are left out.
 */
export function regionWords(held: readonly HeldAxis[], wording: Wording): readonly string[] {
  const clauses: string[] = [];
  const sets = new Map<number, { at: number; with: string[]; without: string[] }>();
  for (const { axis, cells } of held) {
    if (otherCells(cells, axis.cells).length === 0) continue;
    if (axis.kind !== 'member') {
      clauses.push(axisWords(axis, cells, wording));
      continue;
    }
    const set = sets.get(axis.fact) ?? { at: clauses.push('') - 1, with: [], without: [] };
    sets.set(axis.fact, set);
    (cells[0] === 1 ? set.with : set.without).push(choiceText(axis.element));
  }
  for (const [fact, set] of sets) clauses[set.at] = `${wording.names[fact]} ${membersWords(set.with, set.without)}`;
  return clauses;
}

/** The clauses of a region in one: `any request` where there are none. */
export function clausesText(clauses: readonly string[]): string {
  return clauses.length === 0 ? 'any request' : joined(clauses, 'and');
}

function axisWords(axis: Exclude<Axis, MemberAxis>, cells: CellSet, wording: Wording): string {
  if (cells.length === 0) return 'never';
  switch (axis.kind) {
    case 'ordered':
      return clauseOf(wording, axis.fact, orderedWords(axis, cells, wording));
    case 'choice':
      return choiceWords(axis, cells, wording);
    case 'opaque':
      return opaqueWords(axis, cells[0] === 1, wording);
  }
}

function membersWords(inside: readonly string[], outside: readonly string[]): string {
  if (inside.length === 0) return lacking(outside);
  return `include ${listed(inside, 'and')}${outside.length > 0 ? `, but ${noneOf(outside)}` : ''}`;
}

function opaqueWords({ of }: OpaqueAxis, holds: boolean, wording: Wording): string {
  if (of.kind === 'opaque') return testWords(of, holds, wording);
  return `(${conditionWords(holds ? of : { kind: 'not', part: of }, wording)})`;
}

function orderedWords(axis: OrderedAxis, cells: CellSet, wording: Wording): string {
  const fact = wording.facts.facts[axis.fact]!;
  const spans = spansOf(axis, cells);
  const gaps = spansOf(axis, otherCells(cells, axis.cells));
  const single = ({ low, high }: CellSpan): boolean => low === high;
  const say = ({ low }: CellSpan): string => valueText(fact, low);
  if (spans.length > 1 && gaps.every(single)) return noneOf(gaps.map(say));
  if (spans.every(single)) return listed(spans.map(say), 'or');

  const limits = wording.facts.limits[axis.fact]!;
  const cuts = new Set(axis.cuts);
  const whole = fact.type !== 'number';
  const words = spans.map((span) => {
    if (single(span)) return say(span);
    const { low, high, withLow, withHigh } = span;
    // A whole number stands inside of its span although its author may have named the one outside: `< 5` ends at 4.
    const aboveLow = !withLow || (whole && !cuts.has(low) && cuts.has(low - 1));
    const belowHigh = !withHigh || (whole && !cuts.has(high) && cuts.has(high + 1));
    const step = whole ? 1 : 0;
    const from = aboveLow ? orderText(fact, '>', low - step) : orderText(fact, '>=', low);
    const to = belowHigh ? orderText(fact, '<', high + step) : orderText(fact, '<=', high);
    return [...(withLow && low <= limits[0] ? [] : [from]), ...(withHigh && high >= limits[1] ? [] : [to])].join(
      ' and ',
    );
  });
  return joined(words, 'or');
}

/** The spans of cells, those that touch as one. */
function spansOf({ spans }: OrderedAxis, cells: CellSet): readonly CellSpan[] {
  const found: CellSpan[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const [first, last] = [spans[cells[at]!]!, spans[cells[at + 1]! - 1]!];
    found.push({ low: first.low, withLow: first.withLow, high: last.high, withHigh: last.withHigh });
  }
  return found;
}

function choiceWords(axis: ChoiceAxis, cells: CellSet, wording: Wording): string {
  const fact = wording.facts.facts[axis.fact]!;
  const name = wording.names[axis.fact]!;
  const inside = valuesIn(axis, cells);
  const outside = valuesIn(axis, otherCells(cells, axis.cells));
  if (fact.type === 'boolean') return truthWords(name, inside?.[0] === true);
  const order = 'values' in fact ? fact.values : [];
  const say = (values: readonly Scalar[]): readonly string[] =>
    [...values]
      .sort((a, b) => order.indexOf(String(a)) - order.indexOf(String(b)))
      .map((value) => valueText(fact, value));
  if (inside === undefined) return `${name} is ${noneOf(say(outside!))}`;
  const shorter = outside === undefined || inside.length <= 3 || inside.length <= outside.length;
  return `${name} is ${shorter ? listed(say(inside), 'or') : noneOf(say(outside))}`;
}

/** The values of some cells; undefined where any other text is among them. */
function valuesIn({ values, rest }: ChoiceAxis, cells: CellSet): readonly Scalar[] | undefined {
  const found: Scalar[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    for (let cell = cells[at]!; cell < cells[at + 1]!; cell++) {
      if (cell < values.length) found.push(values[cell]!);
      else if (rest === 'any other text') return undefined;
      else for (const value of rest!) found.push(value);
    }
  }
  return found;
}
