import { type Instant, instant } from 'keelson/foundation';
import { type EventBody, evolveItem, type ItemState, startItem } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { delivery, eventOf, start } from './delivery.js';

const later = instant('2026-11-03T10:00:00Z');
const deadline = (at: string) => ({ at: instant(at), calendar: '7' });
const target = deadline('2026-11-04T09:00:00Z');
const review = deadline('2026-12-01T09:00:00Z');
const piece = { uri: 'old', at: start, by: 'ana', sequence: 3 };
const vote = { id: 'v', by: 'bo', at: start, vote: 'approve', revision: 4, sequence: 4 } as const;
const law = { id: 'law', text: 'ask', owner: 'bo', due: '2026-11-06', onLapse: 'hold' } as const;
const taxes = { ...law, id: 'taxes', onLapse: { recycleTo: 'learn' } } as const;
const open = { ...law, deadline: review, status: 'open', phase: 'learn', sequence: 5 } as const;
const passed = { outcome: 'go', at: start, sequence: 5 } as const;
const waiver = {
  id: 'w',
  target: { criterion: 'safe' },
  phase: 'build',
  reason: 'pilot',
  by: 'eva',
  at: start,
} as const;

/** An item with something of everything. */
const full = {
  ...startItem(delivery, { id: 'PAY-17', at: start, by: 'ana' }).state,
  ...{ sequence: 9, phase: 'build', owner: 'ana', track: 'fast', trackGranted: true, target, revision: 4 },
  facts: { cost: 1 },
  factSources: { cost: { at: start, sequence: 2 } },
  deliverables: {
    brief: { evidence: [piece], revision: 1 },
    code: { evidence: [piece], revision: 2, freshUntil: target, stale: true },
  },
  votes: [vote],
  conditions: [open, { ...open, id: 'taxes' }],
  waivers: [{ ...waiver, until: review, sequence: 6 }],
  gates: { learn: passed },
  recycles: { learn: 1 },
  extra: { color: 'red' },
  links: [{ title: 'epic', url: 'https://example.com/1' }],
} as unknown as ItemState;

const heldAt = { at: start, reason: 'budget', review };
const held = { ...full, status: 'held', hold: heldAt } as ItemState;
const ended = { ...full, status: 'completed', end: { at: start } } as ItemState;
const { target: _, ...endless } = full;

const gone = Symbol('gone');

/** What an event changes of an item, beside its number, its moment and the list of its commands. */
function changesOf(before: ItemState, body: object, at: Instant = later): object {
  const after: ItemState = evolveItem(delivery, before, eventOf(10, body as EventBody, at));
  expect(after).toMatchObject({
    sequence: 10,
    changedAt: at,
    recent: [{ id: 'c-10', from: 10, to: 10 }, ...before.recent],
  });
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof ItemState)[];
  const told = keys.filter((key) => !['sequence', 'changedAt', 'recent'].includes(key) && before[key] !== after[key]);
  return Object.fromEntries(told.map((key) => [key, key in after ? after[key] : gone]));
}

/** What goes with coming into a phase. */
const entered = { enteredAt: later, revision: 5, votes: [] };
const gate = { type: 'gatePassed', phase: 'build', outcome: 'go', conditions: [] };
const passedNow = { learn: passed, build: { outcome: 'go', at: later, sequence: 10 } };
const submitted = { at: later, by: 'ana', sequence: 10 };
const recycle = { type: 'itemRecycled', phase: 'build', to: 'learn', reopened: ['learn', 'build'], stale: ['brief'] };
const recycled = {
  ...{ ...entered, phase: 'learn', gates: {}, recycles: { learn: 1, build: 1 } },
  deliverables: { ...full.deliverables, brief: { evidence: [piece], revision: 1, stale: true } },
};

describe('evolveItem', () => {
  it.each<[what: string, before: ItemState, body: object, changes: object]>([
    ['an owner', full, { type: 'ownerAssigned', owner: 'bo' }, { owner: 'bo' }],
    ['an owner of what is held', held, { type: 'ownerAssigned', owner: 'bo' }, { owner: 'bo' }],
    ['an owner of what has ended', ended, { type: 'ownerAssigned', owner: 'bo' }, { owner: 'bo' }],
    [
      'facts, new and known',
      full,
      { type: 'factsRecorded', facts: { cost: 2, risk: 'low' } },
      {
        facts: { cost: 2, risk: 'low' },
        factSources: { cost: { at: later, sequence: 10 }, risk: { at: later, sequence: 10 } },
      },
    ],
    [
      'facts, beside others',
      full,
      { type: 'factsRecorded', facts: { risk: 'low' } },
      {
        facts: { cost: 1, risk: 'low' },
        factSources: { cost: { at: start, sequence: 2 }, risk: { at: later, sequence: 10 } },
      },
    ],
    [
      'the first evidence of a deliverable',
      full,
      { type: 'deliverableSubmitted', deliverable: 'notes', evidence: { uri: 'new', note: 'draft' } },
      {
        revision: 5,
        deliverables: {
          ...full.deliverables,
          notes: { evidence: [{ uri: 'new', note: 'draft', ...submitted }], revision: 1 },
        },
      },
    ],
    [
      'further evidence',
      full,
      { type: 'deliverableSubmitted', deliverable: 'brief', evidence: { uri: 'new' }, freshUntil: review },
      {
        revision: 5,
        deliverables: {
          ...full.deliverables,
          brief: { evidence: [piece, { uri: 'new', ...submitted }], revision: 1, freshUntil: review },
        },
      },
    ],
    [
      'evidence of what was sent back, which starts over',
      full,
      { type: 'deliverableSubmitted', deliverable: 'code', evidence: { uri: 'new' } },
      {
        revision: 5,
        deliverables: { ...full.deliverables, code: { evidence: [{ uri: 'new', ...submitted }], revision: 3 } },
      },
    ],
    [
      'a vote',
      full,
      { type: 'voteCast', vote: 'reject', revision: 4 },
      { votes: [vote, { id: 'c-10', by: 'ana', at: later, vote: 'reject', revision: 4, sequence: 10 }] },
    ],
    [
      'a vote about something, in a role, for somebody',
      full,
      { type: 'voteCast', vote: 'approve', revision: 4, on: { track: 'fast' }, role: 'pm', onBehalfOf: 'eva' },
      {
        votes: [
          vote,
          {
            ...{ id: 'c-10', by: 'ana', at: later, vote: 'approve', revision: 4, sequence: 10 },
            ...{ on: { track: 'fast' }, role: 'pm', onBehalfOf: 'eva' },
          },
        ],
      },
    ],
    ['the last gate', full, gate, { gates: passedNow }],
    [
      'a gate into a phase with a target',
      full,
      { ...gate, to: 'after', target: review },
      { ...entered, phase: 'after', target: review, gates: passedNow },
    ],
    [
      'a gate into a phase without a target',
      full,
      { ...gate, to: 'after' },
      { ...entered, phase: 'after', target: gone, gates: passedNow },
    ],
    [
      'a gate between phases without targets',
      endless,
      { ...gate, to: 'after' },
      { ...entered, phase: 'after', gates: passedNow },
    ],
    [
      'a gate with conditions',
      full,
      { ...gate, outcome: 'conditionalGo', conditions: [{ ...taxes, deadline: review }] },
      {
        gates: { ...passedNow, build: { ...passedNow.build, outcome: 'conditionalGo' } },
        conditions: [...full.conditions, { ...taxes, deadline: review, status: 'open', phase: 'build', sequence: 10 }],
      },
    ],
    ['its end', full, { type: 'itemCompleted' }, { status: 'completed', end: { at: later } }],
    [
      'a hold',
      full,
      { type: 'itemHeld', reason: 'law', review },
      { status: 'held', hold: { at: later, reason: 'law', review } },
    ],
    ['going on after a hold', held, { type: 'itemResumed' }, { status: 'active', hold: gone }],
    ['going on without a hold', full, { type: 'itemResumed' }, {}],
    ['a way back with a target', full, { ...recycle, target: review }, { ...recycled, target: review }],
    ['a way back without a target', full, recycle, { ...recycled, target: gone }],
    [
      'a second way back over a gate',
      { ...full, recycles: { build: 1 } } as ItemState,
      { ...recycle, target: review },
      { ...recycled, target: review, recycles: { build: 2 } },
    ],
    [
      'a way back of what is held',
      held,
      { ...recycle, target: review },
      { ...recycled, target: review, status: 'active', hold: gone },
    ],
    [
      'a way back with nothing handed in and no gate passed',
      full,
      { ...recycle, target: review, stale: ['notes'], reopened: ['build'] },
      { ...entered, phase: 'learn', target: review, deliverables: full.deliverables, recycles: { learn: 1, build: 1 } },
    ],
    [
      'the end of what is not worth it',
      full,
      { type: 'itemKilled', reason: 'no demand' },
      { status: 'killed', end: { at: later, reason: 'no demand' } },
    ],
    [
      'the end of what is held',
      held,
      { type: 'itemKilled', reason: 'no demand' },
      { status: 'killed', end: { at: later, reason: 'no demand' }, hold: gone },
    ],
    [
      'a condition that is met',
      full,
      { type: 'conditionMet', condition: 'law' },
      { conditions: [{ ...open, status: 'met', settledBy: 10 }, full.conditions[1]] },
    ],
    [
      'a condition that lapses',
      full,
      { type: 'conditionLapsed', condition: 'taxes' },
      { conditions: [open, { ...open, id: 'taxes', status: 'lapsed', settledBy: 10 }] },
    ],
    [
      'a waiver',
      full,
      { type: 'waiverGranted', target: { deliverable: 'code' }, phase: 'build', reason: 'small', until: review },
      {
        waivers: [
          ...full.waivers,
          {
            ...{ id: 'c-10', by: 'ana', at: later, sequence: 10, phase: 'build', reason: 'small' },
            ...{ target: { deliverable: 'code' }, until: review },
          },
        ],
      },
    ],
    [
      'another track, as its condition says',
      full,
      { type: 'trackChosen', track: 'short' },
      { track: 'short', trackGranted: gone },
    ],
    ['another track, granted', full, { type: 'trackChosen', track: 'short', granted: true }, { track: 'short' }],
    ['no track', full, { type: 'trackChosen' }, { track: gone, trackGranted: gone }],
    ['a correction of nothing that stands', full, { type: 'eventCorrected', corrects: 8, reason: 'a slip' }, {}],
    [
      'a correction with what is so instead',
      full,
      { type: 'eventCorrected', corrects: 2, reason: 'a slip', facts: { risk: 'low' } },
      { facts: { risk: 'low' }, factSources: { risk: { at: later, sequence: 10 } } },
    ],
  ])('folds %s', (_, before, body, changes) => {
    expect(changesOf(before, body)).toStrictEqual(changes);
  });

  it('lets an item that migrates keep the moment at which it came into its phase', () => {
    const names = { phases: { learn: 'explore' }, deliverables: { brief: 'pitch' } };
    const { phase, enteredAt, revision, votes, target, version } = evolveItem(
      delivery,
      { ...full, enteredAt: start },
      eventOf(10, { type: 'itemMigrated', from: 2, to: 3, phase: 'make', target: review, ...names }, later),
    );
    expect({ phase, enteredAt, revision, votes, target, version }).toEqual({
      ...{ phase: 'make', enteredAt: start, revision: 5, votes: [], target: review, version: 3 },
    });
  });

  it.each([
    ['itemStarted', {}, { gates: {}, enteredAt: later }],
    [
      'itemAdopted',
      { source: 'tracker', enteredAt: start, earlier: ['learn', 'think'] },
      {
        enteredAt: start,
        gates: {
          learn: { outcome: 'unknown', at: later, sequence: 10 },
          think: { outcome: 'unknown', at: later, sequence: 10 },
        },
      },
    ],
  ])('begins an item by %s', (type, more, rest) => {
    const told = { owner: 'bo', track: 'fast', target: review };
    const body = { type, phase: 'build', facts: { cost: 3 }, ...told, ...more } as EventBody;
    expect(evolveItem(delivery, full, eventOf(10, body, later))).toStrictEqual({
      ...{ schemaVersion: 1, id: 'PAY-17', process: 'delivery', version: 2, sequence: 10, status: 'active' },
      ...{ phase: 'build', startedAt: later, changedAt: later, revision: 1, facts: { cost: 3 } },
      ...{ factSources: { cost: { at: later, sequence: 10 } }, deliverables: {}, votes: [], conditions: [] },
      ...{ waivers: [], recycles: {}, recent: [{ id: 'c-10', from: 10, to: 10 }], ...told, ...rest },
    });
  });

  it('begins an item of which little is known without a trace of the rest', () => {
    const body = { type: 'itemStarted', phase: 'build', facts: {} } as const;
    const state = evolveItem(delivery, full, eventOf(1, body));
    expect(state.factSources).toEqual({});
    for (const key of ['owner', 'track', 'target']) expect(state).not.toHaveProperty(key);
  });

  it('adds to an item what it lacks alone', () => {
    const bare = startItem(delivery, { id: 'PAY-17', at: start, by: 'ana' }).state as ItemState;
    const state = evolveItem(delivery, bare, eventOf(2, { type: 'itemCompleted' }, later));
    const recent = [{ id: 'c-2', from: 2, to: 2 }, ...bare.recent];
    const end = { at: later };
    expect(state).toStrictEqual({ ...bare, sequence: 2, changedAt: later, status: 'completed', end, recent });
  });

  it('counts several events of one command as one', () => {
    const step = (state: ItemState, sequence: number, command: string): ItemState =>
      evolveItem(delivery, state, { ...eventOf(sequence, { type: 'ownerAssigned', owner: 'bo' }), command });
    const state = step(step(step({ ...full, recent: [] }, 10, 'a'), 11, 'b'), 12, 'b');
    expect(state.recent).toEqual([
      { id: 'b', from: 11, to: 12 },
      { id: 'a', from: 10, to: 10 },
    ]);
  });

  it('remembers the last 32 commands, latest first', () => {
    let state = full;
    const counts: number[] = [];
    for (let sequence = 10; sequence < 50; sequence++) {
      state = evolveItem(delivery, state, eventOf(sequence, { type: 'ownerAssigned', owner: 'bo' }));
      counts.push(state.recent.length);
    }
    expect(counts).toEqual(Array.from({ length: 40 }, (_, step) => Math.min(step + 2, 32)));
    expect(state.recent.map(({ id }) => id)).toEqual(Array.from({ length: 32 }, (_, at) => `c-${49 - at}`));
  });

  it('gives nothing that anybody could change, and changes nothing that it was given', () => {
    const reason = 'small';
    const bodies = [
      { type: 'factsRecorded', facts: { regions: ['EU'] } },
      { type: 'deliverableSubmitted', deliverable: 'brief', evidence: { uri: 'a' }, freshUntil: { ...review } },
      { type: 'voteCast', vote: 'approve', revision: 5, on: { waiver: { criterion: 'safe' } } },
      { type: 'waiverGranted', target: { deliverable: 'code' }, phase: 'build', reason, until: { ...review } },
      { ...gate, conditions: [{ ...taxes, deadline: { ...review } }], to: 'after', target: { ...review } },
      { type: 'conditionMet', condition: 'taxes' },
      { type: 'voteCast', vote: 'approve', revision: 6, on: { track: 'fast' } },
      { type: 'itemHeld', reason, review: { ...review } },
      { ...recycle, stale: ['brief'], target: { ...review } },
      { type: 'itemKilled', reason },
    ];
    const first = startItem(delivery, { id: 'PAY-17', at: start, by: 'ana' }).state as ItemState;
    bodies.reduce((state: ItemState, body, at) => {
      const before = JSON.stringify(state);
      const next = evolveItem(delivery, state, eventOf(at + 2, body as unknown as EventBody));
      expect(JSON.stringify(state)).toBe(before);
      expect(unfrozenIn(next, body.type)).toEqual([]);
      return next;
    }, first);
  });

  it('keeps a list of its own of one that is frozen on the outside alone', () => {
    const regions = ['EU'];
    const facts = Object.freeze({ regions });
    const first = startItem(delivery, { id: 'PAY-17', at: start, by: 'ana' }).state as ItemState;
    const next = evolveItem(delivery, first, eventOf(2, { type: 'factsRecorded', facts }));
    regions.push('US');
    expect(next.facts).toEqual({ regions: ['EU'] });
  });

  it.each(['renamed', 'constructor', '__proto__'])('throws for an event of the type %s', (type) => {
    const act = () => evolveItem(delivery, full, { ...eventOf(10, { type: 'itemCompleted' }), type } as never);
    expect(act).toThrow(`"${type}" is no type of event`);
    expect(act).toThrow(expect.objectContaining({ code: 'process/unknown-event' }));
  });
});

/** The places of a value in which something could be changed. */
function unfrozenIn(value: unknown, place: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) => unfrozenIn(part, `${place}.${key}`));
  return Object.isFrozen(value) ? inner : [place, ...inner];
}
