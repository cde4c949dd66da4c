import { defineCalendar, type Instant, instant } from 'keelson/foundation';
import {
  defineEscalation,
  type EscalationEntry,
  type EscalationStatus,
  escalationStatus,
  escalationToMermaid,
  escalationToText,
} from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const calendar = defineCalendar({
  zone: 'Europe/Berlin',
  weekend: ['saturday', 'sunday'],
  holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
  workingHours: { from: '09:00', to: '17:00' },
});

const chain = defineEscalation({
  id: 'disputes',
  version: '3',
  steps: [
    {
      id: 'lead',
      label: 'Team lead',
      owner: { commonDecider: true },
      within: { workingDays: 2 },
      acknowledgeWithin: { workingHours: 4 },
      onTimeout: 'next',
    },
    { id: 'exec', owner: { role: 'exec' }, within: { workingHours: 8 }, repeat: 1, onTimeout: 'next' },
    { id: 'chief', owner: { people: ['kim', 'lee'] }, within: { workingDays: 1 }, onTimeout: 'reject' },
  ],
});

const directory = defineDirectory({
  people: [
    { id: 'ana', managerId: 'eva' },
    { id: 'bo', managerId: 'eva' },
    { id: 'eva', managerId: 'kim' },
    { id: 'kim' },
    { id: 'tom' },
    { id: 'ina' },
  ],
  roles: [{ id: 'exec' }],
  assignments: [
    { person: 'tom', role: 'exec', to: '2026-12-29' },
    { person: 'ina', role: 'exec', from: '2026-12-29' },
  ],
});

const opened: EscalationEntry = {
  id: 'e1',
  type: 'opened',
  at: instant('2026-12-23T14:00:00Z'),
  by: 'ana',
  parties: ['ana', 'bo'],
  positions: [
    { by: 'ana', says: 'launch' },
    { by: 'bo', says: 'wait' },
  ],
};

type WithoutMoment<E> = E extends EscalationEntry ? Omit<E, 'id' | 'at'> : never;
type Rest = WithoutMoment<EscalationEntry>;

function entry(id: string, at: string, rest: Rest): EscalationEntry {
  return { id, at: instant(at), ...rest } as EscalationEntry;
}

function statusAt(at: string, ...log: readonly EscalationEntry[]): EscalationStatus {
  return escalationStatus(chain, [opened, ...log], { at: instant(at), calendar, directory });
}

function ruled(id: string, at: string, by: string): EscalationEntry {
  return entry(id, at, { type: 'resolved', by, how: 'ruled', outcome: 'approve' });
}

/** The turns in short: the step with its round, from when, until when, and how it ended. */
function turnsOf({ turns }: EscalationStatus): readonly string[] {
  return turns.map(
    ({ step, round, openedAt, endedAt, end }) => `${step}${round} ${openedAt} ${endedAt ?? '...'} ${end ?? 'open'}`,
  );
}

describe('escalationStatus', () => {
  it('has not opened without an opening', () => {
    const status = escalationStatus(chain, [], { at: opened.at, calendar });
    expect(status).toMatchObject({
      status: 'not-opened',
      turns: [],
      parties: [],
      positions: [],
      counted: [],
      ignored: [],
    });
    expect(status.escalation).toMatchObject({ id: 'disputes', version: '3' });
    expect(status.escalation.fingerprint).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect('mustAct' in status || 'nextDeadline' in status || 'ended' in status).toBe(false);
  });

  it('gives the first step its deadlines in working time, over a holiday and a weekend', () => {
    const { status, turns, mustAct, nextDeadline, parties } = statusAt('2026-12-23T14:00:00Z');
    expect(status).toBe('open');
    // 15:00 in Berlin: two hours are left of the day, two more are on the 24th. Friday is Christmas Day.
    expect(turns).toEqual([
      {
        step: 'lead',
        round: 1,
        openedAt: '2026-12-23T14:00:00Z',
        acknowledgeBy: '2026-12-24T10:00:00Z',
        dueAt: '2026-12-28T14:00:00Z',
      },
    ]);
    expect([mustAct, nextDeadline, parties]).toEqual([{ commonDecider: true }, '2026-12-24T10:00:00Z', ['ana', 'bo']]);
  });

  it('keeps a step that was acknowledged until it is due', () => {
    const seen = entry('e2', '2026-12-24T09:59:59Z', { type: 'acknowledged', by: 'eva' });
    const { turns, nextDeadline } = statusAt('2026-12-28T13:59:59Z', seen);
    expect(turns).toHaveLength(1);
    expect(turns[0]).toMatchObject({ acknowledgedAt: '2026-12-24T09:59:59Z', acknowledgedBy: 'eva' });
    expect(nextDeadline).toBe('2026-12-28T14:00:00Z');
    expect(turnsOf(statusAt('2026-12-28T14:00:00Z', seen))).toEqual([
      'lead1 2026-12-23T14:00:00Z 2026-12-28T14:00:00Z timed-out',
      'exec1 2026-12-28T14:00:00Z ... open',
    ]);
  });

  it('hands on what nobody acknowledged, at that very instant and no earlier', () => {
    expect(turnsOf(statusAt('2026-12-24T09:59:59Z'))).toEqual(['lead1 2026-12-23T14:00:00Z ... open']);
    expect(turnsOf(statusAt('2026-12-24T10:00:00Z'))).toEqual([
      'lead1 2026-12-23T14:00:00Z 2026-12-24T10:00:00Z not-acknowledged',
      'exec1 2026-12-24T10:00:00Z ... open',
    ]);
  });

  it('counts an entry of the instant of a deadline for what comes after it', () => {
    const late = entry('e2', '2026-12-24T10:00:00Z', { type: 'acknowledged', by: 'tom', step: 'lead' });
    expect(statusAt('2026-12-24T10:00:00Z', late).ignored).toEqual([{ entry: 'e2', reason: 'other-step' }]);
    const meant = entry('e2', '2026-12-24T10:00:00Z', { type: 'acknowledged', by: 'tom', step: 'exec' });
    expect(statusAt('2026-12-24T10:00:00Z', meant).counted).toEqual(['e1', 'e2']);
  });

  it('repeats a step as often as it says, then hands on, then ends', () => {
    const status = statusAt('2027-01-31T00:00:00Z');
    expect(turnsOf(status)).toEqual([
      'lead1 2026-12-23T14:00:00Z 2026-12-24T10:00:00Z not-acknowledged',
      'exec1 2026-12-24T10:00:00Z 2026-12-28T10:00:00Z timed-out',
      'exec2 2026-12-28T10:00:00Z 2026-12-29T10:00:00Z timed-out',
      'chief1 2026-12-29T10:00:00Z 2026-12-30T10:00:00Z timed-out',
    ]);
    expect(status.status).toBe('ended');
    expect(status.ended).toEqual({ at: '2026-12-30T10:00:00Z', outcome: 'reject', how: 'timeout' });
    expect('mustAct' in status).toBe(false);
  });

  it('opens the next step at once when one will not settle it, without the repetitions left', () => {
    const first = entry('e2', '2026-12-23T15:00:00Z', { type: 'disagreed', by: 'bo' });
    const second = entry('e3', '2026-12-23T15:30:00Z', { type: 'disagreed', by: 'tom', step: 'exec' });
    expect(turnsOf(statusAt('2026-12-23T16:00:00Z', first, second))).toEqual([
      'lead1 2026-12-23T14:00:00Z 2026-12-23T15:00:00Z disagreed',
      'exec1 2026-12-23T15:00:00Z 2026-12-23T15:30:00Z disagreed',
      'chief1 2026-12-23T15:30:00Z ... open',
    ]);
  });

  it('keeps the last step open when it will not settle it: nobody is left to hand on to', () => {
    const log = ['e2', 'e3', 'e4'].map((id, place) =>
      entry(id, `2026-12-23T15:0${place}:00Z`, { type: 'disagreed', by: 'bo' }),
    );
    const { status, ignored, turns } = statusAt('2026-12-23T16:00:00Z', ...log);
    expect([status, turns.length]).toEqual(['open', 3]);
    expect(ignored).toEqual([{ entry: 'e4', reason: 'no-further-step' }]);
  });

  it('ends with a ruling, and keeps the positions and the ruling on record', () => {
    const ruling: EscalationEntry = {
      ...ruled('e2', '2026-12-23T15:00:00Z', 'eva'),
      positions: [{ by: 'eva', says: 'launch to a tenth' }],
    };
    const status = statusAt('2026-12-23T16:00:00Z', ruling);
    expect(status.ended).toEqual({
      at: '2026-12-23T15:00:00Z',
      outcome: 'approve',
      how: 'ruled',
      by: 'eva',
      entry: 'e2',
    });
    expect(status.turns[0]).toMatchObject({ end: 'resolved', endedAt: '2026-12-23T15:00:00Z', entry: 'e2' });
    expect(status.positions).toEqual([
      { by: 'ana', says: 'launch', entry: 'e1', at: '2026-12-23T14:00:00Z' },
      { by: 'bo', says: 'wait', entry: 'e1', at: '2026-12-23T14:00:00Z' },
      { by: 'eva', says: 'launch to a tenth', entry: 'e2', at: '2026-12-23T15:00:00Z' },
    ]);
  });

  it('ends when a party disagrees and commits', () => {
    const commits = entry('e2', '2026-12-23T15:00:00Z', {
      type: 'resolved',
      by: 'bo',
      how: 'committed',
      outcome: 'approve',
    });
    expect(statusAt('2026-12-23T16:00:00Z', commits).ended).toMatchObject({
      how: 'committed',
      by: 'bo',
      outcome: 'approve',
    });
  });

  it.each<readonly [string, readonly EscalationEntry[], string]>([
    ['what is yet to come', [ruled('e2', '2027-06-01T00:00:00Z', 'eva')], 'from-the-future'],
    ['a second opening', [{ ...opened, id: 'e2' }], 'already-opened'],
    ['what comes before the opening', [ruled('e2', '2026-12-23T13:59:59Z', 'eva')], 'not-opened'],
    [
      'what comes after the end',
      [ruled('e0', '2026-12-23T14:30:00Z', 'eva'), ruled('e2', '2026-12-23T15:00:00Z', 'eva')],
      'already-ended',
    ],
    [
      'a second acknowledgment',
      ['e0', 'e2'].map((id) => entry(id, '2026-12-23T15:00:00Z', { type: 'acknowledged', by: 'eva' })),
      'already-acknowledged',
    ],
    [
      'what speaks of another step',
      [entry('e2', '2026-12-23T15:00:00Z', { type: 'disagreed', by: 'bo', step: 'chief' })],
      'other-step',
    ],
    ['a ruling of who stands too high', [ruled('e2', '2026-12-23T15:00:00Z', 'kim')], 'not-the-owner'],
    ['a ruling of a party', [ruled('e2', '2026-12-23T15:00:00Z', 'ana')], 'not-the-owner'],
    [
      'an acknowledgment of somebody else',
      [entry('e2', '2026-12-23T15:00:00Z', { type: 'acknowledged', by: 'tom' })],
      'not-the-owner',
    ],
    [
      'an agreement of somebody else',
      [entry('e2', '2026-12-23T15:00:00Z', { type: 'resolved', by: 'eva', how: 'agreed', outcome: 'approve' })],
      'not-a-party',
    ],
  ])('ignores %s, and says why', (_, log, reason) => {
    const { ignored, counted } = statusAt('2026-12-23T16:00:00Z', ...log);
    expect(ignored).toEqual([{ entry: 'e2', reason }]);
    expect(counted).toHaveLength(log.length);
  });

  it('asks the directory who holds a role on the day of an entry', () => {
    const [before, after] = ['2026-12-28T22:59:59Z', '2026-12-28T23:00:00Z'];
    const seen = entry('e2', '2026-12-24T09:00:00Z', { type: 'acknowledged', by: 'eva' });
    // Midnight in Berlin: tom's last day is over.
    expect(statusAt(after, seen, ruled('e3', before, 'tom')).ended?.by).toBe('tom');
    expect(statusAt(after, seen, ruled('e3', after, 'tom')).ignored).toEqual([
      { entry: 'e3', reason: 'not-the-owner' },
    ]);
    expect(statusAt(after, seen, ruled('e3', after, 'ina')).ended?.by).toBe('ina');
  });

  it('leaves owners by role and common deciders to the host where there is no directory', () => {
    const at = instant('2026-12-23T16:00:00Z');
    const log = [opened, ruled('e2', '2026-12-23T15:00:00Z', 'anybody')];
    expect(escalationStatus(chain, log, { at, calendar }).ended?.by).toBe('anybody');
    const handed = ['e2', 'e3'].map((id) => entry(id, '2026-12-23T15:00:00Z', { type: 'disagreed', by: 'bo' }));
    const named = [opened, ...handed, ruled('e4', '2026-12-23T15:30:00Z', 'anybody')];
    expect(escalationStatus(chain, named, { at, calendar }).ignored).toEqual([
      { entry: 'e4', reason: 'not-the-owner' },
    ]);
  });

  it('has no common decider where nobody said who the parties are', () => {
    const { parties: _, ...silent } = opened as Extract<EscalationEntry, { type: 'opened' }>;
    const log = [silent, ruled('e2', '2026-12-23T15:00:00Z', 'eva')];
    const at = instant('2026-12-23T16:00:00Z');
    expect(escalationStatus(chain, log, { at, calendar, directory }).ignored).toEqual([
      { entry: 'e2', reason: 'not-the-owner' },
    ]);
    const agreed = entry('e2', '2026-12-23T15:00:00Z', { type: 'resolved', by: 'x', how: 'agreed', outcome: 'reject' });
    expect(escalationStatus(chain, [silent, agreed], { at, calendar, directory }).ended?.how).toBe('agreed');
  });

  it('takes the shorter of the two times for a step', () => {
    const hasty = defineEscalation({
      id: 'hasty',
      steps: [
        {
          id: 'a',
          owner: { people: ['kim'] },
          within: { workingHours: 1 },
          acknowledgeWithin: { workingHours: 1 },
          onTimeout: 'approve',
        },
      ],
    });
    const { turns, ended } = escalationStatus(hasty, [opened], { at: instant('2026-12-24T00:00:00Z'), calendar });
    expect([turns[0]!.end, ended?.outcome]).toEqual(['timed-out', 'approve']);
  });

  it('throws for a moment that is none', () => {
    expect(() => escalationStatus(chain, [], { at: 'now' as Instant, calendar })).toThrow(/now/);
  });
});

describe('escalationToText', () => {
  it('says what happened, and what must happen next', () => {
    const seen = entry('e2', '2026-12-24T09:00:00Z', { type: 'acknowledged', by: 'eva' });
    expect(escalationToText(chain, statusAt('2026-12-29T10:00:00Z', seen))).toBe(
      [
        'Team lead: 2026-12-23T14:00:00Z to 2026-12-28T14:00:00Z, acknowledged by eva at 2026-12-24T09:00:00Z, time ran out',
        'exec: since 2026-12-28T14:00:00Z',
        'exec must act by 2026-12-29T14:00:00Z',
        '',
      ].join('\n'),
    );
  });

  it.each<readonly [string, string, readonly EscalationEntry[], string]>([
    ['time', '2027-02-01T00:00:00Z', [], 'rejected at 2026-12-30T10:00:00Z, as time ran out'],
    [
      'a ruling',
      '2026-12-23T16:00:00Z',
      [ruled('e2', '2026-12-23T15:00:00Z', 'eva')],
      'approved at 2026-12-23T15:00:00Z, ruled by eva',
    ],
    [
      'an agreement',
      '2026-12-23T16:00:00Z',
      [entry('e2', '2026-12-23T15:00:00Z', { type: 'resolved', by: 'bo', how: 'agreed', outcome: 'reject' })],
      'rejected at 2026-12-23T15:00:00Z, agreed by the parties, says bo',
    ],
    [
      'a commitment',
      '2026-12-23T16:00:00Z',
      [entry('e2', '2026-12-23T15:00:00Z', { type: 'resolved', by: 'bo', how: 'committed', outcome: 'approve' })],
      'approved at 2026-12-23T15:00:00Z, not agreed, but committed to by bo',
    ],
  ])('says how %s ended it', (_, at, log, last) => {
    expect(
      escalationToText(chain, statusAt(at, ...log))
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe(last);
  });

  it('names each round, who is asked, and that nothing was opened', () => {
    const lines = escalationToText(chain, statusAt('2026-12-28T10:00:00Z')).split('\n');
    expect(lines[0]).toMatch(/, nobody acknowledged$/);
    expect(lines[2]).toBe('exec: round 2, since 2026-12-28T10:00:00Z');
    expect(escalationToText(chain, statusAt('2026-12-23T15:00:00Z'))).toContain(
      'whoever stands above those who disagree must act by',
    );
    expect(escalationToText(chain, statusAt('2026-12-29T12:00:00Z'))).toContain('kim or lee must act by');
    expect(escalationToText(chain, escalationStatus(chain, [], { at: opened.at, calendar }))).toBe('not opened\n');
  });
});

describe('escalationToMermaid', () => {
  it('draws the steps, what time does, and how they hand on', () => {
    expect(escalationToMermaid(chain)).toBe(
      `${[
        'flowchart TD',
        's0["Team lead<br/>whoever stands above those who disagree<br/>2 working days<br/>to be acknowledged within 4 working hours"]',
        's1["exec<br/>exec<br/>8 working hours"]',
        's2["chief<br/>kim or lee<br/>1 working day"]',
        's0 -- "time is over" --> s1',
        's0 -. "not settled" .-> s1',
        's1 -- "time is over, 1 more time" --> s1',
        's1 -- "then" --> s2',
        's1 -. "not settled" .-> s2',
        's2 -- "time is over" --> reject(["rejected"])',
      ].join('\n  ')}\n`,
    );
  });

  it('escapes what Mermaid or HTML would act on', () => {
    const odd = defineEscalation({
      id: 'odd',
      steps: [
        {
          id: 'a"];b',
          owner: { people: ['<b>'] },
          within: { workingDays: 1 },
          repeat: 2,
          onTimeout: 'approve',
        },
      ],
    });
    const text = escalationToMermaid(odd);
    expect(text).toContain('s0["a#34;#93;#59;b<br/>#60;b#62;<br/>1 working day"]');
    expect(text).toContain('"time is over, 2 more times"');
    expect(text).toContain('approve(["approved"])');
  });
});
