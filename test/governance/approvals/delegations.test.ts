import fc from 'fast-check';
import { type Delegation, safeParseDelegations } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const directory = defineDirectory({ people: [{ id: 'ana' }, { id: 'bo' }], roles: [{ id: 'legal' }] });
const whole = {
  from: 'ana',
  to: 'bo',
  role: 'legal',
  fromDay: '2026-12-01',
  toDay: '2026-12-15',
  extra: { ticket: 7 },
  links: [{ rel: 'calendar', href: 'https://example.com/c' }],
};

function during(fromDay?: string, toDay?: string, more: object = {}) {
  return { from: 'ana', to: 'bo', ...(fromDay && { fromDay }), ...(toDay && { toDay }), ...more };
}

function found(input: unknown) {
  return safeParseDelegations(input, { directory }).diagnostics.map(({ code, path }) => [code, path.join('/')]);
}

describe('safeParseDelegations', () => {
  it('gives back a frozen copy of what is well', () => {
    const result = safeParseDelegations([whole, { from: 'bo', to: 'ana' }], { directory });
    expect(result).toEqual({ ok: true, value: [whole, { from: 'bo', to: 'ana' }], diagnostics: [] });
    expect(result.ok && Object.isFrozen(result.value[0]?.extra)).toBe(true);
  });

  it.each<[what: string, input: unknown, code: string, place: string]>([
    ['no list', {}, 'shape/wrong-type', ''],
    ['a missing delegate', [{ from: 'ana' }], 'shape/missing-key', '0/to'],
    ['a role that is no name', [{ ...whole, role: 'the legal one' }], 'shape/invalid-name', '0/role'],
    ['a day that does not exist', [{ ...whole, fromDay: '2026-11-31' }], 'shape/invalid-value', '0/fromDay'],
    ['a moment in place of a day', [{ ...whole, toDay: '2026-12-15T00:00:00Z' }], 'shape/invalid-format', '0/toDay'],
    ['days as in a directory', [{ from: 'ana', to: 'bo', until: '2026-12-15' }], 'shape/unknown-key', '0/until'],
    ['the prototype as a key', JSON.parse(`[{"__proto__":1}]`), 'shape/forbidden-key', '0/__proto__'],
    ['an end before the beginning', [during('2026-12-02', '2026-12-01')], 'governance/delegation-backwards', '0'],
    ['an end on the first day', [during('2026-12-01', '2026-12-01')], 'governance/delegation-backwards', '0'],
    ['somebody who delegates to themselves', [{ from: 'ana', to: 'ana' }], 'governance/delegation-to-oneself', '0'],
  ])('refuses %s', (_, input, code, place) => {
    expect(safeParseDelegations(input).ok).toBe(false);
    expect(found(input)).toContainEqual([code, place]);
  });

  it('says what is wrong and what to do', () => {
    const { diagnostics } = safeParseDelegations([during('2026-12-02', '2026-12-01'), { from: 'ana', to: 'ana' }]);
    expect(diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      [
        '[0] holds on no day: it begins on 2026-12-02 and ends before 2026-12-01',
        'toDay is the first day on which it no longer holds, and must be after fromDay',
      ],
      ['[1] delegates from "ana" to the same person', 'remove it: everybody may give their own vote'],
    ]);
  });

  it.each<[what: string, list: readonly object[], crossings: readonly string[]]>([
    ['one after the other', [during('2026-12-01', '2026-12-15'), during('2026-12-15')], []],
    ['one day of both', [during('2026-12-01', '2026-12-15'), during('2026-12-14')], ['1']],
    ['the same twice', [during('2026-12-01', '2026-12-15'), during('2026-12-01', '2026-12-15')], ['1']],
    ['two without days', [during(), during()], ['1']],
    ['one from the beginning, and one later', [during('2026-12-01'), during(undefined, '2026-12-02')], ['0']],
    ['one from the beginning that ends before', [during('2026-12-01'), during(undefined, '2026-12-01')], []],
    [
      'a short one within a long one, and a third within the long one',
      [during('2026-01-01', '2026-12-31'), during('2026-02-01', '2026-03-01'), during('2026-06-01', '2026-07-01')],
      ['1', '2'],
    ],
    ['other people', [during(), { from: 'bo', to: 'ana' }], []],
    ['another role', [during(), during(undefined, undefined, { role: 'legal' })], []],
    [
      'a circle',
      [
        { from: 'ana', to: 'bo' },
        { from: 'bo', to: 'ana' },
      ],
      [],
    ],
  ])('warns where the days of two that say the same cross: %s', (_, list, crossings) => {
    const result = safeParseDelegations(list, { directory });
    expect(result.ok).toBe(true);
    expect(found(list)).toEqual(crossings.map((place) => ['governance/crossing-delegations', place]));
  });

  it('names the one that a crossing is with', () => {
    const list = [during('2026-12-01', '2026-12-15'), during(undefined, '2026-12-02'), during('2026-12-14')];
    expect(safeParseDelegations(list).diagnostics).toEqual([
      {
        code: 'governance/crossing-delegations',
        severity: 'warning',
        path: [0],
        message: '[0] begins on 2026-12-01, while [1] from "ana" to "bo" still holds',
        hint: 'make one of the two: to end only one of them would not end it',
        related: [{ path: [1], message: 'the other one' }],
      },
      expect.objectContaining({
        path: [2],
        message: '[2] begins on 2026-12-14, while [0] from "ana" to "bo" still holds',
      }),
    ]);
    expect(safeParseDelegations([during(), during()]).diagnostics[0]!.message).toBe(
      '[1] holds from the beginning, while [0] from "ana" to "bo" still holds',
    );
  });

  it('names the first of those that end last, and lists crossings in the order of the list', () => {
    const withWhom = (list: readonly object[]) =>
      safeParseDelegations(list).diagnostics.map(({ path, related }) => [path[0], related?.[0]?.path[0]]);
    const [first, second] = [
      [1, 0],
      [2, 0],
    ];
    expect(withWhom([during(), during(), during()])).toEqual([first, second]);
    const end = '2026-12-15';
    const days = ['2026-12-01', '2026-12-02', '2026-12-03'];
    expect(withWhom(days.map((start) => during(start, end)))).toEqual([first, second]);
    const other = { role: 'legal' };
    expect(
      withWhom([during(), during(undefined, undefined, other), during(undefined, undefined, other), during()]),
    ).toEqual([
      [2, 1],
      [3, 0],
    ]);
  });

  it('finds a crossing where looking at every pair finds one', () => {
    const days = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'];
    const span = fc
      .tuple(fc.option(fc.constantFrom(...days)), fc.option(fc.constantFrom(...days)))
      .filter(([from, to]) => from === null || to === null || from < to)
      .map(([from, to]) => during(from ?? undefined, to ?? undefined) as Delegation);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), (list) => {
        const crossed = list.filter((one, at) =>
          list.some((other, index) => {
            if (index === at) return false;
            const [start, before] = [one.fromDay ?? '', other.fromDay ?? ''];
            const later = before < start || (before === start && index < at);
            return later && (other.toDay === undefined || start < other.toDay);
          }),
        );
        expect(found(list).length).toBe(crossed.length);
      }),
      { numRuns: 500 },
    );
  });

  it('warns of people and roles that the directory does not have', () => {
    const list = [{ from: 'anna', to: 'zoe', role: 'legl' }];
    expect(found(list)).toEqual([
      ['governance/unknown-person', '0/from'],
      ['governance/unknown-person', '0/to'],
      ['governance/unknown-role', '0/role'],
    ]);
    expect(safeParseDelegations(list).diagnostics).toEqual([]);
  });

  it('keeps to its limits', () => {
    const list = Array.from({ length: 5 }, () => during());
    expect(safeParseDelegations(list, { limits: { faults: 1 } }).diagnostics.map(({ code }) => code)).toEqual([
      'governance/crossing-delegations',
      'shape/too-many-faults',
    ]);
    const selfish = list.map(() => ({ from: 'ana', to: 'ana' }));
    expect(safeParseDelegations(selfish, { limits: { faults: 1 } }).diagnostics.map(({ code }) => code)).toEqual([
      'governance/delegation-to-oneself',
      'shape/too-many-faults',
    ]);
  });
});
