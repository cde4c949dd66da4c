import { type DefinitionKind, definitionKind } from '../../foundation/definition.js';
import type { CompiledFacts } from './compile.js';
import type { FactSetDefinition } from './types.js';

const kind: DefinitionKind<FactSetDefinition, CompiledFacts> = /* @__PURE__ */ definitionKind('fact set');

/** Closes facts, with their look-ups, into the opaque value that callers hold. */
export const seal: typeof kind.seal = kind.seal;

/** The look-ups of a fact set; throws a `KeelsonError` for anything that no door returned. */
export const unseal: typeof kind.unseal = kind.unseal;
