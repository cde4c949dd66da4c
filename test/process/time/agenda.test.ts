import fc from 'fast-check';
import { defineCalendar, instant } from 'keelson/foundation';
import { decideItem, type GateAgendaOptions, gateAgenda, type ItemState } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { anyItem } from './items.js';
import { begun, calendar, directory, handIn, hour, release, went } from './release.js';

const options = { gate: 'build', at: hour(25), calendar, directory } satisfies GateAgendaOptions;
const thursday = instant('2026-11-05T08:00:00Z');

/** In the build phase since so many hours after Monday at nine; what is handed in comes on Tuesday, just after nine. */
function inBuild(id: string, since: number, ...handed: readonly string[]): ItemState {
  return went(
    begun(id, hour(since)),
    [hour(since), { type: 'recordFacts', facts: { interviews: 5 } }],
    [hour(since), handIn('brief')],
    [hour(since), { type: 'decideGate', outcome: 'go' }],
    ...handed.map((deliverable) => [hour(24, 1), handIn(deliverable)] as const),
  );
}

const whole = ['plan', 'code', 'code'];
const ids = (items: readonly { readonly item: string }[]) => items.map(({ item }) => item);

describe('the agenda of a gate', () => {
  it('has each item in front of it in one list, by what it lacks at the forum', () => {
    const agenda = gateAgenda(
      release,
      [
        inBuild('ready', 0, ...whole),
        inBuild('nearly', 0, 'plan', 'code'),
        inBuild('far', 0),
        begun('elsewhere'),
        went(inBuild('ended', 0), [hour(25), { type: 'decideGate', outcome: 'kill', reason: 'no need' }]),
      ],
      options,
    );
    expect(agenda.gate).toBe('build');
    expect(agenda.forum).toEqual({ day: '2026-11-05', at: thursday });
    expect(agenda.places).toBe(2);
    expect(ids(agenda.ready)).toEqual(['ready']);
    expect(agenda.nearlyReady.map(({ item, missing }) => [item, missing.map(({ message }) => message)])).toEqual([
      ['nearly', ['code has 1 of the 2 pieces that it takes']],
    ]);
    expect(agenda.notReady.map(({ item, missing }) => [item, missing.length])).toEqual([['far', 2]]);
    expect(agenda.waiting).toEqual([]);
    expect(agenda.foreign).toEqual([]);
    expect(JSON.parse(JSON.stringify(agenda))).toEqual(agenda);
  });

  it('takes an item on hold for one that lacks being resumed', () => {
    const held = went(inBuild('held', 0, ...whole), [
      hour(25),
      { type: 'decideGate', outcome: 'hold', reason: 'no budget', reviewOn: '2026-11-10' },
    ]);
    const { nearlyReady, ready } = gateAgenda(release, [held], { ...options, at: hour(26) });
    expect(ready).toEqual([]);
    expect(nearlyReady[0]?.missing.map(({ code }) => code)).toEqual(['process/on-hold']);
  });

  it('looks at what will have lapsed by then', () => {
    const soon = inBuild('soon', 0, ...whole);
    // The plan counts for two working days, until a millisecond after the forum has opened.
    const agenda = gateAgenda(release, [soon], options);
    expect(ids(agenda.ready)).toEqual(['soon']);
    const earlier = went(inBuild('soon', 0), ...whole.map((each) => [hour(24), handIn(each)] as const));
    expect(gateAgenda(release, [earlier], options).nearlyReady[0]?.missing[0]?.message).toBe(
      'plan counted until 2026-11-05T08:00:00Z',
    );
  });

  it('has room for so many, and those that were there first come first', () => {
    const states = ['c', 'b', 'a'].map((id) => inBuild(id, 0, ...whole));
    const agenda = gateAgenda(release, [...states, inBuild('early', -1, ...whole)], options);
    expect(ids(agenda.ready)).toEqual(['early', 'a']);
    expect(ids(agenda.waiting)).toEqual(['b', 'c']);
  });

  it('says whose time in the phase has passed, and begins with them', () => {
    // Ten working days from Monday at nine in Berlin.
    const due = '2026-11-16T08:00:00Z';
    const late = inBuild('late', 0, ...whole);
    const new_ = inBuild('new', 20, ...whole);
    const agendaAt = (at: string) => gateAgenda(release, [new_, late], { ...options, at: instant(at) });
    expect(agendaAt('2026-11-16T07:59:59.999Z').overdue).toEqual([]);
    const agenda = agendaAt(due);
    expect(agenda.overdue).toEqual(['late']);
    expect(ids([...agenda.ready, ...agenda.nearlyReady, ...agenda.notReady])).toEqual(['late', 'new']);
  });

  it('begins with the earliest target; what has none comes last, by when it came', () => {
    const deadline = (at: string) => ({ at: instant(at), calendar: '2026-a' });
    const placed = (id: string, since: number, at: string | undefined): ItemState => {
      const { target: _, ...item } = inBuild(id, since);
      return { ...item, ...(at !== undefined && { target: deadline(at) }) };
    };
    const items = [
      placed('d-without', 0, undefined),
      placed('c-without', 1, undefined),
      placed('e-without', 0, undefined),
      placed('b-late', -1, '2026-12-02T09:00:00Z'),
      placed('z-soon', 1, '2026-12-01T09:00:00Z'),
      placed('a-soon', 1, '2026-12-01T09:00:00Z'),
      placed('x-soon', 0, '2026-12-01T09:00:00Z'),
    ];
    const order = ['x-soon', 'a-soon', 'z-soon', 'b-late', 'd-without', 'e-without', 'c-without'];
    expect(ids(gateAgenda(release, items, options).notReady)).toEqual(order);
    expect(ids(gateAgenda(release, [...items].reverse(), options).notReady)).toEqual(order);
  });

  it('tells of an item whose it is, its track, and since when it is late, of each what there is', () => {
    const { owner: _, target: __, ...bare } = inBuild('bare', 0, ...whole);
    const target = { at: hour(24), calendar: '2026-a' };
    const full = { ...inBuild('full', 0, ...whole), track: 'light', target };
    const { ready, nearlyReady } = gateAgenda(release, [bare, full], options);
    expect(ready[0]).toEqual({
      ...{ item: 'full', owner: 'ana', track: 'light', enteredAt: hour(0), overdueSince: hour(24), missing: [] },
    });
    expect(nearlyReady[0]).toMatchObject({ item: 'bare', enteredAt: hour(0) });
    for (const key of ['owner', 'track', 'overdueSince']) expect(nearlyReady[0]).not.toHaveProperty(key);
  });

  it('leaves items of another process or version to theirs, by name', () => {
    const older = { ...inBuild('older', 0), version: 2 };
    const other = { ...inBuild('other', 0), process: 'other' };
    expect(gateAgenda(release, [older, other], options).foreign).toEqual(['older', 'other']);
  });

  it('is not asked of a gate that there is none of', () => {
    expect(() => gateAgenda(release, [], { ...options, gate: 'launch' })).toThrow(
      expect.objectContaining({ code: 'process/unknown-gate', message: 'release has no phase "launch"' }),
    );
  });

  it('is empty without items', () => {
    expect(gateAgenda(release, [], options)).toEqual({
      ...{ gate: 'build', forum: { day: '2026-11-05', at: thursday }, places: 2 },
      ...{ ready: [], waiting: [], nearlyReady: [], notReady: [], overdue: [], foreign: [] },
    });
  });
});

describe('the forum', () => {
  const forumAt = (at: string, on = calendar) =>
    gateAgenda(release, [], { ...options, at: instant(at), calendar: on }).forum;

  it.each([
    ['2026-11-04T22:59:59.999Z', '2026-11-05', '2026-11-05T08:00:00Z', 'opens with working hours'],
    ['2026-11-04T23:00:00Z', '2026-11-05', '2026-11-04T23:00:00Z', 'is now, on its day'],
    ['2026-11-05T22:59:59.999Z', '2026-11-05', '2026-11-05T22:59:59.999Z', 'is now until its day ends'],
    ['2026-11-05T23:00:00Z', '2026-11-19', '2026-11-19T08:00:00Z', 'is the next one from then on'],
    ['2026-12-04T00:00:00Z', '2027-01-14', '2027-01-14T08:00:00Z', 'is none in the freeze, or on a holiday'],
    ['2026-10-01T00:00:00Z', '2026-11-05', '2026-11-05T08:00:00Z', 'is the first one before that'],
  ])('asked for at %s is on %s at %s: it %s', (at, day, opens) => {
    expect(forumAt(at)).toEqual({ day, at: opens });
  });

  it('opens by the clocks of its zone, before and after they change', () => {
    const definition = { version: '2026-a', weekend: ['saturday', 'sunday'] as const, windows: [] };
    const newYork = defineCalendar({
      ...definition,
      weekend: [...definition.weekend],
      zone: 'America/New_York',
      workingHours: { from: '08:30', to: '17:00' },
      windows: [{ id: 'freeze', from: '2026-12-14', to: '2027-01-04' }],
    });
    expect(forumAt('2026-11-06T00:00:00Z', newYork)?.at).toBe('2026-11-06T00:00:00Z');
    expect(forumAt('2026-11-06T12:00:00Z', newYork)?.at).toBe('2026-11-19T13:30:00Z');
    expect(forumAt('2027-03-01T12:00:00Z', newYork)?.at).toBe('2027-03-11T13:30:00Z');
    expect(forumAt('2027-03-12T12:00:00Z', newYork)?.at).toBe('2027-03-25T12:30:00Z');
  });

  it('of a gate without meetings is now', () => {
    const at = hour(5);
    expect(gateAgenda(release, [], { ...options, gate: 'check', at }).forum).toEqual({ day: '2026-11-02', at });
    const { ready, places } = gateAgenda(release, [], { ...options, gate: 'check', at });
    expect([ready, places]).toEqual([[], undefined]);
    const states = ['a', 'b', 'c'].map((id): ItemState => ({ ...inBuild(id, 0, ...whole), phase: 'check' }));
    const facts = { risk: 'low' };
    const all = gateAgenda(
      release,
      states.map((each) => ({ ...each, facts, owner: 'ana' })),
      { ...options, gate: 'check' },
    );
    expect([ids(all.ready), all.waiting]).toEqual([['a', 'b', 'c'], []]);
    expect(all).not.toHaveProperty('places');
  });

  it('that never comes leaves every item without the one thing that would be needed', () => {
    const closed = defineCalendar({
      ...{ zone: 'Europe/Berlin', weekend: ['saturday', 'sunday'] },
      windows: [{ id: 'freeze', from: '2026-01-01', to: '9999-12-31' }],
    });
    const agenda = gateAgenda(release, [inBuild('search', 0, ...whole)], {
      ...options,
      at: thursday,
      calendar: closed,
    });
    expect(agenda).not.toHaveProperty('forum');
    expect(agenda.nearlyReady[0]?.missing.map(({ code }) => code)).toEqual(['process/outside-window']);
  });
});

describe('readiness', () => {
  it('is what the decision says to a go by the owner at the forum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyItem, fc.constantFrom('low', 'high', undefined)), { maxLength: 6 }),
        fc.integer({ min: 0, max: 200 }),
        (drawn, hours) => {
          const states = drawn.map(([state, risk], index): ItemState => {
            const facts = { interviews: 5, ...(risk !== undefined && { risk }) };
            return { ...state, id: `item-${index}`, phase: 'build', facts };
          });
          const agenda = gateAgenda(release, states, { ...options, at: hour(hours) });
          const { ready, waiting, nearlyReady, notReady } = agenda;
          const missing = new Map(
            [...ready, ...waiting, ...nearlyReady, ...notReady].map((each) => [each.item, each.missing]),
          );
          for (const state of states) {
            const context = { actor: { id: 'ana', roles: [] }, at: agenda.forum!.at, calendar, directory };
            const go = { id: 'go', expected: state.sequence, type: 'decideGate', outcome: 'go' } as const;
            const decision = decideItem(release, state, go, context);
            if (state.end === undefined) expect(missing.get(state.id)).toEqual(decision.ok ? [] : decision.refusals);
            else expect(missing.has(state.id)).toBe(false);
          }
          expect(ready.length).toBeLessThanOrEqual(2);
          expect(waiting.length === 0 || ready.length === 2).toBe(true);
          expect([...ready, ...waiting].every((each) => each.missing.length === 0)).toBe(true);
          expect(nearlyReady.every((each) => each.missing.length === 1)).toBe(true);
          expect(notReady.every((each) => each.missing.length > 1)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
