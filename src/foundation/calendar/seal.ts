import { type DefinitionKind, definitionKind } from '../definition.js';
import type { CalendarTables } from './tables.js';
import type { CalendarDefinition } from './types.js';

const kind: DefinitionKind<CalendarDefinition, CalendarTables> = /* @__PURE__ */ definitionKind('calendar');

export const seal: typeof kind.seal = kind.seal;

/** The tables of a calendar; throws a `KeelsonError` for anything that no door returned. */
export const unseal: typeof kind.unseal = kind.unseal;
