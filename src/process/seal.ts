import { type DefinitionKind, definitionKind } from '../foundation/definition.js';
import type { CompiledProcess } from './compiled.js';
import type { ProcessDefinition } from './types.js';

const kind: DefinitionKind<ProcessDefinition, CompiledProcess> = /* @__PURE__ */ definitionKind('process');

/** Closes a definition, with its tables, into the opaque value that callers hold. */
export const seal: typeof kind.seal = kind.seal;

/** The tables of a process; throws a `KeelsonError` for anything that no door returned. */
export const unseal: typeof kind.unseal = kind.unseal;
