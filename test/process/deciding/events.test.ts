import { defineCalendar, type Instant, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import {
  type Actor,
  applyCommand,
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

function after(turns: readonly Turn[]): ItemState {
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
    const state = after(given);
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
