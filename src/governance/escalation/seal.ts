import { type DefinitionKind, definitionKind } from '../../foundation/definition.js';
import type { PolicyReference } from '../types.js';
import type { EscalationDefinition } from './types.js';

/** The places of the steps that follow on one; -1 where none does. */
export interface Followers {
  readonly onTimeout: number;
  readonly onDisagreement: number;
}

/** What is worked out once for a way up. */
export interface CompiledEscalation {
  readonly definition: EscalationDefinition;
  /** What follows on each step, by place. */
  readonly followers: readonly Followers[];
  readonly reference: PolicyReference;
}

const kind: DefinitionKind<EscalationDefinition, CompiledEscalation> = /* @__PURE__ */ definitionKind('escalation');

/** Closes a definition, with its tables, into the opaque value that callers hold. */
export const seal: typeof kind.seal = kind.seal;

/** The tables of a way up; throws a `KeelsonError` for anything that no door returned. */
export const unseal: typeof kind.unseal = kind.unseal;
