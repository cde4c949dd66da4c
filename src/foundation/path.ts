import type { Path } from './diagnostic.js';
import { shorten } from './shorten.js';

/** A key that needs no quotes in a path. */
export const plainKey: RegExp = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/**
 * Gives a path as people write it: `metrics[3].unit`, `facts["odd key"].type`, and `(root)` for the empty path.
 * Long keys are shortened and control characters escaped, so the text is for reading, not for parsing.
 *
 * @example
 * formatPath(['metrics', 3, 'unit']); //=> 'metrics[3].unit'
 * formatPath([]); //=> '(root)'
 */
export function formatPath(path: Path): string {
  if (path.length === 0) return '(root)';
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (plainKey.test(step)) text += text === '' ? shorten(step) : `.${shorten(step)}`;
    else text += `["${shorten(step).replaceAll('"', '\\"')}"]`;
  }
  return text;
}

/** Returns what stands at a path below a value; undefined where there is nothing. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(memberOf, value);
}

/** Returns an own member of a list or object; undefined for any other value. */
export function memberOf(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<string | number, unknown>>)[step];
}
