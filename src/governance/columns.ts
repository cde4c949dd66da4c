import { cellAtPlace } from './axis.js';
import type { Axis, Column, MatchTables, MemberAxis, OrderedColumn, SetColumn, ShortWay } from './compiled.js';
import type { CompiledFacts } from './facts/compile.js';
import { type FactReader, readValue } from './facts/reading.js';
import { isOrdered, toScale } from './facts/values.js';

/** Sets of which rules ask for more elements than this have too many combinations for a row each. */
const mostAsked = 8;
/** The bits of a number. */
const mostElements = 31;

/**
 * A column for each fact, or undefined where some fact does not stand by itself: it follows from others, is compared with
 * others, or is a set of very many elements. Requests to such a policy go the long way, over its axes.
 */
export function shortWay(facts: CompiledFacts, axes: readonly Axis[], tables: MatchTables): ShortWay | undefined {
  const { allowed, words } = tables;
  if (allowed === undefined || facts.derives || axes.some(({ kind }) => kind === 'opaque')) return undefined;
  const columns: Column[] = [];
  const masks: Int32Array[] = [];
  let size = 0;
  for (const [index, reader] of facts.readers.entries()) {
    const own = axes.flatMap((axis, place) => (axis.kind !== 'opaque' && axis.fact === index ? [{ axis, place }] : []));
    const isSet = reader.type === 'setOf';
    if (isSet && (own.length > mostAsked || reader.choices.size > mostElements)) return undefined;
    const at = own.length > 0 ? size : -1;
    columns.push(
      isSet ? setColumn(reader, at, own as readonly Own<MemberAxis>[]) : plainColumn(reader, at, own[0]?.axis),
    );
    if (own.length === 0) continue;
    const rows = own.map(({ place }) => allowed[place]!);
    masks.push(isSet ? combined(rows, words) : rows[0]!);
    size += masks.at(-1)!.length;
  }
  return { columns, masks: joined(masks, size), asked: masks.length };
}

interface Own<A extends Axis> {
  readonly axis: A;
  readonly place: number;
}

function plainColumn(reader: FactReader, at: number, axis: Axis | undefined): Column {
  const { id, type, choices, min, max } = reader;
  if (isOrdered(type)) {
    const whole = type === 'number' || type === 'integer' ? type === 'integer' : undefined;
    return { kind: 'ordered', id, at, type, whole, min, max, axis: axis?.kind === 'ordered' ? axis : undefined };
  }
  const cellOf = axis?.kind === 'choice' ? axis.cellOf : new Map<unknown, number>();
  const rest = axis === undefined ? 0 : axis.cells - 1;
  if (type === 'string') return { kind: 'choice', id, at, reader, cells: cellOf, open: rest };
  if (type === 'boolean') {
    return { kind: 'flag', id, at, onTrue: cellOf.get(true) ?? rest, onFalse: cellOf.get(false) ?? rest };
  }
  const cells = new Map([...choices].map((value) => [value, cellOf.get(value) ?? rest]));
  return { kind: 'choice', id, at, reader, cells, open: -1 };
}

function setColumn({ id, choices }: FactReader, at: number, own: readonly Own<MemberAxis>[]): Column {
  const asked = own.map(({ axis }) => axis.element);
  const others = [...choices].filter((element) => !asked.includes(element));
  const bits = new Map([...asked, ...others].map((element, bit) => [element, 1 << bit]));
  return { kind: 'set', id, at, bits, asked: (1 << asked.length) - 1 };
}

/** A row for each combination of elements: what all of them allow. */
function combined(tables: readonly Int32Array[], words: number): Int32Array {
  const rows = new Int32Array(words << tables.length).fill(-1);
  for (let row = 0; row < 1 << tables.length; row++) {
    for (const [bit, table] of tables.entries()) {
      const cell = (row >> bit) & 1;
      for (let word = 0; word < words; word++) rows[row * words + word]! &= table[cell * words + word]!;
    }
  }
  return rows;
}

function joined(tables: readonly Int32Array[], size: number): Int32Array {
  const all = new Int32Array(size);
  let at = 0;
  for (const table of tables) {
    all.set(table, at);
    at += table.length;
  }
  return all;
}

/**
 * Where the row of each column that rules ask for begins; undefined where a fact that rules ask for is absent, a value is none of its
 * fact, or a key no fact: then the request is read the long way, which says so.
 */
export function rowsOf({ columns, asked }: ShortWay, words: number, request: object): number[] | undefined {
  const rows = new Array<number>(asked);
  let next = 0;
  let known = 0;
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index]!;
    const value = (request as Readonly<Record<string, unknown>>)[column.id];
    if (value === undefined) {
      if (column.at !== -1) return undefined;
      continue;
    }
    const row = rowOf(column, value);
    if (row === -1) return undefined;
    if (column.at !== -1) rows[next++] = column.at + row * words;
    known++;
  }
  for (const _ in request) known--;
  return known === 0 ? rows : undefined;
}

/** The row that a value falls in, or -1 where it is no value of the fact. */
function rowOf(column: Column, value: unknown): number {
  switch (column.kind) {
    case 'ordered':
      return rowOfPlace(column, value);
    case 'flag':
      if (value === true) return column.onTrue;
      return value === false ? column.onFalse : -1;
    case 'choice': {
      const cell = column.cells.get(value);
      if (cell !== undefined) return cell;
      return column.open !== -1 && readValue(column.reader, value) !== undefined ? column.open : -1;
    }
    case 'set':
      return rowOfElements(column, value);
  }
}

function rowOfPlace({ axis, type, whole, min, max }: OrderedColumn, value: unknown): number {
  if (whole === true && !Number.isInteger(value)) return -1;
  const place = whole === undefined ? toScale(type, value) : value;
  if (typeof place !== 'number' || !(place >= min && place <= max)) return -1;
  return axis === undefined ? 0 : cellAtPlace(axis, place);
}

function rowOfElements({ bits, asked }: SetColumn, value: unknown): number {
  if (!Array.isArray(value)) return -1;
  let elements = 0;
  for (let at = 0; at < value.length; at++) {
    const bit = bits.get(value[at]);
    if (bit === undefined || (elements & bit) !== 0) return -1;
    elements |= bit;
  }
  return elements & asked;
}
