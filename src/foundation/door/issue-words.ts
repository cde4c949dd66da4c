import type * as z from 'zod';
import type { Json } from '../json.js';
import { quote } from '../shorten.js';

/** What a literal or an enum may be. */
export type Scalar = z.core.util.Primitive;

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
  never: 'absent',
  nonoptional: 'a value',
};

/** The value in a message: `the text "abc"`, `the number 5`, `a list`. */
export function describe(value: Json | undefined): string {
  if (typeof value === 'string') return `the text ${quote(value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** What a schema wants where it found another kind of value or none: `a text`, `one of "up", "down"`; else undefined. */
export function expectation(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return formatAllowed(issue.values);
  if (issue.code !== 'invalid_union') return undefined;
  if (issue.errors.length === 0) return tags(issue).length > 0 ? formatAllowed(tags(issue)) : undefined;
  const wanted = issue.errors.flatMap((option) => option.slice(0, 1).map(expectation));
  const known = wanted.filter((text) => text !== undefined);
  return known.length > 0 ? [...new Set(known)].join(' or ') : undefined;
}

/** The values that an enum, a literal or a union of them takes. */
export function allowedValues(issue: z.core.$ZodIssue): readonly Scalar[] {
  if (issue.code === 'invalid_value') return issue.values;
  if (issue.code !== 'invalid_union') return [];
  if (issue.errors.length === 0) return tags(issue);
  return issue.errors.flatMap(([first]) => (first?.code === 'invalid_value' ? first.values : []));
}

/** `a, b and 3 more`: at most a dozen in words. */
export function listSome(items: readonly string[], last: 'and' | 'or'): string {
  const shown = items.length > 12 ? [...items.slice(0, 11), `${items.length - 11} more`] : items;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`;
}

function formatAllowed(values: readonly Scalar[]): string {
  return listSome(
    values.map((value) => (typeof value === 'string' ? quote(value) : String(value))),
    'or',
  );
}

/** The tags of a discriminated union that the value has none of; before zod 4.3 they are not told. */
function tags(issue: z.core.$ZodIssueInvalidUnion): readonly Scalar[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
}
