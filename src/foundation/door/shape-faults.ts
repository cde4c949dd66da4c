import type * as z from 'zod';
import type { Path } from '../diagnostic.js';
import type { Fault, FaultList } from '../fault-list.js';
import type { Json } from '../json.js';
import { externalIdFault, externalIdPattern, nameFault, namePattern } from '../names.js';
import { nearestName } from '../nearest-name.js';
import { formatPath, valueAt } from '../path.js';
import { quote, shorten } from '../shorten.js';
import { allowedValues, describe, expectation, listSome, type Scalar } from './issue-words.js';
import { keysAt } from './schema-keys.js';
import { settleUnions } from './union-issues.js';

type Issue = z.core.$ZodIssue;

export interface ShapeFaultContext {
  readonly schema: z.core.$ZodType;
  readonly value: Json;
  readonly faults: FaultList;
  /** Paths, as JSON, of which something has been said already. */
  readonly refusedAt: ReadonlySet<string>;
}

/** Gives a function that adds what an issue of zod's means, in plain words, to the list of faults. */
export function reportIssue({ schema, value, faults, refusedAt }: ShapeFaultContext): (issue: Issue) => void {
  const reported = new Set<string>();

  const addOnce = (path: Path, issue: Issue, fault: () => Fault): void => {
    if (!faults.isFull()) {
      const place = JSON.stringify(path);
      const key = JSON.stringify([place, issue.code, issue.message]);
      if (refusedAt.has(place) || reported.has(key)) return;
      reported.add(key);
    }
    faults.add(path, fault);
  };

  return (outer) => {
    for (const placed of settleUnions(outer)) {
      const path = placed.path.map((step) => (typeof step === 'number' ? step : String(step)));
      const { issue } = placed;
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) addOnce([...path, key], issue, () => unknownKey(path, key, keysAt(schema, path)));
      } else {
        addOnce(path, issue, () => describeFault(issue, path, valueAt(value, path) as Json | undefined));
      }
    }
  };
}

/**
 * Where a key is missing because it stands there misspelt: the unknown key says it all. Looked for up to as many unknown
 * keys as can be listed.
 */
export function misspeltKeys(
  issues: readonly Issue[],
  schema: z.core.$ZodType,
  value: Json,
  most: number,
): readonly string[] {
  const missing: string[] = [];
  let left = most;
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const place = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    const known = keysAt(schema, place);
    for (const key of issue.keys.slice(0, left)) {
      const meant = nearestName(key, known);
      if (meant !== undefined && valueAt(value, [...place, meant]) === undefined) {
        missing.push(JSON.stringify([...place, meant]));
      }
    }
    left -= issue.keys.length;
    if (left <= 0) break;
  }
  return missing;
}

function unknownKey(path: Path, key: string, known: readonly string[]): Fault {
  const nearest = nearestName(key, known);
  return {
    code: 'shape/unknown-key',
    message: `${formatPath([...path, key])} is not a key that is known here`,
    ...(nearest !== undefined && { hint: `did you mean ${quote(nearest)}?` }),
    ...(nearest === undefined &&
      known.length > 0 && { hint: `the keys known here are ${listSome(known.map(quote), 'and')}` }),
  };
}

function describeFault(issue: Issue, path: Path, value: Json | undefined): Fault {
  const place = formatPath(path);
  const expected = expectation(issue);
  if (value === undefined && expected !== undefined) {
    return { code: 'shape/missing-key', message: `${place} is missing`, hint: `expected ${expected}` };
  }
  // A schema's own text is the end of a sentence that begins with the place.
  const own = issue.message === '' ? undefined : `${place} ${issue.message}`;
  const wrong = (code: string, end: string): Fault => ({ code, message: own ?? `${place} ${end}` });
  switch (issue.code) {
    case 'invalid_type':
      return wrong('shape/wrong-type', `must be ${expected}, not ${describe(value)}`);
    case 'invalid_value':
    case 'invalid_union':
      return withNearest(wrongValue(issue, value, expected, wrong), value, allowedValues(issue));
    case 'too_small':
    case 'too_big':
      return wrong(
        boundCode(issue),
        `must ${bound(issue)}, ${issue.origin in units ? `has ${size(value)}` : `not ${describe(value)}`}`,
      );
    case 'not_multiple_of':
      return wrong('shape/out-of-range', `must be a multiple of ${issue.divisor}, not ${describe(value)}`);
    case 'invalid_format':
      return (
        nameIssue(issue, place, value) ?? wrong('shape/invalid-format', `${formatRule(issue)}, not ${describe(value)}`)
      );
    case 'invalid_key':
      return keyFault(issue, path, wrong);
    case 'custom':
      return { ...wrong('shape/invalid-value', 'is not valid'), ...params(issue) };
    default:
      return wrong('shape/invalid-value', 'is not valid');
  }
}

type Wrong = (code: string, end: string) => Fault;

function wrongValue(issue: Issue, value: Json | undefined, expected: string | undefined, wrong: Wrong): Fault {
  const allowed = allowedValues(issue);
  if (expected === undefined)
    return wrong('shape/invalid-value', 'fits no shape, or more than one, of those it may have');
  const isKindRight = issue.code === 'invalid_value' || allowed.some((other) => typeof other === typeof value);
  return wrong(isKindRight ? 'shape/invalid-value' : 'shape/wrong-type', `must be ${expected}, not ${describe(value)}`);
}

function withNearest(fault: Fault, value: Json | undefined, allowed: readonly Scalar[]): Fault {
  if (typeof value !== 'string') return fault;
  const nearest = nearestName(
    value,
    allowed.filter((other) => typeof other === 'string'),
  );
  return nearest === undefined ? fault : { ...fault, hint: `did you mean ${quote(nearest)}?` };
}

type BoundIssue = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig;

/** What a bound counts; a number has no units, it is compared itself. */
const units: Readonly<Record<string, readonly [one: string, many: string, small: string, big: string]>> = {
  string: ['character', 'characters', 'shape/text-too-short', 'shape/text-too-long'],
  array: ['item', 'items', 'shape/too-few', 'shape/too-many'],
  object: ['key', 'keys', 'shape/too-few', 'shape/too-many'],
};

function boundCode({ code, origin }: BoundIssue): string {
  const unit = units[origin];
  if (unit === undefined) return 'shape/out-of-range';
  return code === 'too_small' ? unit[2] : unit[3];
}

function bound(issue: BoundIssue): string {
  const unit = units[issue.origin];
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  if (unit === undefined) return `be ${relation(issue)} ${limit}`;
  return `have ${relation(issue)} ${limit} ${Number(limit) === 1 ? unit[0] : unit[1]}`;
}

function relation({ code, exact, inclusive }: BoundIssue): string {
  if (exact) return 'exactly';
  if (code === 'too_small') return inclusive ? 'at least' : 'more than';
  return inclusive ? 'at most' : 'less than';
}

function size(value: Json | undefined): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return Object.keys(value ?? {}).length;
}

function nameIssue(
  { pattern }: z.core.$ZodIssueInvalidStringFormat,
  place: string,
  value: Json | undefined,
): Fault | undefined {
  if (typeof value !== 'string') return undefined;
  const isName = pattern === String(namePattern);
  if (!isName && pattern !== String(externalIdPattern)) return undefined;
  const fault = (isName ? nameFault(value) : externalIdFault(value)) ?? 'is not a name';
  return { code: 'shape/invalid-name', message: `${place} ${fault}`, hint: isName ? nameRule : externalIdRule };
}

const nameRule = 'a name is a letter or _, then letters, digits and _; at most 128; no reserved word';
const externalIdRule = 'an id is 1 to 256 characters, none of them a control character';

function formatRule({ format, pattern }: z.core.$ZodIssueInvalidStringFormat): string {
  return format === 'regex'
    ? `must match ${shorten(pattern ?? 'a pattern')}`
    : `must be a text in the form "${format}"`;
}

function keyFault(issue: z.core.$ZodIssueInvalidKey, path: Path, wrong: Wrong): Fault {
  const [inner] = issue.issues;
  const key = path.at(-1);
  const place = formatPath(path.slice(0, -1));
  if (inner?.code === 'invalid_format' && typeof key === 'string') {
    const named = nameIssue(inner, `a key of ${place}`, key);
    if (named) return named;
  }
  const end = inner?.message || 'is not a key that is allowed there';
  return wrong('shape/invalid-name', end);
}

/** What a refinement says of its own fault, where it says it in the agreed form. */
function params({ params }: z.core.$ZodIssueCustom): Partial<Pick<Fault, 'code' | 'hint'>> {
  const { code, hint }: { code?: unknown; hint?: unknown } = params ?? {};
  return { ...(typeof code === 'string' && { code }), ...(typeof hint === 'string' && { hint }) };
}
