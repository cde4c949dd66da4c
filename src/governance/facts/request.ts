import type { Diagnostic, ParseResult, Path } from '../../foundation/diagnostic.js';
import { describe, listSome } from '../../foundation/door/issue-words.js';
import { createFaultList, type Fault, type FaultList } from '../../foundation/fault-list.js';
import type { Json } from '../../foundation/json.js';
import { createNameIndex, type NameIndex } from '../../foundation/nearest-name.js';
import { formatPath } from '../../foundation/path.js';
import { copyInto, type DoorLimits, defaultDoorLimits } from '../../foundation/plain-json.js';
import { quote } from '../../foundation/shorten.js';
import type { CompiledFacts } from './compile.js';
import { type FactReader, type RequestValues, readValue, readValues } from './reading.js';
import { unseal } from './seal.js';
import type { Fact, FactSet, FactValues } from './types.js';
import { fromScale, isOrdered, toScale } from './values.js';

/** What the door of requests is told beside the input. */
export interface ParseRequestContext {
  /** How large an input may be; see `DoorLimits` for what holds unless said. */
  readonly limits?: Partial<DoorLimits>;
}

/**
 * Returns a request of outside data, frozen and ready for `evaluatePolicy`, or every fault that it has: a name that is no fact,
 * a value of the wrong type or beyond the limits of its fact, null, NaN, a day that does not exist, a value that is
 * not among the choices, a derived fact. A fact that is absent is no fault: it is unknown. Never throws for bad data.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ min: 0 }), risk: fact.oneOf(['low', 'high']) });
 * safeParseRequest(facts, { cost: 12 }).ok; //=> true
 * safeParseRequest(facts, { cots: 12, risk: 'hihg' }).diagnostics.map(({ hint }) => hint);
 * //=> ['did you mean cost?', 'did you mean "high"?']
 */
export function safeParseRequest<F>(
  facts: FactSet<F>,
  input: unknown,
  context: ParseRequestContext = {},
): ParseResult<FactValues<F>> {
  const read = readCarefully(unseal(facts), input, { ...defaultDoorLimits, ...context.limits });
  return read.ok ? { ok: true, value: read.request as FactValues<F>, diagnostics: [] } : read;
}

/** The values of a request by the place of their facts, or every fault. */
export type ReadRequest =
  | { readonly ok: true; readonly values: RequestValues }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads a request: at once where it is plain and has no fault, else as `safeParseRequest` does. */
export function readRequest(facts: CompiledFacts, request: unknown): ReadRequest {
  const values = isPlain(request) ? readValues(facts.readers, request) : undefined;
  return values === undefined ? readCarefully(facts, request, defaultDoorLimits) : { ok: true, values };
}

/** Whether a value's own keys are all that there is to it; others are copied first. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

type CarefullyRead =
  | { readonly ok: true; readonly values: RequestValues; readonly request: object }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

function readCarefully(facts: CompiledFacts, input: unknown, limits: DoorLimits): CarefullyRead {
  const faults = createFaultList('shape/too-many-faults', limits.faults);
  const request = copyInto(faults, input, limits);
  if (isRequest(request)) {
    const values = faults.count() === 0 ? readValues(facts.readers, request) : undefined;
    if (values !== undefined) return { ok: true, values, request };
    const refused = new Set(faults.diagnostics().map(({ path }) => path[0]));
    explain(facts, request, faults, refused);
  } else if (request !== undefined && faults.count() === 0) {
    const message = `a request must be an object, not ${describe(request)}`;
    faults.add([], { code: 'shape/wrong-type', message, hint: 'give the facts by name: { cost: 12 }' });
  }
  return { ok: false, diagnostics: faults.diagnostics() };
}

type PlainRequest = { readonly [key: string]: Json };

function isRequest(value: Json | undefined): value is PlainRequest {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds the faults of each value that has not been refused already. */
function explain(
  facts: CompiledFacts,
  request: PlainRequest,
  faults: FaultList,
  refused: ReadonlySet<string | number | undefined>,
): void {
  let names: NameIndex | undefined;
  for (const name of Object.keys(request)) {
    if (refused.has(name)) continue;
    const index = facts.indexOf.get(name);
    if (index === undefined) {
      faults.add([name], () => {
        names ??= createNameIndex(facts.indexOf.keys());
        return undeclared(name, names.nearest(name));
      });
      continue;
    }
    const reader = facts.readers[index]!;
    if (reader.derived) faults.add([name], () => derivedGiven(name));
    else if (readValue(reader, request[name]) === undefined) explainValue(faults, reader, request[name]!);
  }
}

function undeclared(name: string, nearest: string | undefined): Fault {
  return {
    code: 'governance/undeclared-fact',
    message: `${formatPath([name])} is no fact that the policy knows`,
    hint: nearest === undefined ? 'leave it out, or add it to the facts' : `did you mean ${nearest}?`,
  };
}

function derivedGiven(name: string): Fault {
  return {
    code: 'governance/derived-fact-given',
    message: `${name} is derived from other facts and cannot be given`,
    hint: 'leave it out, and give the facts that it follows from',
  };
}

function explainValue(faults: FaultList, reader: FactReader, value: Json): void {
  const { id, type } = reader;
  if (type === 'setOf' && Array.isArray(value)) explainElements(faults, reader, value);
  else if (type === 'oneOf' && typeof value === 'string') explainChoice(faults, [id], reader, value, nearestIn(reader));
  else if (isOrdered(type) && toScale(type, value) !== undefined) faults.add([id], () => beyond(reader, type, value));
  else faults.add([id], () => wrongType([id], reader, value));
}

function explainElements(faults: FaultList, reader: FactReader, elements: readonly Json[]): void {
  const nearest = nearestIn(reader);
  const seen = new Map<string, number>();
  for (const [at, element] of elements.entries()) {
    const path = [reader.id, at];
    if (typeof element !== 'string') {
      faults.add(path, () => ({
        code: 'governance/wrong-value',
        message: `${formatPath(path)} must be a text, not ${describe(element)}`,
        hint: 'a set is given as the list of its elements',
      }));
    } else if (!reader.choices.has(element)) {
      explainChoice(faults, path, reader, element, nearest);
    } else if (seen.has(element)) {
      faults.add(path, () => ({
        code: 'governance/repeated-element',
        message: `${formatPath(path)} repeats ${quote(element)}, which is element ${seen.get(element)} already`,
        hint: 'keep one of the two: a set has each element once',
      }));
    } else {
      seen.set(element, at);
    }
  }
}

/** The nearest of a fact's choices; their index is made when the first is asked for. */
function nearestIn({ choices }: FactReader): NameIndex['nearest'] {
  let index: NameIndex | undefined;
  return (text) => {
    index ??= createNameIndex(choices);
    return index.nearest(text);
  };
}

function explainChoice(
  faults: FaultList,
  path: Path,
  { choices }: FactReader,
  value: string,
  nearestTo: NameIndex['nearest'],
): void {
  faults.add(path, () => {
    const nearest = nearestTo(value);
    return {
      code: 'governance/not-a-choice',
      message: `${formatPath(path)} is ${quote(value)}, which is not among the values of the fact`,
      hint:
        nearest === undefined
          ? `its values are ${listSome(
              Array.from(choices, (choice) => quote(choice)),
              'and',
            )}`
          : `did you mean ${quote(nearest)}?`,
    };
  });
}

function beyond({ id, min, max }: FactReader, type: Parameters<typeof fromScale>[0], value: Json): Fault {
  const low = (toScale(type, value) ?? 0) < min;
  return {
    code: 'governance/value-out-of-range',
    message: `${id} is ${value}, ${low ? 'below its least' : 'above its largest'} value ${fromScale(type, low ? min : max)}`,
    hint: 'check the value, or change the limits of the fact',
  };
}

const wanted: Readonly<Record<Fact['type'], string>> = {
  number: 'a number',
  integer: 'a whole number, at most 2^53 - 1 either way',
  boolean: 'true or false',
  oneOf: 'a text',
  setOf: 'a list of texts',
  date: 'a day that exists, as YYYY-MM-DD',
  instant: 'a moment in UTC that exists, as YYYY-MM-DDThh:mm:ssZ',
  duration: 'a length of time such as "72h" or "1h30m", down to milliseconds',
  string: 'a text of at most 10,000 characters',
};

function wrongType(path: Path, { type }: FactReader, value: Json): Fault {
  const what = typeof value === 'string' && type === 'string' ? `one of ${value.length}` : describe(value);
  return {
    code: 'governance/wrong-value',
    message: `${formatPath(path)} must be ${wanted[type]}, not ${what}`,
    hint: value === null ? 'leave the fact out where it is not known' : `write ${examples[type]}`,
  };
}

const examples: Readonly<Record<Fact['type'], string>> = {
  number: 'it as a number of JSON: 12.5',
  integer: 'it as a whole number: 12',
  boolean: 'true or false, without quotes',
  oneOf: 'one of its values in quotes',
  setOf: 'its elements as a list: ["EU", "US"]',
  date: 'it as in "2026-11-30"',
  instant: 'it as in "2026-11-30T08:30:00Z"',
  duration: 'it as in "72h"',
  string: 'it as a shorter text in quotes',
};
