import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { Name } from '../../foundation/names.js';
import type { ItemMove } from './types.js';

/**
 * Which way a move goes. `forward`: to what comes next, the end included; `skipped`: beyond it; `back`: to what comes earlier,
 * out of the process or out of an end included; `other`: to a kill, or from one.
 */
export type MoveKind = 'forward' | 'skipped' | 'back' | 'other';

/** Something that a process lets happen to an item. */
export type LegalStep<P extends string = string> =
  | { readonly kind: 'start'; readonly to: P }
  | {
      readonly kind: 'go';
      readonly from: P;
      readonly to: P | { readonly end: 'completed' };
      /** The phases in between that take a waiver each; absent means none. */
      readonly waiving?: readonly P[];
    }
  | { readonly kind: 'recycle'; readonly from: P; readonly to: P }
  | { readonly kind: 'kill'; readonly from: P; readonly to: { readonly end: 'killed' } }
  | {
      readonly kind: 'chooseTrack';
      readonly from: P;
      readonly to: P;
      /** Absent means the process itself. */
      readonly track?: Name;
    };

/** A move with what the process says of it. */
export interface JudgedMove<P extends string = string> extends ItemMove<P> {
  readonly kind: MoveKind;
  /** Whether one decision at a gate makes it, with the waivers that it takes. */
  readonly allowed: boolean;
  /** That decision; of a move that is not allowed the fewest decisions that lead there, absent where none do. */
  readonly path?: readonly LegalStep<P>[];
  /** How many decisions the path takes: 1 a step, and 1 for each waiver. */
  readonly cost?: number;
  /** Why it is not allowed. */
  readonly reason?: Diagnostic;
}

/** How many moves of a kind are allowed, and how many not. */
export interface MoveCount {
  readonly allowed: number;
  readonly refused: number;
}

/** How far a history is one that a process allows. Plain JSON. */
export interface HistoryConformance<P extends string = string> {
  /** In the order given, without those that name what the process does not have. */
  readonly moves: readonly JudgedMove<P>[];
  readonly counts: { readonly [K in MoveKind]: MoveCount };
  /** Why moves could not be judged; paths are of the moves. */
  readonly diagnostics: readonly Diagnostic[];
}
