import fc from 'fast-check';
import { instant } from 'keelson/foundation';
import { type ExceptionCase, type ExceptionEntry, exceptionReport } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { atTick, request } from './cases.js';

const approve = { id: 'a', kind: 'approve', by: 'eva', at: atTick(2), until: atTick(4) } as const;
const renew = { ...approve, id: 'b', kind: 'renew', at: atTick(3), until: atTick(6) } as const;
const deny = { id: 'd', kind: 'deny', by: 'eva', at: atTick(2) } as const;
const withdraw = { id: 'w', kind: 'withdraw', by: 'ana', at: atTick(3) } as const;

function exception(id: string, rule: string | undefined, ...log: readonly ExceptionEntry[]): ExceptionCase {
  const { rule: _, ...rest } = request;
  return { request: { ...rest, id, ...(rule !== undefined && { rule }) }, log };
}

const cases = [
  exception('E-1', 'freeze', approve, renew),
  exception('E-2', 'freeze', approve, withdraw),
  exception('E-3', 'reviews', approve),
  exception('E-4', 'reviews', approve),
  exception('E-5', 'asked'),
  exception('E-6', 'asked', deny),
  exception('E-7', undefined, approve, renew),
  exception('E-8', 'unlucky', deny),
  { request: { ...request, id: 'E-9', at: atTick(8) }, log: [] },
];

describe('exceptionReport', () => {
  it('puts what is about a whole policy before its rules, where all else is equal', () => {
    const about = [exception('E-1', 'Asked'), exception('E-2', undefined), exception('E-3', 'A')];
    const { rules } = exceptionReport(about, { at: atTick(5) });
    expect(rules.map(({ rule }) => rule)).toEqual([undefined, 'A', 'Asked']);
  });

  it('counts how exceptions stand, and puts the rule that is excepted most first', () => {
    const none = { requested: 0, approved: 0, denied: 0, withdrawn: 0, lapsed: 0 };
    expect(exceptionReport(cases, { at: atTick(5) })).toEqual({
      at: atTick(5),
      requests: 8,
      counts: { requested: 1, approved: 2, denied: 2, withdrawn: 1, lapsed: 2 },
      rules: [
        {
          ...{ policy: 'shipping', rule: 'freeze', requests: 2, granted: 2, renewed: 1 },
          counts: { ...none, approved: 1, withdrawn: 1 },
        },
        {
          ...{ policy: 'shipping', rule: 'reviews', requests: 2, granted: 2, renewed: 0 },
          counts: { ...none, lapsed: 2 },
        },
        { ...{ policy: 'shipping', requests: 1, granted: 1, renewed: 1 }, counts: { ...none, approved: 1 } },
        {
          ...{ policy: 'shipping', rule: 'asked', requests: 2, granted: 0, renewed: 0 },
          counts: { ...none, requested: 1, denied: 1 },
        },
        {
          ...{ policy: 'shipping', rule: 'unlucky', requests: 1, granted: 0, renewed: 0 },
          counts: { ...none, denied: 1 },
        },
      ],
      active: [
        { id: 'E-1', until: atTick(6) },
        { id: 'E-7', until: atTick(6) },
      ],
    });
  });

  it('takes a request at its very moment, and none that is later', () => {
    const at = (text: string) => exceptionReport([exception('E-1', 'freeze')], { at: instant(text) }).requests;
    expect([at('2026-12-21T23:59:59.999Z'), at('2026-12-22T00:00:00Z')]).toEqual([0, 1]);
  });

  it('names what ends first before what lasts, and sorts rules alike by policy and name', () => {
    const other = exception('E-0', 'freeze');
    const report = exceptionReport(
      [
        exception('E-2', 'b', renew, approve),
        exception('E-1', 'c', approve),
        { ...other, request: { ...other.request, policy: 'zoning' } },
        { ...other, request: { ...other.request, id: 'E-9', policy: 'hiring' } },
        exception('E-3', 'a', approve),
      ],
      { at: atTick(3) },
    );
    expect(report.active.map(({ id }) => id)).toEqual(['E-1', 'E-3', 'E-2']);
    expect(report.rules.map(({ policy, rule }) => `${policy} ${rule}`)).toEqual([
      'shipping a',
      'shipping b',
      'shipping c',
      'hiring freeze',
      'zoning freeze',
    ]);
  });

  it('does not mind the order of the list', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(cases, { minLength: cases.length }), fc.nat({ max: 9 }), (shuffled, tick) => {
        const at = atTick(tick);
        expect(exceptionReport(shuffled, { at })).toEqual(exceptionReport(cases, { at }));
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a moment that is none, even of no exceptions', () => {
    expect(() => exceptionReport([], { at: 'now' as never })).toThrowError(
      expect.objectContaining({ code: 'foundation/instant' }),
    );
  });
});
