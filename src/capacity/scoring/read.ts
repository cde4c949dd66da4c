import type { Diagnostic } from '../../foundation/diagnostic.js';
import { createFaultList, type FaultList } from '../../foundation/fault-list.js';
import type { Name } from '../../foundation/names.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { quote } from '../../foundation/shorten.js';
import type { Size } from '../types.js';
import type { CompiledScorer } from './compile.js';
import { findDivisionByZero } from './denominator.js';
import type { ReadInitiative, Reading } from './estimate.js';
import { findInput, readInput } from './input.js';
import type { ScorableInitiative, UnscoredInitiative } from './types.js';
import { findUnreadable, mostFaults } from './unreadable.js';

/** What was found of a list, and why the rest has no score. */
export interface ReadList {
  readonly read: ReadInitiative[];
  /** With their places, so that others can be put between them. */
  readonly unscored: (UnscoredInitiative & { readonly place: number })[];
  readonly faults: FaultList;
  readonly warnings: FaultList;
}

/** Reads what a scorer needs of each initiative, or lists what keeps the list from being read. */
export function readList(
  initiatives: readonly ScorableInitiative[],
  scorer: CompiledScorer,
  sizes: readonly Size[] = [],
):
  | { readonly ok: true; readonly list: ReadList }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] } {
  const unreadable = findUnreadable(initiatives);
  if (unreadable.length > 0) return { ok: false, diagnostics: unreadable };
  const list: ReadList = {
    read: [],
    unscored: [],
    faults: createFaultList('shape/too-many-faults', mostFaults),
    warnings: createFaultList('shape/too-many-faults', mostFaults),
  };
  const sizeOf = new Map(sizes.map((size) => [size?.id, size]));
  for (const [place, initiative] of initiatives.entries()) readOne(initiative, place, scorer, sizeOf, list);
  return { ok: true, list };
}

/** Everything that was said of the list: faults first, then what is missing. */
export function diagnosticsOf({ faults, warnings }: ReadList): readonly Diagnostic[] {
  const missing = warnings.diagnostics().map((each): Diagnostic => ({ ...each, severity: 'warning' }));
  return [...faults.diagnostics(), ...missing];
}

/** Those without a score, in the order of the list given. */
export function unscoredOf({ unscored }: ReadList): readonly UnscoredInitiative[] {
  return [...unscored].sort((a, b) => a.place - b.place).map(({ id, missing, invalid }) => ({ id, missing, invalid }));
}

function readOne(
  initiative: ScorableInitiative,
  place: number,
  scorer: CompiledScorer,
  sizes: ReadonlyMap<string, Size>,
  list: ReadList,
): void {
  const { id } = initiative;
  const readings: Reading[] = [];
  const missing: Name[] = [];
  const invalid: Name[] = [];
  for (const { term } of scorer.terms) {
    const found = findInput(initiative, term.input);
    if (found === undefined) {
      missing.push(term.input);
      addMissing(initiative, term.input, place, scorer, list.warnings);
      continue;
    }
    const read = readInput(found, term, sizes);
    if ('reading' in read) {
      readings.push(read.reading);
      continue;
    }
    const { code, end, hint } = read;
    invalid.push(term.input);
    list.faults.add([place, ...found.path], () => ({ code, message: `${term.input} of ${quote(id)} ${end}`, hint }));
  }
  if (missing.length === 0 && invalid.length === 0) {
    const read = { id, place, readings };
    invalid.push(...findDivisionByZero(read, scorer, list.faults));
    if (invalid.length === 0) list.read.push(read);
  }
  if (missing.length > 0 || invalid.length > 0) list.unscored.push({ id, place, missing, invalid });
}

function addMissing(
  { id, inputs }: ScorableInitiative,
  input: Name,
  place: number,
  { terms, definition }: CompiledScorer,
  warnings: FaultList,
): void {
  warnings.add([place, 'inputs'], () => {
    const counted = new Set(terms.map(({ term }) => term.input));
    const others = typeof inputs === 'object' && inputs !== null ? Object.keys(inputs) : [];
    const near = nearestName(
      input,
      others.filter((name) => !counted.has(name)),
    );
    const hint = near === undefined ? `give inputs.${input}` : `is ${quote(near)} meant for it?`;
    const message = `${quote(id)} has no ${input}, and so no score by ${definition.id}`;
    return { code: 'capacity/missing-input', message, hint };
  });
}
