import { defineCalendar, type Instant, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import {
  type Actor,
  applyCommand,
  availableActions,
  type CommandBody,
  decideItem,
  defineProcess,
  type ItemState,
  type Process,
  startItem,
} from 'keelson/process';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({ cost: fact.number({ min: 0 }), ready: fact.boolean(), risk: fact.oneOf(['low', 'high']) });
const alone = definePolicy({
  ...{ id: 'alone', version: '3', facts },
  rules: [{ id: 'cheap', when: 'cost <= 100', then: outcome.autonomous(), because: 'little is lost' }],
  otherwise: outcome.forbidden(),
});
const board = definePolicy({
  ...{ id: 'board', version: '1', facts, rules: [] },
  otherwise: outcome.requires({ role: 'director', quorum: 1 }),
});

const gated: Process = defineProcess({
  ...{ id: 'gated', version: 2, roles: ['pm'], facts, policies: { alone, board } },
  phases: {
    plan: {
      deliverables: { brief: { owner: 'pm', freshFor: { workingDays: 3 } }, sketch: { owner: 'pm', needs: ['brief'] } },
      gate: {
        criteria: {
          cheap: 'cost <= 50',
          fit: { when: 'ready', should: true, weight: 3 },
          safe: { when: "risk == 'low'", should: true },
        },
        ...{
          threshold: 0.5,
          authority: 'alone',
          waivable: ['deliverable', 'criterion', 'phase'],
          recycleTo: ['plan'],
          maxRecycles: 2,
        },
      },
      target: { workingDays: 5 },
    },
    build: {
      deliverables: { code: { owner: 'pm' } },
      gate: { authority: 'board', recycleTo: ['plan'], waivable: ['phase'], maxRecycles: 1 },
      target: { workingDays: 10 },
    },
    ship: { gate: { authority: 'alone', recycleTo: ['plan'] } },
  },
  tracks: {
    light: { when: "risk == 'low'", gates: { plan: { without: ['sketch'] } } },
    asked: { authority: 'board' },
  },
});

const calendar = defineCalendar({ version: '7', zone: 'UTC', weekend: ['saturday', 'sunday'] });
const directory = defineDirectory({ roles: [{ id: 'director' }], assignments: [{ person: 'dan', role: 'director' }] });
const actors: Readonly<Record<string, Actor>> = {
  ana: { id: 'ana', roles: ['pm'] },
  bo: { id: 'bo', roles: [] },
  dan: { id: 'dan', roles: ['director'] },
};
const start = instant('2026-11-02T09:00:00Z');
const overdue = instant('2026-11-07T00:00:00Z');

type Turn = readonly [body: CommandBody, by?: string, at?: Instant];

const submit = (deliverable: string): Turn => [
  { type: 'submitDeliverable', deliverable, evidence: { uri: 'wiki:1', note: 'draft' } },
];
const record = (values: object): Turn => [{ type: 'recordFacts', facts: values as never }];
const go: Turn = [{ type: 'decideGate', outcome: 'go' }];
const known = record({ cost: 10, ready: true, risk: 'high' });
const planned = [submit('brief'), submit('sketch'), known];
const approve = (on?: object): Turn => [{ type: 'vote', vote: 'approve', ...(on && { on: on as never }) }, 'dan'];
const inBuild = [...planned, go];
const inShip = [...inBuild, submit('code'), approve(), go];
const recycle = (more: object = {}): Turn => [{ type: 'decideGate', outcome: 'recycle', to: 'plan', ...more }];
const hold: Turn = [{ type: 'decideGate', outcome: 'hold', reason: 'no money', reviewOn: '2026-11-20' }];
const law = { id: 'law', text: 'ask legal', owner: 'bo', due: '2026-11-06' } as const;
const conditional = (...conditions: readonly object[]): Turn => [
  { type: 'decideGate', outcome: 'conditionalGo', conditions: conditions as never },
];
const waive = (target: object): Turn => [
  { type: 'grantWaiver', target: target as never, reason: 'small', until: '2026-11-30' },
];
const meet: CommandBody = { type: 'meetCondition', condition: 'law' };
const lapse: Turn = [{ type: 'lapseCondition', condition: 'law' }, 'bo', overdue];
const back = (onLapse: object): Turn => conditional({ ...law, onLapse });

const contextOf = ([, by = 'ana', at = start]: Turn) => ({ actor: actors[by]!, at, calendar, directory });

function stateAfter(turns: readonly Turn[]): ItemState {
  let { state } = startItem(gated, { id: 'x', at: start, by: 'ana', owner: 'ana' });
  for (const [index, turn] of turns.entries()) {
    const command = { id: `c${index}`, expected: state.sequence, ...turn[0] };
    const result = applyCommand(gated, state, command, contextOf(turn));
    if (!result.ok) throw new Error(`${index}: ${result.refusals.map(({ message }) => message).join('; ')}`);
    state = result.state;
  }
  return state;
}

const deadline = (at: string) => ({ at, calendar: '7' });
const fingerprint = expect.stringMatching(/^sha256:/);
const verdict = {
  ...{
    policy: { id: 'alone', version: '3', fingerprint },
    authority: 'autonomous',
    rules: ['cheap'],
    because: ['little is lost'],
  },
  criteria: [
    { id: 'cheap', met: true },
    { id: 'fit', met: true },
    { id: 'safe', met: false },
  ],
  ...{ score: 0.75, votes: [], waivers: [] },
};
const passed = {
  ...{ type: 'gatePassed', phase: 'plan', to: 'build', outcome: 'go', conditions: [], verdict },
  target: deadline('2026-11-16T09:00:00Z'),
};
const ruled = { type: 'itemRecycled', to: 'plan', target: deadline('2026-11-09T09:00:00Z') };
const lapsed = { type: 'conditionLapsed', condition: 'law' };
const heldNow = {
  ...{ type: 'itemHeld', reason: 'lapsed: ask legal' },
  review: { at: overdue, calendar: '7' },
};
const sentBack = {
  ...{ ...ruled, phase: 'build', reopened: ['plan', 'build'], stale: ['brief', 'sketch'], reason: 'lapsed: ask legal' },
  target: deadline('2026-11-13T00:00:00Z'),
};
const handedIn = { type: 'deliverableSubmitted', evidence: { uri: 'wiki:1', note: 'draft' } };

describe('what comes of a command', () => {
  it.each<[what: string, given: readonly Turn[], when: Turn, events: readonly object[]]>([
    ['an owner', [], [{ type: 'assignOwner', owner: 'bo' }], [{ type: 'ownerAssigned', owner: 'bo' }]],
    ['facts', [], record({ cost: 1 }), [{ type: 'factsRecorded', facts: { cost: 1 } }]],
    [
      'a deliverable that ages',
      [],
      submit('brief'),
      [{ ...handedIn, deliverable: 'brief', freshUntil: deadline('2026-11-05T09:00:00Z') }],
    ],
    ['a deliverable that does not', [submit('brief')], submit('sketch'), [{ ...handedIn, deliverable: 'sketch' }]],
    ['a go', planned, go, [passed]],
    [
      'a go with a reason, by votes, into a phase without a target',
      [...inBuild, submit('code'), approve()],
      [{ type: 'decideGate', outcome: 'go', reason: 'it works' }],
      [
        {
          ...{ type: 'gatePassed', phase: 'build', to: 'ship', outcome: 'go', conditions: [], reason: 'it works' },
          verdict: {
            ...{ policy: { id: 'board', version: '1', fingerprint }, authority: 'requires', rules: [], because: [] },
            ...{ criteria: [], votes: ['c5'], waivers: [] },
          },
        },
      ],
    ],
    [
      'the last go',
      inShip,
      go,
      [
        {
          ...{ type: 'gatePassed', phase: 'ship', outcome: 'go', conditions: [] },
          verdict: {
            ...{ policy: verdict.policy, authority: 'autonomous', rules: ['cheap'], because: verdict.because },
            ...{ criteria: [], votes: [], waivers: [] },
          },
        },
        { type: 'itemCompleted' },
      ],
    ],
    [
      'a go with conditions',
      planned,
      conditional(
        { text: 'one', owner: 'bo', due: '2026-11-06' },
        { ...law, onLapse: { recycleTo: 'plan' }, blocksNextGate: true },
      ),
      [
        {
          ...passed,
          outcome: 'conditionalGo',
          conditions: [
            {
              ...{ id: 'asked/1', text: 'one', owner: 'bo', due: '2026-11-06', onLapse: 'hold' },
              deadline: deadline('2026-11-07T00:00:00Z'),
            },
            {
              ...{ ...law, onLapse: { recycleTo: 'plan' }, blocksNextGate: true },
              deadline: deadline('2026-11-07T00:00:00Z'),
            },
          ],
        },
      ],
    ],
    ['a hold', [], hold, [{ type: 'itemHeld', reason: 'no money', review: deadline('2026-11-21T00:00:00Z') }]],
    [
      'a way back',
      [...inBuild, submit('code')],
      recycle(),
      [{ ...ruled, phase: 'build', reopened: ['plan', 'build'], stale: ['brief', 'sketch', 'code'] }],
    ],
    [
      'a way back with what was not handed in, and a reason',
      inBuild,
      recycle({ stale: ['sketch', 'code'], reason: 'too dear' }),
      [{ ...ruled, phase: 'build', reopened: ['plan', 'build'], stale: ['sketch'], reason: 'too dear' }],
    ],
    [
      'another round in a phase',
      [submit('brief')],
      recycle(),
      [{ ...ruled, phase: 'plan', reopened: ['plan'], stale: ['brief'] }],
    ],
    [
      'an end',
      [],
      [{ type: 'decideGate', outcome: 'kill', reason: 'no demand' }],
      [{ type: 'itemKilled', reason: 'no demand' }],
    ],
    ['going on', [hold], [{ type: 'resume' }], [{ type: 'itemResumed' }]],
    [
      'going on for a reason',
      [hold],
      [{ type: 'resume', reason: 'money' }],
      [{ type: 'itemResumed', reason: 'money' }],
    ],
    [
      'a condition met by its owner',
      [...planned, conditional(law)],
      [meet, 'bo'],
      [{ type: 'conditionMet', condition: 'law' }],
    ],
    [
      'a condition met by the owner of the item, with evidence',
      [...planned, conditional(law)],
      [{ ...meet, evidence: { uri: 'wiki:2' } }],
      [{ type: 'conditionMet', condition: 'law', evidence: { uri: 'wiki:2' } }],
    ],
    ['a lapse', [...planned, conditional(law)], lapse, [lapsed, heldNow]],
    ['a lapse of what is held', [...planned, conditional(law), hold], lapse, [lapsed]],
    ['a lapse that sends back', [...planned, back({ recycleTo: 'plan' })], lapse, [lapsed, sentBack]],
    [
      'a lapse that would send back once too often',
      [...inBuild, recycle(), ...planned, back({ recycleTo: 'plan' })],
      lapse,
      [lapsed, heldNow],
    ],
    ['a vote', inBuild, [{ type: 'vote', vote: 'reject' }, 'dan'], [{ type: 'voteCast', vote: 'reject', revision: 4 }]],
    [
      'a vote about a track, in a role, for somebody',
      [],
      [{ type: 'vote', vote: 'approve', on: { track: 'asked' }, role: 'director', onBehalfOf: 'bo' }, 'dan'],
      [
        {
          ...{ type: 'voteCast', vote: 'approve', revision: 1, on: { track: 'asked' } },
          ...{ role: 'director', onBehalfOf: 'bo' },
        },
      ],
    ],
    [
      'a waiver for this gate',
      [known],
      waive({ criterion: 'cheap' }),
      [
        {
          ...{ type: 'waiverGranted', target: { criterion: 'cheap' }, phase: 'plan', reason: 'small' },
          until: deadline('2026-12-01T00:00:00Z'),
        },
      ],
    ],
    [
      'a waiver for a later phase',
      [approve({ waiver: { phase: 'build' } })],
      waive({ phase: 'build' }),
      [
        {
          ...{ type: 'waiverGranted', target: { phase: 'build' }, phase: 'build', reason: 'small' },
          until: deadline('2026-12-01T00:00:00Z'),
        },
      ],
    ],
    [
      'a track whose condition holds',
      [record({ risk: 'low' })],
      [{ type: 'chooseTrack', track: 'light' }],
      [{ type: 'trackChosen', track: 'light' }],
    ],
    [
      'a track that was granted, for a reason',
      [approve({ track: 'asked' })],
      [{ type: 'chooseTrack', track: 'asked', reason: 'hurry' }],
      [{ type: 'trackChosen', track: 'asked', granted: true, reason: 'hurry' }],
    ],
    [
      'the way back to no track',
      [record({ risk: 'low' }), [{ type: 'chooseTrack', track: 'light' }]],
      [{ type: 'chooseTrack' }],
      [{ type: 'trackChosen' }],
    ],
    [
      'a correction',
      [record({ cost: 1 })],
      [{ type: 'correctEvent', corrects: 2, reason: 'a slip' }],
      [{ type: 'eventCorrected', corrects: 2, reason: 'a slip' }],
    ],
    [
      'a correction with what is so instead',
      [record({ cost: 1 })],
      [{ type: 'correctEvent', corrects: 2, reason: 'a slip', facts: { cost: 5 } }],
      [{ type: 'eventCorrected', corrects: 2, reason: 'a slip', facts: { cost: 5 } }],
    ],
    [
      'a go past a phase that is waived, with waivers for what is missing',
      [
        ...[submit('brief'), record({ cost: 60, ready: true })],
        ...[approve({ waiver: { phase: 'build' } }), waive({ phase: 'build' })],
        ...[waive({ criterion: 'cheap' }), waive({ deliverable: 'sketch' })],
      ],
      go,
      [
        {
          ...{ type: 'gatePassed', phase: 'plan', to: 'ship', outcome: 'go', conditions: [] },
          verdict: {
            ...verdict,
            criteria: [{ id: 'cheap', met: false }, ...verdict.criteria.slice(1)],
            waivers: ['c5', 'c4'],
          },
        },
      ],
    ],
  ])('is, of %s, in the words of the log', (_, given, when, events) => {
    const state = stateAfter(given);
    const command = { id: 'asked', expected: state.sequence, ...when[0] };
    const decision = decideItem(gated, state, command, contextOf(when));
    const envelope = {
      ...{ schemaVersion: 1, item: 'x', process: 'gated', version: 2, command: 'asked' },
      ...{ occurredAt: when[2] ?? start, recordedAt: when[2] ?? start, actor: when[1] ?? 'ana' },
    };
    expect(decision).toStrictEqual({
      ok: true,
      events: events.map((body, index) => ({ ...envelope, sequence: state.sequence + 1 + index, ...body })),
    });
  });
});

const listed = (state: ItemState, by = 'ana', at: Instant = start) =>
  availableActions(gated, state, { actor: actors[by]!, at, calendar, directory });
const words = ({ action: { type, ...rest } }: ReturnType<typeof listed>[number]) =>
  [type, ...Object.values(rest).map((value) => JSON.stringify(value))].join(' ').replaceAll('"', '');

describe('what can be asked', () => {
  it('is every command about what is there, and none about what is not', () => {
    const state = stateAfter([
      ...[
        submit('brief'),
        record({ cost: 10, ready: true, risk: 'low' }),
        [{ type: 'chooseTrack', track: 'light' }] as const,
      ],
      ...[conditional(law, { ...law, id: 'terms' }), [meet, 'bo'] as const, submit('code'), approve()],
    ]);
    expect(listed(state).map(words)).toEqual([
      ...[
        'assignOwner',
        'recordFacts',
        'submitDeliverable brief',
        'submitDeliverable sketch',
        'submitDeliverable code',
      ],
      ...['decideGate go', 'decideGate conditionalGo', 'decideGate hold', 'decideGate kill', 'decideGate recycle plan'],
      ...['resume', 'meetCondition terms', 'lapseCondition terms'],
      ...['grantWaiver {deliverable:code}', 'grantWaiver {phase:build}', 'grantWaiver {phase:ship}'],
      ...['chooseTrack', 'chooseTrack asked'],
      ...['vote', 'vote {waiver:{deliverable:code}}', 'vote {waiver:{phase:build}}', 'vote {waiver:{phase:ship}}'],
      ...[
        'vote {track:asked}',
        'correctEvent 2',
        'correctEvent 3',
        'correctEvent 6',
        'correctEvent 7',
        'correctEvent 8',
      ],
    ]);
    expect(listed(stateAfter([])).map(words)).toEqual([
      ...[
        'assignOwner',
        'recordFacts',
        'submitDeliverable brief',
        'submitDeliverable sketch',
        'submitDeliverable code',
      ],
      ...['decideGate go', 'decideGate conditionalGo', 'decideGate hold', 'decideGate kill', 'decideGate recycle plan'],
      ...[
        'resume',
        'grantWaiver {deliverable:brief}',
        'grantWaiver {deliverable:sketch}',
        'grantWaiver {criterion:cheap}',
      ],
      ...['grantWaiver {phase:plan}', 'grantWaiver {phase:build}', 'grantWaiver {phase:ship}'],
      ...['chooseTrack light', 'chooseTrack asked', 'vote'],
      ...['vote {waiver:{deliverable:brief}}', 'vote {waiver:{deliverable:sketch}}', 'vote {waiver:{criterion:cheap}}'],
      ...[
        'vote {waiver:{phase:plan}}',
        'vote {waiver:{phase:build}}',
        'vote {waiver:{phase:ship}}',
        'vote {track:asked}',
      ],
    ]);
  });

  it('is told of an item that is nowhere, and by nobody, with the reasons why not', () => {
    const state = stateAfter([]);
    for (const other of [{ phase: 'gone' }, { track: 'gone' }] as const) {
      const actions = listed({ ...state, ...other });
      expect(actions.map(words)).toContain('decideGate go');
      expect(actions.some(({ allowed }) => allowed)).toBe(false);
    }
    const nobody = { actor: {}, at: 'noon', calendar, directory } as never;
    expect(availableActions(gated, state, nobody).some(({ allowed }) => allowed)).toBe(false);
  });

  it('does not take the id of a command that was carried out', () => {
    const state = stateAfter([]);
    const recent = ['available-action', 'available-action-'].map((id) => ({ id, from: 1, to: 1 }));
    expect(listed({ ...state, recent })).toEqual(listed(state));
    expect(listed(state, 'bo').find(({ action }) => action.type === 'assignOwner')?.allowed).toBe(false);
  });

  it.each([
    ['a boolean', fact.boolean()],
    ['one of several', fact.oneOf(['a', 'b'])],
    ['a set', fact.setOf(['a', 'b'])],
    ['a text', fact.string()],
    ['a date', fact.date()],
    ['a whole number above 0', fact.integer({ min: 3, max: 9 })],
    ['a number below 0', fact.number({ min: -9, max: -3 })],
    ['a number', fact.number()],
  ])('is to record facts, where the first is %s', (_, first) => {
    const some = defineFacts({ first } as never);
    const all = definePolicy({ id: 'all', facts: some, rules: [], otherwise: outcome.autonomous() } as never);
    const process: Process = defineProcess({
      ...{ id: 'small', facts: some, policies: { all } },
      phases: { build: { gate: { authority: 'all' } } },
    } as never);
    const { state } = startItem(process, { id: 'x', at: start, by: 'ana', owner: 'ana' });
    const actions = availableActions(process, state, { actor: actors['ana']!, at: start, calendar, directory });
    expect(actions.find(({ action }) => action.type === 'recordFacts')).toMatchObject({ allowed: true, refusals: [] });
  });
});

describe('whether it is too late', () => {
  const state = stateAfter([...planned, conditional({ ...law, due: '2026-11-05' })]);
  it.each([
    ['2026-11-05T23:59:59Z', true],
    ['2026-11-05T23:59:59.999Z', true],
    ['2026-11-06T00:00:00Z', false],
    ['2026-11-06T00:00:00.000Z', false],
    ['2026-11-06T00:00:00.001Z', false],
  ])('goes by the moment, however it is written: %s', (at, isInTime) => {
    const command = { id: 'asked', expected: state.sequence, ...meet };
    expect(decideItem(gated, state, command, contextOf([meet, 'bo', at as Instant])).ok).toBe(isInTime);
  });
});

describe('who may', () => {
  const say = (state: ItemState, turn: Turn) => {
    const command = { id: 'asked', expected: state.sequence, ...turn[0] };
    const decision = decideItem(gated, state, command, contextOf(turn));
    return decision.ok || decision.refusals.map(({ code }) => code);
  };
  const built = stateAfter([...inBuild, submit('code')]);

  it.each<[what: string, state: ItemState, turn: Turn, answer: true | readonly string[]]>([
    ['hold is somebody whom the gate asks', built, [hold[0], 'dan'], true],
    ['hold is nobody else', built, [hold[0], 'bo'], ['process/not-authorized']],
    [
      'end where the policy does not ask is the owner alone',
      stateAfter([]),
      [{ type: 'decideGate', outcome: 'kill', reason: 'x' }, 'dan'],
      ['process/not-authorized'],
    ],
    ['pass is the owner, once it is approved', stateAfter([...inBuild, submit('code'), approve()]), go, true],
    [
      'pass is a director, once it is approved',
      stateAfter([...inBuild, submit('code'), approve()]),
      [go[0], 'dan'],
      true,
    ],
    [
      'pass is nobody else, although it is approved',
      stateAfter([...inBuild, submit('code'), approve()]),
      [go[0], 'bo'],
      ['process/not-authorized'],
    ],
    [
      'pass is nobody on votes about something else',
      stateAfter([...inBuild, submit('code'), approve({ track: 'asked' })]),
      go,
      ['process/approval-pending'],
    ],
    [
      'take a track is nobody on votes about the gate',
      stateAfter([...inBuild, approve()]),
      [{ type: 'chooseTrack', track: 'asked' }],
      ['process/approval-pending'],
    ],
    [
      'waive a phase is nobody on votes about a track',
      stateAfter([approve({ track: 'asked' })]),
      waive({ phase: 'build' }),
      ['process/approval-pending'],
    ],
  ])('%s', (_, state, turn, answer) => {
    expect(say(state, turn)).toEqual(answer);
  });
});
