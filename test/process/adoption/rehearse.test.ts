import { defineCalendar, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { defineProcess, type ItemMove, type PastFacts, rehearseHistory, type Whereabouts } from 'keelson/process';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({ interviews: fact.integer({ min: 0 }), big: fact.boolean() });
const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
const board = definePolicy({ id: 'board', facts, rules: [], otherwise: outcome.requires({ role: 'exec', quorum: 1 }) });
const authority = 'alone';

const process = defineProcess({
  ...{ id: 'delivery', roles: ['pm'], facts, policies: { alone, board } },
  phases: {
    learn: { gate: { authority, criteria: { learned: 'interviews >= 5' } } },
    plan: { deliverables: { plan: { owner: 'pm', atLeast: 2 } }, gate: { authority, waivable: ['phase'] } },
    build: { gate: { authority, recycleTo: ['plan', 'build'], maxRecycles: 1 } },
    check: { gate: { authority: 'board' } },
  },
  tracks: { express: { skip: ['plan'], when: 'big' } },
});

type P = 'learn' | 'plan' | 'build' | 'check';
const completed = { end: 'completed' } as const;
const killed = { end: 'killed' } as const;
const on = (day: number) => instant(`2026-11-${String(day).padStart(2, '0')}T09:00:00Z`);
const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
const directory = defineDirectory({
  people: [{ id: 'ana' }, { id: 'eva' }],
  teams: [{ id: 'checkout' }],
  roles: [{ id: 'exec' }],
  assignments: [{ person: 'eva', role: 'exec' }],
});
const context = { calendar, directory, actor: { id: 'ana', roles: [] } };
const known: readonly PastFacts<{ interviews: { type: 'integer' }; big: { type: 'boolean' } }>[] = [
  { item: 'P-7', owner: 'ana', facts: { interviews: 6, big: true } },
];

function move(day: number, from: Whereabouts<P>, to: Whereabouts<P>, rest: Partial<ItemMove<P>> = {}): ItemMove<P> {
  return { item: 'P-7', at: on(day), from, to, ...rest };
}

function rehearse(moves: readonly ItemMove<P>[], more: object = {}, about = known) {
  const rehearsal = rehearseHistory(process, moves, about, { ...context, ...more });
  expect(rehearsal.diagnostics).toEqual([]);
  return rehearsal;
}

const codesOf = ({ refused }: ReturnType<typeof rehearse>) =>
  refused.map(({ move: index, refusals }) => [index, refusals.map(({ code }) => code)]);

describe('rehearseHistory', () => {
  it('passes what the process would have let happen', () => {
    const moves = [
      move(1, null, 'learn'),
      move(2, 'learn', 'plan'),
      move(3, 'plan', 'build'),
      move(4, 'build', 'plan'),
      move(5, 'plan', killed),
    ];
    expect(rehearse(moves, { deliverables: 'assumed' })).toEqual({
      passed: 4,
      refused: [],
      unasked: [0],
      codes: {},
      diagnostics: [],
    });
  });

  it('says which refusals there would have been, by code, the most frequent first', () => {
    const items = ['a', 'b', 'c'];
    const moves = items.flatMap((item) => [move(1, 'learn', 'plan', { item }), move(2, 'plan', 'build', { item })]);
    const about = items.map((item) => ({ item, owner: 'ana', facts: { interviews: item === 'a' ? 1 : 5 } }));
    const { passed, refused, codes } = rehearse(moves, {}, about);
    expect(passed).toBe(2);
    expect(Object.entries(codes)).toEqual([
      ['process/deliverable-missing', 3],
      ['process/criterion-unmet', 1],
    ]);
    expect(refused[0]).toMatchObject({
      move: 0,
      item: 'a',
      at: on(1),
      refusals: [{ message: 'learned is not met: interviews >= 5' }],
    });
    expect(refused.map(({ item }) => item)).toEqual(['a', 'a', 'b', 'c']);
  });

  it('goes on from where the history says, whatever was refused', () => {
    const moves = [move(1, 'learn', 'plan'), move(2, 'plan', 'build'), move(3, 'build', 'check')];
    expect(codesOf(rehearse(moves))).toEqual([[1, ['process/deliverable-missing']]]);
  });

  it('asks a waiver of each phase in between, and then the gate', () => {
    expect(codesOf(rehearse([move(1, 'learn', 'build')]))).toEqual([]);
    const about = [{ item: 'P-7', owner: 'ana', facts: { interviews: 1 } }];
    const { refused, codes } = rehearse([move(1, 'learn', completed)], {}, about);
    expect(refused[0]!.refusals.map(({ code, path }) => [code, path])).toEqual([
      ['process/not-waivable', ['phases', 2, 'gate', 'waivable']],
      ['process/not-waivable', ['phases', 3, 'gate', 'waivable']],
      ['process/approval-pending', ['phases', 3, 'gate', 'authority']],
      ['process/criterion-unmet', ['phases', 0, 'gate', 'criteria', 0]],
    ]);
    expect(codes['process/not-waivable']).toBe(1);
  });

  it('counts what a gate sent back, allowed or not', () => {
    const around = [move(1, 'build', 'plan'), move(2, 'plan', 'build'), move(3, 'build', 'plan')];
    const assumed = rehearse(around, { deliverables: 'assumed' });
    expect(codesOf(assumed)).toEqual([[2, ['process/recycle-limit']]]);
    const unowned = rehearse([move(1, 'build', 'learn'), move(2, 'learn', 'build'), move(3, 'build', 'plan')]);
    expect(codesOf(unowned)).toEqual([
      [0, ['process/recycle-not-allowed']],
      [2, ['process/recycle-limit']],
    ]);
    const again = rehearse([move(1, 'build', 'build'), move(2, 'build', 'build')]);
    expect(codesOf(again)).toEqual([[1, ['process/recycle-limit']]]);
  });

  it('counts what a gate was allowed to send back once', () => {
    const twice = defineProcess({
      ...{ id: 'twice', facts, policies: { alone } },
      phases: { plan: { gate: { authority } }, build: { gate: { authority, recycleTo: ['plan'], maxRecycles: 2 } } },
    });
    const at = (day: number, from: 'plan' | 'build', to: 'plan' | 'build') => ({ item: 'P-7', at: on(day), from, to });
    const around = [1, 3, 5].flatMap((day) => [at(day, 'build', 'plan'), at(day + 1, 'plan', 'build')]);
    const { refused } = rehearseHistory(twice, around, [{ item: 'P-7', owner: 'ana' }], context);
    expect(refused.map(({ move: index, refusals }) => [index, refusals.map(({ code }) => code)])).toEqual([
      [4, ['process/recycle-limit']],
    ]);
  });

  it('refuses to go on from an end, and goes on from there', () => {
    const moves = [move(1, 'learn', killed), move(2, killed, 'build'), move(3, 'build', 'check')];
    const rehearsal = rehearse(moves);
    expect(codesOf(rehearsal)).toEqual([[1, ['process/item-ended']]]);
    expect(rehearsal.passed).toBe(2);
    expect(rehearsal.refused[0]!.refusals[0]!.message).toBe('the item was killed at 2026-11-01T09:00:00Z');
  });

  it('has no question for moves into the process and out of it', () => {
    const moves = [move(1, null, 'build'), move(2, 'build', null), move(3, null, 'build'), move(4, 'build', 'check')];
    const { unasked, passed } = rehearse(moves);
    expect([unasked, passed]).toEqual([[0, 1, 2], 1]);
  });

  it('lets whoever made a move act, in the roles of that day', () => {
    expect(codesOf(rehearse([move(1, 'learn', 'plan', { by: 'bo' })]))).toEqual([[0, ['process/not-owner']]]);
    const byExec = rehearse([move(1, 'check', completed, { by: 'eva' })]);
    expect(codesOf(byExec)).toEqual([[0, ['process/approval-pending']]]);
    expect(codesOf(rehearse([move(1, 'check', completed, { by: 'bo' })]))).toEqual([
      [0, ['process/not-authorized', 'process/approval-pending']],
    ]);
  });

  it('takes the track of a move', () => {
    const track = 'express';
    expect(codesOf(rehearse([move(1, 'learn', 'build', { track })]))).toEqual([]);
    const small = [{ item: 'P-7', owner: 'ana', facts: { interviews: 6, big: false } }];
    expect(rehearse([move(1, 'learn', 'build', { track })], {}, small).passed).toBe(0);
    expect(codesOf(rehearse([move(1, 'build', 'check', { track }), move(2, 'check', completed)]))).toEqual([
      [1, ['process/approval-pending']],
    ]);
  });

  it('knows of an item what was known at the time', () => {
    const about = [
      { item: 'P-7', at: on(4), facts: { interviews: 6 } },
      { item: 'P-7', owner: 'ana' },
      { item: 'P-7', at: on(2), facts: { interviews: 1 } },
    ];
    const moves = [1, 2, 3, 4].map((day) => move(day, 'learn', 'plan'));
    expect(codesOf(rehearse(moves, {}, about))).toEqual([
      [0, ['process/criterion-unknown']],
      [1, ['process/criterion-unmet']],
      [2, ['process/criterion-unmet']],
    ]);
  });

  it('says that a move is out of order as for any command', () => {
    const about = [{ item: 'P-7', owner: 'ana', at: on(3), facts: { interviews: 5 } }];
    const rehearsal = rehearse([move(3, 'learn', 'plan'), move(2, 'learn', 'plan')], {}, about);
    expect(codesOf(rehearsal)).toEqual([[1, ['process/out-of-order']]]);
  });

  it('leaves out what does not fit, and says so', () => {
    const loose = rehearseHistory(
      process,
      [move(1, 'lern' as never, 'plan'), move(1, 'learn', 'plan', { at: 'today' as never }), move(1, 'learn', 'plan')],
      [...known, { item: 'P-7', facts: { interviews: 'many' as never } }, { item: 'P-7', at: 'then' as never }],
      context,
    );
    expect(loose.passed).toBe(1);
    expect(loose.diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['governance/wrong-value', ['facts', 1, 'facts', 'interviews']],
      ['process/unreadable-history', ['facts', 2, 'at']],
      ['process/unknown-place', ['moves', 0, 'from']],
      ['process/unreadable-history', ['moves', 1, 'at']],
    ]);
    expect(loose.diagnostics.slice(1).map(({ message, hint }) => [message, hint])).toEqual([
      ['facts[2] is of no moment in UTC', 'give it as YYYY-MM-DDThh:mm:ssZ'],
      ['move 0, of "P-7", names the phase "lern", which the process does not have', 'did you mean learn?'],
      ['move 1, of "P-7", is of no moment in UTC', 'give it as YYYY-MM-DDThh:mm:ssZ'],
    ]);
  });

  it('changes nothing, and says the same again', () => {
    const moves = Object.freeze([move(1, 'learn', 'build'), move(2, 'build', 'plan'), move(3, 'plan', 'build')]);
    const about = Object.freeze(known.map((entry) => Object.freeze(entry)));
    const before = JSON.stringify([moves, about]);
    expect(rehearse(moves, {}, about)).toEqual(rehearse(moves, {}, about));
    expect(JSON.stringify([moves, about])).toBe(before);
  });

  it('reads hostile ids as any other', () => {
    const items = ['__proto__', 'constructor', 'toString'];
    const moves = items.map((item) => move(1, 'learn', 'plan', { item }));
    const about = items.map((item) => ({ item, owner: 'ana', facts: { interviews: 7 } }));
    expect(rehearse(moves, {}, about).passed).toBe(3);
  });
});
