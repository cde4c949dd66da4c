import { definitionError } from './error.js';

/** Gives a literal back; throws a `DefinitionError` for what is no object, which code without types may pass. */
export function literalOf<T>(literal: T): T {
  if (typeof literal === 'object' && literal !== null) return literal;
  const message = `(root) must be an object, not ${literal === null || literal === undefined ? String(literal) : `the ${typeof literal} ${String(literal)}`}`;
  throw definitionError([{ code: 'shape/wrong-type', severity: 'error', message, path: [] }]);
}
