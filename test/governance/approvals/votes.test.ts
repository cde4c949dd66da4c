import fc from 'fast-check';
import { instant } from 'keelson/foundation';
import { assessApproval, safeParseVotes } from 'keelson/governance';
import { defineDirectory } from 'keelson/organization';
import { describe, expect, it } from 'vitest';

const whole = {
  id: 'v1',
  by: 'ana',
  at: '2026-11-23T09:00:00Z',
  vote: 'approve',
  revision: '2',
  role: 'legal',
  onBehalfOf: 'bo',
  comment: 'read it twice',
  extra: { device: 'phone' },
  links: [{ rel: 'thread', href: 'https://example.com/t/1' }],
};
const { id, by, at, vote, revision } = whole;
const smallest = { id, by, at, vote, revision };

const directory = defineDirectory({
  people: [{ id: 'ana' }, { id: 'bo' }],
  roles: [{ id: 'legal' }],
  assignments: [{ person: 'ana', role: 'legal' }],
});

describe('safeParseVotes', () => {
  it('gives back a frozen copy of what is well', () => {
    const result = safeParseVotes([whole, { ...smallest, id: 'v2' }]);
    expect(result).toEqual({ ok: true, value: [whole, { ...smallest, id: 'v2' }], diagnostics: [] });
    expect(result.ok && Object.isFrozen(result.value[0]?.links?.[0])).toBe(true);
    expect(safeParseVotes([])).toEqual({ ok: true, value: [], diagnostics: [] });
  });

  it.each<[what: string, input: unknown, code: string, place: string]>([
    ['no list', { votes: [] }, 'shape/wrong-type', ''],
    ['an entry that is none', [null], 'shape/wrong-type', '0'],
    ['a missing voter', [{ ...smallest, by: undefined }], 'shape/missing-key', '0/by'],
    ['an empty voter', [{ ...smallest, by: '' }], 'shape/invalid-name', '0/by'],
    ['a voter with a line break', [{ ...smallest, by: 'a\nb' }], 'shape/invalid-name', '0/by'],
    ['a kind that is none', [{ ...smallest, vote: 'approved' }], 'shape/invalid-value', '0/vote'],
    ['a moment without a time', [{ ...smallest, at: '2026-11-23' }], 'shape/invalid-format', '0/at'],
    ['a moment of another zone', [{ ...smallest, at: '2026-11-23T09:00:00+01:00' }], 'shape/invalid-format', '0/at'],
    [
      'a moment on a day that does not exist',
      [{ ...smallest, at: '2026-02-29T09:00:00Z' }],
      'shape/invalid-value',
      '0/at',
    ],
    ['a moment at hour 24', [{ ...smallest, at: '2026-11-23T24:00:00Z' }], 'shape/invalid-format', '0/at'],
    ['an empty revision', [{ ...smallest, revision: '' }], 'shape/text-too-short', '0/revision'],
    ['a revision that is a number', [{ ...smallest, revision: 2 }], 'shape/wrong-type', '0/revision'],
    ['a role that is no name', [{ ...smallest, role: 'vice-president' }], 'shape/invalid-name', '0/role'],
    ['a role that every object has', [{ ...smallest, role: 'constructor' }], 'shape/invalid-name', '0/role'],
    ['an absent person as null', [{ ...smallest, onBehalfOf: null }], 'shape/wrong-type', '0/onBehalfOf'],
    ['a misspelt key', [{ ...smallest, onBehalf: 'bo' }], 'shape/unknown-key', '0/onBehalf'],
    [
      'a comment beyond 20,000 characters',
      [{ ...smallest, comment: 'x'.repeat(20_001) }],
      'shape/text-too-long',
      '0/comment',
    ],
    ['the prototype as a key', JSON.parse(`[{"__proto__":{"vote":"approve"}}]`), 'shape/forbidden-key', '0/__proto__'],
    ['half a surrogate pair', [{ ...smallest, by: 'a\ud800' }], 'shape/ill-formed-text', '0/by'],
    ['NaN', [{ ...smallest, extra: Number.NaN }], 'shape/not-finite', '0/extra'],
    ['a hole', Object.assign(new Array(2), { 1: smallest }), 'shape/not-json', '0'],
    ['an id that is there twice', [smallest, whole], 'governance/duplicate-vote', '1/id'],
  ])('refuses %s', (_, input, code, place) => {
    const result = safeParseVotes(input);
    expect(result.ok).toBe(false);
    expect(result.diagnostics.map(({ code: found, path }) => [found, path.join('/')])).toContainEqual([code, place]);
  });

  it('says where an id was first', () => {
    const { diagnostics } = safeParseVotes([{ ...smallest, id: 'v0' }, smallest, smallest, smallest]);
    expect(diagnostics).toEqual(
      [2, 3].map((index) => ({
        code: 'governance/duplicate-vote',
        severity: 'error',
        path: [index, 'id'],
        message: `[${index}].id repeats "v1", which is vote 1 of the list already`,
        hint: 'keep one of the two, or give it another id: an assessment names votes by their ids',
        related: [{ path: [1, 'id'], message: 'the first vote of this id' }],
      })),
    );
  });

  it('warns of people and roles that the directory does not have, with what they were meant to be', () => {
    const votes = [{ ...whole, by: 'anna', onBehalfOf: 'zoe', role: 'legl' }];
    const result = safeParseVotes(votes, { directory });
    expect(result.ok && result.value).toEqual(votes);
    expect(result.diagnostics).toEqual([
      {
        code: 'governance/unknown-person',
        severity: 'warning',
        path: [0, 'by'],
        message: '[0].by names no person of the directory: "anna"',
        hint: 'did you mean ana?',
      },
      {
        code: 'governance/unknown-person',
        severity: 'warning',
        path: [0, 'onBehalfOf'],
        message: '[0].onBehalfOf names no person of the directory: "zoe"',
        hint: 'add it to the directory, or mend it here: nobody of that name counts',
      },
      {
        code: 'governance/unknown-role',
        severity: 'warning',
        path: [0, 'role'],
        message: '[0].role names no role of the directory: "legl"',
        hint: 'did you mean legal?',
      },
    ]);
    expect(safeParseVotes(votes).diagnostics).toEqual([]);
  });

  it('keeps to its limits, of errors and of warnings', () => {
    const same = Array.from({ length: 9 }, () => smallest);
    const codes = (input: unknown, limits: object) =>
      safeParseVotes(input, { directory, limits }).diagnostics.map(({ code, severity }) => [code, severity]);
    expect(codes(same, { faults: 2 })).toEqual([
      ['governance/duplicate-vote', 'error'],
      ['governance/duplicate-vote', 'error'],
      ['shape/too-many-faults', 'error'],
    ]);
    const strangers = same.map((each, index) => ({ ...each, id: `v${index}`, by: `stranger ${index}` }));
    expect(codes(strangers, { faults: 1 })).toEqual([
      ['governance/unknown-person', 'warning'],
      ['shape/too-many-faults', 'warning'],
    ]);
    expect(codes(same, { values: 20 })).toEqual([['shape/too-many-values', 'error']]);
  });

  it('refuses more than a million votes', () => {
    const many = new Array(1_000_001).fill(0);
    const { diagnostics } = safeParseVotes(many, { limits: { faults: 5 } });
    expect(diagnostics.map(({ code, path }) => [code, path.length])).toContainEqual(['shape/too-many', 0]);
  });

  it('never throws, and lets nothing through that an assessment throws for', () => {
    const mostly = <T>(usual: fc.Arbitrary<T>) =>
      fc.oneof<fc.WeightedArbitrary<unknown>[]>(
        { weight: 12, arbitrary: usual },
        { weight: 1, arbitrary: fc.anything() },
      );
    const entry = fc.record(
      {
        id: mostly(fc.nat().map(String)),
        by: mostly(fc.constantFrom('ana', 'bo', '__proto__', 'toString')),
        at: mostly(fc.constantFrom('2026-11-23T09:00:00Z', '9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00Z')),
        vote: mostly(fc.constantFrom('approve', 'reject', 'abstain', 'withdraw')),
        revision: mostly(fc.constant('2')),
        onBehalfOf: mostly(fc.constantFrom('bo', 'hasOwnProperty')),
      },
      { requiredKeys: ['id', 'by', 'at', 'vote', 'revision'] },
    );
    let opened = 0;
    fc.assert(
      fc.property(mostly(fc.array(entry, { maxLength: 4 })), (input) => {
        const result = safeParseVotes(input, { directory });
        if (!result.ok) return;
        opened += result.value.length;
        const subject = { id: 'launch', revision: '2', requester: 'kim' };
        const options = { directory, at: instant('2026-11-23T09:00:00Z'), delegations: [{ from: 'bo', to: 'ana' }] };
        const { counted, ignored } = assessApproval({ role: 'legal', quorum: 1 }, subject, result.value, options);
        expect(counted.length + ignored.length).toBe(result.value.length);
      }),
      { numRuns: 500 },
    );
    expect(opened).toBeGreaterThan(10);
  });
});
