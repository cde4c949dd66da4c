import { compareTexts } from './compare.js';
/** Names to be asked many times which of them a misspelt one meant. */
export interface NameIndex {
  /** The nearest name, or absent where none is near. */
  readonly nearest: (text: string) => string | undefined;
}

const longest = 64;

/**
 * Gives the candidate that a misspelt text most likely meant, or undefined where none is near: at most 1 edit for texts
 * up to 4 characters, 2 up to 8, 3 beyond; letter case is no edit. Ties go to the candidate first in code-unit order.
 * Texts and candidates beyond 64 characters are passed over.
 *
 * An edit is an insertion, deletion, substitution or swap of neighbors: optimal string alignment (Damerau, 1964;
 * Boytsov, 2011, for the restricted form).
 *
 * @example
 * nearestName('descripton', ['id', 'label', 'description']); //=> 'description'
 * nearestName('revenue', ['orders', 'sessions']); //=> undefined
 */
export function nearestName(text: string, candidates: Iterable<string>): string | undefined {
  return createNameIndex(candidates).nearest(text);
}

/**
 * Returns many candidates prepared to be asked many times; `nearest` answers as `nearestName` does.
 *
 * @example
 * const metrics = createNameIndex(['orders', 'order_value', 'visits']);
 * ['oders', 'vists'].map(metrics.nearest); //=> ['orders', 'visits']
 */
export function createNameIndex(candidates: Iterable<string>): NameIndex {
  const entries: Entry[] = [];
  for (const name of new Set(candidates)) {
    const folded = fold(name);
    if (folded !== undefined) entries.push({ name, folded });
  }
  entries.sort((a, b) => compareTexts(a.folded, b.folded) || compareTexts(a.name, b.name));
  const shared = Uint8Array.from(entries, ({ folded }, i) =>
    i === 0 ? 0 : commonPrefix(entries[i - 1]!.folded, folded),
  );

  return {
    nearest(text) {
      const wanted = fold(text);
      if (wanted === undefined) return undefined;
      const rows = createRows(wanted);
      let bound = largestDistance(wanted.length);
      let best: string | undefined;
      for (let i = 0; i < entries.length; i++) {
        const { name, folded } = entries[i]!;
        const distance = rows.distance(folded, shared[i]!, bound);
        if (distance === undefined) {
          i = lastWithPrefix(entries, i, folded.slice(0, rows.hopeless()));
          continue;
        }
        if (distance > bound) continue;
        if (name === text) return name;
        if (best === undefined || distance < bound || compareTexts(name, best) < 0) best = name;
        bound = distance;
      }
      return best;
    },
  };
}

interface Entry {
  readonly name: string;
  readonly folded: string;
}

/** The text without letter case; undefined where it is too long to be looked at. */
function fold(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const folded = text.toLowerCase();
  return folded.length > longest ? undefined : folded;
}

/** How many edits away a name may be; a text of one character has no neighbors but its other case. */
function largestDistance(length: number): number {
  if (length <= 1) return 0;
  if (length <= 4) return 1;
  return length <= 8 ? 2 : 3;
}

/** The last entry, from `first` on, that begins with its prefix: found in steps that double, then by halves. */
function lastWithPrefix(entries: readonly Entry[], first: number, prefix: string): number {
  let inside = first;
  let step = 1;
  while (inside + step < entries.length && entries[inside + step]!.folded.startsWith(prefix)) {
    inside += step;
    step *= 2;
  }
  while (step >= 1) {
    if (inside + step < entries.length && entries[inside + step]!.folded.startsWith(prefix)) inside += step;
    step = Math.floor(step / 2);
  }
  return inside;
}

interface Rows {
  /** The distance of a candidate that shares so many characters with the one before; undefined where a prefix is beyond the bound. */
  readonly distance: (candidate: string, shared: number, bound: number) => number | undefined;
  /** The length of that prefix: all candidates that begin with it are beyond the bound. */
  readonly hopeless: () => number;
}

/**
 * The table of distances between prefixes, a row for each prefix of a candidate. Candidates come in sorted order, so the
 * rows of a shared prefix stay.
 */
function createRows(wanted: string): Rows {
  const width = wanted.length + 1;
  const cells = new Uint8Array((longest + 1) * width);
  const least = new Uint8Array(longest + 1);
  for (let column = 0; column < width; column++) cells[column] = column;
  let filled = 0;
  let hopeless = 0;

  /** Fills a row and gives a lower bound for every candidate that begins with this prefix. */
  const fill = (candidate: string, row: number): number => {
    const start = row * width;
    const above = start - width;
    const letter = candidate.charCodeAt(row - 1);
    const letterBefore = row > 1 ? candidate.charCodeAt(row - 2) : -1;
    let smallest = row;
    cells[start] = row;
    for (let column = 1; column < width; column++) {
      const target = wanted.charCodeAt(column - 1);
      const kept = cells[above + column - 1]! + (letter === target ? 0 : 1);
      let cost = Math.min(kept, cells[above + column]! + 1, cells[start + column - 1]! + 1);
      if (letterBefore === target && column > 1 && letter === wanted.charCodeAt(column - 2)) {
        cost = Math.min(cost, cells[above - width + column - 2]! + 1);
      }
      cells[start + column] = cost;
      smallest = Math.min(smallest, cost);
    }
    least[row] = smallest;
    // A swap of neighbors reaches over a row, at the price of one edit.
    return Math.min(smallest, least[row - 1]! + 1);
  };

  return {
    hopeless: () => hopeless,
    distance(candidate, shared, bound) {
      filled = Math.min(filled, shared);
      while (filled < candidate.length) {
        filled++;
        if (fill(candidate, filled) <= bound) continue;
        hopeless = filled;
        return undefined;
      }
      return cells[filled * width + width - 1]!;
    },
  };
}

function commonPrefix(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let length = 0;
  while (length < end && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
