import type { Diagnostic } from './diagnostic.js';
import { formatPath } from './path.js';

// Both module formats may be loaded at once, so the brand is a registered symbol and not a class identity.
const brand: unique symbol = Symbol.for('keelson.error') as never;

/** The one kind of exception keelson throws: a definition that is wrong, or a programmer's error. */
export interface KeelsonError extends Error {
  readonly code: string;
  /** Every fault found; empty for a programmer's error. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A `KeelsonError` whose code is `foundation/definition`: what a `defineX` or `parseX` throws. */
export interface DefinitionError extends KeelsonError {
  readonly code: 'foundation/definition';
}

/**
 * Says whether a caught value is an exception of keelson's, whichever module format threw it.
 *
 * @example
 * isKeelsonError(new Error('other')); //=> false
 */
export function isKeelsonError(value: unknown): value is KeelsonError {
  return typeof value === 'object' && value !== null && brand in value;
}

/**
 * Says whether a caught value is what a `defineX` or `parseX` throws; its `diagnostics` name every fault.
 *
 * @example
 * let codes: string[] = [];
 * try {
 *   defineCalendar({ zone: 'Berlin', weekend: [] });
 * } catch (error) {
 *   if (isDefinitionError(error)) codes = error.diagnostics.map(({ code }) => code);
 * }
 * codes; //=> ['calendar/unknown-zone']
 */
export function isDefinitionError(value: unknown): value is DefinitionError {
  return isKeelsonError(value) && value.code === 'foundation/definition';
}

/** Makes the exception for a programmer's error, such as an option that no call accepts. */
export function keelsonError(code: string, message: string, diagnostics: readonly Diagnostic[] = []): KeelsonError {
  const error = new Error(message);
  error.name = 'KeelsonError';
  return Object.assign(error, { code, diagnostics, [brand]: true as const });
}

const mostInMessage = 5;

/** Makes the exception that a `defineX` or `parseX` throws; its message lists the first few of the diagnostics. */
export function definitionError(diagnostics: readonly Diagnostic[]): DefinitionError {
  const lines = diagnostics.slice(0, mostInMessage).map(formatLine);
  const rest = diagnostics.length - lines.length;
  if (rest > 0) lines.push(`and ${rest} more`);
  const count = diagnostics.length === 1 ? '1 fault' : `${diagnostics.length} faults`;
  const message = [`${count} in the definition`, ...lines].join('\n  ');
  return keelsonError('foundation/definition', message, diagnostics) as DefinitionError;
}

function formatLine({ path, message, hint }: Diagnostic): string {
  const place = formatPath(path);
  const named = message.startsWith(place) ? message : `${place}: ${message}`;
  return hint === undefined ? named : `${named} (${hint})`;
}
