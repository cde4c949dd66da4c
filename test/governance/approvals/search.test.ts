import fc from 'fast-check';
import type { Requirement } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { readRequirement } from '../../../src/governance/approvals/requirement.js';
import { nearestWay, type SearchOptions } from '../../../src/governance/approvals/search.js';
import { naiveMissing, naiveWays } from '../../oracle/ways.js';

// Each leaf is told apart by its role, and its supply stands beside it.

function leaf(name: number): Requirement {
  return { role: `r${name}`, quorum: 1 };
}

function group(part: fc.Arbitrary<unknown>, maxLength: number): fc.Arbitrary<unknown> {
  return fc.oneof(fc.record({ all: fc.array(part, { maxLength }) }), fc.record({ any: fc.array(part, { maxLength }) }));
}

const one = fc.constant('leaf');
const shape = group(fc.oneof(one, group(fc.oneof(one, group(one, 2)), 2)), 3);

interface Instance {
  readonly requirement: Requirement;
  readonly seats: readonly { need: number; members: readonly number[]; more: readonly number[] }[];
}

const anyInstance: fc.Arbitrary<Instance> = shape.chain((drawn) => {
  let leaves = 0;
  const named = (part: unknown): Requirement => {
    if (part === 'leaf') return leaf(leaves++);
    const group = part as { all?: unknown[]; any?: unknown[] };
    return group.all === undefined ? { any: group.any!.map(named) } : { all: group.all.map(named) };
  };
  const requirement = named(drawn);
  const seat = fc.record({
    need: fc.integer({ min: 1, max: 2 }),
    members: fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 3 }),
    more: fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 3 }),
  });
  return fc.array(seat, { minLength: leaves, maxLength: leaves }).map((seats) => ({ requirement, seats }));
});

function search({ requirement, seats }: Instance, options: (found: number[]) => SearchOptions = () => ({})) {
  const { leaves, root } = readRequirement(requirement);
  if (root === undefined) return undefined;
  const made = leaves.map((each, index) => ({ ...each, need: seats[index]!.need }));
  const none = new Set<string>();
  const all = made.map((each) => ({ ...each, holders: none, excluded: none, eligible: none }));
  return nearestWay(
    root,
    all,
    seats.map(({ members }) => members),
    options(leaves.map((_, index) => index)),
  );
}

function waysOf({ requirement, seats }: Instance, members: (seat: Instance['seats'][number]) => readonly number[]) {
  return naiveWays(requirement).map((way) => {
    const indexes = way.map((each) => Number('role' in each && each.role.slice(1)));
    const askings = indexes.map((index) => ({ need: seats[index]!.need, members: members(seats[index]!) }));
    return { way: indexes, missing: naiveMissing(askings) };
  });
}

type Way = ReturnType<typeof waysOf>[number];

function firstOfLeast(ways: readonly Way[]): Way | undefined {
  return ways.find(({ missing }) => missing === Math.min(...ways.map((way) => way.missing)));
}

describe('nearestWay', () => {
  it('finds the way that listing all of them finds, the first of those that lack least', () => {
    let several = 0;
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const ways = waysOf(instance, ({ members }) => members);
        const found = search(instance);
        const expected = firstOfLeast(ways);
        expect(found && { way: found.best.way, missing: found.best.missing }).toEqual(expected);
        expect(found?.complete ?? true).toBe(true);
        if (ways.length > 2) several++;
      }),
      { numRuns: 2_000 },
    );
    expect(several).toBeGreaterThan(5);
  });

  it('keeps to the ways that others can meet', () => {
    let narrowed = 0;
    fc.assert(
      fc.property(anyInstance, (instance) => {
        const able = waysOf(instance, ({ members, more }) => [...new Set([...members, ...more])]);
        const among = able.filter(({ missing }) => missing === 0).map(({ way }) => way.join());
        const [from] = able.filter(({ missing }) => missing === 0);
        if (from === undefined) return;
        const supply = instance.seats.map(({ members, more }) => [...new Set([...members, ...more])]);
        const found = search(instance, () => ({ among: { supply, from: from.way } }));
        const ways = waysOf(instance, ({ members }) => members).filter(({ way }) => among.includes(way.join()));
        expect(found && { way: found.best.way, missing: found.best.missing }).toEqual(firstOfLeast(ways));
        if (ways.length < able.length && found!.best.missing > 0) narrowed++;
      }),
      { numRuns: 2_000 },
    );
    expect(narrowed).toBeGreaterThan(1);
  });

  it('says so when it left ways untried, and still has a whole one', () => {
    const tight: Instance = {
      requirement: { all: [0, 2, 4].map((name) => ({ any: [leaf(name), leaf(name + 1)] })) },
      seats: [[0], [1], [0], [1], [0, 1], [0, 1]].map((members) => ({ need: 1, members, more: [] })),
    };
    expect(search(tight)).toMatchObject({ complete: true, best: { missing: 1, way: [0, 2, 4] } });
    const stopped = search(tight, () => ({ work: 1 }));
    expect(stopped!.best.way).toHaveLength(3);
    const starved: Instance = {
      requirement: { all: [0, 2].map((name) => ({ any: [leaf(name), leaf(name + 1)] })) },
      seats: [[0], [1, 2], [0], [0, 1]].map((members) => ({ need: 1, members, more: [] })),
    };
    expect(search(starved, () => ({ work: 1 }))).toMatchObject({ complete: false, best: { way: [0, 2], missing: 1 } });
    expect(search(starved)).toMatchObject({ complete: true, best: { way: [0, 3], missing: 0 } });
  });
});

describe('readRequirement', () => {
  it('drops what asks for nothing, and joins groups in groups', () => {
    const nested: Requirement = { all: [{ all: [leaf(0), { any: [] }] }, { any: [{ any: [leaf(1), leaf(2)] }] }] };
    const { leaves, root } = readRequirement(nested);
    expect(leaves.map(({ path }) => path.join('/'))).toEqual(['all/0/all/0', 'all/1/any/0/any/0', 'all/1/any/0/any/1']);
    const choice = { kind: 'any', parts: [1, 2].map((index) => ({ kind: 'leaf', leaf: index })) };
    expect(root).toEqual({ kind: 'all', parts: [{ kind: 'leaf', leaf: 0 }, choice] });
  });

  it('has no root where nothing is asked for', () => {
    for (const nothing of [{ all: [] }, { any: [] }, { all: [{ any: [] }, { all: [{ all: [] }] }] }]) {
      expect(readRequirement(nothing)).toEqual({ leaves: [] });
    }
  });

  it('refuses to go deeper than 256 levels', () => {
    const nested = (levels: number): Requirement => {
      let part = leaf(0);
      for (let level = 0; level < levels; level++) part = { all: [part] };
      return part;
    };
    expect(readRequirement(nested(256)).leaves).toHaveLength(1);
    expect(() => readRequirement(nested(257))).toThrow('requirements are nested deeper than 256 levels');
    expect(() => readRequirement(nested(257))).toThrow(
      expect.objectContaining({ code: 'governance/requirement-too-deep' }),
    );
  });
});
