import * as fc from 'fast-check';
import { instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import {
  conformHistory,
  defineProcess,
  type ItemMove,
  type JudgedMove,
  type ProcessDefinition,
  parseProcess,
  type Whereabouts,
} from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { fewestDecisions, isOneDecision } from '../../oracle/process-conformance.js';

const facts = defineFacts({ risk: fact.boolean() });
const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
const at = instant('2026-11-02T09:00:00Z');
const authority = 'alone';
const completed = { end: 'completed' } as const;
const killed = { end: 'killed' } as const;

const process = defineProcess({
  id: 'delivery',
  facts,
  policies: { alone },
  phases: {
    learn: { gate: { authority } },
    plan: { gate: { authority, waivable: ['phase'], recycleTo: ['learn'], maxRecycles: 1 } },
    build: { gate: { authority, recycleTo: ['build', 'plan'] } },
    check: { gate: { authority, waivable: ['deliverable'] } },
  },
  tracks: { express: { skip: ['build'], when: 'risk' }, closed: { skip: ['check'] } },
});

type P = 'learn' | 'plan' | 'build' | 'check';

function judge(from: Whereabouts<P>, to: Whereabouts<P>, rest: Partial<ItemMove<P>> = {}): JudgedMove<P> {
  const { moves, diagnostics } = conformHistory(process, [{ item: 'P-7', at, from, to, ...rest }]);
  expect(diagnostics).toEqual([]);
  return moves[0]!;
}

describe('conformHistory', () => {
  it.each<[string, Whereabouts<P>, Whereabouts<P>, string, object, number]>([
    ['a start', null, 'learn', 'forward', { kind: 'start', to: 'learn' }, 1],
    ['a go', 'learn', 'plan', 'forward', { kind: 'go', from: 'learn', to: 'plan' }, 1],
    ['the last go', 'check', completed, 'forward', { kind: 'go', from: 'check', to: completed }, 1],
    [
      'a waiver of a phase',
      'learn',
      'build',
      'skipped',
      { kind: 'go', from: 'learn', to: 'build', waiving: ['plan'] },
      2,
    ],
    ['a recycle', 'build', 'plan', 'back', { kind: 'recycle', from: 'build', to: 'plan' }, 1],
    ['a recycle to the same phase', 'build', 'build', 'other', { kind: 'recycle', from: 'build', to: 'build' }, 1],
    ['a kill', 'plan', killed, 'other', { kind: 'kill', from: 'plan', to: killed }, 1],
  ])('allows %s', (_, from, to, kind, step, cost) => {
    expect(judge(from, to)).toEqual({ item: 'P-7', at, from, to, kind, allowed: true, path: [step], cost });
  });

  it.each<[string, Whereabouts<P>, Whereabouts<P>, string, string, string, string, number | undefined]>([
    [
      'a phase that no waiver may skip',
      'plan',
      'check',
      'skipped',
      'move-skips-phase',
      '"P-7" went from "plan" to "check", but "build" is not to be skipped',
      'the nearest way: go to "build", go to "check"',
      2,
    ],
    [
      'an end before the last gates',
      'learn',
      completed,
      'skipped',
      'move-skips-phase',
      '"P-7" went from "learn" to completed, but "build", "check" are not to be skipped',
      'the nearest way: go to "plan", go to "build", go to "check", go to the end',
      4,
    ],
    [
      'a move back that its gate does not make',
      'build',
      'learn',
      'back',
      'move-goes-back',
      '"P-7" went from "build" to "learn", but the gate of "build" sends items back to "build", "plan" only',
      'the nearest way: recycle to "plan", recycle to "learn"',
      2,
    ],
    [
      'a move back where a gate makes none',
      'check',
      'learn',
      'back',
      'move-goes-back',
      '"P-7" went from "check" to "learn", but the gate of "check" sends nothing back',
      'no decision leads there',
      undefined,
    ],
    [
      'a beginning in the middle',
      null,
      'build',
      'skipped',
      'move-begins-midway',
      '"P-7" went from outside of the process to "build", but items begin in "learn"; adoptItem takes up one that is under way',
      'the nearest way: start in "learn", go to "plan", go to "build"',
      3,
    ],
    [
      'a return to the backlog',
      'plan',
      null,
      'back',
      'move-leaves-process',
      '"P-7" went from "plan" to outside of the process, but an item leaves by its end or by a kill only',
      'no decision leads there',
      undefined,
    ],
    [
      'a reopening',
      completed,
      'check',
      'back',
      'move-after-end',
      '"P-7" went from completed to "check", but an item that was completed goes nowhere',
      'no decision leads there',
      undefined,
    ],
    [
      'a revival',
      killed,
      'learn',
      'other',
      'move-after-end',
      '"P-7" went from killed to "learn", but an item that was killed goes nowhere',
      'no decision leads there',
      undefined,
    ],
    [
      'no move at all',
      'check',
      'check',
      'other',
      'move-goes-back',
      '"P-7" went from "check" to "check", but the gate of "check" sends nothing back',
      'no decision leads there',
      undefined,
    ],
  ])('does not allow %s, and says what is nearest', (_, from, to, kind, code, message, hint, cost) => {
    const judged = judge(from, to);
    expect(judged).toMatchObject({ kind, allowed: false });
    expect(judged.reason).toEqual({ code: `process/${code}`, severity: 'warning', path: [0], message, hint });
    expect(judged.cost).toBe(cost);
    expect(judged.path === undefined).toBe(cost === undefined);
  });

  it('counts recycles towards the bound of their gate, item by item', () => {
    const back = (item: string): ItemMove<P> => ({ item, at, from: 'plan', to: 'learn' });
    const { moves, counts } = conformHistory(process, [back('a'), back('b'), back('a')]);
    expect(moves.map(({ allowed, reason }) => [allowed, reason?.code])).toEqual([
      [true, undefined],
      [true, undefined],
      [false, 'process/move-recycles-too-often'],
    ]);
    expect(moves[2]!.reason!.message).toBe(
      '"a" went from "plan" to "learn", but the gate of "plan" sends an item back once at most',
    );
    expect(moves[2]).not.toHaveProperty('path');
    expect(counts).toEqual({
      forward: { allowed: 0, refused: 0 },
      skipped: { allowed: 0, refused: 0 },
      back: { allowed: 2, refused: 1 },
      other: { allowed: 0, refused: 0 },
    });
  });

  it('takes the track of an item into account', () => {
    const track = 'express';
    expect(judge('plan', 'check', { track })).toMatchObject({ kind: 'forward', allowed: true, cost: 1 });
    const into = judge('plan', 'build', { track });
    expect(into.reason!.message).toBe('"P-7" went from "plan" to "build", but its track does without "build"');
    expect(into.path).toEqual([
      { kind: 'chooseTrack', from: 'plan', to: 'plan' },
      { kind: 'go', from: 'plan', to: 'build' },
    ]);
    expect(into.reason!.hint).toBe('the nearest way: leave the track, go to "build"');
    const again = judge('build', 'build', { track });
    expect(again.reason!.message).toBe('"P-7" went from "build" to "build", but its track does without "build"');
    expect(again).not.toHaveProperty('path');
  });

  it('takes no way over a track that nobody can take, and says which phases take a waiver', () => {
    const two = defineProcess({
      ...{ id: 'two', facts, policies: { alone } },
      phases: {
        a: { gate: { authority } },
        b: { gate: { authority } },
        c: { gate: { authority, waivable: ['phase'] } },
        d: { gate: { authority } },
      },
      tracks: { closed: { skip: ['b', 'c'] }, short: { skip: ['b', 'c'], authority } },
    });
    const [move] = conformHistory(two, [{ item: 'x', at, from: 'a', to: 'd' }]).moves;
    expect(move!.reason!.message).toBe('"x" went from "a" to "d", but "b" is not to be skipped');
    expect(move).toMatchObject({ kind: 'skipped', cost: 2 });
    expect(move!.reason!.hint).toBe('the nearest way: take the track "short", go to "d"');
    const [all] = conformHistory(two, [{ item: 'x', at, from: 'b', to: 'd' }]).moves;
    expect(all!.path).toEqual([{ kind: 'go', from: 'b', to: 'd', waiving: ['c'] }]);
    const [end] = conformHistory(two, [{ item: 'x', at, from: null, to: { end: 'killed' } }]).moves;
    expect(end).toMatchObject({ kind: 'other', allowed: false, cost: 2 });
    expect(end!.reason!.hint).toBe('the nearest way: start in "a", kill');
  });

  it('leaves out moves that name what the process does not have, and says so', () => {
    const { moves, diagnostics, counts } = conformHistory(parseProcessOf(process), [
      { item: 'P-7', at, from: 'lern', to: 'plan' },
      { item: 'P-8', at, from: 'plan', to: '__proto__', track: 'expres' },
      { item: 'P-9', at, from: 'plan', to: { end: 'done' } as never },
      { item: 'P-10', at, from: undefined as never, to: 'learn' },
    ]);
    expect(moves).toEqual([]);
    expect(counts.forward).toEqual({ allowed: 0, refused: 0 });
    expect(diagnostics.map(({ code, path, message, hint }) => [code, path, message, hint])).toEqual([
      [
        'process/unknown-place',
        [0, 'from'],
        'move 0, of "P-7", names the phase "lern", which the process does not have',
        'did you mean learn?',
      ],
      [
        'process/unknown-place',
        [1, 'to'],
        'move 1, of "P-8", names the phase "__proto__", which the process does not have',
        'map the status to what the process has',
      ],
      [
        'process/unknown-place',
        [1, 'track'],
        'move 1, of "P-8", names the track "expres", which the process does not have',
        'did you mean express?',
      ],
      [
        'process/unknown-place',
        [2, 'to'],
        'move 2, of "P-9", names the phase "{"end":"done"}", which the process does not have',
        'map the status to what the process has',
      ],
      [
        'process/unknown-place',
        [3, 'from'],
        'move 3, of "P-10", names the phase "undefined", which the process does not have',
        'map the status to what the process has',
      ],
    ]);
  });

  it('finds the fewest decisions, as trying all sequences does', () => {
    fc.assert(
      fc.property(definitions, fc.array(moveSeeds, { minLength: 1, maxLength: 4 }), (definition, seeds) => {
        const places: readonly string[] = ['outside', ...definition.phases.map(({ id }) => id), 'completed', 'killed'];
        const tracks = ['', ...(definition.tracks ?? []).map(({ id }) => id)];
        const moves = seeds.map(({ from, to, track }) => ({
          from: places[from % places.length]!,
          to: places[to % places.length]!,
          track: tracks[track % tracks.length]!,
        }));
        const parsed = parseProcess(definition, { facts, policies: [alone] });
        const { moves: judged } = conformHistory(
          parsed,
          moves.map(({ from, to, track }) => ({
            ...{ item: 'x', at, from: placeOf(from), to: placeOf(to) },
            ...(track !== '' && { track }),
          })),
        );
        const recycles: Record<string, number> = {};
        for (const [i, { from, to, track }] of moves.entries()) {
          const one = judged[i]!;
          expect(one.allowed).toBe(isOneDecision(definition, from, to, track, recycles));
          if (one.allowed) {
            const [step] = one.path!;
            if (step!.kind === 'recycle') recycles[from] = (recycles[from] ?? 0) + 1;
          } else if (from === to) expect(one.cost).toBeUndefined();
          else expect(one.cost).toBe(fewestDecisions(definition, from, to, track, recycles, 9));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives paths that hang together, and cost what they say', () => {
    for (const from of [null, 'learn', 'plan', 'build', 'check'] as const) {
      for (const to of ['learn', 'plan', 'build', 'check', completed, killed] as const) {
        const { path, cost } = judge(from, to);
        if (path === undefined) continue;
        let place: Whereabouts<P> = from;
        for (const step of path) {
          expect('from' in step ? step.from : null).toEqual(place);
          place = step.to;
        }
        expect(place).toEqual(to);
        const waivers = path.reduce((sum, step) => sum + (step.kind === 'go' ? (step.waiving?.length ?? 0) : 0), 0);
        expect(cost).toBe(path.length + waivers);
      }
    }
  });

  it('judges 200,000 moves', () => {
    const moves = Array.from({ length: 200_000 }, (_, i): ItemMove<P> => {
      const [from, to] = i % 2 === 0 ? (['learn', 'check'] as const) : (['build', 'plan'] as const);
      return { item: `P-${i % 5_000}`, at, from, to };
    });
    const { counts } = conformHistory(process, moves);
    expect(counts.skipped).toEqual({ allowed: 0, refused: 100_000 });
    expect(counts.back).toEqual({ allowed: 100_000, refused: 0 });
  });
});

function placeOf(name: string): Whereabouts {
  if (name === 'outside') return null;
  return name === 'completed' || name === 'killed' ? { end: name } : name;
}

/** The same without the names of the compiler. */
function parseProcessOf(one: typeof process) {
  return parseProcess(JSON.parse(JSON.stringify(one)), { facts, policies: [alone] });
}

const moveSeeds = fc.record({ from: fc.nat(), to: fc.nat(), track: fc.nat() });

const names = ['a', 'b', 'c', 'd'];

const definitions: fc.Arbitrary<ProcessDefinition> = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const ids = names.slice(0, count);
  const gates = ids.map((_, place) =>
    fc.record({
      isWaivable: fc.boolean(),
      recycleTo: fc.subarray(ids.slice(0, place + 1)),
      maxRecycles: fc.constantFrom(undefined, 0, 1, 2),
    }),
  );
  const tracks = fc.array(
    fc.record({ skip: fc.subarray(ids, { maxLength: count - 1 }), open: fc.constantFrom('when', 'authority', 'none') }),
    { maxLength: 2 },
  );
  return fc.tuple(fc.tuple(...gates), tracks).map(
    ([gatesOf, tracksOf]): ProcessDefinition => ({
      ...{ schemaVersion: 1, id: 'random', version: 1, roles: [], facts: 'facts' },
      phases: ids.map((id, place) => {
        const { isWaivable, recycleTo, maxRecycles } = gatesOf[place]!;
        return {
          id,
          gate: {
            authority,
            recycleTo,
            ...(isWaivable && { waivable: ['phase'] }),
            ...(maxRecycles !== undefined && { maxRecycles }),
          },
        };
      }),
      tracks: tracksOf.map(({ skip, open }, i) => ({
        id: `t${i}`,
        skip,
        ...(open === 'when' && { when: 'risk' }),
        ...(open === 'authority' && { authority }),
      })),
    }),
  );
});
