/** Something that asks for so many of its members. Members are whole numbers from 0. */
export interface Asking {
  readonly need: number;
  readonly members: readonly number[];
}

/** Who is given to what. */
export interface Matching {
  /** For each asking, how many it lacks. */
  readonly missing: readonly number[];
  /** The asking that a member is given to, by its index; no member is given twice. */
  readonly givenTo: ReadonlyMap<number, number>;
}

/**
 * Gives each member to at most one asking so that as few as possible are missing: maximum bipartite matching by augmenting
 * paths (Kuhn 1955), breadth first, after a greedy start. An asking that once lacked a member lacks it in the end.
 */
export function match(askings: readonly Asking[]): Matching {
  const givenTo = new Map<number, number>();
  const got = askings.map(() => 0);
  for (const [index, { need, members }] of askings.entries()) {
    for (const member of members) {
      if (got[index]! >= need) break;
      if (givenTo.has(member)) continue;
      givenTo.set(member, index);
      got[index]!++;
    }
  }
  for (const [index, { need }] of askings.entries()) {
    while (got[index]! < need && augment(askings, givenTo, index)) got[index]!++;
  }
  return { missing: askings.map(({ need }, index) => need - got[index]!), givenTo };
}

/** The askings that a member for one of them would be of use to the first, and the first: all of their members are given to them. */
export function alternating(askings: readonly Asking[], { givenTo }: Matching, first: number): readonly number[] {
  return [...searchFrom(askings, givenTo, first).reached];
}

function augment(askings: readonly Asking[], givenTo: Map<number, number>, first: number): boolean {
  const { free, from } = searchFrom(askings, givenTo, first);
  let member = free;
  while (member !== undefined) {
    const taker = from.get(member)!;
    givenTo.set(member, taker.asking);
    member = taker.through;
  }
  return free !== undefined;
}

interface Search {
  /** A member that nobody has, at the end of a path. */
  readonly free: number | undefined;
  /** For each member met, the asking that met it and the member through which that was met. */
  readonly from: ReadonlyMap<number, { readonly asking: number; readonly through: number | undefined }>;
  readonly reached: ReadonlySet<number>;
}

function searchFrom(askings: readonly Asking[], givenTo: ReadonlyMap<number, number>, first: number): Search {
  const from = new Map<number, { asking: number; through: number | undefined }>();
  const reached = new Set([first]);
  const through = new Map<number, number>();
  // A set is walked in the order of adding, with what is added on the way.
  for (const asking of reached) {
    for (const member of askings[asking]!.members) {
      if (from.has(member)) continue;
      from.set(member, { asking, through: through.get(asking) });
      const holder = givenTo.get(member);
      if (holder === undefined) return { free: member, from, reached };
      if (reached.has(holder)) continue;
      reached.add(holder);
      through.set(holder, member);
    }
  }
  return { free: undefined, from, reached };
}
