import fc from 'fast-check';
import { instant } from 'keelson/foundation';
import { defineDirectory } from 'keelson/organization';
import { decideItem, dueActions, explainItem, type ItemState, itemToText, type StandingOptions } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { anyItem } from './time/items.js';
import { begun, calendar, directory, handIn, hour, release, went } from './time/release.js';

const options = (at: string): StandingOptions => ({ at: instant(at), calendar, directory });
const explain = (state: ItemState, at: string) => explainItem(release, state, options(at));

/** Ready for its first gate, but for what comes last. */
const learned = went(begun(), [hour(0), { type: 'recordFacts', facts: { interviews: 5 } }], [hour(1), handIn('brief')]);
/** Past its first gate, with a condition that keeps it from the second. */
const conditional = went(learned, [
  hour(2),
  {
    type: 'decideGate',
    outcome: 'conditionalGo',
    conditions: [{ id: 'load', text: 'a load test', owner: 'bo', due: '2026-11-06', blocksNextGate: true }],
  },
]);
const risky = went(
  begun(),
  [hour(0), { type: 'recordFacts', facts: { interviews: 5, risk: 'high' } }],
  [hour(1), handIn('brief')],
);
const held = went(learned, [
  hour(2),
  { type: 'decideGate', outcome: 'hold', reason: 'no budget', reviewOn: '2026-11-04' },
]);

describe('an explanation', () => {
  it('says where the item stands, and what of it lapses when', () => {
    const { missing: _, mustAct: __, ...stands } = explain(conditional, '2026-11-04T10:00:00Z');
    expect(stands).toMatchObject({
      ...{ item: 'search', process: 'release', version: 1, at: '2026-11-04T10:00:00Z', status: 'active' },
      ...{ phase: 'build', owner: 'ana', enteredAt: '2026-11-02T10:00:00Z', workingDays: 2 },
      gates: [{ phase: 'discovery', outcome: 'conditionalGo', at: '2026-11-02T10:00:00Z' }],
      conditions: [{ id: 'load', status: 'open' }],
      waivers: [],
      due: [],
      ahead: [
        { kind: 'condition', since: '2026-11-06T23:00:00Z' },
        { kind: 'target', since: '2026-11-16T10:00:00Z' },
      ],
    });
    expect(Object.keys(stands)).not.toContain('question');
    expect(explain(begun(), hour(1)).question).toBe('What do we learn?');
  });

  it.each([
    ['2026-11-02T08:00:00Z', 0, 'on its first day'],
    ['2026-11-02T22:59:59.999Z', 0, 'until the clocks of Berlin say midnight'],
    ['2026-11-02T23:00:00Z', 1, 'from midnight on'],
    ['2026-11-07T12:00:00Z', 5, 'on a Saturday'],
    ['2026-11-09T12:00:00Z', 5, 'on the Monday after'],
    ['2026-11-01T12:00:00Z', 0, 'before it began'],
  ])('counts at %s %i working days in the phase: %s', (at, workingDays) => {
    expect(explain(begun(), at).workingDays).toBe(workingDays);
  });

  it('moves what has lapsed from what is ahead to what is due, at its instant', () => {
    const before = explain(conditional, '2026-11-06T22:59:59.999Z');
    const from = explain(conditional, '2026-11-06T23:00:00Z');
    expect([before.due.length, before.ahead.length]).toEqual([0, 2]);
    expect([from.due.length, from.ahead.length]).toEqual([1, 1]);
    expect(from.due).toEqual(dueActions(release, conditional, { at: from.at }));
  });

  it('names the waivers in force, until they expire', () => {
    const waived = went(learned, [
      hour(2),
      { type: 'grantWaiver', target: { criterion: 'learned' }, reason: 'no time', until: '2026-11-03' },
    ]);
    expect(explain(waived, '2026-11-03T22:59:59.999Z').waivers.map(({ id }) => id)).toEqual(['c3']);
    expect(explain(waived, '2026-11-03T23:00:00Z').waivers).toEqual([]);
  });

  it('misses nothing of what the decision would say, and adds nothing', () => {
    fc.assert(
      fc.property(anyItem, fc.constantFrom('low', 'high', undefined), fc.nat({ max: 100 }), (drawn, risk, hours) => {
        const state = { ...drawn, facts: { interviews: 5, ...(risk !== undefined && { risk }) } };
        const at = hour(hours);
        const { missing, verdict, end } = explain(state, at);
        const go = { id: 'go', expected: state.sequence, type: 'decideGate', outcome: 'go' } as const;
        const decision = decideItem(release, state, go, { ...options(at), actor: { id: 'ana', roles: [] } });
        if (end !== undefined) expect([missing, verdict]).toEqual([[], undefined]);
        else if (decision.ok) {
          expect(missing).toEqual([]);
          expect(decision.events[0]).toMatchObject({ type: 'gatePassed', verdict });
        } else {
          expect(missing).toEqual(decision.refusals);
          expect(verdict).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is told for somebody else where that is asked', () => {
    const told = explainItem(release, learned, { ...options(hour(2)), actor: { id: 'bo', roles: ['pm'] } });
    expect(told.missing.map(({ code }) => code)).toEqual(['process/not-owner']);
  });

  it('is plain JSON', () => {
    for (const state of [begun(), learned, conditional, held]) {
      const told = explain(state, hour(30));
      expect(JSON.parse(JSON.stringify(told))).toEqual(told);
    }
  });

  it('is not given of items of other processes', () => {
    expect(() => explain({ ...learned, version: 2 }, hour(2))).toThrow(
      expect.objectContaining({ code: 'process/foreign-item' }),
    );
  });
});

describe('who must act', () => {
  const without = (key: 'owner', state: ItemState): ItemState => {
    const { [key]: _, ...rest } = state;
    return rest;
  };
  const open = { ...conditional.conditions[0]!, id: 'load' };

  it.each<[string, ItemState, string, unknown]>([
    [
      'those with the role of a deliverable, as far as the directory knows',
      begun(),
      hour(1),
      [
        { role: 'pm', people: ['ana', 'bo'], tasks: ['hand in brief'] },
        { people: ['ana'], tasks: ['record interviews'] },
      ],
    ],
    [
      'whoever holds a role, where nobody is known to',
      { ...conditional, conditions: [] },
      '2026-11-20T08:00:00Z',
      [
        { role: 'pm', people: ['ana', 'bo'], tasks: ['hand in plan'] },
        { role: 'engineer', tasks: ['hand in code'] },
      ],
    ],
    [
      'the owner, where a criterion is not met',
      { ...learned, facts: { interviews: 3, risk: 'low' } },
      hour(2),
      [{ people: ['ana'], tasks: ['meet learned'] }],
    ],
    [
      'nobody, where there is only to wait',
      { ...conditional, conditions: [], deliverables: ready('plan', 'code') },
      hour(3),
      [],
    ],
    [
      'the owner of a condition that is open',
      { ...conditional, conditions: [open], deliverables: ready('plan', 'code') },
      '2026-11-05T08:00:00Z',
      [{ people: ['bo'], tasks: ['meet condition load'] }],
    ],
    [
      'the owner of the item, where a condition is overdue',
      {
        ...{ ...conditional, deliverables: ready('plan', 'code') },
        conditions: [{ ...open, deadline: { at: hour(3), calendar: '2026-a' } }],
      },
      '2026-11-05T08:00:00Z',
      [{ people: ['ana'], tasks: ['let condition load lapse'] }],
    ],
    ['the owner of an item on hold', held, hour(3), [{ people: ['ana'], tasks: ['resume the item'] }]],
    [
      'those whose votes are missing, by their role',
      risky,
      hour(2),
      [{ role: 'director', people: ['dora'], tasks: ['vote'] }],
    ],
    [
      'the owner, where nothing is missing any more',
      went(risky, [hour(2), { type: 'vote', vote: 'approve' }, 'dora']),
      hour(3),
      [{ people: ['ana'], tasks: ['decide at the gate of discovery'] }],
    ],
    [
      'those whom the gate asks, of an item without an owner',
      without('owner', went(risky, [hour(2), { type: 'vote', vote: 'approve' }, 'dora'])),
      hour(3),
      [{ tasks: ['decide at the gate of discovery, as director'] }],
    ],
    ['anybody, where an owner is missing', without('owner', learned), hour(2), [{ tasks: ['assign an owner'] }]],
    [
      'anybody, where facts are missing and there is no owner',
      without('owner', { ...learned, facts: { risk: 'low' } }),
      hour(2),
      [{ tasks: ['record interviews', 'assign an owner'] }],
    ],
    [
      'the owner, where the policy cannot say whom it asks',
      { ...learned, facts: { interviews: 5 } },
      hour(2),
      [{ people: ['ana'], tasks: ['record risk'] }],
    ],
    [
      'the owner, where the item may stay on its track no longer',
      { ...risky, track: 'light', votes: went(risky, [hour(2), { type: 'vote', vote: 'approve' }, 'dora']).votes },
      hour(3),
      [{ people: ['ana'], tasks: ['choose another track'] }],
    ],
    [
      'nobody any more, once it has ended',
      went(learned, [hour(2), { type: 'decideGate', outcome: 'kill', reason: 'no need' }]),
      hour(3),
      [],
    ],
  ])('%s', (_, state, at, expected) => {
    expect(explain(state, at).mustAct).toEqual(expected);
  });

  it('more people, where those that there are could not approve', () => {
    const nobody = { ...options(hour(2)), directory: defineDirectory({ roles: [{ id: 'director' }] }) };
    expect(explainItem(release, risky, nobody).mustAct).toEqual([
      { tasks: ['find more people who may vote, of director'] },
    ]);
  });

  it('has everything that the same people could do in one place', () => {
    const both = { ...conditional, conditions: [open, { ...open, id: 'terms' }], deliverables: ready('code') };
    expect(explain(both, '2026-11-05T08:00:00Z').mustAct).toEqual([
      { role: 'pm', people: ['ana', 'bo'], tasks: ['hand in plan'] },
      { people: ['bo'], tasks: ['meet condition load', 'meet condition terms'] },
    ]);
  });

  function ready(...deliverables: readonly string[]): ItemState['deliverables'] {
    const piece = { uri: 'a:b', at: hour(2), by: 'ana', sequence: 4 };
    return Object.fromEntries(deliverables.map((id) => [id, { evidence: [piece, piece], revision: 1 }]));
  }
});

describe('an item in words', () => {
  const lines = (state: ItemState, at: string) => itemToText(explain(state, at)).split('\n');

  it('says everything in lines', () => {
    const waived = went(conditional, [
      hour(26),
      { type: 'grantWaiver', target: { deliverable: 'plan' }, reason: 'no time', until: '2026-11-09' },
    ]);
    expect(lines(waived, '2026-11-06T23:00:00Z')).toEqual([
      'search, owned by ana: in build since 2026-11-02T10:00:00Z, 5 working days',
      'left behind: discovery (conditional go)',
      'conditions to be met:',
      '  load, by bo before 2026-11-06T23:00:00Z: a load test',
      'waived:',
      '  deliverable plan until 2026-11-09T23:00:00Z: no time',
      'missing at the gate of build:',
      '  code is missing',
      '  condition load was due by 2026-11-06T23:00:00Z: a load test',
      '  the gate of build is decided at its meetings, and 2026-11-07 is none of them',
      'engineer (eve): hand in code',
      'ana: let condition load lapse',
      'has lapsed:',
      '  condition load of bo was due by 2026-11-06T23:00:00Z: a load test',
      'will lapse:',
      '  2026-11-09T23:00:00Z: waiver c4',
      '  2026-11-16T10:00:00Z: target',
      '',
    ]);
  });

  it('says why an item waits, and that it is ready', () => {
    expect(lines(held, hour(24))[0]).toBe(
      'search, owned by ana: in discovery since 2026-11-02T08:00:00Z, 1 working day, on hold since 2026-11-02T10:00:00Z: no budget',
    );
    expect(lines(learned, hour(2)).slice(0, 4)).toEqual([
      'search, owned by ana: in discovery since 2026-11-02T08:00:00Z, 0 working days',
      'What do we learn?',
      'ready to pass the gate of discovery',
      'ana: decide at the gate of discovery',
    ]);
  });

  it('says how an item ended, and nothing of what could have been', () => {
    const killed = went(learned, [hour(2), { type: 'decideGate', outcome: 'kill', reason: 'no need' }]);
    expect(lines(killed, hour(3))).toEqual([
      'search, owned by ana: killed in discovery at 2026-11-02T10:00:00Z: no need',
      '',
    ]);
    const { owner: _, ...completed } = { ...killed, status: 'completed' as const, end: { at: hour(2) } };
    expect(lines(completed, hour(3))).toEqual(['search: completed in discovery at 2026-11-02T10:00:00Z', '']);
  });

  it('names the track, and people and roles to ask', () => {
    const light = went(begun(), [hour(0), { type: 'chooseTrack', track: 'light' }]);
    const [headline, ...rest] = lines(light, hour(1));
    expect(headline).toBe(
      'search, owned by ana: in discovery on the track light since 2026-11-02T08:00:00Z, 0 working days',
    );
    expect(rest).toContain('pm (ana or bo): hand in brief');
    const { owner: _, ...stray } = learned;
    expect(lines(stray, hour(2))).toContain('somebody: assign an owner');
  });

  it('shows control characters of others for what they are', () => {
    const { owner: _, ...state } = { ...learned, id: 'a\u0007b\nc' };
    expect(lines(state, hour(2))[0]).toBe('a\\u0007b\\nc: in discovery since 2026-11-02T08:00:00Z, 0 working days');
  });
});
