import { type DefinitionKind, definitionKind } from '../foundation/definition.js';
import type { CompiledPolicy } from './compiled.js';
import type { PolicyDefinition } from './types.js';

const kind: DefinitionKind<PolicyDefinition, CompiledPolicy> = /* @__PURE__ */ definitionKind('policy');

/** Closes a policy, with its tables, into the opaque value that callers hold. */
export const seal: typeof kind.seal = kind.seal;

/** The tables of a policy; throws a `KeelsonError` for anything that no door returned. */
export const unseal: typeof kind.unseal = kind.unseal;
