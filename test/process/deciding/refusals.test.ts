import { type Calendar, defineCalendar, type Instant, instant } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import {
  type Actor,
  applyCommand,
  type CommandBody,
  decideItem,
  defineProcess,
  type ItemCommand,
  type ItemState,
  type Process,
  startItem,
} from 'keelson/process';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({ cost: fact.number({ min: 0 }), ready: fact.boolean(), risk: fact.oneOf(['low', 'high']) });
const money = definePolicy({
  ...{ id: 'money', facts, onUnknown: 'ask' },
  rules: [{ id: 'dear', when: 'cost > 100', then: outcome.forbidden(), because: 'nobody spends so much' }],
  otherwise: outcome.autonomous(),
});
const board = definePolicy({
  ...{ id: 'board', facts, rules: [] },
  otherwise: outcome.requires({
    any: [
      { role: 'director', quorum: 2 },
      { people: ['cleo'], quorum: 1 },
    ],
  }),
});

/** Gates that ask for whatever a gate can ask for. */
const strict: Process = defineProcess({
  ...{ id: 'strict', version: 2, roles: ['pm'], facts, policies: { money, board } },
  phases: {
    plan: {
      deliverables: { brief: { owner: 'pm', atLeast: 2 }, sketch: { owner: 'pm', needs: ['brief'] } },
      gate: {
        criteria: {
          cheap: 'cost <= 50',
          fit: { when: 'ready', should: true, weight: 3 },
          safe: { when: "risk == 'low'", should: true },
        },
        ...{
          threshold: 0.5,
          authority: 'money',
          waivable: ['deliverable', 'criterion'],
          recycleTo: ['plan'],
          maxRecycles: 1,
        },
      },
    },
    build: {
      deliverables: { code: { owner: 'pm', freshFor: { workingDays: 2 } } },
      gate: { authority: 'board', recycleTo: ['plan'], window: { not: 'freeze' } },
    },
    ship: {
      gate: { authority: 'money', window: { in: 'open' }, slots: { from: '2026-11-05', everyWeeks: 2, items: 3 } },
    },
  },
  tracks: {
    fast: { skip: ['plan'], when: "risk == 'low'" },
    short: { skip: ['build'], when: 'ready' },
    granted: { authority: 'board' },
  },
});

const calendar: Calendar = defineCalendar({
  ...{ version: '7', zone: 'UTC', weekend: ['saturday', 'sunday'] },
  windows: [
    { id: 'freeze', from: '2026-11-10', to: '2026-11-12' },
    { id: 'open', from: '2026-11-16', to: '2026-12-01' },
  ],
});
const directory = defineDirectory({
  roles: [{ id: 'director' }, { id: 'guest' }],
  assignments: [
    ...['dan', 'dee', 'dot'].map((person) => ({ person, role: 'director' as const })),
    { person: 'cleo', role: 'guest' },
  ],
});
const actors: Readonly<Record<string, Actor>> = {
  ana: { id: 'ana', roles: ['pm'] },
  cleo: { id: 'cleo', roles: [] },
  dan: { id: 'dan', roles: ['director'] },
  dee: { id: 'dee', roles: ['director'] },
  zoe: { id: 'zoe', roles: ['cook'] },
};
const start = instant('2026-11-02T09:00:00Z');

/** A command with who gives it, `ana` unless said, and when. */
interface Turn {
  readonly body: CommandBody;
  readonly by?: string;
  readonly at?: Instant;
}

const evidence = { uri: 'wiki:1' };
const submit = (deliverable: string, at?: Instant): Turn => ({
  body: { type: 'submitDeliverable', deliverable, evidence },
  ...(at !== undefined && { at }),
});
const record = (values: Readonly<Record<string, number | boolean | string>>): Turn => ({
  body: { type: 'recordFacts', facts: values },
});
const go: Turn = { body: { type: 'decideGate', outcome: 'go' } };
const back: Turn = { body: { type: 'decideGate', outcome: 'recycle', to: 'plan' } };
const hold: Turn = { body: { type: 'decideGate', outcome: 'hold', reason: 'no money', reviewOn: '2026-11-20' } };
const kill: Turn = { body: { type: 'decideGate', outcome: 'kill', reason: 'no demand' } };
const condition = { id: 'law', text: 'ask legal', owner: 'bo', due: '2026-11-06' };
const planned = [submit('brief'), submit('brief'), submit('sketch'), record({ cost: 10, ready: true, risk: 'low' })];
const inBuild = [...planned, go];
const vote = (by: string, kind: 'approve' | 'reject' = 'approve'): Turn => ({ body: { type: 'vote', vote: kind }, by });
const inShip = [...inBuild, submit('code'), vote('cleo'), go];
const conditional = (more: object): Turn => ({
  body: { type: 'decideGate', outcome: 'conditionalGo', conditions: [{ ...condition, ...more }] },
});
const waiver = (target: object, until = '2026-11-30'): Turn => ({
  body: { type: 'grantWaiver', target: target as never, reason: 'small', until },
});

function after(turns: readonly Turn[], owner: string | undefined = 'ana'): ItemState {
  let { state } = startItem(strict, { id: 'x', at: start, by: 'ana', ...(owner !== '' && { owner }) });
  for (const [index, turn] of turns.entries()) {
    const result = applyCommand(strict, state, commandOf(turn, state, `c${index}`), contextOf(turn));
    if (!result.ok) throw new Error(`${index}: ${result.refusals.map(({ message }) => message).join('; ')}`);
    state = result.state;
  }
  return state;
}

function commandOf({ body }: Turn, { sequence }: ItemState, id: string): ItemCommand {
  return { id, expected: sequence, ...body };
}

function contextOf({ by = 'ana', at = start }: Turn) {
  return { actor: actors[by]!, at, calendar, directory };
}

interface Row {
  readonly owner?: string;
  readonly given?: readonly Turn[];
  readonly when: Turn;
  readonly refused: readonly object[];
}

const usual = { severity: 'error', needed: null, actual: null, waivable: false };
const late = instant('2026-11-09T00:00:00Z');
const rows: Readonly<Record<string, Row>> = {
  'a go without anything': {
    when: go,
    refused: [
      {
        code: 'process/deliverable-missing',
        message: 'brief is missing',
        path: ['phases', 0, 'deliverables', 0],
        hint: 'hand it in, as pm',
        needed: 2,
        actual: 0,
        waivable: true,
        deliverable: 'brief',
        phase: 'plan',
      },
      {
        code: 'process/deliverable-missing',
        message: 'sketch is missing',
        path: ['phases', 0, 'deliverables', 1],
        hint: 'hand it in, as pm',
        needed: 1,
        actual: 0,
        waivable: true,
        deliverable: 'sketch',
        phase: 'plan',
      },
      {
        code: 'process/criterion-unknown',
        message: 'cheap cannot be told: cost is not known',
        path: ['phases', 0, 'gate', 'criteria', 0],
        hint: 'record cost',
        needed: 'cost <= 50',
        waivable: true,
        missing: ['cost'],
        criterion: 'cheap',
        phase: 'plan',
      },
      {
        code: 'process/score-too-low',
        message: 'the gate of plan asks for a score of 0.5, and it is 0: fit and safe are not met',
        path: ['phases', 0, 'gate', 'threshold'],
        hint: 'record ready and risk, or meet more of fit and safe',
        needed: 0.5,
        actual: 0,
        phase: 'plan',
        missing: ['ready', 'risk'],
      },
      {
        code: 'process/authority-unknown',
        message: 'policy money cannot say who may let the item pass the gate of plan: cost is not known',
        path: ['phases', 0, 'gate', 'authority'],
        hint: 'record cost',
        needed: ['cost'],
        missing: ['cost'],
      },
    ],
  },
  'a go with half of the pieces and no score': {
    given: [submit('brief'), record({ cost: 60, ready: false, risk: 'high' })],
    when: go,
    refused: [
      {
        code: 'process/deliverable-missing',
        message: 'brief has 1 of the 2 pieces that it takes',
        path: ['phases', 0, 'deliverables', 0],
        hint: 'hand it in, as pm',
        needed: 2,
        actual: 1,
        waivable: true,
        deliverable: 'brief',
        phase: 'plan',
      },
      {
        code: 'process/deliverable-missing',
        message: 'sketch is missing',
        path: ['phases', 0, 'deliverables', 1],
        hint: 'hand it in, as pm',
        needed: 1,
        actual: 0,
        waivable: true,
        deliverable: 'sketch',
        phase: 'plan',
      },
      {
        code: 'process/criterion-unmet',
        message: 'cheap is not met: cost <= 50',
        path: ['phases', 0, 'gate', 'criteria', 0],
        hint: 'change what it speaks of, and record it',
        needed: 'cost <= 50',
        actual: { cost: 60 },
        waivable: true,
        criterion: 'cheap',
        phase: 'plan',
      },
      {
        code: 'process/score-too-low',
        message: 'the gate of plan asks for a score of 0.5, and it is 0: fit and safe are not met',
        path: ['phases', 0, 'gate', 'threshold'],
        hint: 'meet more of fit and safe',
        needed: 0.5,
        actual: 0,
        phase: 'plan',
      },
    ],
  },
  'a go that scores too little for what is not known': {
    given: [...planned.slice(0, 3), record({ cost: 10, risk: 'low' })],
    when: go,
    refused: [
      {
        code: 'process/score-too-low',
        message: 'the gate of plan asks for a score of 0.5, and it is 0.25: fit is not met',
        path: ['phases', 0, 'gate', 'threshold'],
        hint: 'record ready, or meet more of fit',
        needed: 0.5,
        actual: 0.25,
        phase: 'plan',
        missing: ['ready'],
      },
    ],
  },
  'a go by somebody else': {
    given: planned,
    when: { ...go, by: 'zoe' },
    refused: [
      {
        code: 'process/not-owner',
        message: 'only the owner, ana, may let the item pass the gate of plan',
        path: ['phases', 0, 'gate', 'authority'],
        hint: 'ask ana, or assign another owner',
        needed: 'ana',
        actual: 'zoe',
        candidates: ['ana'],
      },
    ],
  },
  'a go of an item that nobody owns': {
    owner: '',
    given: planned,
    when: go,
    refused: [
      {
        code: 'process/no-owner',
        message: 'the item has no owner who could let it pass the gate of plan',
        path: ['phases', 0, 'gate', 'authority'],
        hint: 'assign an owner',
        needed: 'an owner',
      },
    ],
  },
  'a go that the policy forbids': {
    given: [...planned, record({ cost: 101 })],
    when: go,
    refused: [
      {
        code: 'process/criterion-unmet',
        message: 'cheap is not met: cost <= 50',
        path: ['phases', 0, 'gate', 'criteria', 0],
        hint: 'change what it speaks of, and record it',
        needed: 'cost <= 50',
        actual: { cost: 101 },
        waivable: true,
        criterion: 'cheap',
        phase: 'plan',
      },
      {
        code: 'process/authority-forbidden',
        message: 'policy money forbids the item to pass the gate of plan: nobody spends so much',
        path: ['phases', 0, 'gate', 'authority'],
        hint: 'change what the rules speak of, or end the item',
        needed: 'a policy that does not forbid it',
        actual: ['dear'],
      },
    ],
  },
  'a go with what was sent back': {
    given: [...planned, back],
    when: go,
    refused: [
      {
        code: 'process/deliverable-stale',
        message: 'brief was sent back for revision, and what was handed in before no longer counts',
        path: ['phases', 0, 'deliverables', 0],
        hint: 'hand it in again, as pm',
        needed: 2,
        actual: 0,
        waivable: true,
        deliverable: 'brief',
        phase: 'plan',
      },
      {
        code: 'process/deliverable-stale',
        message: 'sketch was sent back for revision, and what was handed in before no longer counts',
        path: ['phases', 0, 'deliverables', 1],
        hint: 'hand it in again, as pm',
        needed: 1,
        actual: 0,
        waivable: true,
        deliverable: 'sketch',
        phase: 'plan',
      },
    ],
  },
  'a go of an item on hold': {
    given: [...planned, hold],
    when: go,
    refused: [
      {
        code: 'process/on-hold',
        message: 'the item is on hold: no money',
        path: [],
        hint: 'resume it first, or end it',
        needed: 'active',
        actual: 'held',
      },
    ],
  },
  'a go without the votes that it takes': {
    given: [...inBuild, submit('code')],
    when: go,
    refused: [
      {
        code: 'process/approval-pending',
        message: 'policy board asks for approval before the item may pass the gate of build: cleo is missing',
        path: ['phases', 1, 'gate', 'authority'],
        hint: 'ask cleo to vote',
        needed: ['cleo'],
        actual: [],
        candidates: ['cleo'],
      },
    ],
  },
  'a go by somebody whom nobody asks': {
    given: [...inBuild, submit('code'), vote('cleo')],
    when: { ...go, by: 'zoe' },
    refused: [
      {
        code: 'process/not-authorized',
        message: 'zoe may not let the item pass the gate of build: that is for the owner or director or cleo',
        path: ['phases', 1, 'gate', 'authority'],
        hint: 'ask the owner or director or cleo',
        needed: ['the owner', 'director', 'cleo'],
        actual: ['cook'],
        candidates: ['ana'],
      },
    ],
  },
  'a go that two of three rejected': {
    given: [...inBuild, submit('code'), vote('dan', 'reject'), vote('dee', 'reject'), vote('cleo', 'reject')],
    when: go,
    refused: [
      {
        code: 'process/approval-rejected',
        message: 'policy board asks for approval before the item may pass the gate of build: it was rejected',
        path: ['phases', 1, 'gate', 'authority'],
        hint: 'ask dot to vote',
        needed: ['2 of director'],
        actual: ['c6', 'c7', 'c8'],
        candidates: ['dot'],
      },
    ],
  },
  'a go with evidence that is too old, in a window that is closed': {
    given: [...inBuild, submit('code'), vote('cleo')],
    when: { ...go, at: instant('2026-11-10T09:00:00Z') },
    refused: [
      {
        code: 'process/deliverable-expired',
        message: 'code counted until 2026-11-04T09:00:00Z',
        path: ['phases', 1, 'deliverables', 0],
        hint: 'hand in what is so now, as pm',
        needed: '2026-11-10T09:00:00Z',
        actual: '2026-11-04T09:00:00Z',
        deliverable: 'code',
        phase: 'build',
      },
      {
        code: 'process/outside-window',
        message: 'the gate of build is closed during freeze, and 2026-11-10 is in it',
        path: ['phases', 1, 'gate', 'window'],
        hint: 'wait for the end of freeze',
        needed: { not: 'freeze' },
        actual: '2026-11-10',
        phase: 'build',
      },
    ],
  },
  'a go outside of the window and of the meetings': {
    given: inShip,
    when: { ...go, at: instant('2026-11-12T09:00:00Z') },
    refused: [
      {
        code: 'process/outside-window',
        message: 'the gate of ship is open only during open, and 2026-11-12 is not in it',
        path: ['phases', 2, 'gate', 'window'],
        hint: 'wait for open',
        needed: { in: 'open' },
        actual: '2026-11-12',
        phase: 'ship',
      },
      {
        code: 'process/outside-slot',
        message: 'the gate of ship is decided at its meetings, and 2026-11-12 is none of them',
        path: ['phases', 2, 'gate', 'slots'],
        hint: 'the next one is on 2026-11-19',
        needed: '2026-11-19',
        actual: '2026-11-12',
        phase: 'ship',
      },
    ],
  },
  'a go with a condition that blocks': {
    given: [...planned, conditional({ blocksNextGate: true }), submit('code'), vote('cleo')],
    when: go,
    refused: [
      {
        code: 'process/condition-open',
        message: 'condition law has to be met before the next gate: ask legal',
        path: ['conditions', 0],
        hint: 'bo has to meet it',
        needed: 'ask legal',
        condition: 'law',
        candidates: ['bo'],
      },
    ],
  },
  'a go with a condition that is overdue': {
    given: [...planned, conditional({}), submit('code', late), { ...vote('cleo'), at: late }],
    when: { ...go, at: late },
    refused: [
      {
        code: 'process/condition-overdue',
        message: 'condition law was due by 2026-11-07T00:00:00Z: ask legal',
        path: ['conditions', 0],
        hint: 'let it lapse',
        needed: 'ask legal',
        condition: 'law',
        candidates: ['bo'],
      },
    ],
  },
  'a go on a track whose condition holds no longer': {
    given: [
      ...inBuild,
      { body: { type: 'chooseTrack', track: 'fast' } },
      record({ risk: 'high' }),
      submit('code'),
      vote('cleo'),
    ],
    when: go,
    refused: [
      {
        code: 'process/track-left',
        message: "the item may stay on fast no longer: risk == 'low' does not hold",
        path: ['tracks', 0, 'when'],
        hint: 'choose another track',
        needed: "risk == 'low'",
      },
    ],
  },
  'a conditional go without conditions': {
    given: planned,
    when: { body: { type: 'decideGate', outcome: 'conditionalGo', conditions: [] } },
    refused: [
      {
        code: 'process/no-conditions',
        message: 'a conditional go has no condition',
        path: ['conditions'],
        hint: 'name at least one condition, or decide go',
        needed: 1,
        actual: 0,
      },
    ],
  },
  'conditions that are no conditions': {
    given: [...planned, conditional({}), submit('code'), vote('cleo')],
    when: {
      body: {
        type: 'decideGate',
        outcome: 'conditionalGo',
        conditions: [
          condition,
          { ...condition, id: 'b', due: '2026-11-01', onLapse: { recycleTo: 'ship' } },
          { ...condition, id: 'b', due: '9999-12-31', onLapse: { recycleTo: 'nowhere' } },
        ],
      },
    },
    refused: [
      {
        code: 'process/duplicate-condition',
        message: 'the item has a condition law already',
        path: ['conditions', 0, 'id'],
        hint: 'give it another id',
        actual: 'law',
        condition: 'law',
      },
      {
        code: 'process/recycle-not-allowed',
        message: 'ship comes after build, and an item goes back only',
        path: ['conditions', 1, 'onLapse', 'recycleTo'],
        hint: 'name build or an earlier phase',
        needed: 'build',
        actual: 'ship',
      },
      {
        code: 'process/day-past',
        message: '2026-11-01 is over: it is 2026-11-02',
        path: ['conditions', 1, 'due'],
        hint: 'name 2026-11-02 or a later day',
        needed: '2026-11-02',
        actual: '2026-11-01',
      },
      {
        code: 'process/duplicate-condition',
        message: 'the item has a condition b already',
        path: ['conditions', 2, 'id'],
        hint: 'give it another id',
        actual: 'b',
        condition: 'b',
      },
      {
        code: 'process/no-such-phase',
        message: 'the process has no phase nowhere',
        path: ['conditions', 2, 'onLapse', 'recycleTo'],
        hint: 'its phases are plan, build, ship',
        needed: ['plan', 'build', 'ship'],
        actual: 'nowhere',
      },
      {
        code: 'process/day-out-of-range',
        message: '9999-12-31 is further away than calendars reach',
        path: ['conditions', 2, 'due'],
        hint: 'name 2026-11-02 or a later day',
        needed: '2026-11-02',
        actual: '9999-12-31',
      },
    ],
  },
  'a hold until a day that is over, by a stranger': {
    when: { body: { type: 'decideGate', outcome: 'hold', reason: 'wait', reviewOn: '2026-11-01' }, by: 'zoe' },
    refused: [
      {
        code: 'process/not-authorized',
        message: 'zoe may not let the item wait: that is for the owner',
        path: ['phases', 0, 'gate', 'authority'],
        hint: 'ask the owner',
        needed: ['the owner'],
        actual: ['cook'],
        candidates: ['ana'],
      },
      {
        code: 'process/day-past',
        message: '2026-11-01 is over: it is 2026-11-02',
        path: ['reviewOn'],
        hint: 'name 2026-11-02 or a later day',
        needed: '2026-11-02',
        actual: '2026-11-01',
      },
    ],
  },
  'a hold on an item that is held': {
    given: [hold],
    when: hold,
    refused: [
      {
        code: 'process/on-hold',
        message: 'the item is on hold: no money',
        path: [],
        hint: 'resume it first, or end it',
        needed: 'active',
        actual: 'held',
      },
    ],
  },
  'a recycle to a phase that is none': {
    when: { body: { type: 'decideGate', outcome: 'recycle', to: 'plna' } },
    refused: [
      {
        code: 'process/no-such-phase',
        message: 'the process has no phase plna',
        path: ['to'],
        hint: 'its phases are plan, build, ship',
        needed: ['plan', 'build', 'ship'],
        actual: 'plna',
      },
    ],
  },
  'a recycle to where none leads, for what is not there': {
    given: inBuild,
    when: { body: { type: 'decideGate', outcome: 'recycle', to: 'build', stale: ['code', 'brief'] } },
    refused: [
      {
        code: 'process/recycle-not-allowed',
        message: 'the gate of build sends no item back to build',
        path: ['to'],
        hint: 'it sends items back to plan',
        needed: ['plan'],
        actual: 'build',
      },
      {
        code: 'process/not-reopened',
        message: 'brief is no deliverable of the phases from build to build',
        path: ['stale', 1],
        hint: 'name some of code',
        needed: ['code'],
        actual: 'brief',
      },
    ],
  },
  'a recycle once too often': {
    given: [back],
    when: back,
    refused: [
      {
        code: 'process/recycle-limit',
        message: 'the gate of plan has sent the item back once, which is all that it may',
        path: ['phases', 0, 'gate', 'maxRecycles'],
        hint: 'let it pass, hold it, or end it',
        needed: 1,
        actual: 1,
      },
    ],
  },
  'a recycle where none is allowed': {
    given: inShip,
    when: back,
    refused: [
      {
        code: 'process/recycle-not-allowed',
        message: 'the gate of ship sends no item back to plan',
        path: ['to'],
        hint: 'hold it, or end it',
        needed: [],
        actual: 'plan',
      },
    ],
  },
  'an end by a stranger': {
    when: { ...kill, by: 'zoe' },
    refused: [
      {
        code: 'process/not-authorized',
        message: 'zoe may not let the item end: that is for the owner',
        path: ['phases', 0, 'gate', 'authority'],
        hint: 'ask the owner',
        needed: ['the owner'],
        actual: ['cook'],
        candidates: ['ana'],
      },
    ],
  },
  'anything of an item that was killed': {
    given: [kill],
    when: go,
    refused: [
      {
        code: 'process/item-ended',
        message: 'the item was killed at 2026-11-02T09:00:00Z',
        path: [],
        hint: 'start another item',
        needed: 'an item that has not ended',
        actual: 'killed',
      },
    ],
  },
  'a resumption of what is not on hold': {
    when: { body: { type: 'resume' } },
    refused: [
      {
        code: 'process/not-on-hold',
        message: 'the item is not on hold',
        path: [],
        hint: 'nothing has to be resumed',
        needed: 'held',
        actual: 'active',
      },
    ],
  },
  'a resumption by a stranger': {
    given: [hold],
    when: { body: { type: 'resume' }, by: 'zoe' },
    refused: [
      {
        code: 'process/not-authorized',
        message: 'zoe may not let the item go on: that is for the owner',
        path: ['phases', 0, 'gate', 'authority'],
        hint: 'ask the owner',
        needed: ['the owner'],
        actual: ['cook'],
        candidates: ['ana'],
      },
    ],
  },
  'a deliverable that is none': {
    when: submit('breif'),
    refused: [
      {
        code: 'process/no-such-deliverable',
        message: 'the process has no deliverable breif',
        path: ['deliverable'],
        hint: 'its deliverables are brief, sketch, code',
        needed: ['brief', 'sketch', 'code'],
        actual: 'breif',
      },
    ],
  },
  'a deliverable of a later phase': {
    when: submit('code'),
    refused: [
      {
        code: 'process/deliverable-not-open',
        message: 'code is handed in during build, and the item is in plan',
        path: ['deliverable'],
        hint: 'keep it until build',
        needed: 'build',
        actual: 'plan',
        deliverable: 'code',
      },
    ],
  },
  'a deliverable of an earlier phase': {
    given: inBuild,
    when: submit('brief'),
    refused: [
      {
        code: 'process/deliverable-not-open',
        message: 'brief is handed in during plan, and the item is in build',
        path: ['deliverable'],
        hint: 'send the item back to plan',
        needed: 'plan',
        actual: 'build',
        deliverable: 'brief',
      },
    ],
  },
  'a deliverable of another role, before what it needs': {
    given: [submit('brief')],
    when: { ...submit('sketch'), by: 'zoe' },
    refused: [
      {
        code: 'process/role-missing',
        message: 'sketch is handed in by the role pm, which zoe does not have',
        path: ['phases', 0, 'deliverables', 1, 'owner'],
        hint: 'ask somebody who is pm',
        needed: 'pm',
        actual: ['cook'],
        deliverable: 'sketch',
      },
      {
        code: 'process/needs-missing',
        message: 'sketch needs brief, which has 1 of the 2 pieces that it takes',
        path: ['phases', 0, 'deliverables', 1, 'needs'],
        hint: 'hand in brief first',
        needed: 2,
        actual: 1,
        deliverable: 'brief',
      },
    ],
  },
  'facts by a stranger': {
    when: { ...record({ cost: 1 }), by: 'zoe' },
    refused: [
      {
        code: 'process/role-missing',
        message: 'zoe has no role in the process, and may not record facts',
        path: [],
        hint: 'ask somebody who is pm or director',
        needed: ['pm', 'director'],
        actual: ['cook'],
      },
    ],
  },
  'facts that are none': {
    when: record({ cots: 1, cost: -1 }),
    refused: [
      {
        code: 'governance/undeclared-fact',
        message: 'cots is no fact that the policy knows',
        path: ['facts', 'cots'],
        hint: 'did you mean cost?',
        needed: 'a value of the fact',
      },
      {
        code: 'governance/value-out-of-range',
        message: 'cost is -1, below its least value 0',
        path: ['facts', 'cost'],
        hint: 'check the value, or change the limits of the fact',
        needed: 'a value of the fact',
      },
    ],
  },
  'no facts': {
    when: record({}),
    refused: [
      {
        code: 'process/no-facts',
        message: 'no fact is given',
        path: ['facts'],
        hint: 'give at least one',
        needed: 1,
        actual: 0,
      },
    ],
  },
  'an owner by a stranger': {
    when: { body: { type: 'assignOwner', owner: 'zoe' }, by: 'zoe' },
    refused: [
      {
        code: 'process/role-missing',
        message: 'zoe has no role in the process, and may not say whose the item is',
        path: [],
        hint: 'ask somebody who is pm or director',
        needed: ['pm', 'director'],
        actual: ['cook'],
      },
    ],
  },
  'a vote where nobody is asked': {
    given: [record({ cost: 1 })],
    when: vote('dan'),
    refused: [
      {
        code: 'process/nothing-to-approve',
        message: 'policy money asks nobody: it is autonomous',
        path: ['on'],
        hint: 'leave the vote out',
      },
    ],
  },
  'a vote where it cannot be told who is asked': {
    when: vote('dan'),
    refused: [
      {
        code: 'process/authority-unknown',
        message: 'policy money cannot say who may let the item pass the gate of plan: cost is not known',
        path: ['phases', 0, 'gate', 'authority'],
        hint: 'record cost',
        needed: ['cost'],
        missing: ['cost'],
      },
    ],
  },
  'a vote by somebody who is not asked': {
    given: inBuild,
    when: vote('zoe'),
    refused: [
      {
        code: 'process/not-a-voter',
        message: 'zoe is not asked: policy board asks director and cleo',
        path: [],
        hint: 'ask director and cleo',
        needed: ['director', 'cleo'],
        actual: ['cook'],
      },
    ],
  },
  'a vote in a role that the voter does not have': {
    given: inBuild,
    when: { body: { type: 'vote', vote: 'approve', role: 'director' }, by: 'cleo' },
    refused: [
      {
        code: 'process/not-a-voter',
        message: 'cleo is not asked as director: policy board asks director and cleo',
        path: ['role'],
        hint: 'ask director and cleo',
        needed: ['director', 'cleo'],
        actual: [],
      },
    ],
  },
  'a vote on a track without an authority': {
    when: { body: { type: 'vote', vote: 'approve', on: { track: 'fast' } }, by: 'dan' },
    refused: [
      {
        code: 'process/nothing-to-approve',
        message: 'the track fast has no authority',
        path: ['on'],
        hint: 'leave the vote out',
      },
    ],
  },
  'a vote on a track that is none': {
    when: { body: { type: 'vote', vote: 'approve', on: { track: 'fats' } }, by: 'dan' },
    refused: [
      {
        code: 'process/no-such-track',
        message: 'the process has no track fats',
        path: ['on', 'track'],
        hint: 'its tracks are fast, short, granted',
        needed: ['fast', 'short', 'granted'],
        actual: 'fats',
      },
    ],
  },
  'a condition that is none': {
    when: { body: { type: 'meetCondition', condition: 'law' } },
    refused: [
      {
        code: 'process/no-such-condition',
        message: 'the item has no condition law',
        path: ['condition'],
        hint: 'no condition is open',
        needed: [],
        condition: 'law',
      },
    ],
  },
  'a condition met by another, and too late': {
    given: [...planned, conditional({})],
    when: { body: { type: 'meetCondition', condition: 'law' }, by: 'zoe', at: late },
    refused: [
      {
        code: 'process/not-condition-owner',
        message: 'condition law is for bo to meet',
        path: ['condition'],
        hint: 'ask bo',
        needed: 'bo',
        actual: 'zoe',
        condition: 'law',
        candidates: ['bo'],
      },
      {
        code: 'process/condition-overdue',
        message: 'condition law was due by 2026-11-07T00:00:00Z: ask legal',
        path: ['condition'],
        hint: 'let it lapse',
        needed: '2026-11-07T00:00:00Z',
        actual: '2026-11-09T00:00:00Z',
        condition: 'law',
      },
    ],
  },
  'a condition that was met already': {
    given: [...planned, conditional({}), { body: { type: 'meetCondition', condition: 'law' } }],
    when: { body: { type: 'meetCondition', condition: 'law' } },
    refused: [
      {
        code: 'process/condition-settled',
        message: 'condition law is met already',
        path: ['condition'],
        hint: 'no condition is open',
        needed: [],
        actual: 'met',
        condition: 'law',
      },
    ],
  },
  'a lapse before its time': {
    given: [...planned, conditional({})],
    when: { body: { type: 'lapseCondition', condition: 'law' }, at: instant('2026-11-06T23:59:59Z') },
    refused: [
      {
        code: 'process/not-due',
        message: 'condition law is due by 2026-11-07T00:00:00Z, which is still to come',
        path: ['condition'],
        hint: 'wait until then',
        needed: '2026-11-07T00:00:00Z',
        actual: '2026-11-06T23:59:59Z',
        condition: 'law',
      },
    ],
  },
  'a waiver by a stranger, until yesterday': {
    given: [record({ cost: 1 })],
    when: { ...waiver({ deliverable: 'brief' }, '2026-11-01'), by: 'zoe' },
    refused: [
      {
        code: 'process/day-past',
        message: '2026-11-01 is over: it is 2026-11-02',
        path: ['until'],
        hint: 'name 2026-11-02 or a later day',
        needed: '2026-11-02',
        actual: '2026-11-01',
      },
      {
        code: 'process/not-owner',
        message: 'only the owner, ana, may let the item have a waiver',
        path: ['phases', 0, 'gate', 'authority'],
        hint: 'ask ana, or assign another owner',
        needed: 'ana',
        actual: 'zoe',
        candidates: ['ana'],
      },
    ],
  },
  'a waiver of what the gate does not ask for': {
    given: [record({ cost: 1 })],
    when: waiver({ deliverable: 'code' }),
    refused: [
      {
        code: 'process/not-asked',
        message: 'the gate of plan does not ask for the deliverable code',
        path: ['target'],
        hint: 'leave the waiver out',
        actual: 'code',
      },
    ],
  },
  'a waiver of a criterion that only adds to the score': {
    given: [record({ cost: 1 })],
    when: waiver({ criterion: 'fit' }),
    refused: [
      {
        code: 'process/not-asked',
        message: 'the gate of plan does not ask for the criterion fit',
        path: ['target'],
        hint: 'leave the waiver out',
        actual: 'fit',
      },
    ],
  },
  'a waiver of what may not be waived': {
    given: [record({ cost: 1 })],
    when: waiver({ phase: 'plan' }),
    refused: [
      {
        code: 'process/not-waivable',
        message: 'the gate of plan lets no phase be waived',
        path: ['phases', 0, 'gate', 'waivable'],
        hint: 'meet what it asks for',
        needed: 'phase',
        actual: ['deliverable', 'criterion'],
        phase: 'plan',
      },
    ],
  },
  'a waiver of a phase that is over': {
    given: inBuild,
    when: waiver({ phase: 'plan' }),
    refused: [
      {
        code: 'process/not-asked',
        message: 'the item does not come to the phase plan any more',
        path: ['target'],
        hint: 'leave the waiver out',
        actual: 'plan',
      },
    ],
  },
  'a waiver of a phase that is none': {
    when: waiver({ phase: 'plna' }),
    refused: [
      {
        code: 'process/no-such-phase',
        message: 'the process has no phase plna',
        path: ['target', 'phase'],
        hint: 'its phases are plan, build, ship',
        needed: ['plan', 'build', 'ship'],
        actual: 'plna',
      },
    ],
  },
  'a track that is none': {
    when: { body: { type: 'chooseTrack', track: 'fats' } },
    refused: [
      {
        code: 'process/no-such-track',
        message: 'the process has no track fats',
        path: ['track'],
        hint: 'its tracks are fast, short, granted',
        needed: ['fast', 'short', 'granted'],
        actual: 'fats',
      },
    ],
  },
  'the track that it is on': {
    when: { body: { type: 'chooseTrack' } },
    refused: [
      {
        code: 'process/same-track',
        message: 'the item is on the whole process already',
        path: ['track'],
        hint: 'leave it where it is',
      },
    ],
  },
  'a track that skips the phase, and whose condition does not hold': {
    given: [record({ risk: 'high' })],
    when: { body: { type: 'chooseTrack', track: 'fast' } },
    refused: [
      {
        code: 'process/phase-skipped',
        message: 'fast skips plan, in which the item is',
        path: ['track'],
        hint: 'let it pass this gate first',
        needed: ['build', 'ship'],
        actual: 'plan',
      },
      {
        code: 'process/track-not-allowed',
        message: "the item may not take fast: risk == 'low' does not hold",
        path: ['tracks', 0, 'when'],
        hint: 'leave the item on its track',
        needed: "risk == 'low'",
      },
    ],
  },
  'a track whose condition cannot be told': {
    when: { body: { type: 'chooseTrack', track: 'short' } },
    refused: [
      {
        code: 'process/track-not-allowed',
        message: 'whether the item may take short cannot be told: ready is not known',
        path: ['tracks', 1, 'when'],
        hint: 'record ready',
        needed: 'ready',
        missing: ['ready'],
      },
    ],
  },
  'a track that has to be granted': {
    when: { body: { type: 'chooseTrack', track: 'granted' } },
    refused: [
      {
        code: 'process/approval-pending',
        message: 'policy board asks for approval before the item may take granted: cleo is missing',
        path: ['tracks', 2, 'authority'],
        hint: 'ask cleo to vote',
        needed: ['cleo'],
        actual: [],
        candidates: ['cleo'],
      },
    ],
  },
  'a correction of nothing, with facts from elsewhere': {
    given: [record({ cost: 1 })],
    when: { body: { type: 'correctEvent', corrects: 1, reason: 'a slip', facts: { cost: 2, risk: 'low' } } },
    refused: [
      {
        code: 'process/nothing-to-correct',
        message: 'nothing that stands comes from event 1',
        path: ['corrects'],
        hint: 'facts, evidence, votes, waivers and conditions that were met can be corrected; an item is sent back instead',
        needed: 'an event of which something still stands',
        actual: 1,
      },
      {
        code: 'process/other-source',
        message: 'cost does not stand from event 1',
        path: ['facts', 'cost'],
        hint: 'record it by itself',
        needed: 1,
        actual: 2,
      },
      {
        code: 'process/other-source',
        message: 'risk does not stand from event 1',
        path: ['facts', 'risk'],
        hint: 'record it by itself',
        needed: 1,
      },
    ],
  },
  'a correction by a stranger': {
    given: [record({ cost: 1 })],
    when: { body: { type: 'correctEvent', corrects: 2, reason: 'a slip' }, by: 'zoe' },
    refused: [
      {
        code: 'process/role-missing',
        message: 'zoe has no role in the process, and may not correct what was recorded',
        path: [],
        hint: 'ask somebody who is pm or director',
        needed: ['pm', 'director'],
        actual: ['cook'],
      },
    ],
  },
};

describe('decideItem', () => {
  it.each(Object.entries(rows))('says everything that is wrong with %s', (_, { owner, given = [], when, refused }) => {
    const state = after(given, owner);
    const decision = decideItem(strict, state, commandOf(when, state, 'asked'), contextOf(when));
    expect(decision).toEqual({ ok: false, refusals: refused.map((words) => ({ ...usual, ...words })) });
  });
});
