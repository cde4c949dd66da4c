import { hasCell } from './cell-set.js';
import type { Axis, Box, MatchTables } from './compiled.js';

const none: readonly number[] = /* @__PURE__ */ Object.freeze([]);

/** 64 MB; beyond, boxes are looked at one by one. */
const mostWords = 16_000_000;

export function matchTables(axes: readonly Axis[], boxes: readonly Box[]): MatchTables {
  const words = Math.max(1, Math.ceil(boxes.length / 32));
  const total = axes.reduce((sum, { cells }) => sum + cells * words, 0);
  const last = boxes.at(-1)?.rule ?? -1;
  const alone = Array.from({ length: last + 1 }, (_, rule) => [rule]);
  if (total > mostWords) return { boxes, words, alone, allowed: undefined, free: [] };

  const free = axes.map(() => allBits(boxes.length, words));
  for (const [index, box] of boxes.entries()) {
    for (const axis of box.axes) free[axis]![index >> 5]! &= ~(1 << (index & 31));
  }
  const allowed = axes.map(({ cells }, axis) => {
    const table = new Int32Array(cells * words);
    for (let cell = 0; cell < cells; cell++) table.set(free[axis]!, cell * words);
    return table;
  });
  for (const [index, box] of boxes.entries()) {
    for (const [at, axis] of box.axes.entries()) allow(allowed[axis]!, words, index, box.cells[at]!);
  }
  return { boxes, words, alone, allowed, free };
}

function allow(table: Int32Array, words: number, box: number, ranges: Int32Array): void {
  const bit = 1 << (box & 31);
  for (let i = 0; i < ranges.length; i += 2) {
    for (let cell = ranges[i]!; cell < ranges[i + 1]!; cell++) table[cell * words + (box >> 5)]! |= bit;
  }
}

function allBits(count: number, words: number): Int32Array {
  const bits = new Int32Array(words);
  for (let index = 0; index < count; index++) bits[index >> 5]! |= 1 << (index & 31);
  return bits;
}

/** The first rule that holds, or -1; `rows` are where in `masks` the boxes stand that each known fact allows. */
export function firstMatch({ boxes, words }: MatchTables, masks: Int32Array, rows: readonly number[]): number {
  for (let word = 0; word < words; word++) {
    let bits = wordOf(boxes.length, word);
    for (let i = 0; i < rows.length && bits !== 0; i++) bits &= masks[rows[i]! + word]!;
    if (bits !== 0) return boxes[(word << 5) + lowestBit(bits)]!.rule;
  }
  return -1;
}

/** Every rule that holds, in order. Most requests meet one or none, for which there is nothing to allocate. */
export function allMatches(
  { boxes, words, alone }: MatchTables,
  masks: Int32Array,
  rows: readonly number[],
): readonly number[] {
  let first = -1;
  let rules: number[] | undefined;
  for (let word = 0; word < words; word++) {
    let bits = wordOf(boxes.length, word);
    for (let i = 0; i < rows.length && bits !== 0; i++) bits &= masks[rows[i]! + word]!;
    for (; bits !== 0; bits &= bits - 1) {
      const { rule } = boxes[(word << 5) + lowestBit(bits)]!;
      if (first === -1) first = rule;
      else if (rules !== undefined) addRule(rules, rule);
      else if (rule !== first) rules = [first, rule];
    }
  }
  return rules ?? (first === -1 ? none : alone[first]!);
}

/** The boxes that no known cell (-1 for one that is not) rules out. */
export function possibleBoxes({ boxes, words, allowed }: MatchTables, cells: readonly number[]): Box[] {
  if (allowed === undefined) return boxes.filter((box) => stateOf(box, cells) !== 0);
  const possible: Box[] = [];
  for (let word = 0; word < words; word++) {
    let bits = wordOf(boxes.length, word);
    for (let axis = 0; axis < cells.length && bits !== 0; axis++) {
      if (cells[axis]! >= 0) bits &= allowed[axis]![cells[axis]! * words + word]!;
    }
    for (; bits !== 0; bits &= bits - 1) possible.push(boxes[(word << 5) + lowestBit(bits)]!);
  }
  return possible;
}

/** What is known of the rules while some cells (-1) are not. */
export interface OpenMatches {
  /** The rules that hold however the unknown facts turn out. */
  readonly certain: number[];
  /** The boxes of the rules that may hold or not, and of no other. */
  readonly open: Box[];
}

export function openMatches({ boxes, words, allowed, free }: MatchTables, cells: readonly number[]): OpenMatches {
  const certain: number[] = [];
  const open: Box[] = [];
  const add = (box: Box, isCertain: boolean): void => {
    if (isCertain) addRule(certain, box.rule);
    else open.push(box);
  };
  if (allowed === undefined) {
    for (const box of boxes) {
      const state = stateOf(box, cells);
      if (state !== 0) add(box, state === 1);
    }
  } else {
    for (let word = 0; word < words; word++) {
      let possible = wordOf(boxes.length, word);
      let sure = possible;
      for (let axis = 0; axis < cells.length && possible !== 0; axis++) {
        const cell = cells[axis]!;
        if (cell === -1) sure &= free[axis]![word]!;
        else possible &= allowed[axis]![cell * words + word]!;
      }
      for (; possible !== 0; possible &= possible - 1) {
        const bit = lowestBit(possible);
        add(boxes[(word << 5) + bit]!, (sure & (1 << bit)) !== 0);
      }
    }
  }
  if (open.length === 0 || certain.length === 0) return { certain, open };
  const holds = new Set(certain);
  return { certain, open: open.filter(({ rule }) => !holds.has(rule)) };
}

/** 1 where a box holds, 0 where it does not, -1 where that is unknown. */
function stateOf(box: Box, cells: readonly number[]): number {
  let state = 1;
  for (let i = 0; i < box.axes.length; i++) {
    const cell = cells[box.axes[i]!]!;
    if (cell === -1) state = -1;
    else if (!hasCell(box.cells[i]!, cell)) return 0;
  }
  return state;
}

function addRule(rules: number[], rule: number): void {
  if (rules[rules.length - 1] !== rule) rules.push(rule);
}

/** The bits of a word that stand for a box. */
function wordOf(count: number, word: number): number {
  const left = count - (word << 5);
  return left >= 32 ? -1 : (1 << left) - 1;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
