import { type DefinitionKind, definitionKind } from '../foundation/definition.js';
import type { CompiledPortfolio } from './compile.js';
import type { PortfolioDefinition } from './types.js';

const kind: DefinitionKind<PortfolioDefinition, CompiledPortfolio> = /* @__PURE__ */ definitionKind('portfolio');

/** Closes a definition, with its tables, into the opaque value that callers hold. */
export const seal: typeof kind.seal = kind.seal;

/** The tables of a portfolio; throws a `KeelsonError` for anything that no door returned. */
export const unseal: typeof kind.unseal = kind.unseal;
