import type { Path } from '../../foundation/diagnostic.js';
import type { Name } from '../../foundation/names.js';
import type { Size } from '../types.js';
import { type Reading, readDemand, readEstimate } from './estimate.js';
import { rangeFault } from './range.js';
import type { ScorableInitiative, ScorerTerm } from './types.js';

/** What an initiative has for an input, and where. */
export interface FoundInput {
  readonly value: unknown;
  readonly path: Path;
  readonly isDemand: boolean;
}

/** Where an initiative has an input: among its inputs, or as one of three that it has itself. Undefined where it has none. */
export function findInput(initiative: ScorableInitiative, input: Name): FoundInput | undefined {
  const own = ownOf(initiative.inputs, input);
  if (own !== undefined) return { value: own, path: ['inputs', input], isDemand: false };
  const field = fieldOf(initiative, input);
  return field?.value === undefined ? undefined : field;
}

function fieldOf({ value, demand, costOfDelay }: ScorableInitiative, input: Name): FoundInput | undefined {
  switch (input) {
    case 'value':
      return { value, path: ['value'], isDemand: false };
    case 'demand':
      return { value: demand, path: ['demand'], isDemand: true };
    case 'costOfDelay':
      return { value: ownOf(costOfDelay, 'perWeek'), path: ['costOfDelay', 'perWeek'], isDemand: false };
    default:
      return undefined;
  }
}

/** What is said of an input that cannot be counted; `end` ends the sentence that begins with it. */
export interface InputFault {
  readonly code: string;
  readonly end: string;
  readonly hint: string;
}

/** Reads an input and holds it against the range of its term. */
export function readInput(
  { value, isDemand }: FoundInput,
  term: ScorerTerm,
  sizes: ReadonlyMap<string, Size>,
): { readonly reading: Reading } | InputFault {
  const read = isDemand ? readDemand(value, sizes) : readEstimate(value);
  if ('fault' in read) {
    const hint = 'give a number, or an interval of low, likely and high';
    return { code: 'capacity/invalid-estimate', end: read.fault, hint };
  }
  const wanted = rangeFault(read.reading, term);
  if (wanted === undefined) return read;
  return {
    code: 'capacity/input-out-of-range',
    end: `is ${valueWords(read.reading)}, and has to be ${wanted}`,
    hint: `mend it, or use a scorer whose range of ${term.input} is another`,
  };
}

function ownOf(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined;
  return (holder as Readonly<Record<string, unknown>>)[key];
}

function valueWords({ low, high }: Reading): string {
  return low === high ? `${low}` : `${low} to ${high}`;
}
