import type { ParseResult } from '../foundation/diagnostic.js';
import { type DoorLimits, openDoor } from '../foundation/door.js';
import { definitionError } from '../foundation/error.js';
import { literalOf } from '../foundation/literal.js';
import { defaultDoorLimits } from '../foundation/plain-json.js';
import { compileDirectory } from './compile.js';
import { findDuplicates } from './duplicates.js';
import type { DirectoryInput } from './literal.js';
import { directorySchema } from './schema.js';
import { seal } from './seal.js';
import type { Directory, DirectoryDefinition } from './types.js';

/** What a directory's door is told beside the input. */
export interface ParseDirectoryContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns the directory of a literal. The compiler checks the teams and roles that others refer to; people, and what is wrong
 * in time, are for `checkDirectory`.
 *
 * Throws a `DefinitionError` that names every fault: a day that does not exist, a share above 1, an id that is there twice.
 *
 * @example
 * const directory = defineDirectory({
 *   people: [{ id: 'ana@example.com', name: 'Ana', managerId: 'eva@example.com' }, { id: 'eva@example.com' }],
 *   teams: [{ id: 'checkout' }, { id: 'payments', parent: 'checkout' }],
 *   roles: [{ id: 'director' }],
 *   memberships: [{ person: 'ana@example.com', team: 'payments', share: 0.8, from: '2026-01-01', to: '2026-10-01' }],
 *   assignments: [{ person: 'eva@example.com', role: 'director', team: 'checkout', from: '2026-01-01' }],
 * });
 * membersOf(directory, 'payments', { on: day('2026-09-30') }); //=> ['ana@example.com']
 */
export function defineDirectory<const T extends string = never, const R extends string = never>(
  literal: DirectoryInput<T, R>,
): Directory<T, R> {
  const { schemaVersion = 1, id = 'directory', version = '1', ...rest } = literalOf(literal);
  const { people, teams = [], roles = [], memberships = [], assignments = [], ...more } = rest;
  const stored = { schemaVersion, id, version, people, teams, roles, memberships, assignments, ...more };
  return parseDirectory(stored) as Directory<T, R>;
}

/**
 * Returns the directory of stored data; throws a `DefinitionError` where `safeParseDirectory` returns `ok: false`.
 *
 * @example
 * const stored = { schemaVersion: 1, id: 'company', version: '2026-11-23', teams: [{ id: 'search' }], roles: [], memberships: [], assignments: [] };
 * definitionOf(parseDirectory(stored)).teams.length; //=> 1
 */
export function parseDirectory(input: unknown, context: ParseDirectoryContext = {}): Directory {
  const result = safeParseDirectory(input, context);
  if (!result.ok) throw definitionError(result.diagnostics);
  return result.value;
}

/**
 * Returns the directory of stored data, or every fault of its shape, ids and size. Never throws. A reference to nothing, a
 * circle of teams, an interval that ends before it begins: such a directory opens, and `checkDirectory` says what is wrong.
 *
 * @example
 * const stored = { schemaVersion: 1, id: 'company', version: '1', teams: [{ id: 'search' }, { id: 'search' }], roles: [], memberships: [], assignments: [] };
 * safeParseDirectory(stored).diagnostics.map(({ code }) => code); //=> ['organization/duplicate-id']
 */
export function safeParseDirectory(input: unknown, context: ParseDirectoryContext = {}): ParseResult<Directory> {
  const opened = openDoor<DirectoryDefinition>(directorySchema, input, context.limits);
  if (!opened.ok) return opened;
  const diagnostics = findDuplicates(opened.value, context.limits?.faults ?? defaultDoorLimits.faults);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return { ok: true, value: seal(opened.value, compileDirectory(opened.value)), diagnostics: [] };
}
