import { defineCalendar, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import {
  applyCommand,
  type CommandBody,
  decideItem,
  defineProcess,
  type ItemEvent,
  type ItemState,
  type MigrationOptions,
  type MigrationPlan,
  planMigration,
  replayItem,
  startItem,
} from 'keelson/process';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({ cost: fact.number({ min: 0 }), size: fact.oneOf(['small', 'large']) });
const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
const board = definePolicy({ id: 'board', facts, rules: [], otherwise: outcome.requires({ role: 'exec', quorum: 1 }) });
const authority = 'alone';
const shared = { id: 'delivery', roles: ['pm'], facts, policies: { alone, board } } as const;

const first = defineProcess({
  ...shared,
  version: 1,
  phases: {
    learn: {
      deliverables: { brief: { owner: 'pm' }, notes: { owner: 'pm' } },
      gate: { authority, waivable: ['deliverable', 'phase'] },
      target: { workingDays: 5 },
    },
    plan: { deliverables: { prd: { owner: 'pm' } }, gate: { authority, recycleTo: ['learn'], waivable: ['phase'] } },
    build: { gate: { authority, recycleTo: ['plan', 'learn'] }, target: { workingDays: 10 } },
    launch: { gate: { authority: 'board' } },
  },
  tracks: { express: { skip: ['plan'], when: "size == 'small'" }, light: { skip: [], when: 'cost < 5' } },
});

const second = defineProcess({
  ...shared,
  version: 3,
  phases: {
    discover: { deliverables: { brief: { owner: 'pm', atLeast: 2 } }, gate: { authority }, target: { workingDays: 8 } },
    build: {
      deliverables: { spec: { owner: 'pm' } },
      gate: { authority, recycleTo: ['discover'] },
      target: { workingDays: 10 },
    },
    launch: { gate: { authority: 'board' } },
    validate: { gate: { authority } },
  },
  tracks: { express: { skip: ['launch'], when: "size == 'small'" } },
});

type State = ItemState<'learn' | 'plan' | 'build' | 'launch', 'brief' | 'notes' | 'prd'>;
type Command = CommandBody<'learn' | 'plan' | 'build' | 'launch', 'brief' | 'notes' | 'prd'>;

const mapping = {
  phases: { learn: 'discover', plan: null },
  deliverables: { prd: 'spec' },
  tracks: { light: null },
} as const;
const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'], version: '2' });
const directory = defineDirectory({
  people: [{ id: 'eva' }],
  teams: [{ id: 't' }],
  roles: [{ id: 'exec' }],
  assignments: [{ person: 'eva', role: 'exec' }],
});
const began = instant('2026-11-02T09:00:00Z');
const at = instant('2026-11-10T09:00:00Z');
const options: MigrationOptions = { at, by: 'ana', calendar };

/** An item after some commands of its owner, with all of its events. */
function item(id: string, ...commands: readonly Command[]): { state: State; events: ItemEvent[] } {
  const begun = startItem(first, {
    id,
    at: began,
    by: 'ana',
    owner: 'ana',
    facts: { size: 'small', cost: 1 },
    calendar,
  });
  let state = begun.state as State;
  const events: ItemEvent[] = [...(begun.events as readonly ItemEvent[])];
  for (const [i, body] of commands.entries()) {
    const actor =
      body.type === 'vote' ? ({ id: 'eva', roles: ['exec'] } as const) : ({ id: 'ana', roles: ['pm'] } as const);
    const command = { id: `c${i}`, expected: state.sequence, ...body };
    const result = applyCommand(first, state as never, command as never, { actor, at: began, calendar, directory });
    if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join('; '));
    state = result.state as State;
    events.push(...(result.events as readonly ItemEvent[]));
  }
  return { state, events };
}

const handIn = (deliverable: 'brief' | 'notes' | 'prd'): Command => ({
  type: 'submitDeliverable',
  deliverable,
  evidence: { uri: 'https://example.com/x' },
});
const go: Command = { type: 'decideGate', outcome: 'go' };
const toPlan = [handIn('brief'), handIn('notes'), go];
const toBuild = [...toPlan, handIn('prd'), go];

function plan(states: readonly State[], more: Partial<MigrationOptions> = {}, map: object = mapping): MigrationPlan {
  const before = JSON.stringify(states);
  const result = planMigration(first, second, map as typeof mapping, states as never, { ...options, ...more });
  expect(JSON.stringify(states)).toBe(before);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('; '));
  return result.plan as MigrationPlan;
}

const codesOf = (unmoved: MigrationPlan['held']) => unmoved.map(({ reasons }) => reasons.map(({ code }) => code));

describe('planMigration', () => {
  it('moves an item with an event that gives the state under the next version', () => {
    const { state, events } = item('P-1', handIn('brief'));
    const { moved, held, impossible, ended } = plan([state]);
    expect([held, impossible, ended]).toEqual([[], [], []]);
    const [one] = moved;
    expect(one!.event).toEqual({
      ...{ schemaVersion: 1, item: 'P-1', process: 'delivery', version: 3, sequence: 3 },
      ...{ occurredAt: at, recordedAt: at, actor: 'ana', command: 'migrate/1-3', type: 'itemMigrated', from: 1, to: 3 },
      ...{ phase: 'discover', phases: { learn: 'discover', build: 'build', launch: 'launch' } },
      deliverables: { brief: 'brief', prd: 'spec' },
      target: { at: '2026-11-12T09:00:00Z', calendar: '2' },
    });
    expect(one!.state).toMatchObject({ version: 3, phase: 'discover', sequence: 3, enteredAt: began });
    expect(one!.state.deliverables.brief!.evidence).toEqual(state.deliverables.brief!.evidence);
    expect(one!.losses).toEqual([]);
    const replayed = replayItem(second, [...events, one!.event] as never);
    expect(replayed.ok && replayed.state).toEqual(one!.state);
  });

  it('keeps what is the same, and passed gates under their new names', () => {
    const { state } = item('P-1', ...toBuild);
    const [one] = plan([state], { recordedAt: instant('2026-11-11T09:00:00Z'), command: 'm-1' }).moved;
    expect(one!.event).toMatchObject({ recordedAt: '2026-11-11T09:00:00Z', command: 'm-1', target: state.target });
    expect(Object.keys(one!.state.gates)).toEqual(['discover']);
    expect(Object.keys(one!.state.deliverables)).toEqual(['brief', 'spec']);
    expect(plan([state], { calendar: undefined as never }).moved[0]!.state.target).toEqual(state.target);
    const learning = item('P-2').state;
    expect(plan([learning], { calendar: undefined as never }).moved[0]!.state).not.toHaveProperty('target');
  });

  it('judges moved items by the next version', () => {
    const { state } = item('P-1', ...toBuild);
    const [one] = plan([state]).moved;
    const context = { actor: { id: 'ana', roles: ['pm'] }, at, calendar, directory } as const;
    const command = { id: 'c', expected: one!.state.sequence, type: 'decideGate', outcome: 'go' } as const;
    const decided = decideItem(second, one!.state as never, command, context);
    expect(decided.ok && decided.events).toMatchObject([{ type: 'gatePassed', to: 'launch', version: 3 }]);
    const learning = plan([item('P-2', handIn('brief')).state]).moved[0]!.state;
    const refused = decideItem(second, learning as never, { ...command, expected: 3 }, context);
    expect(refused.ok || refused.refusals.map(({ message }) => message)).toEqual([
      'brief has 1 of the 2 pieces that it takes',
    ]);
  });

  it('names items that cannot be moved, with every reason', () => {
    const planning = item('P-1', ...toPlan).state;
    const express = { ...item('P-2').state, track: 'express', phase: 'launch' } as State;
    const light = { ...item('P-3').state, track: 'gone', facts: { size: 'huge', colour: 'red' } as never } as State;
    const { impossible, moved } = plan([planning, express, light, item('P-4').state, item('P-4').state]);
    expect(
      impossible.map(({ item: id, reasons }) => [
        id,
        ...reasons.map(({ code, path, message }) => [code, path, message]),
      ]),
    ).toEqual([
      ['P-1', ['process/no-next-phase', ['items', 0, 'phase'], '"P-1" is in "plan", which has no successor']],
      [
        'P-2',
        [
          'process/next-phase-skipped',
          ['items', 1, 'track'],
          '"P-2" would be in "launch", which its track "express" skips',
        ],
      ],
      [
        'P-3',
        ['process/no-next-track', ['items', 2, 'track'], '"P-3" is on "gone", which has no successor'],
        [
          'process/unfit-fact',
          ['items', 2, 'facts', 'size'],
          expect.stringMatching(/^"P-3" has a fact that the next version does not take: size: /),
        ],
        [
          'process/unfit-fact',
          ['items', 2, 'facts', 'colour'],
          expect.stringMatching(/^"P-3" has a fact that the next version does not take: colour: /),
        ],
      ],
      ['P-4', ['process/migrated-twice', ['items', 4, 'id'], '"P-4" stands at items[3] already']],
    ]);
    for (const { reasons } of impossible)
      for (const { severity, hint } of reasons) expect([severity, hint]).toEqual(['error', expect.any(String)]);
    expect(moved.map((one) => one.item)).toEqual(['P-4']);
  });

  it('names items of other versions and processes, and values that are no items', () => {
    const { state } = item('P-1');
    const wrong = [
      { ...state, version: 2 },
      { ...state, id: 'P-2', process: 'hiring' },
      null,
      { ...state, id: '__proto__', votes: 'none' },
      { id: 'P-3' },
      { ...state, id: 'P-4', sequence: 0.5 },
      { ...state, id: 'P-5', changedAt: 'now' },
      { ...state, id: 'P-6', gates: [] },
      { ...state, id: 'P-7', phase: 7 },
    ];
    const { impossible } = plan(wrong as never);
    expect(impossible.map(({ item: id, reasons }) => [id, reasons[0]!.code, reasons[0]!.message])).toEqual([
      ['P-1', 'process/not-of-version', '"P-1" is under delivery 2, not under delivery 1'],
      ['P-2', 'process/not-of-version', '"P-2" is under hiring 1, not under delivery 1'],
      ['items[2]', 'process/not-an-item', 'items[2] is no state of an item'],
      ...['__proto__', 'P-3', 'P-4', 'P-5', 'P-6', 'P-7'].map((id, i) => [
        id,
        'process/not-an-item',
        `items[${i + 3}] is no state of an item`,
      ]),
    ]);
  });

  it('does not move an item to a time before its last event', () => {
    const { state } = item('P-1');
    const early = instant('2026-11-02T08:59:59Z');
    expect(plan([state], { at: early }).impossible[0]!.reasons[0]).toMatchObject({
      code: 'process/migrated-too-early',
      message: '"P-1" changed at 2026-11-02T09:00:00Z, after it would be moved at 2026-11-02T08:59:59Z',
    });
    expect(plan([state], { at: began }).moved).toHaveLength(1);
  });

  it('leaves items that have ended under the version that they ended in', () => {
    const killed = item('P-1', ...toPlan, { type: 'decideGate', outcome: 'kill', reason: 'no demand' }).state;
    expect(plan([killed])).toEqual({ moved: [], held: [], impossible: [], ended: ['P-1'] });
  });

  it('holds items that would lose something, unless losses are accepted', () => {
    const noted = item('P-1', handIn('notes')).state;
    const conditional: Command = {
      type: 'decideGate',
      outcome: 'conditionalGo',
      conditions: [
        { id: 'legal', text: 'ask legal', owner: 'eva', due: '2026-11-20', onLapse: { recycleTo: 'plan' } },
        { id: 'other', text: 'ask', owner: 'eva', due: '2026-11-20', onLapse: { recycleTo: 'learn' } },
        { id: 'held', text: 'ask', owner: 'eva', due: '2026-11-20' },
        { id: 'met', text: 'ask', owner: 'eva', due: '2026-11-20', onLapse: { recycleTo: 'plan' } },
      ],
    };
    const promised = item('P-2', ...toPlan, handIn('prd'), conditional, {
      type: 'meetCondition',
      condition: 'met',
    }).state;
    const voted = item('P-3', ...toBuild, go, { type: 'vote', vote: 'approve' }).state;
    const { held, moved } = plan([noted, promised, voted]);
    expect(moved).toEqual([]);
    expect(
      held.map(({ item: id, reasons }) => [
        id,
        ...reasons.map(({ code, path, message, severity }) => [code, path, message, severity]),
      ]),
    ).toEqual([
      [
        'P-1',
        [
          'process/loses-evidence',
          ['items', 0, 'deliverables', 'notes'],
          '"P-1" would lose what was handed in as "notes"',
          'warning',
        ],
      ],
      [
        'P-2',
        [
          'process/loses-recycle',
          ['items', 1, 'conditions', 0, 'onLapse'],
          'condition "legal" of "P-2" would hold it in place of sending it back to "plan"',
          'warning',
        ],
      ],
      ['P-3', ['process/loses-votes', ['items', 2, 'votes'], '"P-3" would lose a vote', 'warning']],
    ]);
    const accepted = plan([noted, promised, voted], { losses: 'accept' });
    expect(accepted.held).toEqual([]);
    expect(accepted.moved.map(({ losses }) => losses)).toEqual(held.map(({ reasons }) => reasons));
    expect(accepted.moved[1]!.state.conditions.map(({ id, onLapse }) => [id, onLapse])).toEqual([
      ['legal', 'hold'],
      ['other', { recycleTo: 'discover' }],
      ['held', 'hold'],
      ['met', 'hold'],
    ]);
    expect(accepted.moved[2]!.state.votes).toEqual([]);
    const twice = item(
      'P-4',
      ...toBuild,
      go,
      { type: 'vote', vote: 'reject' },
      { type: 'vote', vote: 'approve' },
    ).state;
    expect(plan([twice]).held[0]!.reasons[0]!.message).toBe('"P-4" would lose 2 votes');
  });

  it('loses nothing that no longer counts', () => {
    // What was handed in for an earlier phase, or sent back, is asked for by no gate.
    const sentBack = item('P-1', ...toPlan, { type: 'decideGate', outcome: 'recycle', to: 'learn' }).state;
    expect(codesOf(plan([item('P-2', ...toBuild).state, sentBack]).held)).toEqual([]);
    const waived = item('P-3', {
      type: 'grantWaiver',
      target: { phase: 'plan' },
      reason: 'small',
      until: '2026-11-20',
    }).state;
    const [one] = plan([waived]).moved;
    expect(one!.state.waivers).toMatchObject([{ target: { phase: 'plan' }, reason: 'small' }]);
  });

  it('keeps items on their tracks, or takes them off', () => {
    const express = item('P-1', { type: 'chooseTrack', track: 'express' }).state;
    const light = item('P-2', { type: 'chooseTrack', track: 'light' }).state;
    const { moved } = plan([express, light]);
    expect(moved.map(({ state }) => state.track)).toEqual(['express', undefined]);
    expect(codesOf(plan([light], {}, { ...mapping, tracks: {} }).impossible)).toEqual([['process/no-next-track']]);
    expect(plan([light], {}, { ...mapping, tracks: { light: 'express' } }).moved[0]!.state.track).toBe('express');
  });

  it('makes one phase of two where the mapping says so', () => {
    const planning = item('P-1', ...toPlan).state;
    const both = { ...mapping, phases: { learn: 'discover', plan: 'discover' } };
    const [one] = plan([planning], {}, both).moved;
    expect(one!.state.phase).toBe('discover');
  });

  it('finds every fault of a mapping, and plans nothing', () => {
    const wrong = {
      phases: { lern: 'discover', learn: 'discovery', plan: null, __proto__x: 'build' },
      deliverables: { notes: 'brief', prd: 'breif' },
      tracks: { express: 'expres', fast: null },
    };
    const result = planMigration(first, second, wrong as never, [], options);
    expect(result.ok || result.diagnostics.map(({ code, path, message, hint }) => [code, path, message, hint])).toEqual(
      [
        [
          'process/unknown-migrated-name',
          ['phases', 'lern'],
          'the earlier version has no phase "lern"',
          'did you mean learn?',
        ],
        [
          'process/unknown-migrated-name',
          ['phases', 'learn'],
          'the next version has no phase "discovery"',
          'did you mean discover?',
        ],
        [
          'process/unknown-migrated-name',
          ['phases', '__proto__x'],
          'the earlier version has no phase "__proto__x"',
          'its names are learn, plan, build, launch',
        ],
        [
          'process/unknown-migrated-name',
          ['deliverables', 'prd'],
          'the next version has no deliverable "breif"',
          'did you mean brief?',
        ],
        [
          'process/unknown-migrated-name',
          ['tracks', 'express'],
          'the next version has no track "expres"',
          'did you mean express?',
        ],
        [
          'process/unknown-migrated-name',
          ['tracks', 'fast'],
          'the earlier version has no track "fast"',
          'its names are express, light',
        ],
        [
          'process/merged-deliverables',
          ['deliverables', 'notes'],
          '"brief" and "notes" would both become "brief", which can keep the evidence of one',
          'drop one of them: {"brief":null}',
        ],
      ],
    );
  });

  it.each([
    ['the same version', first, first, 'delivery 1 is no later version of delivery 1'],
    ['an earlier version', second, first, 'delivery 1 is no later version of delivery 3'],
    [
      'another process',
      first,
      defineProcess({ ...shared, id: 'hiring', version: 2, phases: { a: { gate: { authority } } } }),
      'hiring 2 is no later version of delivery 1',
    ],
  ])('refuses %s', (_, before, after, message) => {
    const result = planMigration(before as typeof first, after as typeof second, {}, [], options);
    expect(result.ok || result.diagnostics).toEqual([
      {
        ...{ code: 'process/not-next-version', severity: 'error', path: [], message },
        hint: 'give the version that items are under, then the one that they go to, of one process',
      },
    ]);
  });

  it('says that a process without tracks has none', () => {
    const plain = defineProcess({ ...shared, version: 9, phases: { learn: { gate: { authority } } } });
    const result = planMigration(first, plain, { tracks: { light: 'express' } }, [], options);
    expect(result.ok || result.diagnostics.map(({ hint }) => hint)).toEqual(['its names are none']);
  });

  it('throws for options that are none', () => {
    const bad = { at: 'now' as never, by: '', command: 7 as never };
    expect(() => planMigration(first, second, {}, [], bad)).toThrow(
      expect.objectContaining({
        code: 'process/invalid-options',
        message: expect.stringContaining(
          'no items can be moved: at is "now", no moment in UTC; recordedAt is "now", no moment in UTC; by is empty; command must be a text',
        ),
      }),
    );
  });

  it('plans for 10,000 items; those that move verify under the next version, the others are untouched', () => {
    const kinds = [
      item('a', handIn('brief')),
      item('b', ...toPlan),
      item('c', ...toBuild),
      item('d', handIn('notes')),
      item('e', { type: 'chooseTrack', track: 'express' }),
    ];
    const states = Array.from({ length: 10_000 }, (_, i) => Object.freeze({ ...kinds[i % 5]!.state, id: `P-${i}` }));
    const copy = JSON.stringify(states);
    const { moved, held, impossible, ended } = plan(states);
    expect([moved.length, held.length, impossible.length, ended.length]).toEqual([6_000, 2_000, 2_000, 0]);
    expect(JSON.stringify(states)).toBe(copy);
    const phases = ['discover', 'build', 'launch', 'validate'];
    for (const { state, event, item: id } of moved) {
      expect(state.id).toBe(id);
      expect(phases).toContain(state.phase);
      for (const phase of [...Object.keys(state.gates), ...Object.keys(state.recycles)])
        expect(phases).toContain(phase);
      for (const name of Object.keys(state.deliverables)) expect(['brief', 'spec']).toContain(name);
      expect(state).toMatchObject({ version: 3, sequence: event.sequence, changedAt: at });
    }
    const context = { actor: { id: 'ana', roles: ['pm'] }, at, calendar, directory } as const;
    for (const { state } of moved.filter((_, i) => i % 500 === 0)) {
      const body = { id: 'next', expected: state.sequence, type: 'assignOwner', owner: 'bo' } as const;
      expect(decideItem(second, state as never, body, context).ok).toBe(true);
    }
  });
});
