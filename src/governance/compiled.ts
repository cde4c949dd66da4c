import type { Expression } from '../expression/types.js';
import type { Diagnostic } from '../foundation/diagnostic.js';
import type { Condition, OpaqueTest, Test } from './conditions/types.js';
import type { CompiledFacts } from './facts/compile.js';
import type { FactReader } from './facts/reading.js';
import type { OrderedType, Scalar } from './facts/values.js';
import type { OutcomeTable } from './outcome-table.js';
import type { DecidedPolicy, PolicyDefinition, PolicyReference, Rule } from './types.js';

/**
 * What cells are numbered along. The values of a fact that no rule tells apart are one cell; a set fact has an axis for
 * each element that a rule asks for. Cells without a value are left out, so that each cell has a request that falls in it.
 */
export type Axis = OrderedAxis | ChoiceAxis | MemberAxis | OpaqueAxis;

/** A fact whose values have an order; cells ascend and leave no gap between the fact's limits. */
export interface OrderedAxis {
  readonly kind: 'ordered';
  readonly fact: number;
  readonly cells: number;
  /** The values at which rules change, ascending. */
  readonly cuts: Float64Array;
  /** Which cuts lie near a value, so that looking it up is short however many there are. */
  readonly guide: CutGuide;
  /** The cell below the first cut, the one of the first cut itself, the one above, and so on; -1 for one without a value. */
  readonly cellAt: Int32Array;
  /** Of each cell its ends, and whether it has them. */
  readonly spans: readonly CellSpan[];
}

/** The way from the first cut to the last one in steps of equal length. */
export interface CutGuide {
  readonly stepsPerUnit: number;
  /** How many cuts lie in earlier steps; after the last step, all. */
  readonly before: Int32Array;
}

export interface CellSpan {
  readonly low: number;
  readonly high: number;
  readonly withLow: boolean;
  readonly withHigh: boolean;
}

/** A boolean fact, one of several values, or an open text. */
export interface ChoiceAxis {
  readonly kind: 'choice';
  readonly fact: number;
  readonly cells: number;
  /** The values that rules speak of, a cell each, from cell 0 on. */
  readonly values: readonly Scalar[];
  readonly cellOf: ReadonlyMap<Scalar, number>;
  /** What shares the last cell, where there is one more: the other values of the fact, or any other text. */
  readonly rest: readonly Scalar[] | 'any other text' | undefined;
}

/** Whether a set has an element: cell 0 without, cell 1 with. */
export interface MemberAxis {
  readonly kind: 'member';
  readonly fact: number;
  readonly cells: 2;
  readonly element: string;
}

/** A truth value that cells cannot take apart: cell 0 false, cell 1 true. */
export interface OpaqueAxis {
  readonly kind: 'opaque';
  readonly facts: readonly number[];
  readonly cells: 2;
  /** One comparison, or a whole condition that would have made too many boxes. */
  readonly of: OpaqueTest | Condition;
}

/** Cells of one axis as ascending half-open ranges: `[from, to, from, to, ...]`. */
export type CellSet = Int32Array;

/**
 * One way in which a rule holds: on each of these axes, one of these cells. A box may hold an axis to no cell at all: then it
 * never holds, but as long as that fact is unknown nobody has said so (Kleene).
 */
export interface Box {
  readonly rule: number;
  /** Ascending. */
  readonly axes: readonly number[];
  /** Beside each axis. */
  readonly cells: readonly CellSet[];
}

/** Where a test stands: on which axis, and in which of its cells it holds. */
export interface TestPlace {
  readonly axis: number;
  readonly cells: CellSet;
}

/** For each cell of each axis, the boxes that it allows, as bits; and for each axis the boxes that do not speak of it. */
export interface MatchTables {
  readonly boxes: readonly Box[];
  /** Of bits, 32 to a word. */
  readonly words: number;
  /** By rule, the list of it alone. */
  readonly alone: readonly (readonly number[])[];
  /** By axis: the words of its first cell, then of the next. Absent where they would fill the memory. */
  readonly allowed: readonly Int32Array[] | undefined;
  readonly free: readonly Int32Array[];
}

/** A fact as evaluation meets it: from a value as it is given, in one step, to the boxes that its cells allow. */
export type Column = OrderedColumn | FlagColumn | ChoiceColumn | SetColumn;

/** A column for each fact, and the boxes that each row of each of them allows. */
export interface ShortWay {
  readonly columns: readonly Column[];
  /** The words of every row of every column that rules ask for. */
  readonly masks: Int32Array;
  /** How many columns rules ask for. */
  readonly asked: number;
}

interface AnyColumn {
  readonly id: string;
  /** Where the words of its first row begin; -1 where no rule asks for the fact. */
  readonly at: number;
}

export interface OrderedColumn extends AnyColumn {
  readonly kind: 'ordered';
  readonly type: OrderedType;
  /** Of numbers, whether they have to be whole; undefined for what has to be put on a scale first. */
  readonly whole: boolean | undefined;
  readonly min: number;
  readonly max: number;
  readonly axis: OrderedAxis | undefined;
}

export interface FlagColumn extends AnyColumn {
  readonly kind: 'flag';
  readonly onTrue: number;
  readonly onFalse: number;
}

export interface ChoiceColumn extends AnyColumn {
  readonly kind: 'choice';
  readonly reader: FactReader;
  readonly cells: ReadonlyMap<unknown, number>;
  /** The cell of any other text, or -1 where there is no other. */
  readonly open: number;
}

export interface SetColumn extends AnyColumn {
  readonly kind: 'set';
  /** The bit of each element; those that rules ask for come first. */
  readonly bits: ReadonlyMap<unknown, number>;
  /** The bits that rules ask for: they number the rows. */
  readonly asked: number;
}

export interface CompiledRule {
  readonly index: number;
  readonly id: string;
  readonly definition: Rule;
  readonly condition: Condition;
  readonly expression: Expression;
  /** The number of its outcome in `outcomes`. */
  readonly outcome: number;
}

/** A policy as its engines see it. A rule holds when one of its boxes does. */
export interface CompiledPolicy extends PolicyTables {
  /** The decision of each rule by itself, and of none, where nothing is missing. */
  readonly onRule: readonly DecidedPolicy[];
  readonly onOtherwise: DecidedPolicy;
  /** The decisions of several rules together, as far as they came up. */
  readonly onSeveral: Map<number, DecidedPolicy>;
  /** Whether some request gets an outcome, by what is wanted, and what it took to find out; as far as it came up. */
  readonly proofs: Map<string, { readonly isFound: boolean; readonly steps: number }>;
  /** The short way from a request to a decision; absent where the policy needs the long one. */
  readonly short: ShortWay | undefined;
}

export interface PolicyTables {
  readonly definition: PolicyDefinition;
  readonly facts: CompiledFacts;
  readonly reference: PolicyReference;
  readonly rules: readonly CompiledRule[];
  readonly outcomes: OutcomeTable;
  /** The number of its outcome in `outcomes`. */
  readonly otherwise: number;
  readonly axes: readonly Axis[];
  /** Where each test of each condition stands. */
  readonly placeOf: ReadonlyMap<Test, TestPlace>;
  /** In the order of the rules. */
  readonly boxes: readonly Box[];
  readonly tables: MatchTables;
  /** What is unwise in the conditions, though they can be read. */
  readonly notices: readonly Diagnostic[];
}
