import { usedBy } from './result.js';
import { NONE, type SelectionTables } from './tables.js';

/** Leaves what is worth nothing and is there for nothing: neither mandatory, nor required, nor to be used at least. */
export function withoutIdle(tables: SelectionTables, taken: Int32Array): Int32Array {
  const { candidates, firstEntry, row, amount, limit, value, mandatory, requires } = tables;
  const kept = taken.slice();
  const used = usedBy(tables, taken);
  const isIdle = (c: number): boolean => {
    const option = kept[c]!;
    if (option === NONE || value[option]! > 0 || mandatory[c] === 1) return false;
    for (let e = firstEntry[option]!; e < firstEntry[option + 1]!; e++) {
      if (used[row[e]!]! - amount[e]! > limit[row[e]!]!) return false;
    }
    return true;
  };
  // Who leaves may have been the last to require another one.
  const open = Array.from({ length: candidates }, (_, c) => c);
  for (let c = open.pop(); c !== undefined; c = open.pop()) {
    if (!isIdle(c)) continue;
    const option = kept[c]!;
    for (let e = firstEntry[option]!; e < firstEntry[option + 1]!; e++) used[row[e]!]! -= amount[e]!;
    kept[c] = NONE;
    for (const required of requires[c]!) open.push(required);
  }
  return kept;
}
