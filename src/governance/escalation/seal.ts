import { type DefinitionKind, definitionKind } from '../../foundation/definition.js';
import type { PolicyReference } from '../types.js';
import type { EscalationDefinition } from './types.js';

/** What is worked out once for a way up. */
export interface CompiledEscalation {
  readonly definition: EscalationDefinition;
  /** Of each step, by place, the one that follows; -1 where none does. */
  readonly nextOf: readonly number[];
  readonly reference: PolicyReference;
}

const kind: DefinitionKind<EscalationDefinition, CompiledEscalation> = /* @__PURE__ */ definitionKind('escalation');

/** Closes a definition, with its tables, into the opaque value that callers hold. */
export const seal: typeof kind.seal = kind.seal;

/** The tables of a way up; throws a `KeelsonError` for anything that no door returned. */
export const unseal: typeof kind.unseal = kind.unseal;
