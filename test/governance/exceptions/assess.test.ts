import { defineCalendar, instant } from 'keelson/foundation';
import { assessException, type ExceptionEntry } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { request } from './cases.js';

const approve = {
  id: 'a',
  kind: 'approve',
  by: 'eva',
  at: instant('2026-12-23T00:00:00Z'),
  until: instant('2026-12-26T00:00:00Z'),
} as const;
const renew = {
  ...approve,
  id: 'b',
  kind: 'renew',
  at: instant('2026-12-25T23:59:59.999Z'),
  until: instant('2026-12-29T00:00:00Z'),
} as const;
const withdraw = { id: 'w', kind: 'withdraw', by: 'ana', at: instant('2026-12-24T00:00:00Z') } as const;
const deny = { id: 'd', kind: 'deny', by: 'eva', at: instant('2026-12-23T00:00:00Z') } as const;

function stateAt(at: string, ...log: readonly ExceptionEntry[]) {
  return assessException(request, log, { at: instant(at) });
}

function fatesOf(...log: readonly ExceptionEntry[]) {
  const { counted, ignored } = stateAt('2027-01-01T00:00:00Z', ...log);
  return [counted, ignored.map(({ entry, reason }) => `${entry} ${reason}`)];
}

describe('assessException', () => {
  it.each([
    ['2026-12-22T23:59:59.999Z', 'requested'],
    ['2026-12-23T00:00:00Z', 'approved'],
    ['2026-12-25T23:59:59.999Z', 'approved'],
    ['2026-12-26T00:00:00Z', 'lapsed'],
  ])('is half-open: at %s %s', (at, status) => {
    expect(stateAt(at, approve).status).toBe(status);
  });

  it('says all of an exception that was renewed', () => {
    expect(stateAt('2026-12-28T23:59:59.999Z', renew, approve)).toEqual({
      status: 'approved',
      from: '2026-12-23T00:00:00Z',
      until: '2026-12-29T00:00:00Z',
      renewals: 1,
      renewalsLeft: 0,
      counted: ['a', 'b'],
      ignored: [],
    });
    expect(stateAt('2026-12-24T00:00:00Z', approve, renew)).toMatchObject({
      until: '2026-12-26T00:00:00Z',
      renewalsLeft: 1,
      ignored: [{ entry: 'b', reason: 'from-the-future' }],
    });
  });

  it('says of a request that nobody decided how often it may be renewed, and no times', () => {
    expect(stateAt('2026-12-24T00:00:00Z')).toEqual({
      status: 'requested',
      renewals: 0,
      renewalsLeft: 1,
      counted: [],
      ignored: [],
    });
  });

  it('ends at the withdrawal, and never began where that came first', () => {
    expect(stateAt('2026-12-25T00:00:00Z', approve, withdraw)).toMatchObject({
      status: 'withdrawn',
      from: '2026-12-23T00:00:00Z',
      until: '2026-12-24T00:00:00Z',
      renewalsLeft: 0,
    });
    const before = stateAt('2026-12-25T00:00:00Z', approve, { ...withdraw, at: approve.at });
    expect([before.status, 'from' in before, before.ignored]).toEqual([
      'withdrawn',
      false,
      [{ entry: 'a', reason: 'withdrawn' }],
    ]);
  });

  it.each<[string, readonly ExceptionEntry[], readonly string[], readonly string[]]>([
    ['a denial before an approval at one instant', [approve, deny], ['d'], ['a denied']],
    ['a withdrawal before a denial at one instant', [deny, { ...withdraw, at: deny.at }], ['w'], ['d withdrawn']],
    ['an approval before its renewal at one instant', [{ ...renew, id: '0', at: approve.at }, approve], ['a', '0'], []],
    [
      'of two approvals at one instant the one whose id sorts first',
      [{ ...approve, id: 'b' }, approve],
      ['a'],
      ['b already-approved'],
    ],
    ['an entry at the instant of the request', [{ ...deny, at: request.at }], ['d'], []],
  ])('reads %s', (_, log, counted, ignored) => {
    expect(fatesOf(...log)).toEqual([counted, ignored]);
  });

  it.each<[string, readonly ExceptionEntry[], string]>([
    ['what comes before the request', [{ ...deny, at: instant('2026-12-21T23:59:59.999Z') }], 'd before-the-request'],
    ['an approval of the own request', [{ ...approve, by: 'ana' }], 'a own-request'],
    ['a denial of the own request', [{ ...deny, by: 'ana' }], 'd own-request'],
    ['a renewal of the own request', [approve, { ...renew, by: 'ana' }], 'b own-request'],
    ['a denial after the approval', [approve, { ...deny, at: renew.at }], 'd already-approved'],
    ['a renewal of what is not approved', [renew], 'b not-approved'],
    ['an approval that ends as it begins', [{ ...approve, until: approve.at }], 'a backwards'],
    ['a renewal up to where it ends already', [approve, { ...renew, until: approve.until }], 'b backwards'],
    ['a millisecond too much', [{ ...approve, until: instant('2026-12-26T00:00:00.001Z') }], 'a too-long'],
    [
      'a millisecond too much of a renewal',
      [approve, { ...renew, until: instant('2026-12-29T00:00:00.001Z') }],
      'b too-long',
    ],
    [
      'one renewal too many',
      [
        approve,
        renew,
        { ...renew, id: 'c', at: instant('2026-12-27T00:00:00Z'), until: instant('2026-12-30T00:00:00Z') },
      ],
      'c too-many-renewals',
    ],
    ['a renewal as it ends', [approve, { ...renew, at: approve.until }], 'b lapsed'],
    ['a withdrawal after the end', [approve, { ...withdraw, at: approve.until }], 'w lapsed'],
    ['what follows a denial', [deny, { ...withdraw, at: renew.at }], 'w denied'],
  ])('ignores %s', (_, log, reason) => {
    expect(fatesOf(...log)[1]).toEqual([reason]);
  });

  it('counts working time on the calendar', () => {
    const working = { ...request, terms: { longest: { workingDays: 2 }, renewals: 0 } };
    const calendar = defineCalendar({
      zone: 'UTC',
      weekend: ['saturday', 'sunday'],
      holidays: [{ day: '2026-12-25' }],
    });
    // Two working days from Wednesday, with a holiday on Friday, end on Monday.
    const until = (text: string) =>
      assessException(working, [{ ...approve, until: instant(text) }], { at: approve.at, calendar }).status;
    expect([until('2026-12-28T00:00:00Z'), until('2026-12-28T00:00:00.001Z')]).toEqual(['approved', 'requested']);
  });

  it('refuses working time without a calendar, and a moment that is none', () => {
    const working = { ...request, terms: { longest: { workingHours: 2 }, renewals: 0 } };
    expect(() => assessException(working, [approve], { at: approve.at })).toThrowError(
      expect.objectContaining({
        code: 'governance/missing-calendar',
        message: 'exceptions last for working time, and no calendar is given',
      }),
    );
    expect(() => assessException(request, [], { at: 'now' as never })).toThrowError(
      expect.objectContaining({ code: 'foundation/instant' }),
    );
  });
});
