import fc from 'fast-check';
import { type Diagnostic, definitionOf, isDefinitionError } from 'keelson/foundation';
import { defineFacts, type FactShape, fact, factCatalogue, parseFacts, safeParseFacts } from 'keelson/governance';
import { describe, expect, it } from 'vitest';

const shape = { schemaVersion: 1, id: 'facts', version: '1' };

function faultsOf(facts: unknown, limits = {}): readonly Diagnostic[] {
  return safeParseFacts({ ...shape, facts }, { limits }).diagnostics;
}

/** What `defineFacts` throws for a literal that the compiler did not see. */
function refusal(literal: object, options = {}): readonly Diagnostic[] {
  try {
    defineFacts(literal as FactShape, options);
  } catch (error) {
    if (isDefinitionError(error)) return error.diagnostics;
    throw error;
  }
  throw new Error('it was defined');
}

describe('defineFacts', () => {
  it('gives the stored form of a literal, with what holds unless said', () => {
    const facts = defineFacts({
      cost: fact.number({ unit: 'USD', min: 0, max: 5, metric: 'spend', maxAge: { workingDays: 5 } }),
      staff: fact.integer({ min: -1, max: 9 }),
      reversible: fact.boolean({ label: 'Can be undone' }),
      risk: fact.oneOf(['low', 'high'], { description: 'As we see it.' }),
      regions: fact.setOf(['EU', 'US'], { extra: { owner: 'legal' } }),
      launch: fact.date({ min: '2026-01-01', links: [{ rel: 'docs', href: 'https://example.com' }] }),
      opened: fact.instant({ max: '2026-11-01T08:30:00Z' }),
      open_for: fact.duration({ min: '-1h30m', max: '72h' }),
      name: fact.string(),
      left: fact.workingDaysUntil('launch', { label: 'Left' }),
      frozen: fact.inWindow('launch', 'freeze'),
      total: fact.sum('cost', 'staff'),
      share: fact.ratio('cost', 'staff', { unit: '1' }),
    });
    expect(definitionOf(facts)).toEqual({
      ...shape,
      facts: [
        { id: 'cost', type: 'number', unit: 'USD', min: 0, max: 5, metric: 'spend', maxAge: { workingDays: 5 } },
        { id: 'staff', type: 'integer', min: -1, max: 9 },
        { id: 'reversible', type: 'boolean', label: 'Can be undone' },
        { id: 'risk', type: 'oneOf', values: ['low', 'high'], description: 'As we see it.' },
        { id: 'regions', type: 'setOf', values: ['EU', 'US'], extra: { owner: 'legal' } },
        { id: 'launch', type: 'date', min: '2026-01-01', links: [{ rel: 'docs', href: 'https://example.com' }] },
        { id: 'opened', type: 'instant', max: '2026-11-01T08:30:00Z' },
        { id: 'open_for', type: 'duration', min: '-1h30m', max: '72h' },
        { id: 'name', type: 'string' },
        { id: 'left', type: 'integer', derived: { kind: 'workingDaysUntil', of: 'launch' }, label: 'Left' },
        { id: 'frozen', type: 'boolean', derived: { kind: 'inWindow', of: 'launch', window: 'freeze' } },
        { id: 'total', type: 'number', derived: { kind: 'sum', of: ['cost', 'staff'] } },
        { id: 'share', type: 'number', derived: { kind: 'ratio', of: ['cost', 'staff'] }, unit: '1' },
      ],
    });
    expect(definitionOf(parseFacts(JSON.parse(JSON.stringify(facts))))).toEqual(definitionOf(facts));
  });

  it('keeps what is said of the whole set', () => {
    const options = { id: 'shipping', version: '7', extra: [1], links: [] };
    expect(definitionOf(defineFacts({}, options))).toEqual({ schemaVersion: 1, facts: [], ...options });
  });

  it('names every fault by the name of its fact', () => {
    const found = refusal({
      'net cost': fact.number(),
      x: null,
      risk: { id: 'risk', type: 'oneOf', values: [] },
      days: { type: 'date', min: '2026-02-30' },
      ['__proto__']: fact.boolean(),
    });
    expect(found.map(({ path, message }) => [path, message])).toEqual([
      [['risk', 'id'], 'risk.id is not a key that is known here'],
      [['net cost'], '["net cost"] has a character that no name has, " ": "net cost"'],
      [['x'], 'x must be an object, not null'],
      [['risk', 'values'], 'risk.values must have at least 1 item, has 0'],
      [['days', 'min'], 'days.min must be a day that exists'],
      [['__proto__'], '__proto__ is a reserved word: "__proto__"'],
    ]);
  });

  it('points at the name of a fact that is reserved', () => {
    expect(refusal({ sets: fact.boolean() })).toMatchObject([{ code: 'governance/reserved-fact', path: ['sets'] }]);
  });

  it('refuses options of the wrong shape', () => {
    expect(refusal({}, { version: '' }).map(({ path }) => path)).toEqual([['version']]);
    expect(refusal({}, { versoin: '2' }).map(({ hint }) => hint)).toEqual(['did you mean "version"?']);
  });
});

describe('the catalogue of facts', () => {
  it.each(factCatalogue)('$code is reported for the bad example and not for the good one', (entry) => {
    const found = faultsOf(entry.bad);
    expect(found.map(({ code, severity }) => ({ code, severity }))).toEqual([
      { code: entry.code, severity: entry.severity },
    ]);
    expect(found[0]!.hint).toBeTruthy();
    expect(faultsOf(entry.good)).toEqual([]);
  });
});

describe('safeParseFacts', () => {
  const number = { id: 'n', type: 'number' };
  const day = { id: 'd', type: 'date' };

  it.each<[facts: unknown, path: readonly (string | number)[], message: string]>([
    [[{ id: 'a', type: 'numbr' }], ['facts', 0, 'type'], 'must be "number", "integer"'],
    [[{ id: 'a', type: 'number', min: '0' }], ['facts', 0, 'min'], 'must be a number, not the text "0"'],
    [[{ id: 'a', type: 'number', max: Number.NaN }], ['facts', 0, 'max'], 'is NaN'],
    [[{ id: 'a', type: 'integer', min: 0.5 }], ['facts', 0, 'min'], 'must be a whole number'],
    [[{ id: 'a', type: 'integer', max: 2 ** 53 }], ['facts', 0, 'max'], ''],
    [[{ id: 'a', type: 'boolean', min: 0 }], ['facts', 0, 'min'], 'is not a key that is known here'],
    [[{ id: 'a', type: 'oneOf', values: [''] }], ['facts', 0, 'values', 0], 'at least 1 character'],
    [[{ id: 'a', type: 'date', min: '2026-13-01' }], ['facts', 0, 'min'], 'must be a day as YYYY-MM-DD'],
    [[{ id: 'a', type: 'instant', max: '2026-02-29T00:00:00Z' }], ['facts', 0, 'max'], 'must be a day that exists'],
    [[{ id: 'a', type: 'duration', max: '3d' }], ['facts', 0, 'max'], 'must be a length of time such as "72h"'],
    [[{ id: 'a', type: 'number', maxAge: { workingDays: -1 } }], ['facts', 0, 'maxAge', 'workingDays'], 'at least 0'],
    [
      [number, { id: 's', type: 'number', derived: { kind: 'sum', of: ['n'] } }],
      ['facts', 1, 'derived', 'of'],
      'at least 2',
    ],
    [
      [number, { id: 's', type: 'number', derived: { kind: 'summ', of: [] } }],
      ['facts', 1, 'derived', 'kind'],
      '"sum" or "ratio"',
    ],
    [
      [day, { id: 's', type: 'integer', min: 0, derived: { kind: 'workingDaysUntil', of: 'd' } }],
      ['facts', 1, 'min'],
      'is not a key of a derived fact',
    ],
    [
      [
        number,
        { id: 's', type: 'number', derived: { kind: 'ratio', of: ['n', 'r'] } },
        { id: 'r', type: 'number', derived: { kind: 'sum', of: ['n', 'n'] } },
      ],
      ['facts', 1, 'derived', 'of', 1],
      'is a derived fact itself: "r"',
    ],
    [
      [number, { id: 's', type: 'boolean', derived: { kind: 'inWindow', of: 'n', window: 'w' } }],
      ['facts', 1, 'derived', 'of'],
      'is a fact of type number: "n"',
    ],
    [
      [{ id: 'a', type: 'duration', min: '2h', max: '90m' }],
      ['facts', 0],
      'takes no value: its min 2h is above its max 90m',
    ],
    [{ a: number }, ['facts'], 'must be a list'],
  ])('refuses %j', (facts, path, message) => {
    const found = faultsOf(facts);
    expect(found.map((one) => one.path)).toEqual([path]);
    expect(found[0]!.message).toContain(message);
  });

  it('takes limits that leave one value', () => {
    expect(faultsOf([{ ...number, min: 3, max: 3 }])).toEqual([]);
    expect(faultsOf([{ ...day, min: '2026-01-01', max: '2026-01-01' }])).toEqual([]);
  });

  it('says of a repeated name where it stands first', () => {
    expect(faultsOf([number, day, number])).toMatchObject([
      { path: ['facts', 2, 'id'], related: [{ path: ['facts', 0, 'id'] }] },
    ]);
  });

  it('takes 10,000 facts and 10,000 values, and no more', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `f${i}`, type: 'boolean' }));
    const values = (count: number) => Array.from({ length: count }, (_, i) => `v${i}`);
    expect(faultsOf(many(10_000))).toEqual([]);
    expect(faultsOf(many(10_001))).toMatchObject([{ code: 'shape/too-many', path: ['facts'] }]);
    expect(faultsOf([{ id: 'a', type: 'oneOf', values: values(10_000) }])).toEqual([]);
    expect(faultsOf([{ id: 'a', type: 'setOf', values: values(10_001) }])).toMatchObject([
      { code: 'shape/too-many', path: ['facts', 0, 'values'] },
    ]);
  });

  it('lists as many faults as it is told', () => {
    const facts = Array.from({ length: 10 }, () => number);
    expect(faultsOf(facts, { faults: 3 }).map(({ code }) => code)).toEqual([
      ...new Array(3).fill('governance/duplicate-fact'),
      'shape/too-many-faults',
    ]);
  });

  it.each<[what: string, input: unknown]>([
    ['null', null],
    ['a list', []],
    ['a fact named __proto__', JSON.parse('{"facts": [{"id": "__proto__", "type": "boolean"}]}')],
    ['a key that every object has', JSON.parse('{"__proto__": {"facts": []}}')],
    ['what throws', Object.defineProperty({}, 'facts', { enumerable: true, get: () => expect.unreachable() })],
  ])('answers %s with diagnostics', (_, input) => {
    expect(safeParseFacts(input)).toMatchObject({ ok: false });
  });
});

describe('parseFacts', () => {
  it('throws what safeParseFacts gives', () => {
    expect(() => parseFacts({ ...shape, facts: [{ id: 'a', type: 'date', min: '2026-02-30' }] })).toThrow(
      'facts[0].min must be a day that exists',
    );
  });

  it('takes back what defineFacts gave', () => {
    const words = fc.record({ label: fc.string({ minLength: 1, maxLength: 5 }) }, { requiredKeys: [] });
    const limits = fc.tuple(fc.integer(), fc.nat()).map(([min, size]) => ({ min, max: min + size }));
    const any = fc.oneof(
      fc.tuple(words, limits).map(([a, b]) => fact.number({ ...a, ...b })),
      limits.map((options) => fact.integer(options)),
      words.map((options) => fact.boolean(options)),
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1 }).map((values) => fact.setOf(values)),
      words.map((options) => fact.date(options)),
    );
    const name = fc.stringMatching(/^[a-z]{1,5}_$/);
    fc.assert(
      fc.property(fc.dictionary(name, any), (literal) => {
        const stored = definitionOf(defineFacts(literal as FactShape));
        expect(stored.facts.map(({ id, ...rest }) => [id, rest])).toEqual(Object.entries(literal));
        expect(definitionOf(parseFacts(JSON.parse(JSON.stringify(stored))))).toEqual(stored);
      }),
      { numRuns: 100 },
    );
  });
});
