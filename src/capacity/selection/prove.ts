import { exactBound } from './exact.js';
import { reducedValues } from './relax.js';
import type { Found } from './search.js';
import { NONE, type SelectionTables } from './tables.js';

/** What looking through all choices came to. */
export interface Attempt {
  /** Whether everything was looked at: then nothing is worth more than the target, but for what was found. */
  readonly complete: boolean;
  readonly nodes: number;
  /** A choice that is worth more than the target, the best that was met. */
  readonly found?: Found;
}

/**
 * Looks through all choices for one that is worth more than the target, depth first, candidate by candidate. By the
 * multipliers each option that is not the best for its candidate costs something of the bound; where too much is lost, or a
 * row cannot be kept any more, the rest of the branch is left out. A choice that is found raises the target.
 */
export function lookThrough(
  tables: SelectionTables,
  multipliers: ArrayLike<number>,
  target: number,
  mostNodes: number,
): Attempt {
  const whole = exactBound(tables, multipliers);
  if (whole <= BigInt(target)) return { complete: true, nodes: 1 };
  const { candidates, firstEntry, row, amount, limit, value } = tables;
  const reduced = reducedValues(tables, multipliers);
  const branches = branchesOf(tables, reduced);
  const least = leastUses(tables, branches);
  const left = Float64Array.from(limit);
  const taken = new Int32Array(candidates).fill(NONE);
  // One more than the whole bound is above the bound; the slack covers what doubles lose in adding up.
  let room = Number(whole) + 1 + slackOf(tables, multipliers) - (target + 1);
  let found: Found | undefined;
  let worth = 0;
  let lost = 0;
  let nodes = 1;

  const put = (option: number, sign: 1 | -1): void => {
    worth += sign * value[option]!;
    for (let e = firstEntry[option]!; e < firstEntry[option + 1]!; e++) left[row[e]!]! -= sign * amount[e]!;
  };

  // The branch that is tried at each depth; one before the first means that none was tried yet.
  const tried = new Int32Array(candidates + 1).fill(-1);
  let depth = 0;
  while (depth >= 0) {
    if (depth === candidates) {
      if (worth > (found?.value ?? target)) {
        room -= worth - (found?.value ?? target);
        found = { taken: taken.slice(), value: worth };
      }
      depth--;
      continue;
    }
    const { candidate, options, losses } = branches[depth]!;
    const before = tried[depth]!;
    if (before >= 0) {
      lost -= losses[before]!;
      if (options[before] !== NONE) put(options[before]!, -1);
      taken[candidate] = NONE;
    }
    const next = before + 1;
    if (next === options.length || lost + losses[next]! > room) {
      tried[depth] = -1;
      depth--;
      continue;
    }
    if (nodes === mostNodes) return { complete: false, nodes, ...(found !== undefined && { found }) };
    nodes++;
    tried[depth] = next;
    lost += losses[next]!;
    taken[candidate] = options[next]!;
    if (options[next] !== NONE) put(options[next]!, 1);
    if (canBeKept(left, least[depth]!)) depth++;
  }
  return { complete: true, nodes, ...(found !== undefined && { found }) };
}

/** What can be done with a candidate, the cheapest first, and what each way loses of the bound. */
interface Branches {
  readonly candidate: number;
  readonly options: readonly number[];
  readonly losses: readonly number[];
}

/** Candidates of which the second best way loses most come first: there a branch is soon cut. */
function branchesOf({ candidates, firstOption, mandatory }: SelectionTables, reduced: Float64Array): Branches[] {
  const worthOf = (option: number): number => (option === NONE ? 0 : reduced[option]!);
  const all = Array.from({ length: candidates }, (_, candidate): Branches => {
    const options = mandatory[candidate] === 1 ? [] : [NONE];
    for (let k = firstOption[candidate]!; k < firstOption[candidate + 1]!; k++) options.push(k);
    options.sort((a, b) => worthOf(b) - worthOf(a));
    return { candidate, options, losses: options.map((option) => worthOf(options[0]!) - worthOf(option)) };
  });
  const second = ({ losses }: Branches): number => losses[1] ?? Number.POSITIVE_INFINITY;
  return all.sort((a, b) => (second(a) === second(b) ? 0 : second(b) - second(a)));
}

/** What those after a depth put on each row at least: below 0 where they can help. */
function leastUses({ rows, firstEntry, row, amount }: SelectionTables, branches: readonly Branches[]): Float64Array[] {
  const least: Float64Array[] = [];
  let after = new Float64Array(rows);
  for (let depth = branches.length - 1; depth >= 0; depth--) {
    least[depth] = after;
    const { options } = branches[depth]!;
    const lowest = new Map<number, { amount: number; times: number }>();
    for (const option of options) {
      if (option === NONE) continue;
      for (let e = firstEntry[option]!; e < firstEntry[option + 1]!; e++) {
        const known = lowest.get(row[e]!);
        if (known === undefined) lowest.set(row[e]!, { amount: amount[e]!, times: 1 });
        else {
          known.amount = Math.min(known.amount, amount[e]!);
          known.times++;
        }
      }
    }
    after = after.slice();
    // A row that one of the ways leaves alone gets nothing from that one.
    for (const [r, { amount: much, times }] of lowest) {
      after[r]! += times < options.length ? Math.min(0, much) : much;
    }
  }
  return least;
}

function canBeKept(left: Float64Array, least: Float64Array): boolean {
  for (let r = 0; r < left.length; r++) if (left[r]! < least[r]!) return false;
  return true;
}

/** More than adding up in doubles can lose: each operation is off by a part in 2^53 of what was added, at most. */
function slackOf(tables: SelectionTables, multipliers: ArrayLike<number>): number {
  const { candidates, firstOption, firstEntry, row, amount, value } = tables;
  let size = 0;
  let longest = 0;
  for (let c = 0; c < candidates; c++) {
    let most = 0;
    for (let k = firstOption[c]!; k < firstOption[c + 1]!; k++) {
      let sum = value[k]!;
      for (let e = firstEntry[k]!; e < firstEntry[k + 1]!; e++) sum += multipliers[row[e]!]! * Math.abs(amount[e]!);
      most = Math.max(most, sum);
      longest = Math.max(longest, firstEntry[k + 1]! - firstEntry[k]!);
    }
    size += most;
  }
  return size * (longest + 2 * candidates + 8) * 2 ** -52;
}
