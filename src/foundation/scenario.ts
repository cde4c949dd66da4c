import { type Draft, Immer, isDraft } from 'immer';
import { type Defined, definitionOf, isDefinition } from './definition.js';
import type { Diagnostic, Path } from './diagnostic.js';
import { definitionError, keelsonError } from './error.js';
import type { Json } from './json.js';
import { formatPath } from './path.js';
import { copyPlainJson } from './plain-json.js';
import { changesBetween, type ScenarioChange } from './scenario/changes.js';

/** A stored form as it would be, and how it differs from the one that it began with. */
export interface Scenario<Stored> {
  /** Frozen; it shares with the base what was not edited. */
  readonly value: Stored;
  readonly changes: readonly ScenarioChange[];
}

/**
 * Returns a stored form as `edit` leaves it, with the list of changes. `edit` gets a draft that it may change like any
 * object; the base stays as it is. Elements of lists are known again by their `id`. The result is a stored form that no
 * door has seen: pass it to the domain's `parseX` to work with it.
 *
 * Throws a `DefinitionError` when the base or what was put into the draft is not plain JSON, and a `KeelsonError`
 * (`foundation/scenario`) when `edit` is asynchronous or returns another object in place of editing the draft. What
 * `edit` itself throws comes through.
 *
 * @example
 * const plan = { teams: [{ id: 'growth', people: 6 }, { id: 'core', people: 9 }] };
 * const { changes } = scenario(plan, (draft) => {
 *   draft.teams[1]!.people = 8;
 * });
 * changes; //=> [{ kind: 'changed', path: ['teams', 1, 'people'], before: 9, after: 8 }]
 */
export function scenario<Stored>(base: Defined<Stored>, edit: (draft: Draft<Stored>) => void): Scenario<Stored>;
export function scenario<Stored extends object>(base: Stored, edit: (draft: Draft<Stored>) => void): Scenario<Stored>;
export function scenario<Stored>(
  base: Defined<Stored> | Stored,
  edit: (draft: Draft<Stored>) => unknown,
): Scenario<Stored> {
  const stored = storedOf(base);
  // An instance of its own: what a host has set on immer's shared one does not matter here.
  const value = new Immer({ autoFreeze: true }).produce(stored, (draft) => {
    refuseResult(edit(draft as Draft<Stored>));
  });
  const changes = changesBetween(stored as Json, value as Json);
  refuseOddities(changes);
  return Object.freeze({ value, changes: Object.freeze(changes) });
}

function storedOf<Stored>(base: Defined<Stored> | Stored): Stored {
  if (isDefinition(base)) return definitionOf(base) as Stored;
  // Copied, because freezing the result would freeze what it shares with the caller's own object.
  const copy = copyPlainJson(base);
  if (!copy.ok) throw definitionError(copy.diagnostics);
  return copy.value as Stored;
}

/** A number or text is what an arrow function without braces gives; an object means that the draft was not edited. */
function refuseResult(result: unknown): void {
  if (typeof result !== 'object' || result === null || isDraft(result)) return;
  if ('then' in result)
    throw keelsonError('foundation/scenario', 'a scenario is edited at once: edit may not be async');
  throw keelsonError(
    'foundation/scenario',
    'edit returned an object: change the draft instead, and put braces round it',
  );
}

function refuseOddities(changes: readonly ScenarioChange[]): void {
  const diagnostics: Diagnostic[] = [];
  for (const { path, after } of changes) {
    const copy = after === undefined ? undefined : copyPlainJson(after);
    if (copy?.ok === false) {
      for (const fault of copy.diagnostics) diagnostics.push(placedUnder(path, fault));
    }
  }
  if (diagnostics.length > 0) throw definitionError(diagnostics);
}

/** The fault of a part as one of the whole: its message begins with the place. */
function placedUnder(path: Path, fault: Diagnostic): Diagnostic {
  const whole = [...path, ...fault.path];
  const place = formatPath(fault.path);
  const { message } = fault;
  return {
    ...fault,
    path: whole,
    message: message.startsWith(place) ? formatPath(whole) + message.slice(place.length) : message,
  };
}
