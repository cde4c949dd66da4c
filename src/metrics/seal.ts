import { type DefinitionKind, definitionKind } from '../foundation/definition.js';
import type { CompiledMetrics } from './compile.js';
import type { MetricTreeDefinition } from './types.js';

const kind: DefinitionKind<MetricTreeDefinition, CompiledMetrics> = /* @__PURE__ */ definitionKind('metric tree');

/** Closes a definition, with its tables, into the opaque value that callers hold. */
export const seal: typeof kind.seal = kind.seal;

/** The tables of a tree; throws a `KeelsonError` for anything that no door returned. */
export const unseal: typeof kind.unseal = kind.unseal;
