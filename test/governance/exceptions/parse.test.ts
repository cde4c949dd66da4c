import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { defineCalendar } from 'keelson/foundation';
import { exceptionCatalogue, exceptionReport, safeParseExceptions } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { withValue } from '../../schemas/stored-trees.js';
import { atTick, request } from './cases.js';

const more = { reason: 'so', extra: 1, links: [] };
const whole = [
  {
    request: { ...request, version: '7', extra: 1, links: [] },
    log: [
      { id: 'a', kind: 'approve', by: 'eva', at: '2026-12-23T00:00:00Z', until: '2026-12-24T00:00:00Z', ...more },
      { id: 'b', kind: 'renew', by: 'eva', at: '2026-12-23T00:00:00Z', until: '2026-12-25T00:00:00Z', ...more },
      { id: 'c', kind: 'deny', by: 'eva', at: '2026-12-23T00:00:00Z', ...more },
      { id: 'd', kind: 'withdraw', by: 'ana', at: '2026-12-23T00:00:00Z', ...more },
    ],
  },
  { request: { ...request, id: 'E-2', terms: { longest: { workingDays: 2 }, renewals: 0 } }, log: [] },
];

const schema = new Ajv2020({ strict: true, strictTypes: false }).compile(
  JSON.parse(readFileSync('schemas/exceptions.schema.json', 'utf8')),
);

describe('safeParseExceptions', () => {
  it('gives back a frozen copy of what is well, as the schema has it', () => {
    const result = safeParseExceptions(whole);
    expect(result.ok && result.value).toEqual(whole);
    expect(result.ok && Object.isFrozen(result.value[0]?.log)).toBe(true);
    expect(schema(whole)).toBe(true);
  });

  it.each<[string, readonly (string | number)[], unknown]>([
    ['an exception without a log', [0, 'log'], undefined],
    ['a request without a reason', [0, 'request', 'reason'], undefined],
    ['a reason of spaces', [0, 'request', 'reason'], '  '],
    ['a policy that is no name', [0, 'request', 'policy'], 'the policy'],
    ['no terms', [0, 'request', 'terms'], undefined],
    ['half a renewal', [0, 'request', 'terms', 'renewals'], 0.5],
    ['fewer renewals than none', [0, 'request', 'terms', 'renewals'], -1],
    ['a length of no days', [0, 'request', 'terms', 'longest'], { days: 0 }],
    ['days and working time at once', [0, 'request', 'terms', 'longest'], { days: 1, workingDays: 1 }],
    ['a kind that is none', [0, 'log', 0, 'kind'], 'extend'],
    ['an approval without an end', [0, 'log', 0, 'until'], undefined],
    ['a denial with an end', [0, 'log', 2, 'until'], '2026-12-25T00:00:00Z'],
    ['a moment in another zone', [0, 'log', 0, 'at'], '2026-12-23T00:00:00+01:00'],
    ['an unknown key', [0, 'request', 'reasons'], 'so'],
  ])('refuses %s, as the schema does', (_, path, value) => {
    const changed = withValue(whole, path, value);
    expect([safeParseExceptions(changed).ok, schema(changed)]).toEqual([false, false]);
  });

  it('says which ids are there twice, of requests and of the entries of one log', () => {
    const [first, second] = whole;
    const repeated = [{ ...first, log: [...first!.log, first!.log[1]] }, { ...second, log: first!.log }, first];
    const { ok, diagnostics } = safeParseExceptions(repeated);
    expect(ok).toBe(false);
    expect(diagnostics).toEqual([
      {
        code: 'governance/duplicate-exception',
        severity: 'error',
        message: '[2].request.id repeats "E-1", which is exception 0 of the list already',
        path: [2, 'request', 'id'],
        hint: 'keep one of the two, or give it another id: assessments and reports go by ids',
        related: [{ path: [0, 'request', 'id'], message: 'the first exception of this id' }],
      },
      expect.objectContaining({
        code: 'governance/duplicate-entry',
        path: [0, 'log', 4, 'id'],
        related: [{ path: [0, 'log', 1, 'id'], message: 'the first entry of this id' }],
      }),
    ]);
  });

  it('keeps to its limits', () => {
    const twice = Array.from({ length: 5 }, () => whole[1]);
    expect(safeParseExceptions(twice, { limits: { faults: 2 } }).diagnostics.map(({ code }) => code)).toEqual([
      'governance/duplicate-exception',
      'governance/duplicate-exception',
      'shape/too-many-faults',
    ]);
    expect(safeParseExceptions(whole, { limits: { depth: 2 } }).ok).toBe(false);
  });

  it('lets nothing through that a report throws for', () => {
    const calendar = defineCalendar({ zone: 'UTC', weekend: [] });
    const keys = ['by', 'at', 'until', 'kind', 'id'];
    let opened = 0;
    fc.assert(
      fc.property(
        fc.nat({ max: 3 }),
        fc.constantFrom(...keys),
        fc.oneof(fc.constantFrom('ana', '2026-12-22T00:00:00Z', '9999-12-31T23:59:59.999Z', 'renew'), fc.anything()),
        (index, key, value) => {
          const result = safeParseExceptions(withValue(whole, [0, 'log', index, key], value));
          if (!result.ok) return;
          opened++;
          expect(exceptionReport(result.value, { at: atTick(5), calendar }).requests).toBe(2);
        },
      ),
      { numRuns: 500 },
    );
    expect(opened).toBeGreaterThan(20);
  });
});

describe('exceptionCatalogue', () => {
  it.each(exceptionCatalogue.map((entry) => [entry.code, entry] as const))('has examples of %s', (code, entry) => {
    const found = (example: unknown) =>
      safeParseExceptions(example).diagnostics.map(({ code: one, severity }) => [one, severity]);
    expect(found(entry.bad)).toEqual([[code, entry.severity]]);
    expect(found(entry.good)).toEqual([]);
  });
});
