import { type DefinitionKind, definitionKind } from '../foundation/definition.js';
import type { CompiledDirectory } from './compile.js';
import type { DirectoryDefinition } from './types.js';

const kind: DefinitionKind<DirectoryDefinition, CompiledDirectory> = /* @__PURE__ */ definitionKind('directory');

/** Closes a definition, with its tables, into the opaque value that callers hold. */
export const seal: typeof kind.seal = kind.seal;

/** The tables of a directory; throws a `KeelsonError` for anything that no door returned. */
export const unseal: typeof kind.unseal = kind.unseal;
