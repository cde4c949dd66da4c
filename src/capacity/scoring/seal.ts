import { type DefinitionKind, definitionKind } from '../../foundation/definition.js';
import { type CompiledScorer, compileScorer } from './compile.js';
import type { Scorer, ScorerDefinition } from './types.js';

const kind: DefinitionKind<ScorerDefinition, CompiledScorer> = /* @__PURE__ */ definitionKind('scorer');

/** Closes a definition that is right into the opaque value that callers hold. */
export function seal(definition: ScorerDefinition): Scorer {
  return kind.seal(definition, compileScorer(definition));
}

/** The tables of a scorer; throws a `KeelsonError` for anything that no door returned. */
export const unseal: typeof kind.unseal = kind.unseal;
