import type { Path } from './diagnostic.js';
import type { FaultList } from './fault-list.js';
import { formatPath } from './path.js';
import { quote } from './shorten.js';

/** How a repeated id is spoken of. */
export interface RepeatedIdWords {
  readonly code: string;
  /** What has the ids: `vote`. */
  readonly what: string;
  /** What they stand in; a list unless said. */
  readonly within?: 'list' | 'log';
  readonly hint: string;
  /** Where the id of each stands; `[index, 'id']` unless said. */
  readonly pathOf?: (index: number) => Path;
}

/** Lists every id that an earlier one of the list is already. */
export function findRepeatedIds(
  entries: Iterable<{ readonly id: string }>,
  words: RepeatedIdWords,
  faults: FaultList,
): void {
  const { code, what, within = 'list', hint, pathOf = (index) => [index, 'id'] } = words;
  const firstAt = new Map<string, number>();
  let index = -1;
  for (const { id } of entries) {
    index++;
    const first = firstAt.get(id);
    if (first === undefined) {
      firstAt.set(id, index);
      continue;
    }
    const path = pathOf(index);
    faults.add(path, () => ({
      code,
      message: `${formatPath(path)} repeats ${quote(id)}, which is ${what} ${first} of the ${within} already`,
      hint,
      related: [{ path: pathOf(first), message: `the first ${what} of this id` }],
    }));
  }
}
