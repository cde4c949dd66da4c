import fc from 'fast-check';
import { type Diagnostic, definitionOf } from 'keelson/foundation';
import { defineFacts, fact, requestCatalogue, safeParseRequest } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { readRequest } from '../../../src/governance/facts/request.js';
import { unseal } from '../../../src/governance/facts/seal.js';

const facts = defineFacts({
  cost: fact.number({ min: 0, max: 100 }),
  staff: fact.integer(),
  reversible: fact.boolean(),
  risk: fact.oneOf(['low', 'medium', 'high']),
  regions: fact.setOf(['EU', 'US', 'APAC']),
  launch: fact.date({ min: '2026-01-01' }),
  opened: fact.instant(),
  open_for: fact.duration(),
  name: fact.string(),
  days_left: fact.workingDaysUntil('launch'),
});
const compiled = unseal(facts);

function faultsOf(request: unknown): readonly Diagnostic[] {
  const { diagnostics } = safeParseRequest(facts, request);
  const read = readRequest(compiled, request);
  expect(read.ok ? [] : read.diagnostics).toEqual(diagnostics);
  return diagnostics;
}

const full = {
  ...{ cost: 12.5, staff: -3, reversible: false, risk: 'medium', regions: ['US', 'EU'], launch: '2026-11-30' },
  ...{ opened: '1970-01-01T00:00:01.5Z', open_for: '1m', name: 'Ada' },
} as const;

describe('readRequest', () => {
  it('gives each value on its scale, in the order of the facts', () => {
    const day = Date.UTC(2026, 10, 30) / 86_400_000;
    expect(readRequest(compiled, full)).toEqual({
      ok: true,
      values: [12.5, -3, false, 'medium', new Set(['US', 'EU']), day, 1500, 60_000, 'Ada', undefined],
    });
  });

  it('leaves absent and undefined facts unknown', () => {
    const values = new Array(10).fill(undefined);
    expect(readRequest(compiled, {})).toEqual({ ok: true, values });
    expect(readRequest(compiled, Object.create(null))).toEqual({ ok: true, values });
    expect(readRequest(compiled, { staff: undefined, cost: 0 })).toMatchObject({
      ok: true,
      values: [0, ...values.slice(1)],
    });
  });

  it('gives values that the caller may change', () => {
    const [one, other] = [readRequest(compiled, full), readRequest(compiled, full)];
    if (!one.ok || !other.ok) throw new Error('refused');
    one.values[9] = 4;
    expect(other.values[9]).toBeUndefined();
  });

  it('takes no value that the request only inherits', () => {
    const request = Object.assign(Object.create({ cost: 5 }), { staff: 1 });
    expect(faultsOf(request)).toMatchObject([{ code: 'shape/not-json' }]);
  });

  it('reads requests in any order of keys alike', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.entries(full)), (entries) => {
        const read = readRequest(compiled, Object.fromEntries(entries));
        const known = new Set(entries.map(([key]) => key));
        const all = readRequest(compiled, full);
        if (!read.ok || !all.ok) throw new Error('refused');
        expect(read.values).toEqual(
          all.values.map((value, i) => (known.has(compiled.facts[i]!.id) ? value : undefined)),
        );
      }),
    );
  });
});

describe('safeParseRequest', () => {
  it('gives a frozen copy', () => {
    const result = safeParseRequest(facts, full);
    expect(result).toEqual({ ok: true, value: full, diagnostics: [] });
    expect(result.ok && Object.isFrozen(result.value)).toBe(true);
  });

  it.each<[request: object, code: string, path: readonly (string | number)[], message: string, hint: string]>([
    [{ cots: 1 }, 'undeclared-fact', ['cots'], 'cots is no fact that the policy knows', 'did you mean cost?'],
    [{ zzzzz: 1 }, 'undeclared-fact', ['zzzzz'], 'zzzzz is no fact', 'leave it out, or add it to the facts'],
    [{ days_left: 1 }, 'derived-fact-given', ['days_left'], 'is derived from other facts', 'leave it out'],
    [{ cost: '1' }, 'wrong-value', ['cost'], 'must be a number, not the text "1"', 'as a number of JSON'],
    [{ cost: null }, 'wrong-value', ['cost'], 'must be a number, not null', 'leave the fact out where it is not known'],
    [{ staff: 0.5 }, 'wrong-value', ['staff'], 'must be a whole number', 'as a whole number'],
    [{ staff: 2 ** 53 }, 'wrong-value', ['staff'], 'at most 2^53 - 1 either way', 'as a whole number'],
    [{ reversible: 'true' }, 'wrong-value', ['reversible'], 'must be true or false', 'without quotes'],
    [{ risk: 3 }, 'wrong-value', ['risk'], 'must be a text, not the number 3', 'one of its values'],
    [{ risk: 'hihg' }, 'not-a-choice', ['risk'], 'risk is "hihg", which is not among', 'did you mean "high"?'],
    [{ risk: 'zzzzz' }, 'not-a-choice', ['risk'], 'not among', 'its values are "low", "medium" and "high"'],
    [{ regions: 'EU' }, 'wrong-value', ['regions'], 'must be a list of texts', 'its elements as a list'],
    [{ regions: ['UE'] }, 'not-a-choice', ['regions', 0], 'regions[0] is "UE"', 'did you mean "EU"?'],
    [
      { regions: ['EU', 'EU'] },
      'repeated-element',
      ['regions', 1],
      'which is element 0 already',
      'keep one of the two',
    ],
    [{ regions: [3] }, 'wrong-value', ['regions', 0], 'must be a text, not the number 3', 'the list of its elements'],
    [{ launch: '2026-02-30' }, 'wrong-value', ['launch'], 'must be a day that exists', 'as in "2026-11-30"'],
    [
      { launch: '2025-12-31' },
      'value-out-of-range',
      ['launch'],
      'below its least value 2026-01-01',
      'change the limits',
    ],
    [{ cost: 100.5 }, 'value-out-of-range', ['cost'], 'cost is 100.5, above its largest value 100', 'check the value'],
    [{ opened: '2026-11-30' }, 'wrong-value', ['opened'], 'must be a moment in UTC', 'as in "2026-11-30T08:30:00Z"'],
    [{ open_for: '3d' }, 'wrong-value', ['open_for'], 'must be a length of time', 'as in "72h"'],
    [{ name: 'x'.repeat(10_001) }, 'wrong-value', ['name'], 'not one of 10001', 'a shorter text'],
  ])('refuses %j', (request, code, path, message, hint) => {
    const [found, ...more] = faultsOf(request);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: `governance/${code}`, severity: 'error', path });
    expect(found!.message).toContain(message);
    expect(found!.hint).toContain(hint);
  });

  it('reports every fault, each once', () => {
    const codes = faultsOf({
      cost: Number.NaN,
      staff: Number.POSITIVE_INFINITY,
      risk: 'no',
      regions: ['EU', Number.NaN, 'XX'],
    });
    expect(codes.map(({ code, path }) => [code, path])).toEqual([
      ['shape/not-finite', ['cost']],
      ['shape/not-finite', ['staff']],
      ['shape/not-finite', ['regions', 1]],
      ['governance/not-a-choice', ['risk']],
    ]);
  });

  it.each<[what: string, request: unknown]>([
    ['null', null],
    ['a list', []],
    ['a number', 3],
    ['a Map', new Map([['cost', 5]])],
    ['keys that JavaScript keeps for itself', JSON.parse('{"__proto__": {"cost": 5}, "constructor": 1}')],
    ['a bigint', { cost: 1n }],
    ['nesting of 10,000', { name: JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) }],
  ])('answers %s with diagnostics', (_, request) => {
    expect(faultsOf(request).length).toBeGreaterThan(0);
  });

  it('takes and refuses values of a choice of 10,000, all in one request', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => `value-${i}`);
    const wide = defineFacts({ many: fact.setOf(values) });
    expect(safeParseRequest(wide, { many: values }).ok).toBe(true);
    const wrong = safeParseRequest(wide, { many: values.map((value) => `${value}?`) });
    expect(wrong.diagnostics).toHaveLength(1_001);
  });

  it('keeps to the limits it is given', () => {
    expect(safeParseRequest(facts, full, { limits: { values: 3 } }).ok).toBe(false);
    expect(definitionOf(facts).facts).toHaveLength(10);
  });
});

describe('the catalogue of requests', () => {
  const known = defineFacts({
    cost: fact.number({ min: 0 }),
    risk: fact.oneOf(['low', 'high']),
    regions: fact.setOf(['EU', 'US']),
    launch: fact.date(),
    days_left: fact.workingDaysUntil('launch'),
  });

  it.each(requestCatalogue)('$code is reported for the bad example and not for the good one', (entry) => {
    expect(safeParseRequest(known, entry.bad).diagnostics.map(({ code }) => code)).toEqual([entry.code]);
    expect(safeParseRequest(known, entry.good).diagnostics).toEqual([]);
  });
});
