import { quote } from './shorten.js';

/**
 * A name that may stand in an expression: a metric, a fact, a role. A letter or `_`, then letters, digits and `_`; at
 * most 128 characters; not one of the `reservedWords`.
 */
export type Name = string;

/**
 * The host's own text for something of the host's (a person, an item, a command): an e-mail address, a UUID, an account
 * number. 1 to 256 UTF-16 units, no control characters, no lone surrogates.
 */
export type ExternalId = string;

/** Words that no `Name` may be: functions and keywords of expressions, CEL's reserved words, members of every object. */
export const reservedWords: readonly string[] = /* @__PURE__ */ Object.freeze([
  ...['true', 'false', 'null', 'in'],
  ...['min', 'max', 'abs', 'sqrt', 'pow', 'coalesce', 'ratio', 'lag', 'timestamp', 'duration', 'date'],
  ...['startsWith', 'endsWith', 'contains'],
  ...['as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package'],
  ...['namespace', 'return', 'var', 'void', 'while'],
  ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', 'toLocaleString'],
  ...['isPrototypeOf', 'propertyIsEnumerable'],
  ...['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__'],
]);

/** The whole rule for a `Name` as one pattern, fit for a JSON Schema. */
export const namePattern: RegExp = /* @__PURE__ */ new RegExp(
  `^(?!(?:${/* @__PURE__ */ reservedWords.join('|')})$)[A-Za-z_][A-Za-z0-9_]{0,127}$`,
);

/** The rule for an `ExternalId` as a pattern; that the text is well-formed is for the door to see. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: excluding control characters is what it is for
export const externalIdPattern: RegExp = /^[^\u0000-\u001f\u007f-\u009f]{1,256}$/;

/**
 * Says whether a text may be a `Name`.
 *
 * @example
 * isName('order_value'); //=> true
 * isName('order-value'); //=> false
 * isName('max'); //=> false
 */
export function isName(text: string): boolean {
  return namePattern.test(text);
}

/**
 * Says whether a text may be an `ExternalId`.
 *
 * @example
 * isExternalId('ada@example.com'); //=> true
 * isExternalId(''); //=> false
 */
export function isExternalId(text: string): boolean {
  return externalIdPattern.test(text) && isWellFormed(text);
}

/** Why a text may not be a `Name`, as the end of a sentence ("... is a reserved word"); absent where it may. */
export function nameFault(text: string): string | undefined {
  if (isName(text)) return undefined;
  if (text === '') return 'is empty';
  if (text.length > 128) return `has ${text.length} characters; a name has at most 128`;
  if (/^[0-9]/.test(text)) return `starts with a digit: ${quote(text)}`;
  const odd = /[^A-Za-z0-9_]/u.exec(text);
  if (odd) return `has a character that no name has, ${quote(odd[0])}: ${quote(text)}`;
  return `is a reserved word: ${quote(text)}`;
}

/** Why a text may not be an `ExternalId`, as the end of a sentence; absent where it may. */
export function externalIdFault(text: string): string | undefined {
  if (isExternalId(text)) return undefined;
  if (text === '') return 'is empty';
  if (text.length > 256) return `has ${text.length} characters; an id has at most 256`;
  if (!isWellFormed(text)) return `has half of a surrogate pair: ${quote(text)}`;
  return `has a control character: ${quote(text)}`;
}

/** Says whether a text has no lone surrogates, so that it can be written as UTF-8. */
export function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text);
}
