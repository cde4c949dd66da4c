import type { Diagnostic, Path } from '../../foundation/diagnostic.js';
import { createFaultList, type FaultList } from '../../foundation/fault-list.js';
import { isExternalId, type Name } from '../../foundation/names.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { quote } from '../../foundation/shorten.js';
import type { Size } from '../types.js';
import type { CompiledScorer } from './compile.js';
import { findDivisionByZero } from './denominator.js';
import { type ReadInitiative, type Reading, readDemand, readEstimate } from './estimate.js';
import { rangeFault } from './range.js';
import type { ScorableInitiative, UnscoredInitiative } from './types.js';

/** What was found of a list, and why the rest has no score. */
export interface ReadList {
  readonly read: ReadInitiative[];
  /** With their places, so that others can be put between them. */
  readonly unscored: (UnscoredInitiative & { readonly place: number })[];
  readonly faults: FaultList;
  readonly warnings: FaultList;
}

const mostFaults = 1_000;

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

function findUnreadable(initiatives: unknown): readonly Diagnostic[] {
  const faults = createFaultList('shape/too-many-faults', mostFaults);
  const code = 'capacity/unreadable-initiative';
  if (!Array.isArray(initiatives)) {
    faults.add([], { code, message: 'the initiatives are no list', hint: 'pass a list of { id, inputs }' });
    return faults.diagnostics();
  }
  const placeOf = new Map<string, number>();
  for (const [place, initiative] of initiatives.entries()) {
    const id: unknown = (initiative as { readonly id?: unknown } | null | undefined)?.id;
    if (typeof id !== 'string' || !isExternalId(id)) {
      const what = typeof id === 'string' ? `an id that is none, ${quote(id)}` : 'no id';
      const hint = 'an id is a text of 1 to 256 characters without control characters';
      faults.add([place, 'id'], { code, message: `the initiative at place ${place} has ${what}`, hint });
      continue;
    }
    const first = placeOf.get(id);
    if (first === undefined) placeOf.set(id, place);
    else {
      faults.add([place, 'id'], () => ({
        code: 'capacity/scored-twice',
        message: `${quote(id)} stands in the list twice, at places ${first} and ${place}`,
        hint: 'leave one out: a rank is of one initiative',
        related: [{ path: [first, 'id'], message: 'the first of this id' }],
      }));
    }
  }
  return faults.diagnostics();
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
    const { input } = term;
    const found = find(initiative, input, place);
    if (found === undefined) {
      missing.push(input);
      addMissing(initiative, input, place, scorer, list.warnings);
      continue;
    }
    const read = found.isDemand ? readDemand(found.value, sizes) : readEstimate(found.value);
    if ('fault' in read) {
      invalid.push(input);
      const message = `${input} of ${quote(id)} ${read.fault}`;
      const hint = 'give a number, or an interval of low, likely and high';
      list.faults.add(found.path, () => ({ code: 'capacity/invalid-estimate', message, hint }));
      continue;
    }
    const { reading } = read;
    const wanted = rangeFault(reading, term);
    if (wanted === undefined) {
      readings.push(reading);
      continue;
    }
    invalid.push(input);
    list.faults.add(found.path, () => ({
      code: 'capacity/input-out-of-range',
      message: `${input} of ${quote(id)} is ${valueWords(reading)}, and has to be ${wanted}`,
      hint: `mend it, or use a scorer whose range of ${input} is another`,
    }));
  }
  if (missing.length === 0 && invalid.length === 0) {
    const read = { id, place, readings };
    invalid.push(...findDivisionByZero(read, scorer, list.faults));
    if (invalid.length === 0) list.read.push(read);
  }
  if (missing.length > 0 || invalid.length > 0) list.unscored.push({ id, place, missing, invalid });
}

interface Found {
  readonly value: unknown;
  readonly path: Path;
  readonly isDemand: boolean;
}

/** Where an initiative has an input; undefined where it has none. */
function find(
  { inputs, value, demand, costOfDelay }: ScorableInitiative,
  input: Name,
  place: number,
): Found | undefined {
  const own = ownOf(inputs, input);
  if (own !== undefined) return { value: own, path: [place, 'inputs', input], isDemand: false };
  switch (input) {
    case 'value':
      return value === undefined ? undefined : { value, path: [place, 'value'], isDemand: false };
    case 'costOfDelay': {
      const perWeek = ownOf(costOfDelay, 'perWeek');
      return perWeek === undefined
        ? undefined
        : { value: perWeek, path: [place, 'costOfDelay', 'perWeek'], isDemand: false };
    }
    case 'demand':
      return demand === undefined ? undefined : { value: demand, path: [place, 'demand'], isDemand: true };
    default:
      return undefined;
  }
}

function ownOf(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined;
  return (holder as Readonly<Record<string, unknown>>)[key];
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

function valueWords({ low, high }: Reading): string {
  return low === high ? `${low}` : `${low} to ${high}`;
}
