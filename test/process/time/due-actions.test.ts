import { instant } from 'keelson/foundation';
import { decideItem, dueActions, type ItemState } from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { begun, calendar, directory, handIn, hour, release, went } from './release.js';

/** In the build phase since Monday the second, at eleven in Berlin, with a condition until Wednesday and one until Friday. */
const conditional = went(
  begun(),
  [hour(0), { type: 'recordFacts', facts: { interviews: 5 } }],
  [hour(1), handIn('brief')],
  [
    hour(2),
    {
      type: 'decideGate',
      outcome: 'conditionalGo',
      conditions: [
        { id: 'load', text: 'a load test', owner: 'bo', due: '2026-11-06', onLapse: { recycleTo: 'discovery' } },
        { id: 'terms', text: 'terms of use', owner: 'eve', due: '2026-11-04' },
      ],
    },
  ],
);

const dueOf = (state: ItemState, at: string) => dueActions(release, state, { at: instant(at) });
const kinds = (state: ItemState, at: string) => dueOf(state, at).map(({ kind }) => kind);

describe('a condition that is not met', () => {
  it.each([
    ['2026-11-04T22:59:59.999Z', []],
    ['2026-11-04T23:00:00Z', ['terms']],
    ['2026-11-06T22:59:59.999Z', ['terms']],
    ['2026-11-06T23:00:00Z', ['terms', 'load']],
  ])('is due from the end of its day in Berlin: at %s are %j', (at, expected) => {
    expect(dueOf(conditional, at).map(({ condition }) => condition)).toEqual(expected);
  });

  it('says what was due, and the command that says so', () => {
    expect(dueOf(conditional, '2026-11-05T00:00:00Z')).toEqual([
      {
        kind: 'condition',
        since: '2026-11-04T23:00:00Z',
        deadline: { at: '2026-11-04T23:00:00Z', calendar: '2026-a' },
        message: 'condition terms of eve was due by 2026-11-04T23:00:00Z: terms of use',
        commands: [{ type: 'lapseCondition', condition: 'terms' }],
        automatic: true,
        phase: 'build',
        condition: 'terms',
      },
    ]);
  });

  it('is due no more once it was met, or has lapsed', () => {
    const met = went(conditional, [hour(3), { type: 'meetCondition', condition: 'terms' }, 'eve']);
    expect(kinds(met, '2026-11-05T00:00:00Z')).toEqual([]);
    const lapsed = went(conditional, [
      instant('2026-11-05T00:00:00Z'),
      { type: 'lapseCondition', condition: 'terms' },
      'a-clock',
    ]);
    // It is held, to be looked at now.
    expect(kinds(lapsed, '2026-11-05T00:00:00Z')).toEqual(['review']);
  });

  it('is due of an item on hold as well, with its review', () => {
    const held = went(conditional, [
      hour(3),
      { type: 'decideGate', outcome: 'hold', reason: 'no budget', reviewOn: '2026-11-04' },
    ]);
    expect(kinds(held, '2026-11-04T23:00:00Z')).toEqual(['condition', 'review']);
  });
});

describe('what lapses beside conditions', () => {
  it('is the review of an item on hold, whose commands are for those who decide', () => {
    const held = went(begun(), [
      hour(1),
      { type: 'decideGate', outcome: 'hold', reason: 'no budget', reviewOn: '2026-11-03' },
    ]);
    expect(dueOf(held, '2026-11-03T22:59:59.999Z')).toEqual([]);
    expect(dueOf(held, '2026-11-03T23:00:00Z')).toEqual([
      {
        kind: 'review',
        since: '2026-11-03T23:00:00Z',
        deadline: { at: '2026-11-03T23:00:00Z', calendar: '2026-a' },
        message: 'the item was to be looked at again by 2026-11-03T23:00:00Z: no budget',
        commands: [{ type: 'resume' }],
        phase: 'discovery',
      },
    ]);
  });

  it('is the target of the phase, which no command answers', () => {
    expect(dueOf(begun(), '2026-11-09T07:59:59.999Z')).toEqual([]);
    expect(dueOf(begun(), '2026-11-09T08:00:00Z')).toEqual([
      {
        kind: 'target',
        since: '2026-11-09T08:00:00Z',
        deadline: { at: '2026-11-09T08:00:00Z', calendar: '2026-a' },
        message: 'the item was to leave discovery by 2026-11-09T08:00:00Z',
        commands: [],
        phase: 'discovery',
      },
    ]);
  });

  it('is the freshness of what the phase asks for', () => {
    const built = went(conditional, [hour(2), handIn('plan')]);
    expect(kinds(built, '2026-11-04T09:59:59.999Z')).toEqual([]);
    expect(dueOf(built, '2026-11-04T10:00:00Z')).toEqual([
      {
        kind: 'deliverable',
        since: '2026-11-04T10:00:00Z',
        deadline: { at: '2026-11-04T10:00:00Z', calendar: '2026-a' },
        message: 'plan counted until 2026-11-04T10:00:00Z: pm has to hand in what is so now',
        commands: [],
        phase: 'build',
        deliverable: 'plan',
      },
    ]);
    // What was handed in for the phase before has served its gate.
    expect(dueOf(conditional, '2026-11-20T00:00:00Z').map(({ deliverable }) => deliverable)).not.toContain('brief');
  });

  it('is not the freshness of what the track does without, is incomplete, or was sent back', () => {
    const built = went(conditional, [hour(2), handIn('plan')], [hour(2), handIn('code')]);
    const at = '2026-11-05T12:00:00Z';
    const deliverables = (state: ItemState) => dueOf(state, at).flatMap(({ deliverable }) => deliverable ?? []);
    expect(deliverables(built)).toEqual(['plan']);
    expect(deliverables(went(built, [hour(2), handIn('code')]))).toEqual(['plan', 'code']);
    expect(deliverables(went(built, [hour(3), { type: 'chooseTrack', track: 'light' }]))).toEqual([]);
    const stale = { ...built, deliverables: { plan: { ...built.deliverables['plan']!, stale: true as const } } };
    expect(deliverables(stale)).toEqual([]);
  });
});

describe('a waiver', () => {
  const waive = (target: { deliverable: string } | { phase: string } | { criterion: string }, until: string) =>
    ({ type: 'grantWaiver', target, reason: 'no time', until }) as const;
  const built = went(conditional, [hour(2), handIn('plan')]);

  it('that has expired is worth knowing', () => {
    const waived = went(conditional, [hour(3), waive({ deliverable: 'code' }, '2026-11-03')]);
    expect(dueOf(waived, '2026-11-03T22:59:59.999Z')).toEqual([]);
    expect(dueOf(waived, '2026-11-03T23:00:00Z')).toEqual([
      {
        kind: 'waiver',
        since: '2026-11-03T23:00:00Z',
        deadline: { at: '2026-11-03T23:00:00Z', calendar: '2026-a' },
        message: 'the waiver for the deliverable code counted until 2026-11-03T23:00:00Z',
        commands: [],
        phase: 'build',
        waiver: 'c4',
      },
    ]);
  });

  it('stands in for what is no longer fresh as long as it lasts', () => {
    const until = (target: Parameters<typeof waive>[0], last: string) => {
      const waived = went(built, [hour(3), waive(target, last)]);
      return dueOf(waived, '2026-11-12T00:00:00Z').find(({ kind }) => kind === 'deliverable');
    };
    const since = { deliverable: '2026-11-05T23:00:00Z', phase: '2026-11-06T23:00:00Z' };
    expect(until({ deliverable: 'plan' }, '2026-11-05')).toMatchObject({
      since: since.deliverable,
      deadline: { at: '2026-11-04T10:00:00Z' },
    });
    expect(until({ phase: 'build' }, '2026-11-06')).toMatchObject({ since: since.phase });
    expect(until({ deliverable: 'plan' }, '2026-11-03')).toMatchObject({ since: '2026-11-04T10:00:00Z' });
    expect(until({ deliverable: 'code' }, '2026-11-05')).toMatchObject({ since: '2026-11-04T10:00:00Z' });
    expect(until({ phase: 'check' }, '2026-11-06')).toMatchObject({ since: '2026-11-04T10:00:00Z' });
  });

  it('that was granted again counts until the later one, whichever came first', () => {
    const twice = (...days: string[]) =>
      dueOf(
        went(conditional, ...days.map((until) => [hour(3), waive({ deliverable: 'code' }, until)] as const)),
        '2026-11-12T00:00:00Z',
      ).filter(({ kind }) => kind === 'waiver');
    expect(twice('2026-11-03', '2026-11-10')).toMatchObject([{ waiver: 'c5', since: '2026-11-10T23:00:00Z' }]);
    expect(twice('2026-11-10', '2026-11-03')).toMatchObject([{ waiver: 'c4', since: '2026-11-10T23:00:00Z' }]);
    expect(twice('2026-11-10', '2026-11-10')).toMatchObject([{ waiver: 'c4' }]);
  });

  it('is forgotten once what it was for came in, or its gate lies behind', () => {
    const waived = went(conditional, [hour(3), waive({ deliverable: 'plan' }, '2026-11-03')]);
    const waivers = (state: ItemState) => dueOf(state, '2026-11-04T00:00:00Z').flatMap(({ waiver }) => waiver ?? []);
    expect(waivers(waived)).toEqual(['c4']);
    expect(waivers(went(waived, [hour(4), handIn('plan')]))).toEqual([]);
    const passed: ItemState = { ...waived, phase: 'check' };
    expect(waivers(passed)).toEqual([]);
    const later = went(conditional, [hour(3), waive({ phase: 'check' }, '2026-11-03')]);
    expect(waivers(later)).toEqual(['c4']);
  });
});

describe('everything that is due', () => {
  it('comes in the order of time, then of kind, then of name', () => {
    const deadline = { at: hour(10), calendar: '2026-a' };
    const [open] = conditional.conditions;
    const all: ItemState = {
      ...conditional,
      target: { at: hour(9), calendar: '2026-a' },
      status: 'held',
      hold: { at: hour(3), reason: 'no budget', review: deadline },
      conditions: ['b', 'a', 'c'].map((id) => ({ ...open!, id, deadline })),
      waivers: ['z', 'y'].map((id, index) => ({
        ...{
          id,
          target: index === 0 ? { phase: 'build' } : { phase: 'check' },
          phase: index === 0 ? 'build' : 'check',
        },
        ...{ reason: 'no time', by: 'ana', at: hour(3), until: deadline, sequence: 5 },
      })),
      deliverables: Object.fromEntries(
        ['plan', 'code'].map((id) => {
          const piece = { uri: 'a:b', at: hour(3), by: 'ana', sequence: 5 };
          return [id, { evidence: [piece, piece], revision: 1, freshUntil: deadline }];
        }),
      ),
    };
    expect(
      dueActions(release, all, { at: hour(10) }).map(
        ({ kind, condition, deliverable, waiver }) => `${kind} ${condition ?? deliverable ?? waiver ?? ''}`,
      ),
    ).toEqual([
      'target ',
      ...['condition a', 'condition b', 'condition c'],
      'review ',
      ...['deliverable code', 'deliverable plan'],
      ...['waiver y', 'waiver z'],
    ]);
  });

  it('is plain JSON', () => {
    const due = dueOf(conditional, '2027-01-01T00:00:00Z');
    expect(JSON.parse(JSON.stringify(due))).toEqual(due);
  });

  it('is nothing once the item has ended, whatever is open', () => {
    const killed = went(conditional, [hour(3), { type: 'decideGate', outcome: 'kill', reason: 'no need' }]);
    expect(dueOf(killed, '2027-01-01T00:00:00Z')).toEqual([]);
  });

  it('has commands that are carried out then, and those of conditions by anybody', () => {
    const at = instant('2026-11-06T23:00:00Z');
    for (const { commands, automatic } of dueOf(conditional, at)) {
      expect(automatic).toBe(true);
      for (const command of commands) {
        const context = { actor: { id: 'a-clock', roles: [] }, at, calendar, directory };
        const sent = { id: 'tick', expected: conditional.sequence, ...command };
        expect(decideItem(release, conditional, sent, context).ok).toBe(true);
      }
    }
    const held = went(begun(), [
      hour(1),
      { type: 'decideGate', outcome: 'hold', reason: 'no budget', reviewOn: '2026-11-03' },
    ]);
    const [review] = dueOf(held, at);
    const sent = { id: 'back', expected: held.sequence, ...review!.commands[0]! };
    const context = { actor: { id: 'ana', roles: [] }, at, calendar, directory };
    expect(decideItem(release, held, sent, context).ok).toBe(true);
  });

  it.each([
    ['process', { process: 'other' }, '"search" is in "discovery" of "other" version 1, not in release version 1'],
    ['version', { version: 2 }, '"search" is in "discovery" of "release" version 2, not in release version 1'],
    ['phase', { phase: 'launch' }, '"search" is in "launch" of "release" version 1, not in release version 1'],
    ['track', { track: 'fast' }, '"search" is in "discovery" of "release" version 1, not in release version 1'],
  ])('is not asked of items of another %s', (_, other, message) => {
    expect(() => dueActions(release, { ...begun(), ...other }, { at: hour(1) })).toThrow(
      expect.objectContaining({ code: 'process/foreign-item', message }),
    );
  });

  it('is not asked at no moment', () => {
    const at = 'now' as ReturnType<typeof instant>;
    expect(() => dueActions(release, begun(), { at })).toThrow(expect.objectContaining({ code: 'foundation/instant' }));
  });
});

describe('texts of others', () => {
  it('are cut short in messages', () => {
    const text = 'x'.repeat(300);
    const [open] = conditional.conditions;
    const long: ItemState = { ...conditional, conditions: [{ ...open!, text }] };
    const [{ message } = { message: '' }] = dueOf(long, '2026-11-06T23:00:00Z');
    expect(message).toMatch(/^condition load of bo was due by 2026-11-06T23:00:00Z: x+…x+$/);
    expect(message.length).toBeLessThan(300);
  });
});
