import { createRandom } from 'keelson/foundation';

export const size = { units: 10_000, seats: 1_000_000 } as const;

/** Weights from 1 to a million, drawn so that most are small: the same for the same seed. */
export function drawnWeights(seed: number): Record<string, number> {
  const random = createRandom(seed);
  const weight = () => 1 + Math.floor(10 ** (6 * random.next()));
  return Object.fromEntries(Array.from({ length: size.units }, (_, at) => [`unit-${at}`, weight()]));
}

/** How the next seat is divided by: Webster's, Jefferson's and the like. */
export type Signpost = (seats: number) => number;

export const signposts = {
  jefferson: (seats) => seats + 1,
  webster: (seats) => seats + 0.5,
  huntingtonHill: (seats) => Math.sqrt(seats * (seats + 1)),
} as const satisfies Readonly<Record<string, Signpost>>;

/**
 * What a host writes: a queue of quotients, one seat after the other to the first of it. Quotients are rounded numbers, so that who
 * wins among nearly equal ones is chance.
 */
export function dealSeatBySeat(
  weights: Readonly<Record<string, number>>,
  seats: number,
  signpost: Signpost,
): Record<string, number> {
  const ids = Object.keys(weights);
  const sizes = ids.map((id) => weights[id]!);
  const given = new Array<number>(ids.length).fill(0);
  const quotients = sizes.map((own) => own / signpost(0));
  const queue = [...ids.keys()];
  for (let at = (queue.length >> 1) - 1; at >= 0; at--) sink(at);
  for (let left = seats; left > 0; left--) {
    const first = queue[0]!;
    given[first]!++;
    quotients[first] = sizes[first]! / signpost(given[first]!);
    sink(0);
  }
  return Object.fromEntries(ids.map((id, at) => [id, given[at]!]));

  function sink(from: number): void {
    const item = queue[from]!;
    let at = from;
    for (let child = 2 * at + 1; child < queue.length; child = 2 * at + 1) {
      if (child + 1 < queue.length && quotients[queue[child + 1]!]! > quotients[queue[child]!]!) child++;
      if (quotients[queue[child]!]! <= quotients[item]!) break;
      queue[at] = queue[child]!;
      at = child;
    }
    queue[at] = item;
  }
}
