import type { CompiledFacts } from '../governance/facts/compile.js';
import type { FactSet } from '../governance/facts/types.js';
import type { Policy } from '../governance/types.js';
import type {
  Criterion,
  Deliverable,
  Gate,
  GateSlots,
  Phase,
  ProcessDefinition,
  ProcessReference,
  Track,
} from './types.js';

/** A policy as a process asks it: with those of the item's facts that it knows. */
export interface Authority {
  readonly id: string;
  readonly policy: Policy;
  /** The facts to give it; undefined where it knows them all. */
  readonly facts: readonly string[] | undefined;
}

/** A condition, asked as a policy of one rule: `autonomous` where it holds, `forbidden` where not, else what is missing. */
export interface CompiledCondition {
  readonly text: string;
  readonly policy: Policy;
}

export interface CompiledCriterion extends CompiledCondition {
  readonly definition: Criterion;
  /** Where it stands in the definition. */
  readonly path: readonly (string | number)[];
}

export interface CompiledDeliverable {
  readonly definition: Deliverable;
  readonly path: readonly (string | number)[];
  /** The place of its phase. */
  readonly phase: number;
  readonly atLeast: number;
}

/** A phase as an item on one track meets it. */
export interface Step {
  readonly phase: Phase;
  /** Of the phase, in the definition: `['phases', 1]`. */
  readonly path: readonly (string | number)[];
  /** The place of the phase in the definition. */
  readonly place: number;
  readonly gate: Gate;
  /** What the gate asks for on this track. */
  readonly deliverables: readonly CompiledDeliverable[];
  readonly must: readonly CompiledCriterion[];
  readonly should: readonly CompiledCriterion[];
  readonly threshold: number;
  readonly slots: GateSlots | undefined;
  readonly authority: Authority;
  readonly waiverAuthority: Authority;
}

/** A way through the process: the process itself, or a track. */
export interface Route {
  /** Absent for the process itself. */
  readonly track: Track | undefined;
  /** Of its definition; undefined for the process itself. */
  readonly path: readonly (string | number)[] | undefined;
  readonly when: CompiledCondition | undefined;
  readonly authority: Authority | undefined;
  /** By place of the phase in the definition; a phase that is skipped has one too, for items that are in it. */
  readonly steps: readonly Step[];
  /** By place: whether the track skips it. */
  readonly skips: readonly boolean[];
}

/** A process as its engines see it. */
export interface CompiledProcess {
  readonly definition: ProcessDefinition;
  readonly reference: ProcessReference;
  readonly factSet: FactSet;
  readonly facts: CompiledFacts;
  /** By id; those that gates and tracks name. */
  readonly authorities: ReadonlyMap<string, Authority>;
  /** The roles of the process and of its policies. */
  readonly roles: ReadonlySet<string>;
  /** The place of each phase. */
  readonly phaseOf: ReadonlyMap<string, number>;
  readonly deliverableOf: ReadonlyMap<string, CompiledDeliverable>;
  /** By track; the process itself stands under undefined. */
  readonly routes: ReadonlyMap<string | undefined, Route>;
}
