import { day, defineCalendar, instant } from 'keelson/foundation';
import {
  type ApprovalSubject,
  type ApprovalVote,
  type AssessApprovalOptions,
  assessApproval,
  type Delegation,
  type Requirement,
} from 'keelson/governance';
import { type DirectoryInput, defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const people: DirectoryInput = {
  people: ['ana', 'bo', 'cy', 'dee', 'eva', 'kim'].map((id) => ({ id })),
  roles: [{ id: 'legal' }, { id: 'exec' }, { id: 'nobody' }],
  assignments: [
    { person: 'ana', role: 'legal' },
    { person: 'bo', role: 'exec' },
    { person: 'cy', role: 'exec' },
    { person: 'dee', role: 'exec' },
    { person: 'kim', role: 'exec' },
  ],
};
const directory = defineDirectory(people);
const subject: ApprovalSubject = { id: 'launch', revision: '2', requester: 'kim' };
const at = instant('2026-11-23T09:00:00Z');

function vote(by: string, kind: ApprovalVote['vote'], more: Partial<ApprovalVote> = {}): ApprovalVote {
  return { id: `${by} ${kind}`, by, at, vote: kind, revision: '2', ...more };
}

function yes(by: string, more: Partial<ApprovalVote> = {}): ApprovalVote {
  return vote(by, 'approve', more);
}

function assess(
  requirement: Requirement,
  votes: readonly ApprovalVote[],
  options: Partial<AssessApprovalOptions> = {},
  more: Partial<ApprovalSubject> = {},
) {
  return assessApproval(requirement, { ...subject, ...more }, votes, { directory, at, ...options });
}

/** What becomes of the votes: `counted`, or the reason. */
function fates({ counted, ignored }: ReturnType<typeof assess>): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...counted.map(({ vote: id }) => [id, 'counted']),
    ...ignored.map(({ vote: id, reason, other }) => [id, other === undefined ? reason : `${reason}: ${other}`]),
  ]);
}

const oneExec: Requirement = { role: 'exec', quorum: 1 };

describe('quorum', () => {
  it.each<[quorum: number | { fraction: number }, needed: number]>([
    [1, 1],
    [2, 2],
    [{ fraction: 0.25 }, 1],
    [{ fraction: 0.26 }, 2],
    [{ fraction: 0.5 }, 2],
    [{ fraction: 0.51 }, 3],
    [{ fraction: 0.75 }, 3],
    [{ fraction: 1 }, 4],
    [{ fraction: 1e-12 }, 1],
  ])('of %j of four people asks for %i', (quorum, needed) => {
    const { stillNeeded } = assess({ role: 'exec', quorum }, []);
    expect(stillNeeded.map(({ number }) => number)).toEqual([needed]);
  });

  it('rounds a fraction of those who may approve, and not of all who hold the role', () => {
    const { stillNeeded } = assess({ role: 'exec', quorum: { fraction: 1 }, exclude: ['requester'] }, []);
    expect(stillNeeded).toEqual([{ path: [], role: 'exec', number: 3, candidates: ['bo', 'cy', 'dee'] }]);
  });

  it('is not rounded up by the last bit of a product', () => {
    const many = Array.from({ length: 100 }, (_, index) => `p${index}`);
    const all = defineDirectory({ people: many.map((id) => ({ id })) });
    const asks = { people: many, quorum: { fraction: 0.07 } };
    expect(assess(asks, [], { directory: all }).stillNeeded[0]!.number).toBe(7);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('of %d is met by nobody', (quorum) => {
    const votes = ['bo', 'cy', 'dee', 'kim'].map((by) => yes(by));
    expect(assess({ role: 'exec', quorum }, votes).status).toBe('unsatisfiable');
  });

  it.each([0, -1, { fraction: 0 }])('of %j asks for one approval at least', (quorum) => {
    expect(assess({ role: 'exec', quorum }, []).status).toBe('pending');
    expect(assess({ role: 'exec', quorum }, [yes('bo')]).status).toBe('approved');
  });

  it('counts a named person once, however often they are named', () => {
    expect(assess({ people: ['ana', 'ana', 'ana'], quorum: 2 }, [yes('ana')]).status).toBe('unsatisfiable');
  });
});

describe('who may approve', () => {
  it.each<[what: string, requirement: Requirement]>([
    ['a role that the directory does not have', { role: 'lawyer', quorum: 1 }],
    ['a role that nobody holds', { role: 'nobody', quorum: 1 }],
    ['a fraction of a role that nobody holds', { role: 'nobody', quorum: { fraction: 0.5 } }],
    ['people who are not in the directory', { people: ['zoe'], quorum: 1 }],
    ['more people than there are', { role: 'exec', quorum: 5 }],
  ])('is nobody, and nothing is ever approved: %s', (_, requirement) => {
    const votes = ['ana', 'bo', 'cy', 'dee', 'kim', 'zoe'].map((by) => yes(by));
    expect(assess(requirement, votes).status).toBe('unsatisfiable');
    expect(assess(requirement, []).status).toBe('unsatisfiable');
  });

  it('is nobody in an empty directory', () => {
    const empty = defineDirectory({});
    const both: Requirement = { any: [oneExec, { people: ['ana'], quorum: 1 }] };
    const result = assess(both, [yes('ana')], { directory: empty });
    expect(result).toMatchObject({
      status: 'unsatisfiable',
      ignored: [{ vote: 'ana approve', reason: 'not-eligible' }],
    });
    expect(result.shortage).toEqual({ paths: [['any', 0]], roles: ['exec'], people: [], needed: 1 });
  });

  it('is told for the day of the assessment, and not for that of the vote', () => {
    const changing = defineDirectory({
      ...people,
      assignments: [
        { person: 'bo', role: 'exec', to: '2026-11-23' },
        { person: 'cy', role: 'exec', from: '2026-11-23' },
      ],
    });
    const early = instant('2026-11-22T09:00:00Z');
    const votes = [yes('bo', { at: early }), yes('cy', { at: early })];
    const before = assess(oneExec, votes, { directory: changing, at: early });
    const after = assess(oneExec, votes, { directory: changing });
    expect([before.status, fates(before)]).toEqual([
      'approved',
      { 'bo approve': 'counted', 'cy approve': 'not-eligible' },
    ]);
    expect([after.status, fates(after)]).toEqual([
      'approved',
      { 'bo approve': 'not-eligible', 'cy approve': 'counted' },
    ]);
  });

  it('is nobody who has left, in a role or by name', () => {
    const left = defineDirectory({ ...people, engagements: [{ person: 'bo', kind: 'employee', to: '2026-11-23' }] });
    const named: Requirement = { people: ['bo', 'cy'], quorum: 2 };
    expect(assess(oneExec, [yes('bo')], { directory: left })).toMatchObject({
      status: 'pending',
      stillNeeded: [{ candidates: ['cy', 'dee', 'kim'] }],
    });
    expect(assess(named, [yes('bo')], { directory: left }).status).toBe('unsatisfiable');
    expect(assess(named, [], { directory: left }).shortage).toEqual({
      paths: [[]],
      roles: [],
      people: ['cy'],
      needed: 2,
    });
  });

  it('is told for the team of the subject', () => {
    const teams = defineDirectory({
      ...people,
      teams: [{ id: 'payments' }, { id: 'search' }],
      assignments: [{ person: 'bo', role: 'exec', team: 'payments' }],
    });
    const votes = [yes('bo')];
    expect(assess(oneExec, votes, { directory: teams }, { team: 'payments' }).status).toBe('approved');
    expect(assess(oneExec, votes, { directory: teams }, { team: 'search' }).status).toBe('unsatisfiable');
    expect(assess(oneExec, votes, { directory: teams }).status).toBe('approved');
  });

  it.each<[group: 'requester' | 'contributors' | 'owner', more: Partial<ApprovalSubject>]>([
    ['requester', { requester: 'bo' }],
    ['contributors', { contributors: ['bo'] }],
    ['owner', { owner: 'bo' }],
  ])('is not the %s where that is excluded', (group, more) => {
    const asks: Requirement = { role: 'exec', quorum: 1, exclude: [group] };
    expect(fates(assess(asks, [yes('bo')], {}, more))).toEqual({ 'bo approve': 'own-request' });
    expect(fates(assess(asks, [yes('bo')], {}, { contributors: [], owner: 'cy' }))).toEqual({
      'bo approve': 'counted',
    });
    expect(fates(assess(oneExec, [yes('bo')], {}, more))).toEqual({ 'bo approve': 'counted' });
  });

  it('is not the role that a vote is given in without holding it', () => {
    const both: Requirement = { any: [oneExec, { role: 'legal', quorum: 1 }] };
    expect(fates(assess(both, [yes('bo', { role: 'legal' })]))).toEqual({ 'bo approve': 'not-eligible' });
    expect(fates(assess({ people: ['bo'], quorum: 1 }, [yes('bo', { role: 'exec' })]))).toEqual({
      'bo approve': 'not-eligible',
    });
  });
});

describe('votes', () => {
  it.each<[what: string, more: Partial<ApprovalVote>, fate: string]>([
    ['at the moment that is asked about', {}, 'counted'],
    ['a millisecond later', { at: instant('2026-11-23T09:00:00.001Z') }, 'from-the-future'],
    ['at an instant that is none', { at: 'tomorrow' as ApprovalVote['at'] }, 'from-the-future'],
    ['on an older revision', { revision: '1' }, 'older-revision'],
    ['on a newer revision', { revision: '3' }, 'older-revision'],
  ])('%s', (_, more, fate) => {
    expect(fates(assess(oneExec, [yes('bo', more)]))).toEqual({ 'bo approve': fate });
  });

  it('are taken back one after the other, each as it was before', () => {
    const minute = (number: number) => instant(`2026-11-23T08:0${number}:00Z`);
    const sequence = [
      yes('bo', { id: '1', at: minute(1) }),
      vote('bo', 'reject', { id: '2', at: minute(2) }),
      vote('bo', 'withdraw', { id: '3', at: minute(3) }),
      vote('bo', 'withdraw', { id: '4', at: minute(4) }),
      vote('bo', 'withdraw', { id: '5', at: minute(5) }),
    ];
    const asks: Requirement = { people: ['bo'], quorum: 1 };
    const after = sequence.map((_, index) => assess(asks, sequence.slice(0, index + 1)));
    expect(after.map(({ status }) => status)).toEqual(['approved', 'rejected', 'approved', 'pending', 'pending']);
    expect(fates(after[1]!)).toEqual({ 1: 'duplicate: 2', 2: 'counted' });
    expect(fates(after[4]!)).toEqual({
      1: 'withdrawn: 4',
      2: 'withdrawn: 3',
      3: 'counted',
      4: 'counted',
      5: 'nothing-to-withdraw',
    });
  });

  it('are taken back in a role where the withdrawal has one', () => {
    const twoRoles = defineDirectory({
      ...people,
      assignments: ['legal', 'exec'].map((role) => ({ person: 'ana', role })),
    });
    const asks: Requirement = { any: [oneExec, { role: 'legal', quorum: 1 }] };
    const votes = [yes('ana', { id: '1', role: 'legal' }), yes('ana', { id: '2', role: 'exec' })];
    const back = (more: Partial<ApprovalVote>) =>
      fates(assess(asks, [...votes, vote('ana', 'withdraw', { id: '3', ...more })], { directory: twoRoles }));
    expect(back({ role: 'legal' })).toEqual({ 1: 'withdrawn: 3', 2: 'counted', 3: 'counted' });
    expect(back({})).toEqual({ 1: 'counted', 2: 'withdrawn: 3', 3: 'counted' });
  });

  it('of one instant count in the order of their ids, whatever their order in the list', () => {
    const asks: Requirement = { people: ['bo'], quorum: 1 };
    const [first, second] = [yes('bo', { id: 'a' }), vote('bo', 'reject', { id: 'b' })];
    for (const votes of [
      [first, second],
      [second, first],
    ]) {
      expect(fates(assess(asks, votes))).toEqual({ a: 'duplicate: b', b: 'counted' });
    }
    const turned = [yes('bo', { id: 'b' }), vote('bo', 'reject', { id: 'a' })];
    expect(assess(asks, turned).status).toBe('approved');
  });

  it('to abstain replace, and leave the way open', () => {
    const votes = [yes('bo', { id: '1' }), vote('bo', 'abstain', { id: '2' })];
    const result = assess({ people: ['bo'], quorum: 1 }, votes);
    expect([result.status, fates(result)]).toEqual(['pending', { 1: 'duplicate: 2', 2: 'counted' }]);
    expect(result.stillNeeded).toEqual([{ path: [], people: ['bo'], number: 1, candidates: ['bo'] }]);
  });

  it('are counted with what they stand for', () => {
    const calendar = defineCalendar({ zone: 'UTC', weekend: [] });
    const votes = [yes('bo'), vote('cy', 'reject')];
    const result = assess({ all: [{ ...oneExec, expiresAfter: { workingDays: 1 } }] }, votes, { calendar });
    expect(result.counted).toEqual([
      {
        vote: 'bo approve',
        kind: 'approve',
        person: 'bo',
        for: ['all', 0],
        role: 'exec',
        until: '2026-11-24T09:00:00Z',
      },
      { vote: 'cy reject', kind: 'reject', person: 'cy' },
    ]);
    expect(result.nextDeadline).toBe('2026-11-24T09:00:00Z');
    expect(result.stillNeeded).toEqual([]);
  });
});

describe('a veto', () => {
  const asks: Requirement = { role: 'exec', quorum: 1, veto: true };

  it('of somebody who may approve rejects, whoever else approves', () => {
    expect(assess(asks, [yes('bo'), vote('cy', 'reject')]).status).toBe('rejected');
    expect(assess(oneExec, [yes('bo'), vote('cy', 'reject')]).status).toBe('approved');
  });

  it('of somebody who may not approve is none', () => {
    expect(assess(asks, [yes('bo'), vote('ana', 'reject')]).status).toBe('approved');
    const excluding: Requirement = { role: 'exec', quorum: 1, veto: true, exclude: ['requester'] };
    expect(assess(excluding, [yes('bo'), vote('kim', 'reject')]).status).toBe('approved');
  });

  it('holds where it was given, and leaves another way open', () => {
    const either: Requirement = { any: [asks, { role: 'legal', quorum: 1 }] };
    const result = assess(either, [vote('cy', 'reject')]);
    expect(result.status).toBe('pending');
    expect(result.stillNeeded).toEqual([{ path: ['any', 1], role: 'legal', number: 1, candidates: ['ana'] }]);
  });

  it('asks for nobody but who could take it back', () => {
    const { stillNeeded, shortage } = assess(asks, [vote('cy', 'reject')]);
    expect(stillNeeded).toEqual([{ path: [], role: 'exec', number: 1, candidates: [] }]);
    expect(shortage).toEqual({ paths: [[]], roles: ['exec'], people: [], needed: 1 });
  });
});

describe('expiry', () => {
  // Thanksgiving, and the end of daylight saving time three weeks before.
  const calendar = defineCalendar({
    zone: 'America/New_York',
    weekend: ['saturday', 'sunday'],
    holidays: [{ day: '2026-11-26', name: 'Thanksgiving' }],
    workingHours: { from: '09:00', to: '17:00' },
  });
  const days: Requirement = { ...oneExec, expiresAfter: { workingDays: 1 } };
  const hours: Requirement = { ...oneExec, expiresAfter: { workingHours: 8 } };

  it.each<[what: string, asks: Requirement, given: string, until: string]>([
    ['the next working day', days, '2026-11-23T15:00:00Z', '2026-11-24T15:00:00Z'],
    ['over a holiday', days, '2026-11-25T15:00:00Z', '2026-11-27T15:00:00Z'],
    ['over a weekend', days, '2026-11-27T15:00:00Z', '2026-11-30T15:00:00Z'],
    ['over the change of clocks: the same hour by the clock', days, '2026-10-30T14:00:00Z', '2026-11-02T15:00:00Z'],
    ['over the change of clocks in spring', days, '2026-03-06T15:00:00Z', '2026-03-09T14:00:00Z'],
    ['working hours over a holiday', hours, '2026-11-25T18:00:00Z', '2026-11-27T18:00:00Z'],
    ['working hours over the change of clocks', hours, '2026-10-30T17:00:00Z', '2026-11-02T18:00:00Z'],
  ])('%s', (_, asks, given, until) => {
    const votes = [yes('bo', { at: instant(given) })];
    const end = instant(until);
    const before = instant(new Date(Date.parse(until) - 1).toISOString());
    const good = assess(asks, votes, { at: before, calendar });
    expect(good).toMatchObject({ status: 'approved', counted: [{ until: end }], nextDeadline: end });
    const gone = assess(asks, votes, { at: end, calendar });
    expect(gone).toMatchObject({
      status: 'expired',
      counted: [],
      ignored: [{ vote: 'bo approve', reason: 'expired' }],
    });
    expect(gone.stillNeeded).toMatchObject([{ number: 1, candidates: ['bo', 'cy', 'dee', 'kim'] }]);
    expect('nextDeadline' in gone).toBe(false);
  });

  it('is of each approval by itself; the first to end is the next deadline', () => {
    const votes = [
      yes('bo', { at: instant('2026-11-23T15:00:00Z') }),
      yes('cy', { at: instant('2026-11-23T14:00:00Z') }),
    ];
    const result = assess({ ...days, quorum: 2 }, votes, { at: instant('2026-11-23T16:00:00Z'), calendar });
    expect(result.nextDeadline).toBe('2026-11-24T14:00:00Z');
    const later = assess({ ...days, quorum: 2 }, votes, { at: instant('2026-11-24T14:30:00Z'), calendar });
    expect([later.status, fates(later)]).toEqual(['expired', { 'bo approve': 'counted', 'cy approve': 'expired' }]);
  });

  it('is not of rejections', () => {
    const votes = [vote('bo', 'reject', { at: instant('2025-01-01T00:00:00Z') })];
    expect(assess({ ...days, veto: true }, votes, { at, calendar }).status).toBe('rejected');
  });

  it.each([{ workingHours: 1_000_000 }])('never comes after %j, a century away', (expiresAfter) => {
    const result = assess({ ...oneExec, expiresAfter }, [yes('bo')], { calendar });
    expect([result.status, fates(result)]).toEqual(['approved', { 'bo approve': 'counted' }]);
    expect('nextDeadline' in result).toBe(false);
  });

  it('names the first deadline where a later approval ends earlier', () => {
    const asks: Requirement = {
      all: [
        { people: ['bo'], quorum: 1, expiresAfter: { workingDays: 5 } },
        { people: ['cy'], quorum: 1, expiresAfter: { workingDays: 1 } },
      ],
    };
    const votes = [yes('bo', { at: instant('2026-11-23T08:00:00Z') }), yes('cy')];
    const { counted, nextDeadline } = assess(asks, votes, { calendar });
    expect(counted.map(({ person }) => person)).toEqual(['bo', 'cy']);
    expect(nextDeadline).toBe(counted[1]?.until);
  });

  it('is a mistake of the program where it is no working time', () => {
    const asks: Requirement = { ...oneExec, expiresAfter: { workingDays: 0.5 } };
    expect(() => assess(asks, [yes('bo')], { calendar })).toThrow(/0\.5/);
  });

  it('needs a calendar', () => {
    expect(() => assess(days, [])).toThrow('approvals expire in working time, and no calendar is given');
    expect(() => assess(days, [])).toThrow(expect.objectContaining({ code: 'governance/missing-calendar' }));
    expect(() => assess({ any: [oneExec, { all: [days] }] }, [])).toThrow(/calendar/);
  });
});

describe('delegation', () => {
  const forBo = (by: string, on: string) => yes(by, { onBehalfOf: 'bo', at: instant(`${on}T12:00:00Z`) });
  const asks: Requirement = { people: ['bo'], quorum: 1 };
  const span: Delegation = { from: 'bo', to: 'ana', fromDay: day('2026-11-10'), toDay: day('2026-11-12') };

  it.each<[what: string, on: string, fate: string]>([
    ['the day before', '2026-11-09', 'delegation-not-valid'],
    ['the first day', '2026-11-10', 'counted'],
    ['the last day', '2026-11-11', 'counted'],
    ['the day after', '2026-11-12', 'delegation-not-valid'],
  ])('holds or not on %s', (_, on, fate) => {
    expect(fates(assess(asks, [forBo('ana', on)], { delegations: [span] }))).toEqual({ 'ana approve': fate });
  });

  it('is of the days of the calendar', () => {
    const calendar = defineCalendar({ zone: 'Pacific/Auckland', weekend: [] });
    // Noon in UTC is after midnight in Auckland.
    const options = { delegations: [span], calendar };
    expect(fates(assess(asks, [forBo('ana', '2026-11-09')], options))).toEqual({ 'ana approve': 'counted' });
    expect(fates(assess(asks, [forBo('ana', '2026-11-11')], options))).toEqual({
      'ana approve': 'delegation-not-valid',
    });
  });

  const handedOn = (...steps: readonly string[]): Delegation[] =>
    steps.slice(1).map((to, index) => ({ from: steps[index]!, to }));

  it.each<[what: string, by: string, delegations: readonly Delegation[], fate: string]>([
    ['once', 'ana', handedOn('bo', 'ana'), 'counted'],
    ['three times', 'dee', handedOn('bo', 'ana', 'cy', 'dee'), 'counted'],
    ['four times', 'eva', handedOn('bo', 'ana', 'cy', 'dee', 'eva'), 'delegation-not-valid'],
    [
      'four times, and by a shorter way three times',
      'eva',
      [...handedOn('bo', 'ana', 'cy', 'dee', 'eva'), { from: 'bo', to: 'cy' }],
      'counted',
    ],
    ['in a circle', 'cy', handedOn('bo', 'ana', 'bo', 'cy'), 'counted'],
    ['in a circle without an end', 'dee', handedOn('bo', 'ana', 'cy', 'bo'), 'delegation-not-valid'],
    ['to the requester', 'kim', handedOn('bo', 'kim'), 'delegation-not-valid'],
    ['through the requester', 'ana', handedOn('bo', 'kim', 'ana'), 'delegation-not-valid'],
    ['through somebody who is not there', 'ana', handedOn('bo', 'zoe', 'ana'), 'delegation-not-valid'],
    ['the other way round', 'ana', handedOn('ana', 'bo'), 'delegation-not-valid'],
    ['in another role', 'ana', [{ from: 'bo', to: 'ana', role: 'exec' }], 'delegation-not-valid'],
  ])('is handed on %s', (_, by, delegations, fate) => {
    expect(fates(assess(asks, [forBo(by, '2026-11-20')], { delegations }))).toEqual({ [`${by} approve`]: fate });
  });

  it('is about a role where it says so', () => {
    const delegations = [{ from: 'bo', to: 'ana', role: 'exec' }];
    expect(fates(assess(oneExec, [forBo('ana', '2026-11-20')], { delegations }))).toEqual({ 'ana approve': 'counted' });
  });

  it('is about that role alone where several are asked at once', () => {
    const both: Requirement = { all: [oneExec, asks] };
    const delegations = [{ from: 'bo', to: 'ana', role: 'exec' }];
    const votes = [forBo('ana', '2026-11-20'), yes('cy')];
    expect(assess(both, votes, { delegations }).status).toBe('pending');
    expect(assess(both, votes, { delegations: [{ from: 'bo', to: 'ana' }] }).status).toBe('approved');
  });

  it('is not for somebody to whom it is forbidden to approve the own', () => {
    const excluding: Requirement = { people: ['bo'], quorum: 1, exclude: ['contributors'] };
    const options = { delegations: [{ from: 'bo', to: 'ana' }] };
    const result = assess(excluding, [forBo('ana', '2026-11-20')], options, { contributors: ['ana'] });
    expect(fates(result)).toEqual({ 'ana approve': 'own-request' });
  });

  it('lets the later of principal and delegate speak', () => {
    const delegations = [{ from: 'bo', to: 'ana' }];
    const votes = [forBo('ana', '2026-11-20'), vote('bo', 'reject')];
    const result = assess(asks, votes, { delegations });
    expect([result.status, fates(result)]).toEqual([
      'rejected',
      { 'ana approve': 'duplicate: bo reject', 'bo reject': 'counted' },
    ]);
  });

  it('counts who votes for two people, and for themselves, once', () => {
    const delegations = [
      { from: 'bo', to: 'cy' },
      { from: 'dee', to: 'cy' },
    ];
    const votes = ['bo', 'dee'].map((onBehalfOf) => yes('cy', { id: onBehalfOf, onBehalfOf }));
    const three = assess({ role: 'exec', quorum: 3 }, [...votes, yes('cy', { id: 'own' })], { delegations });
    expect([three.status, three.counted.length]).toEqual(['pending', 1]);
    expect(three.ignored.map(({ reason }) => reason)).toEqual(['already-counted', 'already-counted']);
    expect(three.stillNeeded).toMatchObject([{ number: 2, candidates: ['kim'] }]);
  });
});

describe('what is missing', () => {
  it('names the parts that are too much together, and the people who are too few', () => {
    const requirement: Requirement = {
      all: [
        { role: 'exec', quorum: 4 },
        { people: ['bo', 'cy'], quorum: 1 },
        { role: 'legal', quorum: 1 },
      ],
    };
    const { status, shortage } = assess(requirement, []);
    expect(status).toBe('unsatisfiable');
    expect(shortage).toEqual({
      paths: [
        ['all', 0],
        ['all', 1],
      ],
      roles: ['exec'],
      people: ['bo', 'cy', 'dee', 'kim'],
      needed: 5,
    });
  });

  it('names who is left once some rejected', () => {
    const { status, shortage } = assess({ role: 'exec', quorum: 3 }, [vote('bo', 'reject'), vote('cy', 'reject')]);
    expect([status, shortage]).toEqual([
      'rejected',
      { paths: [[]], roles: ['exec'], people: ['dee', 'kim'], needed: 3 },
    ]);
  });

  it('is told of the way that lacks least, the first of those', () => {
    const requirement: Requirement = { any: [{ role: 'exec', quorum: 2 }, oneExec, { role: 'legal', quorum: 1 }] };
    expect(assess(requirement, []).stillNeeded.map(({ path }) => path)).toEqual([['any', 1]]);
  });

  it('asks whoever frees somebody that counts elsewhere', () => {
    const two = defineDirectory({ ...people, assignments: [...people.assignments!, { person: 'bo', role: 'legal' }] });
    const requirement: Requirement = { all: [{ role: 'legal', quorum: 2 }, oneExec] };
    const { stillNeeded } = assess(requirement, [yes('bo'), yes('ana')], { directory: two });
    expect(stillNeeded).toEqual([{ path: ['all', 1], role: 'exec', number: 1, candidates: ['cy', 'dee', 'kim'] }]);
  });

  it('is nothing where nothing is required', () => {
    expect(assess({ all: [{ any: [] }] }, [yes('bo')])).toEqual({
      status: 'not-applicable',
      counted: [],
      ignored: [{ vote: 'bo approve', reason: 'not-eligible' }],
      stillNeeded: [],
    });
  });
});

describe('the answer', () => {
  const asked = ['dee', 'bo', 'ana'];

  it('has no key for what there is not, and names candidates in order', () => {
    expect(assess({ people: asked, quorum: 2 }, [yes('bo')])).toStrictEqual({
      status: 'pending',
      counted: [{ vote: 'bo approve', kind: 'approve', person: 'bo', for: [] }],
      ignored: [],
      stillNeeded: [{ path: [], people: asked, number: 1, candidates: ['ana', 'dee'] }],
    });
    expect(assess({ people: asked, quorum: 1 }, [yes('bo')])).toStrictEqual({
      status: 'approved',
      counted: [{ vote: 'bo approve', kind: 'approve', person: 'bo', for: [] }],
      ignored: [],
      stillNeeded: [],
    });
  });

  it('names all who are too few, in order, those who rejected as well', () => {
    const { status, shortage } = assess({ people: asked, quorum: 4 }, [vote('dee', 'reject')]);
    expect([status, shortage?.people]).toEqual(['unsatisfiable', ['ana', 'bo', 'dee']]);
  });

  it('speaks of a way that has people enough where rejections are in the way', () => {
    const asks: Requirement = {
      any: [
        { role: 'legal', quorum: 2 },
        { role: 'exec', quorum: 4 },
      ],
    };
    const votes = ['bo', 'cy', 'dee', 'kim'].map((by) => vote(by, 'reject'));
    const { status, shortage } = assess(asks, votes);
    expect([status, shortage?.paths]).toEqual(['rejected', [['any', 1]]]);
  });

  it('has the votes in their turn, whoever gave them', () => {
    const both = defineDirectory({
      ...people,
      assignments: [...people.assignments!, { person: 'ana', role: 'exec' }],
    });
    const asks: Requirement = { all: [{ role: 'legal', quorum: 1 }, oneExec] };
    const votes = [
      vote('ana', 'reject', { id: '1', role: 'legal' }),
      vote('bo', 'reject', { id: '2' }),
      vote('ana', 'reject', { id: '3', role: 'exec' }),
    ];
    expect(assess(asks, votes, { directory: both }).counted.map(({ vote: id }) => id)).toEqual(['1', '2', '3']);
  });
});

describe('a requirement of many alternatives', () => {
  const wide = (groups: number): Requirement => ({
    all: Array.from({ length: groups }, (_, group) => ({
      any: [0, 1, 2].map((option) => ({ role: `r${group}_${option}`, quorum: 1 })),
    })),
  });
  const staff = (groups: number, personOf: (group: number, option: number) => string) =>
    defineDirectory({
      roles: Array.from({ length: groups * 3 }, (_, index) => ({ id: `r${Math.floor(index / 3)}_${index % 3}` })),
      assignments: Array.from({ length: groups * 3 }, (_, index) => {
        const [group, option] = [Math.floor(index / 3), index % 3];
        return { person: personOf(group, option), role: `r${group}_${option}` };
      }),
    });

  it('is assessed, however many ways there are', () => {
    const apart = staff(40, (group, option) => `p${group}_${option}`);
    const votes = Array.from({ length: 40 }, (_, group) => yes(`p${group}_${group % 3}`));
    expect(assess(wide(40), votes, { directory: apart }).status).toBe('approved');
    const pending = assess(wide(40), votes.slice(1), { directory: apart });
    expect(pending).toMatchObject({
      status: 'pending',
      stillNeeded: [{ path: ['all', 0, 'any', 0], candidates: ['p0_0'] }],
    });
    expect('incomplete' in pending).toBe(false);
  });

  it('is out of reach where all of them together have too few people', () => {
    const shared = staff(20, (group, option) => `p${(group + option) % 19}`);
    const result = assess(wide(20), [], { directory: shared });
    expect(result.status).toBe('unsatisfiable');
    expect('incomplete' in result).toBe(false);
  });
});
