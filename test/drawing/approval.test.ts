import { type ApprovalPicture, approvalToSvg } from 'keelson/drawing';
import { day, defineCalendar, instant } from 'keelson/foundation';
import {
  type ApprovalVote,
  assessApproval,
  defineEscalation,
  type EscalationStatus,
  type EscalationTurn,
  type IgnoredReason,
  type Requirement,
} from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';
import { textsOf } from './xml.js';

const at = instant('2026-11-27T12:00:00Z');
const subject = { id: 'launch', revision: '2', requester: 'lee' };
const directory = defineDirectory({
  people: [{ id: 'ana', name: 'Ana' }, { id: 'bo', name: 'Bo' }, { id: 'kim' }, { id: 'lee', name: 'Lee' }],
  roles: [{ id: 'legal' }, { id: 'exec' }],
  assignments: [
    { person: 'ana', role: 'legal' },
    { person: 'bo', role: 'exec' },
    { person: 'kim', role: 'exec' },
  ],
});
const calendar = defineCalendar({ zone: 'America/New_York', weekend: ['saturday', 'sunday'] });

function vote(id: string, by: string, on: string, rest: Partial<ApprovalVote> = {}): ApprovalVote {
  return { id, by, at: instant(`2026-11-${on}:00:00Z`), vote: 'approve', revision: '2', ...rest };
}

const nothing = { status: 'pending', counted: [], ignored: [], stillNeeded: [] } as const;

/** What is read of a picture after its title: a lane or a mark each. */
function read(picture: Partial<ApprovalPicture>): readonly string[] {
  const svg = approvalToSvg({ subject, votes: [], assessment: nothing, at, ...picture });
  return textsOf(svg, 'title').slice(1);
}

function assessed(requirement: Requirement, votes: readonly ApprovalVote[], more: Partial<ApprovalPicture> = {}) {
  const assessment = assessApproval(requirement, subject, votes, { directory, calendar, at, ...more });
  return read({ votes, assessment, directory, calendar, ...more });
}

const legend = ['counts for it', 'stands against it', 'still open', 'does not count, or is over', 'on record'];
const withoutLegend = (titles: readonly string[]) => titles.filter((title) => !legend.includes(title));

describe('approvalToSvg', () => {
  it('gives each person a lane in the order of their first votes, with what became of each', () => {
    const votes = [
      vote('v2', 'kim', '25T15', { onBehalfOf: 'bo' }),
      vote('v1', 'ana', '24T15'),
      vote('v0', 'ana', '23T15', { revision: '1' }),
      vote('v3', 'kim', '26T15', { vote: 'reject' }),
      vote('v4', 'lee', '26T16', { vote: 'abstain' }),
    ];
    const delegations = [{ from: 'bo', to: 'kim', role: 'exec', fromDay: day('2026-11-24'), toDay: day('2026-11-26') }];
    const requirement = {
      all: [
        { role: 'legal', quorum: 1, expiresAfter: { workingDays: 2 } },
        { role: 'exec', quorum: 2 },
      ],
    };
    expect(withoutLegend(assessed(requirement, votes, { delegations }))).toEqual([
      'now, Fri 27 Nov 2026 07:00',
      'Ana',
      'approves: was on revision 1; does not count, Mon 23 Nov 2026 10:00',
      'approves: expired; does not count, Tue 24 Nov 2026 10:00',
      'Bo',
      'kim may vote as exec, from Tue 24 Nov 2026 00:00 to Thu 26 Nov 2026 00:00',
      'approves by kim for exec; counts, Wed 25 Nov 2026 10:00',
      'kim',
      'rejects; counts, Thu 26 Nov 2026 10:00',
      'Lee',
      'abstains: may not vote here; does not count, Thu 26 Nov 2026 11:00',
      'Needed: legal',
      '1 more from Ana, Fri 27 Nov 2026 07:00',
      'Needed: exec',
      '1 more and nobody who could, Fri 27 Nov 2026 07:00',
      'Too few people',
      'needs 2 people as exec, has Bo, Fri 27 Nov 2026 07:00',
    ]);
  });

  it('says how long an approval counts', () => {
    const requirement = { role: 'legal', quorum: 1, expiresAfter: { workingDays: 5 } };
    expect(withoutLegend(assessed(requirement, [vote('v1', 'ana', '24T15')]))).toEqual([
      'now, Fri 27 Nov 2026 07:00',
      'Ana',
      'approves for legal; counts, Tue 24 Nov 2026 10:00',
      'counts for legal, from Tue 24 Nov 2026 10:00 to Tue 1 Dec 2026 10:00',
    ]);
  });

  it.each<[IgnoredReason, string]>([
    ['not-eligible', 'may not vote here'],
    ['own-request', 'own request'],
    ['older-revision', 'was on revision 2'],
    ['expired', 'expired'],
    ['duplicate', 'replaced later'],
    ['withdrawn', 'taken back'],
    ['delegation-not-valid', 'no valid delegation'],
    ['already-counted', 'counts elsewhere'],
    ['from-the-future', 'from the future'],
    ['nothing-to-withdraw', 'nothing to take back'],
  ])('says of a vote ignored as %s: %s', (reason, words) => {
    const assessment = { ...nothing, ignored: [{ vote: 'v1', reason }] };
    expect(read({ votes: [vote('v1', 'ana', '24T15')], assessment })).toContain(
      `approves: ${words}; does not count, Tue 24 Nov 2026 15:00`,
    );
  });

  it.each([
    ['approve', 'approves', 'good'],
    ['reject', 'rejects', 'bad'],
    ['abstain', 'abstains', 'neutral'],
    ['withdraw', 'withdraws', 'neutral'],
  ] as const)('draws a vote to %s that counts', (kind, words, tone) => {
    const counted = [{ vote: 'v1', kind, person: 'ana' }];
    const votes = [vote('v1', 'ana', '24T15', { vote: kind })];
    const svg = approvalToSvg({ subject, votes, assessment: { ...nothing, counted }, at });
    expect(textsOf(svg, 'title')).toContain(`${words}; counts, Tue 24 Nov 2026 15:00`);
    expect(svg).toContain(`<path class="${tone}-shape"`);
  });

  it('draws a vote that was not assessed, and by whom one was given who may only vote for themselves', () => {
    expect(read({ votes: [vote('v1', 'ana', '24T15', { onBehalfOf: 'ana' })] })).toContain(
      'approves; not assessed, Tue 24 Nov 2026 15:00',
    );
  });

  it('says what is still needed, and from whom', () => {
    const candidates = ['ana', 'bo', 'kim', 'lee', 'moe'];
    const stillNeeded = [
      { path: [], role: 'exec', number: 2, candidates },
      { path: [], number: 1, candidates: [] },
    ];
    expect(read({ assessment: { ...nothing, stillNeeded }, directory }).slice(1, -2)).toEqual([
      'Needed: exec',
      '2 more from Ana, Bo, kim and 2 more, Fri 27 Nov 2026 12:00',
      'Needed',
      '1 more and nobody who could, Fri 27 Nov 2026 12:00',
    ]);
  });

  it('says where people are too few', () => {
    const shortage = { paths: [], roles: [], people: [], needed: 1 };
    expect(read({ assessment: { ...nothing, status: 'unsatisfiable', shortage } })).toContain(
      'needs 1 person, has nobody, Fri 27 Nov 2026 12:00',
    );
  });

  it('has a lane for whoever is needed and has handed the vote on', () => {
    const stillNeeded = [{ path: [], role: 'exec', number: 1, candidates: ['bo', 'kim'] }];
    const delegations = [
      { from: 'bo', to: 'kim' },
      { from: 'lee', to: 'ana' },
    ];
    expect(
      withoutLegend(read({ assessment: { ...nothing, stillNeeded }, delegations, directory })).slice(1, 3),
    ).toEqual(['Bo', 'kim may vote']);
  });

  it('cuts absences and delegations to the days of the approval', () => {
    const away = defineDirectory({
      people: [{ id: 'ana' }, { id: 'bo' }, { id: 'lee' }],
      engagements: [
        { person: 'ana', kind: 'employee', to: '2026-11-25' },
        { person: 'ana', kind: 'employee', from: '2026-11-26' },
        { person: 'lee', kind: 'contractor', to: '2026-01-01' },
        { person: 'moe', kind: 'contractor', to: '2026-11-25' },
      ],
    });
    const days = (fromDay: string, toDay: string) => ({ fromDay: day(fromDay), toDay: day(toDay) });
    const delegations = [
      { from: 'ana', to: 'bo', ...days('2020-01-01', '2030-01-01') },
      { from: 'ana', to: 'before', ...days('2026-11-01', '2026-11-24') },
      { from: 'ana', to: 'first', ...days('2026-11-24', '2026-11-25') },
      { from: 'ana', to: 'last', ...days('2026-11-27', '2026-12-27') },
      { from: 'ana', to: 'after', ...days('2026-11-28', '2026-12-27') },
      { from: 'ana', to: 'never', ...days('2026-11-26', '2026-11-26') },
      { from: 'moe', to: 'ana' },
    ];
    const votes = [vote('v1', 'ana', '24T15'), vote('v2', 'lee', '25T15'), vote('v3', 'who', '26T15')];
    const titles = read({ votes, directory: away, delegations });
    expect(withoutLegend(titles)).toEqual([
      'now, Fri 27 Nov 2026 12:00',
      'ana',
      'bo may vote',
      'first may vote, from Tue 24 Nov 2026 00:00 to Wed 25 Nov 2026 00:00',
      'approves; not assessed, Tue 24 Nov 2026 15:00',
      'not there, from Wed 25 Nov 2026 00:00 to Thu 26 Nov 2026 00:00',
      'last may vote, from Fri 27 Nov 2026 00:00',
      'lee',
      'not there, from Tue 24 Nov 2026 00:00',
      'approves; not assessed, Wed 25 Nov 2026 15:00',
      'who',
      'not there, from Tue 24 Nov 2026 00:00',
      'approves; not assessed, Thu 26 Nov 2026 15:00',
    ]);
  });

  const escalation: EscalationStatus = {
    status: 'ended',
    turns: [
      {
        step: 'lead',
        round: 1,
        openedAt: instant('2026-11-24T09:00:00Z'),
        dueAt: instant('2026-11-25T09:00:00Z'),
        acknowledgedAt: instant('2026-11-24T10:00:00Z'),
        acknowledgedBy: 'ana',
        endedAt: instant('2026-11-25T09:00:00Z'),
        end: 'timed-out',
      },
      {
        step: 'lead',
        round: 2,
        openedAt: instant('2026-11-25T09:00:00Z'),
        dueAt: instant('2026-11-26T09:00:00Z'),
        endedAt: instant('2026-11-25T17:00:00Z'),
        end: 'resolved',
      },
    ],
    ended: { at: instant('2026-11-25T17:00:00Z'), outcome: 'reject', how: 'ruled', by: 'bo', entry: 'e2' },
    parties: [],
    positions: [],
    counted: [],
    ignored: [],
    escalation: { id: 'chain', version: '1', fingerprint: '' },
  };
  const [timedOut, settled] = escalation.turns as [EscalationTurn, EscalationTurn];

  function laneOf(changes: Partial<EscalationStatus>, more: Partial<ApprovalPicture> = {}): readonly string[] {
    const titles = withoutLegend(read({ directory, escalation: { ...escalation, ...changes }, ...more }));
    return titles.slice(titles.indexOf('Escalation') + 1);
  }

  it('has a lane for the steps of an escalation, with what ended each, who acknowledged and how it ended', () => {
    expect(laneOf({})).toEqual([
      'lead: time ran out, due Wed 25 Nov 2026 09:00, from Tue 24 Nov 2026 09:00 to Wed 25 Nov 2026 09:00',
      'acknowledged by Ana, Tue 24 Nov 2026 10:00',
      'lead, round 2: settled, due Thu 26 Nov 2026 09:00, from Wed 25 Nov 2026 09:00 to Wed 25 Nov 2026 17:00',
      'rejected: ruling by Bo, Wed 25 Nov 2026 17:00',
    ]);
  });

  it.each([
    ['timed-out', 'time ran out'],
    ['not-acknowledged', 'nobody acknowledged'],
    ['disagreed', 'still disagreed'],
    ['resolved', 'settled'],
  ] as const)('says of a step that ended as %s: %s', (end, words) => {
    expect(laneOf({ turns: [{ ...settled, end }] })[0]).toMatch(new RegExp(`^lead, round 2: ${words}, due `));
  });

  it.each([
    [{ outcome: 'approve', how: 'agreed', by: 'ana' }, 'approved: agreement by Ana', 'good'],
    [{ outcome: 'approve', how: 'committed', by: 'bo' }, 'approved: disagree and commit by Bo', 'good'],
    [{ outcome: 'reject', how: 'timeout' }, 'rejected: no decision in time', 'bad'],
  ] as const)('says how it ended: %j', (end, words, tone) => {
    const ended = { at, ...end };
    expect(laneOf({ ended }).at(-1)).toBe(`${words}, Fri 27 Nov 2026 12:00`);
    const svg = approvalToSvg({ subject, votes: [], assessment: nothing, at, escalation: { ...escalation, ended } });
    expect(svg).toContain(`<path class="${tone}-shape"`);
  });

  it.each([
    [{ role: 'exec' }, 'lead: exec'],
    [{ people: ['ana', 'kim'] }, 'lead: Ana, kim'],
    [{ commonDecider: true }, 'lead: whoever decides for all of them'],
    [undefined, 'lead'],
  ] as const)('says who must act at the open step: %j', (mustAct, words) => {
    const { endedAt: _, end: __, acknowledgedAt: ___, acknowledgedBy: ____, ...turn } = timedOut;
    const { ended: _____, ...open } = escalation;
    const status = { ...open, status: 'open', turns: [turn], ...(mustAct && { mustAct }) } as const;
    expect(withoutLegend(read({ directory, escalation: status })).slice(-1)).toEqual([
      `${words}, open, due Wed 25 Nov 2026 09:00, from Tue 24 Nov 2026 09:00 to Wed 25 Nov 2026 09:00`,
    ]);
  });

  it('calls the steps of an escalation what their chain calls them', () => {
    const chain = defineEscalation({
      id: 'chain',
      steps: [
        { id: 'lead', label: 'Team lead', owner: { role: 'exec' }, within: { workingDays: 1 }, onTimeout: 'next' },
        { id: 'board', owner: { role: 'exec' }, within: { workingDays: 1 }, onTimeout: 'reject' },
      ],
    });
    const turns = [timedOut, { ...settled, step: 'board' }, { ...settled, step: 'unknown' }];
    const named = laneOf({ turns }, { chain }).map((title) => title.split(',')[0]);
    expect(named).toEqual(expect.arrayContaining(['Team lead: time ran out', 'board', 'unknown']));
  });

  it('says until when there is time at the open step', () => {
    const { endedAt: _, end: __, ...turn } = settled;
    const { ended: ___, ...open } = escalation;
    const status = { ...open, status: 'open', turns: [{ ...turn, round: 1 }] } as const;
    const svg = approvalToSvg({ subject, votes: [], assessment: nothing, at, escalation: status }, { width: 1200 });
    expect(textsOf(svg, 'text')).toContain('lead, due Thu 26 Nov 2026 09:00');
  });

  it('has no lane for an escalation that was not opened', () => {
    expect(laneOf({ turns: [] })).toEqual(withoutLegend(read({})));
  });

  it('shows absences on the days of its escalation', () => {
    const away = defineDirectory({
      people: [{ id: 'ana' }],
      engagements: [{ person: 'ana', kind: 'employee', to: '2026-12-02' }],
    });
    const picture = { votes: [vote('v1', 'ana', '24T15')], directory: away };
    const due = { ...settled, dueAt: instant('2026-12-03T09:00:00Z') };
    const { endedAt: _, ...open } = due;
    const drawn = (turn: EscalationTurn) => read({ ...picture, escalation: { ...escalation, turns: [turn] } }).join();
    expect(drawn(open)).toContain('not there, from Wed 2 Dec 2026 00:00');
    expect(drawn(due)).not.toContain('not there');
  });

  it('draws revisions as lines', () => {
    expect(read({ revisions: [{ revision: '2', at: instant('2026-11-24T09:00:00Z') }] })[0]).toBe(
      'revision 2, Tue 24 Nov 2026 09:00',
    );
  });

  it.each([
    ['approved', 'approved'],
    ['pending', 'pending'],
    ['rejected', 'rejected'],
    ['expired', 'expired'],
    ['unsatisfiable', 'cannot be met'],
    ['not-applicable', 'nothing is required'],
  ] as const)('has the status %s in its title', (status, words) => {
    const svg = approvalToSvg({ subject, votes: [], assessment: { ...nothing, status }, at });
    expect(textsOf(svg, 'title')[0]).toBe(`Approval of launch, revision 2: ${words}`);
  });

  it('says how many votes count, and that not all ways were tried', () => {
    const counted = [{ vote: 'v1', kind: 'approve', person: 'ana' }] as const;
    const votes = [vote('v1', 'ana', '24T15'), vote('v2', 'bo', '24T15')];
    const desc = (assessment: ApprovalPicture['assessment']) =>
      textsOf(approvalToSvg({ subject, votes, assessment, at, directory }), 'desc')[0];
    expect(desc({ ...nothing, counted })).toMatch(/^1 of 2 votes count\. Requested by Lee\. A timeline from/);
    expect(desc({ ...nothing, counted, incomplete: true })).toMatch(
      /^1 of 2 votes count\. Not every way to an approval was tried\. Requested by Lee\. /,
    );
  });

  it('refuses more than 10,000 votes and revisions', () => {
    const votes = Array.from({ length: 10_000 }, (_, index) => vote(`v${index}`, 'ana', '24T15'));
    expect(() => read({ votes, revisions: [{ revision: '2', at }] })).toThrow(
      expect.objectContaining({ code: 'drawing/too-many-marks' }),
    );
  });
});
