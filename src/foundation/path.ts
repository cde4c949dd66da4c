import type { Path } from './diagnostic.js';
import { shorten } from './shorten.js';

const plainKey = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

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
