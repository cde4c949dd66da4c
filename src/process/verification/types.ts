import type { Calendar } from '../../foundation/calendar/types.js';
import type { Diagnostic } from '../../foundation/diagnostic.js';
import type { Day } from '../../foundation/instant.js';
import type { Name } from '../../foundation/names.js';
import type { Witness } from '../../governance/analysis/types.js';
import type { ApprovalShortage } from '../../governance/approvals/types.js';
import type { Directory } from '../../organization/types.js';
import type { Actor, CommandBody } from '../items/commands.js';

/** A command of a path, and who sends it. */
export interface PathStep<P extends string = string, D extends string = string, F = never> {
  readonly actor: Actor;
  readonly command: CommandBody<P, D, F>;
}

/** What a verification reads beside the process. */
export interface VerifyOptions {
  /** Who is there; absent means that people are not counted. */
  readonly directory?: Directory;
  /** When windows are; absent means that no gate is looked at for whether it is ever open. */
  readonly calendar?: Calendar;
  /** The day on which people are counted, and from which on gates have to open; needed with a directory or a calendar. */
  readonly on?: Day;
}

/** How an item comes to where a finding shows. Plain JSON. */
export interface FindingWitness<P extends string = string> {
  /** In order; the item begins with the owner `owner`, and every one is carried out. Windows and meetings are the host's to choose. */
  readonly steps: readonly PathStep<P>[];
  /** What is refused then, which proves the finding; absent of `process/unbounded-recycling`, whose steps lead back to its phase. */
  readonly refused?: PathStep<P>;
}

/** Something that a process cannot do, or does without end. Plain JSON. */
export interface ProcessFinding<P extends string = string> extends Diagnostic {
  readonly phase?: P;
  /** The track on which it is so; absent where it is so on the process itself, and on all tracks that are not in `except`. */
  readonly track?: Name;
  /** The tracks through its phase on which it is not so, or not in the same words; absent means none. */
  readonly except?: readonly Name[];
  /** Facts with which it shows. */
  readonly facts?: Witness;
  /**
   * Commands that show it; absent where none lead there: what comes before cannot be passed, or a track is only taken by grant.
   * Approvals on the way are those of people in the directory where there is one, else of people made up for each role.
   */
  readonly witness?: FindingWitness<P>;
  /** Why people are too few. */
  readonly shortage?: ApprovalShortage;
  /** The names that lead in a circle, in order. */
  readonly circle?: readonly string[];
  /** Not proven: the search ended at its limit, or what follows from other facts was left as it is. */
  readonly mayBeSpurious?: true;
}
