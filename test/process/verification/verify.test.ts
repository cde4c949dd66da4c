import { type CalendarInput, day, defineCalendar } from 'keelson/foundation';
import { defineFacts, definePolicy, fact, type Outcome, outcome, type PolicyRule } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import {
  coveringPaths,
  type ProcessDefinition,
  type ProcessVerificationExample,
  parseProcess,
  processVerificationCatalogue,
  verifyProcess,
} from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { showing, showWitness } from '../../oracle/process-exploration.js';

const facts = defineFacts({ cost: fact.number({ min: 0 }), risk: fact.oneOf(['low', 'high']) });
const on = day('2026-11-23');

function directorsOf(number: number) {
  return defineDirectory({
    roles: [{ id: 'director' }],
    assignments: Array.from({ length: number }, (_, at) => ({ person: `p${at}`, role: 'director' }) as const),
  });
}

function calendarOf(parts: Partial<CalendarInput>) {
  return defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'], ...parts });
}

interface Setup {
  readonly granting?: Outcome;
  readonly windows?: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly holidays?: readonly { readonly day: string }[];
  readonly rules?: readonly PolicyRule[];
  readonly otherwise?: Outcome;
  readonly directors?: number;
}

type Parts = Pick<ProcessDefinition, 'phases'> & Partial<ProcessDefinition>;

function build(
  parts: Parts,
  { rules = [], otherwise = outcome.autonomous(), granting = outcome.autonomous() }: Setup = {},
) {
  const grants = definePolicy({ id: 'granting', facts, rules: [], otherwise: granting });
  const shipping = definePolicy({ id: 'shipping', facts, hit: 'first', rules, otherwise });
  const stored = { schemaVersion: 1, id: 'delivery', version: 1, roles: ['director'], facts: 'facts', ...parts };
  return parseProcess(stored, { facts, policies: [shipping, grants] });
}

function verify(parts: Parts, setup: Setup = {}) {
  const { directors, windows, holidays } = setup;
  return verifyProcess(build(parts, setup), {
    ...(directors !== undefined && { directory: directorsOf(directors), on }),
    ...(windows !== undefined && { calendar: calendarOf({ windows, ...(holidays && { holidays }) }), on }),
  });
}

const gate = { authority: 'shipping' };
const criteria = (...whens: readonly string[]) => whens.map((when, at) => ({ id: `c${at + 1}`, when }));

describe('verifyProcess', () => {
  it('finds nothing in a process that is well', () => {
    const phases = [
      { id: 'a', gate: { ...gate, criteria: criteria('cost < 5', "risk == 'low'") } },
      { id: 'b', gate: { ...gate, recycleTo: ['a'], maxRecycles: 1 } },
    ];
    expect(verify({ phases, tracks: [{ id: 'express', when: "risk == 'low'", skip: ['a'] }] })).toEqual([]);
  });

  it('says which criteria exclude each other', () => {
    const phases = [{ id: 'a', gate: { ...gate, criteria: criteria('cost < 5', "risk == 'low'", 'cost > 5') } }];
    expect(verify({ phases })).toMatchObject([
      {
        code: 'process/criteria-exclude-each-other',
        severity: 'error',
        message: 'no facts meet c1, c2 and c3 together, so that no item passes the gate of a',
        path: ['phases', 0, 'gate', 'criteria'],
        phase: 'a',
      },
    ]);
  });

  it('says that a waiver is the way through where criteria can be waived', () => {
    const excluding = { ...gate, criteria: criteria('cost < 5', 'cost > 5') };
    const messageOf = (waivable: readonly ('criterion' | 'deliverable')[]) =>
      verify({ phases: [{ id: 'a', gate: { ...excluding, waivable } }] }).map(({ message }) => message);
    expect(messageOf(['criterion'])).toEqual([
      'no facts meet c1 and c2 together, so that items get past the gate of a by waiver alone',
    ]);
    expect(messageOf(['deliverable'])).toEqual([
      'no facts meet c1 and c2 together, so that no item passes the gate of a',
    ]);
  });

  it('asks for the gate that a threshold closes, with every way to reach it', () => {
    const should = (when: string, weight: number, at: number) => ({
      id: `s${at}`,
      when,
      weight,
      should: true as const,
    });
    const scored = (threshold: number, must: string[] = []) => {
      const added = ['cost < 5', 'cost > 5', "risk == 'low'"].map((when, at) => should(when, at + 1, at));
      return [{ id: 'a', gate: { ...gate, threshold, criteria: [...criteria(...must), ...added] } }];
    };
    const found = (threshold: number, must?: string[]) =>
      verify({ phases: scored(threshold, must) }).map(({ code, message, path }) => [code, message, path.at(-1)]);
    // Of 6 points the last two give 5, and the first keeps from the second.
    expect(found(5 / 6)).toEqual([]);
    expect(found(0.9)).toEqual([
      [
        'process/threshold-out-of-reach',
        'no facts give a a score of 0.9, so that no item passes the gate of a',
        'threshold',
      ],
    ]);
    expect(found(0.6, ['cost < 5'])).toEqual([]);
    expect(found(0.7, ['cost < 5'])).toEqual([
      [
        'process/threshold-out-of-reach',
        'no facts meet c1 and give a a score of 0.7, so that no item passes the gate of a',
        'threshold',
      ],
    ]);
    const express = [{ id: 'express', when: "risk == 'high'" }];
    expect(verify({ phases: scored(0.5), tracks: express }).map(({ message, track }) => [message, track])).toEqual([
      [
        'no facts meet a score of 0.5 and the condition of express together, so that no item passes the gate of a',
        'express',
      ],
    ]);
  });

  it('reads criteria that are too long to be joined', () => {
    const long = Array.from({ length: 1_200 }, (_, at) => `cost == ${at}`).join(' || ');
    const phases = [{ id: 'a', gate: { ...gate, criteria: criteria(long, `!(${long})`, 'cost < 9000') } }];
    expect(verify({ phases }).map(({ code }) => code)).toEqual(['process/criteria-exclude-each-other']);
  });

  it('says what a policy closes on the process itself, and not on a track with another one', () => {
    const phases = [{ id: 'a', gate: { ...gate, criteria: criteria('cost < 0') } }];
    const tracks = [{ id: 'light', when: 'cost < 5', gates: [{ phase: 'a', without: ['c1'] }] }];
    const [found] = verify({ phases, tracks });
    expect([found?.track, found?.except]).toEqual([undefined, ['light']]);
  });

  it('warns where a waiver is the way past a gate, and its witness grants the ones before', () => {
    const excluding = criteria('cost < 5', 'cost > 5');
    const phases = [
      {
        id: 'a',
        gate: { ...gate, criteria: excluding, waivable: ['criterion' as const], waiverAuthority: 'granting' },
      },
      { id: 'b', gate: { ...gate, criteria: excluding } },
    ];
    const granting = outcome.requires({ role: 'director', quorum: 1 });
    const found = verify({ phases }, { granting, directors: 1 });
    expect(found.map(({ severity, phase }) => [severity, phase])).toEqual([
      ['warning', 'a'],
      ['error', 'b'],
    ]);
    expect(found[1]?.witness?.steps.map(({ command }) => command.type)).toEqual([
      ...['vote', 'grantWaiver', 'vote', 'grantWaiver', 'decideGate'],
    ]);
    expect(verify({ phases }, { granting, directors: 0 })).toMatchObject([
      { code: 'process/criteria-exclude-each-other', severity: 'error' },
      {
        code: 'process/waiver-nobody-can-grant',
        message:
          'nobody may waive anything at the gate of a: policy granting asks for 1 person of director, and there are 0',
      },
      { phase: 'b' },
    ]);
  });

  it('counts those who hand in against those who may approve', () => {
    const deliverables = [{ id: 'brief', owner: 'director' }];
    const otherwise = outcome.requires({ role: 'director', quorum: 1, exclude: ['contributors'] });
    const found = (directors: number) =>
      verify({ phases: [{ id: 'a', deliverables, gate }] }, { otherwise, directors }).map(({ code }) => code);
    expect(found(1)).toEqual(['process/gate-nobody-can-pass']);
    expect(found(2)).toEqual([]);
  });

  it('counts people for rules that are only ever joined', () => {
    const directors = (quorum: number) => outcome.requires({ role: 'director', quorum });
    const shipping = definePolicy({
      ...{ id: 'shipping', facts, hit: 'strictest' },
      rules: [
        { id: 'one', when: 'cost >= 0', then: directors(1) },
        { id: 'two', when: 'cost >= 0', then: outcome.requires({ people: ['p0'], quorum: 1 }) },
      ],
      otherwise: outcome.autonomous(),
    });
    const stored = { schemaVersion: 1, id: 'x', version: 1, roles: [], facts: 'facts', phases: [{ id: 'a', gate }] };
    const process = parseProcess(stored, { facts, policies: [shipping] });
    const codes = (number: number) =>
      verifyProcess(process, { directory: directorsOf(number), on }).map(({ code, mayBeSpurious }) => [
        code,
        mayBeSpurious,
      ]);
    expect(codes(2)).toEqual([]);
    expect(codes(1)).toEqual([['process/gate-nobody-can-pass', true]]);
  });

  it.each<[string, object, string | undefined]>([
    ['a window that comes', { window: { in: 'summit' } }, undefined],
    ['a window that is over', { window: { in: 'past' } }, 'window'],
    ['a window that is over and kept out', { window: { not: 'past' } }, undefined],
    ['a window that ends with time', { window: { not: 'ever' } }, undefined],
    ['meetings on Mondays', { slots: { from: '2026-11-02', everyWeeks: 2, items: 1 } }, undefined],
    ['meetings on Saturdays', { slots: { from: '2026-11-07', everyWeeks: 2, items: 1 } }, 'slots'],
    [
      'a meeting in a window',
      { window: { in: 'summit' }, slots: { from: '2026-11-02', everyWeeks: 1, items: 1 } },
      undefined,
    ],
    [
      'no meeting in a window',
      { window: { in: 'summit' }, slots: { from: '2026-11-09', everyWeeks: 2, items: 1 } },
      'slots',
    ],
    [
      'a holiday at every meeting of a window',
      { window: { in: 'day' }, slots: { from: '2026-11-02', everyWeeks: 1, items: 1 } },
      'slots',
    ],
  ])('looks at moments: %s', (_, moment, key) => {
    const windows = [
      { id: 'past', from: '2026-10-01', to: '2026-10-02' },
      { id: 'summit', from: '2026-11-30', to: '2026-12-05' },
      { id: 'day', from: '2026-12-07', to: '2026-12-08' },
      { id: 'ever', from: '2026-10-01', to: '9999-12-31' },
    ];
    const phases = [{ id: 'a', gate: { ...gate, ...moment } }];
    const found = verify({ phases }, { windows, holidays: [{ day: '2026-12-07' }] });
    expect(found.map(({ code, path }) => [code, path.at(-1)])).toEqual(key ? [['process/gate-never-open', key]] : []);
  });

  it('asks for the day with a calendar', () => {
    expect(() => verifyProcess(build({ phases: [{ id: 'a', gate }] }), { calendar: calendarOf({}) })).toThrow(
      'from a day on',
    );
    const soon = { calendar: calendarOf({}), on: 'soon' as typeof on };
    expect(() => verifyProcess(build({ phases: [{ id: 'a', gate }] }), soon)).toThrow(
      '"soon" is not a day that exists',
    );
  });

  it('finds a track whose authority always forbids, or asks for too many', () => {
    const phases = [{ id: 'a', gate }];
    const tracks = [
      { id: 't', when: 'cost < 0', authority: 'granting' },
      { id: 'u', authority: 'granting' },
    ];
    expect(
      verify({ phases, tracks }, { granting: outcome.forbidden() }).map(({ message, path }) => [message, path]),
    ).toEqual([
      [
        'no facts let an item take t: cost < 0; and policy granting, which grants it, forbids it whatever the facts are',
        ['tracks', 0, 'authority'],
      ],
      [
        'nobody may put an item on u: policy granting, which grants u, forbids it whatever the facts are',
        ['tracks', 1, 'authority'],
      ],
    ]);
    const granting = outcome.requires({ role: 'director', quorum: 2 });
    expect(verify({ phases, tracks: tracks.slice(1) }, { granting, directors: 1 })).toMatchObject([
      {
        message:
          'nobody may put an item on u: policy granting, which grants u, asks for 2 people of director, and there is 1',
        shortage: { people: ['p0'] },
      },
    ]);
    expect(verify({ phases, tracks }, { granting, directors: 2 })).toEqual([]);
  });

  it('leads onto a track that is granted alone, past the phases that it skips', () => {
    const phases = [
      { id: 'a', gate },
      { id: 'b', gate },
      { id: 'c', gate: { ...gate, criteria: criteria('cost < 0') } },
    ];
    const tracks = [{ id: 't', authority: 'granting', skip: ['a'], gates: [{ phase: 'c', authority: 'granting' }] }];
    const granting = outcome.requires({ role: 'director', quorum: 1 });
    const [found] = verify({ phases: phases.slice(0, 2).concat(phases[2]!), tracks }, { granting, directors: 1 });
    expect(found).toMatchObject({ code: 'process/criteria-exclude-each-other', phase: 'c' });
    const paths = coveringPaths(
      build({ phases: phases.slice(0, 2), tracks: [{ ...tracks[0]!, gates: [] }] }, { granting }),
    );
    expect(paths.paths.find(({ covers }) => covers === 'go from b on t')?.steps.map(({ command }) => command)).toEqual([
      { type: 'decideGate', outcome: 'go' },
      { type: 'vote', vote: 'approve', on: { track: 't' } },
      { type: 'chooseTrack', track: 't' },
      { type: 'decideGate', outcome: 'go' },
    ]);
  });

  it('does not count what should be met', () => {
    const [must] = criteria('cost < 5');
    const phases = [
      { id: 'a', gate: { ...gate, criteria: [must!, { id: 'nice', when: 'cost > 5', should: true as const }] } },
    ];
    expect(verify({ phases })).toEqual([]);
  });

  it('looks at criteria and policy together', () => {
    const phases = [{ id: 'a', gate: { ...gate, criteria: criteria('cost > 100') } }];
    const rules = [{ id: 'large', when: 'cost > 50', then: outcome.forbidden() }];
    expect(verify({ phases }, { rules })).toMatchObject([
      {
        code: 'process/gate-forbidden',
        message: 'policy shipping forbids whatever meets the criteria of a, so that no item passes the gate of a',
        path: ['phases', 0, 'gate', 'authority'],
      },
    ]);
    const smaller = [{ id: 'a', gate: { ...gate, criteria: criteria('cost > 40') } }];
    expect(verify({ phases: smaller }, { rules })).toEqual([]);
  });

  it('says a fault of one track with the track, and one of all ways once', () => {
    const phases = [
      { id: 'a', gate: { ...gate, criteria: criteria("risk == 'high'") } },
      { id: 'b', gate: { ...gate, criteria: criteria('cost < 5', 'cost > 5') } },
    ];
    const tracks = [{ id: 'express', when: "risk == 'low'" }];
    expect(verify({ phases, tracks }).map(({ code, phase, track }) => [code, phase, track])).toEqual([
      ['process/criteria-exclude-each-other', 'a', 'express'],
      ['process/criteria-exclude-each-other', 'b', undefined],
    ]);
  });

  it('leaves out what a track skips or does without', () => {
    const phases = [
      { id: 'a', gate: { ...gate, criteria: criteria("risk == 'high'") } },
      { id: 'b', gate },
    ];
    expect(verify({ phases, tracks: [{ id: 'express', when: "risk == 'low'", skip: ['a'] }] })).toEqual([]);
    const light = [{ id: 'light', when: "risk == 'low'", gates: [{ phase: 'a', without: ['c1'] }] }];
    expect(verify({ phases, tracks: light })).toEqual([]);
  });

  it.each([
    ['neither a condition nor an authority', { id: 't' }, ['tracks', 0]],
    ['a condition that never holds', { id: 't', when: 'cost < 0' }, ['tracks', 0, 'when']],
  ])('finds a track with %s', (_, track, path) => {
    const found = verify({ phases: [{ id: 'a', gate }], tracks: [track] });
    expect(found).toMatchObject([{ code: 'process/unreachable-track', path, track: 't' }]);
  });

  it('takes a track that its authority grants for one that can be taken', () => {
    const tracks = [{ id: 't', when: 'cost < 0', authority: 'shipping' }];
    expect(verify({ phases: [{ id: 'a', gate }], tracks })).toEqual([]);
  });

  it.each<[number, string[]]>([
    [0, ['process/gate-nobody-can-pass']],
    [1, ['process/gate-nobody-can-pass']],
    [2, []],
  ])('counts %i people against a quorum of 2', (directors, codes) => {
    const otherwise = outcome.requires({ role: 'director', quorum: 2 });
    const found = verify({ phases: [{ id: 'a', gate }] }, { otherwise, directors });
    expect(found.map(({ code }) => code)).toEqual(codes);
    if (directors === 1) {
      expect(found[0]?.message).toBe('the gate of a asks for 2 people of director, and there is 1');
      expect(found[0]?.shortage?.people).toEqual(['p0']);
    }
  });

  it('warns where some facts ask for too many, and gives such facts', () => {
    const rules = [{ id: 'large', when: 'cost > 50', then: outcome.requires({ role: 'director', quorum: 2 }) }];
    const found = verify({ phases: [{ id: 'a', gate }] }, { rules, directors: 1 });
    expect(found).toMatchObject([{ code: 'process/too-few-approvers', severity: 'warning' }]);
    expect(Number(found[0]?.facts?.cost)).toBeGreaterThan(50);
  });

  it('does not count how long approvals hold', () => {
    const otherwise = outcome.requires({ role: 'director', quorum: 1, expiresAfter: { workingDays: 5 } });
    expect(verify({ phases: [{ id: 'a', gate }] }, { otherwise, directors: 1 })).toEqual([]);
  });

  it('takes measured values for ones that can be measured again', () => {
    const measured = defineFacts({ use: fact.number({ min: 0, maxAge: { workingDays: 5 } }) });
    const shipping = definePolicy({ id: 'shipping', facts: measured, rules: [], otherwise: outcome.autonomous() });
    const phases = [{ id: 'a', gate: { ...gate, criteria: criteria('use > 3') } }];
    const stored = { schemaVersion: 1, id: 'x', version: 1, roles: [], facts: 'facts', phases };
    expect(verifyProcess(parseProcess(stored, { facts: measured, policies: [shipping] }))).toEqual([]);
  });

  it('asks for the day with a directory', () => {
    const shipping = definePolicy({ id: 'shipping', facts, rules: [], otherwise: outcome.autonomous() });
    const stored = { schemaVersion: 1, id: 'x', version: 1, roles: [], facts: 'facts', phases: [{ id: 'a', gate }] };
    const process = parseProcess(stored, { facts, policies: [shipping] });
    expect(() => verifyProcess(process, { directory: directorsOf(1) })).toThrow('people are counted on a day');
  });

  it('finds circles of needs, of one and of several', () => {
    const deliverable = (id: string, ...needs: string[]) => ({ id, owner: 'director', needs });
    const deliverables = [deliverable('x', 'x'), deliverable('y', 'z'), deliverable('z', 'y'), deliverable('w', 'y')];
    const found = verify({ phases: [{ id: 'a', deliverables, gate }] });
    expect(found.map(({ message, circle, path }) => [message, circle, path.at(-2)])).toEqual([
      ['x needs itself, so that it can never be handed in', ['x'], 0],
      ['y and z need each other, so that none can be handed in', ['y', 'z'], 1],
    ]);
  });

  it('names the phases that an item could go through without end', () => {
    const phases = ['a', 'b', 'c'].map((id) => ({
      id,
      gate: { ...gate, ...(id === 'c' && { recycleTo: ['b', 'a'] }) },
    }));
    expect(verify({ phases })).toMatchObject([
      {
        code: 'process/unbounded-recycling',
        severity: 'warning',
        message: 'the gate of c may send an item back to b and a without end',
        circle: ['b', 'c'],
      },
    ]);
  });

  it('tells all of each finding: message, place, hint', () => {
    const actor = { id: 'owner', roles: [] };
    const go = { actor, command: { type: 'decideGate', outcome: 'go' } };
    const deliverables = [{ id: 'brief', owner: 'director' }];
    const none = verify({ phases: [{ id: 'a', deliverables, gate }] }, { directors: 0 });
    expect(none).toEqual([
      {
        code: 'process/nobody-to-hand-in',
        severity: 'warning',
        message: 'brief is handed in by the role "director", which nobody holds on 2026-11-23',
        path: ['phases', 0, 'deliverables', 0, 'owner'],
        hint: 'give somebody the role in the directory, or leave the directory out where roles come from elsewhere',
        phase: 'a',
        witness: { steps: [], refused: go },
      },
    ]);
    const tracks = [{ id: 't' }, { id: 'u', when: 'cost < 0' }];
    expect(verify({ phases: [{ id: 'a', gate }], tracks })).toEqual([
      {
        code: 'process/unreachable-track',
        severity: 'error',
        message: 'nobody may put an item on t: it has neither a condition nor an authority',
        path: ['tracks', 0],
        hint: 'say when it may be taken, or who grants it',
        track: 't',
        witness: { steps: [], refused: { actor, command: { type: 'chooseTrack', track: 't' } } },
      },
      {
        code: 'process/unreachable-track',
        severity: 'error',
        message: 'no facts let an item take u: cost < 0',
        path: ['tracks', 1, 'when'],
        hint: 'change the condition, or name an authority',
        track: 'u',
        witness: { steps: [], refused: { actor, command: { type: 'chooseTrack', track: 'u' } } },
      },
    ]);
    expect(verify({ phases: [{ id: 'a', gate: { ...gate, criteria: criteria('cost < 0') } }] })).toEqual([
      {
        code: 'process/criteria-exclude-each-other',
        severity: 'error',
        message: 'no facts meet c1, so that no item passes the gate of a',
        path: ['phases', 0, 'gate', 'criteria'],
        hint: 'change one of them',
        phase: 'a',
        witness: { steps: [], refused: go },
      },
    ]);
    expect(verify({ phases: [{ id: 'a', gate: { ...gate, recycleTo: ['a'] } }] })).toEqual([
      {
        code: 'process/unbounded-recycling',
        severity: 'warning',
        message: 'the gate of a may send an item back to a without end',
        path: ['phases', 0, 'gate', 'recycleTo'],
        hint: 'set maxRecycles',
        phase: 'a',
        circle: ['a'],
        witness: { steps: [{ actor, command: { type: 'decideGate', outcome: 'recycle', to: 'a' } }] },
      },
    ]);
  });

  it('leads to what it finds by commands: past earlier gates, with people who are there, on the track', () => {
    const rules = [{ id: 'large', when: 'cost > 50', then: outcome.forbidden() }];
    const phases = [
      { id: 'a', deliverables: [{ id: 'brief', owner: 'director', atLeast: 2 }], gate },
      { id: 'b', gate: { ...gate, recycleTo: ['a'] } },
      { id: 'c', gate: { ...gate, criteria: criteria('cost > 60') } },
    ];
    const otherwise = outcome.requires({ role: 'director', quorum: 1 });
    const owner = { id: 'owner', roles: [] };
    const go = { actor: owner, command: { type: 'decideGate', outcome: 'go' } };
    const approve = { actor: { id: 'p0', roles: ['director'] }, command: { type: 'vote', vote: 'approve' } };
    const handIn = (at: number) => ({
      actor: { id: 'p1', roles: ['director'] },
      command: { type: 'submitDeliverable', deliverable: 'brief', evidence: { uri: `evidence:brief/${at}` } },
    });
    const found = verify({ phases }, { rules, otherwise, directors: 2 });
    const [circling, closed] = found.map(({ witness }) => witness);
    const commands = (steps: readonly { readonly command: { readonly type: string } }[] = []) =>
      steps.filter(({ command }) => command.type !== 'recordFacts');
    const past = [handIn(1), handIn(2), approve, go];
    const back = { actor: owner, command: { type: 'decideGate', outcome: 'recycle', to: 'a' } };
    expect(commands(circling?.steps)).toEqual([...past, back, ...past]);
    expect(circling).not.toHaveProperty('refused');
    expect(commands(closed?.steps)).toEqual([...past, approve, go]);
    expect(closed?.steps.at(-1)?.command).toMatchObject({ type: 'recordFacts' });
    expect(closed?.refused).toEqual(go);
    expect(
      verify({ phases }, { rules, otherwise, directors: 0 }).map(({ phase, witness }) => [phase, !!witness]),
    ).toEqual(
      expect.arrayContaining([
        ['a', true],
        ['b', false],
      ]),
    );
  });
});

function partsOf({ phases, tracks }: ProcessVerificationExample): Parts {
  return { phases, ...(tracks && { tracks }) };
}

function setupOf({ shipping, dearOnly, directors, granting, summit }: ProcessVerificationExample): Setup {
  return {
    ...(granting !== undefined && { granting }),
    ...(summit !== undefined && { windows: [{ id: 'summit', ...summit }] }),
    ...(shipping !== undefined && dearOnly === undefined && { otherwise: shipping }),
    ...(shipping !== undefined && dearOnly && { rules: [{ id: 'dear', when: 'cost > 100', then: shipping }] }),
    ...(directors !== undefined && { directors }),
  };
}

describe('processVerificationCatalogue', () => {
  it.each(processVerificationCatalogue.map((entry) => [entry.code, entry] as const))(
    'has examples of %s',
    (code, entry) => {
      const found = (example: ProcessVerificationExample) =>
        verify(partsOf(example), setupOf(example)).map((one) => [one.code, one.severity]);
      expect(entry.summary).toMatch(/^[A-Z].*\.$/);
      expect(found(entry.bad)).toEqual([[code, entry.severity]]);
      expect(found(entry.good)).toEqual([]);
    },
  );

  it.each(processVerificationCatalogue.map((entry) => [entry.code, entry.bad] as const))(
    'has commands that show %s in its bad example',
    (code, bad) => {
      const setup = setupOf(bad);
      const parts = partsOf(bad);
      const [finding] = verify(parts, setup);
      const { state, refusals } = showWitness(
        build(parts, setup),
        finding!.witness!,
        directorsOf(setup.directors ?? 0),
        calendarOf({ windows: setup.windows ?? [] }),
      );
      expect(JSON.parse(JSON.stringify(finding!.witness))).toEqual(finding!.witness);
      if (finding!.phase !== undefined) expect(state.phase).toBe(finding!.phase);
      if (code === 'process/unbounded-recycling') expect([state.sequence, refusals]).toEqual([2, []]);
      else expect(refusals.filter((each) => showing[code]?.includes(each))).not.toEqual([]);
    },
  );
});
