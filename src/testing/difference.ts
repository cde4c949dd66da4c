import type { Path } from '../foundation/diagnostic.js';
import { formatPath, memberOf } from '../foundation/path.js';
import { shorten } from '../foundation/shorten.js';

/** Whether members that the expected value does not have count, at every depth: in a `whole` they do, in a `part` they do not. */
type Extent = 'whole' | 'part';

const mostLines = 10;

/**
 * Says where a value of JSON is not what was expected: a line for each of the first ten places, none where it is. A member that is
 * undefined is the same as none.
 */
export function differences(actual: unknown, expected: unknown, extent: Extent): readonly string[] {
  const lines: string[] = [];
  const open: { path: Path; actual: unknown; expected: unknown }[] = [{ path: [], actual, expected }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path } = next;
    const steps = stepsInto(next.actual, next.expected, extent);
    if (steps === undefined) {
      if (Object.is(next.actual, next.expected)) continue;
      lines.push(`${formatPath(path)}: expected ${worded(next.expected)}, was ${worded(next.actual)}`);
    } else {
      for (const step of steps.reverse()) {
        open.push({
          path: [...path, step],
          actual: memberOf(next.actual, step),
          expected: memberOf(next.expected, step),
        });
      }
    }
  }
  const rest = lines.length - mostLines;
  return rest > 0 ? [...lines.slice(0, mostLines), `and ${rest} more`] : lines;
}

/** The members to compare of two lists or two objects; undefined for anything else. */
function stepsInto(actual: unknown, expected: unknown, extent: Extent): (string | number)[] | undefined {
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return Array.from({ length: Math.max(actual.length, expected.length) }, (_, at) => at);
  }
  if (!isObject(actual) || !isObject(expected)) return undefined;
  const keys = Object.keys(expected);
  return extent === 'part' ? keys : [...new Set([...keys, ...Object.keys(actual)])];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function worded(value: unknown): string {
  return value === undefined ? 'nothing' : shorten(JSON.stringify(value) ?? String(value), 120);
}
