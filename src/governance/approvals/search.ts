import type { Seat } from './eligible.js';
import { type Attempt, attempt, type Supply } from './levels.js';
import { type Asking, match } from './matching.js';
import type { Choice, Group, LeafPart, Part } from './requirement.js';

/** What a search found: the way that lacks least, the first of those in the order of the requirement. */
export interface Found {
  readonly best: Attempt;
  /** False where ways were left untried: one that lacks less may be among them. */
  readonly complete: boolean;
}

/** What a search may look at. */
export interface SearchOptions {
  /** Only ways that lack nothing by this supply; `from` is the first of them. */
  readonly among?: { readonly supply: Supply; readonly from: readonly number[] };
  /** How much work a search takes on, once it has found a way: seats that are looked at. 500,000 unless said. */
  readonly work?: number;
}

const defaultWork = 500_000;

/** Choices still to be made, the next one first. */
interface Choices {
  readonly choice: Choice;
  readonly next: Choices | undefined;
}

/** A way as far as it is chosen. */
interface Chosen {
  readonly way: readonly number[];
  readonly choices: Choices | undefined;
}

/**
 * Finds the way to meet a requirement that lacks least. To give different people to the parts of several alternatives is as
 * hard as packing sets, so that it branches and bounds (Land and Doig 1960): what is open lacks at least what it would lack could
 * everybody of its alternatives be used at once. Where alternatives share few people it hardly branches; elsewhere the work
 * is limited.
 */
export function nearestWay(root: Part, seats: readonly Seat[], supply: Supply, options: SearchOptions = {}): Found {
  const { among, work: mostWork = defaultWork } = options;
  const bound = boundBy(seats, supply);
  const boundAmong = boundBy(seats, among?.supply ?? supply);
  const open: Chosen[] = [added({ way: [], choices: undefined }, root)];
  const leastOfAll = bound(open[0]!);
  let best = among && attempt(seats, among.from, supply);
  let work = 0;

  for (let chosen = open.pop(); chosen !== undefined; chosen = open.pop()) {
    if (best !== undefined && best.missing <= leastOfAll) break;
    if (best !== undefined && work > mostWork) return { best, complete: false };
    work += seats.length;
    if (best !== undefined && bound(chosen) >= best.missing) continue;
    if (among && boundAmong(chosen) > 0) continue;
    const { way, choices } = chosen;
    if (choices === undefined) {
      best = attempt(seats, way, supply);
      continue;
    }
    const rest = { way, choices: choices.next };
    // The last one pushed is the next one tried.
    for (const part of [...choices.choice.parts].reverse()) open.push(added(rest, part));
  }
  return { best: best!, complete: true };
}

function added({ way, choices }: Chosen, part: Part): Chosen {
  const parts: readonly (LeafPart | Choice | Group)[] = part.kind === 'all' ? part.parts : [part];
  const leaves = parts.flatMap((each) => (each.kind === 'leaf' ? each.leaf : []));
  let all = choices;
  for (const each of [...parts].reverse()) if (each.kind === 'any') all = { choice: each, next: all };
  return { way: [...way, ...leaves].sort((a, b) => a - b), choices: all };
}

/** What a part lacks at the least: so many whoever is given to it, and beyond that those of `need` whom it is not given. */
interface Relaxed extends Asking {
  readonly lacking: number;
}

/** Says what a way lacks at the least, however it is chosen further. */
function boundBy(seats: readonly Seat[], supply: Supply): (chosen: Chosen) => number {
  const leaves = seats.map(({ need }, index): Relaxed => {
    const members = supply[index]!;
    const usable = Math.min(need, members.length);
    return { lacking: need - usable, need: usable, members };
  });
  const known = new Map<Choice, Relaxed>();
  // As deep as the requirement, which is limited.
  const relaxed = (part: Part): Relaxed => {
    if (part.kind === 'leaf') return leaves[part.leaf]!;
    if (part.kind === 'all') return together(part.parts.map(relaxed));
    const before = known.get(part);
    if (before !== undefined) return before;
    const made = either(part.parts.map(relaxed));
    known.set(part, made);
    return made;
  };

  return ({ way, choices }) => {
    const parts = way.map((leaf) => leaves[leaf]!);
    for (let each = choices; each !== undefined; each = each.next) parts.push(relaxed(each.choice));
    const { missing } = match(parts);
    return parts.reduce((sum, { lacking }, index) => sum + lacking + missing[index]!, 0);
  };
}

function together(parts: readonly Relaxed[]): Relaxed {
  const lacking = parts.reduce((sum, each) => sum + each.lacking, 0);
  const need = parts.reduce((sum, each) => sum + each.need, 0);
  return { lacking, need, members: membersOf(parts) };
}

function either(parts: readonly Relaxed[]): Relaxed {
  const lacking = parts.reduce((least, each) => Math.min(least, each.lacking), Number.POSITIVE_INFINITY);
  const least = parts.reduce((sum, each) => Math.min(sum, each.lacking + each.need), Number.POSITIVE_INFINITY);
  return { lacking, need: least - lacking, members: membersOf(parts) };
}

function membersOf(parts: readonly Relaxed[]): readonly number[] {
  return [...new Set(parts.flatMap(({ members }) => members))];
}
