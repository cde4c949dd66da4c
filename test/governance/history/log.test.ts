import fc from 'fast-check';
import {
  backtestPolicy,
  defineFacts,
  definePolicy,
  fact,
  findInconsistentDecisions,
  outcome,
  safeParseRequestLog,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { anyOutcome } from '../arbitraries.js';

const whole = {
  id: 'R-1',
  facts: { cost: 5, regions: ['EU'] },
  at: '2026-08-03T09:00:00Z',
  measuredOn: { conversion: '2026-08-01' },
  outcome: outcome.requires({ role: 'director', quorum: 1 }),
  extra: { by: 'ana' },
};

describe('safeParseRequestLog', () => {
  it('gives back a frozen copy of what is well', () => {
    const result = safeParseRequestLog([whole, { id: 'R-2', facts: {} }]);
    expect(result.ok && result.value).toEqual([whole, { id: 'R-2', facts: {} }]);
    expect(result.ok && Object.isFrozen(result.value[0]?.facts)).toBe(true);
  });

  it('leaves facts that fit no fact set to those who judge the request', () => {
    expect(safeParseRequestLog([{ id: 'R-1', facts: { no_fact: null, deep: [[1]] } }]).ok).toBe(true);
  });

  it.each<[string, unknown, string, string]>([
    ['no list', { requests: [] }, 'shape/wrong-type', ''],
    ['an entry that is none', [5], 'shape/wrong-type', '0'],
    ['facts that are none', [{ id: 'R-1', facts: [] }], 'shape/wrong-type', '0/facts'],
    ['a missing id', [{ facts: {} }], 'shape/missing-key', '0/id'],
    ['an outcome that is none', [{ ...whole, outcome: { kind: 'approved' } }], 'shape/invalid-value', '0/outcome/kind'],
    ['a moment that does not exist', [{ ...whole, at: '2026-02-30T09:00:00Z' }], 'shape/invalid-value', '0/at'],
    ['a day that is none', [{ ...whole, measuredOn: { a: 'today' } }], 'shape/invalid-format', '0/measuredOn/a'],
    ['a misspelt key', [{ ...whole, outcom: 1 }], 'shape/unknown-key', '0/outcom'],
    [
      'a fact by the name of the prototype',
      JSON.parse('[{"id":"R-1","facts":{"__proto__":1}}]'),
      'shape/forbidden-key',
      '0/facts/__proto__',
    ],
    ['NaN', [{ id: 'R-1', facts: { cost: Number.NaN } }], 'shape/not-finite', '0/facts/cost'],
    ['an id that is there twice', [whole, whole], 'governance/duplicate-request', '1/id'],
  ])('refuses %s', (_, input, code, place) => {
    const result = safeParseRequestLog(input);
    expect(result.ok).toBe(false);
    expect(result.diagnostics.map(({ code: found, path }) => [found, path.join('/')])).toEqual([[code, place]]);
  });

  it('keeps to its limits', () => {
    const twice = Array.from({ length: 20 }, () => whole);
    expect(safeParseRequestLog(twice, { limits: { faults: 3 } }).diagnostics.map(({ code }) => code)).toEqual([
      'governance/duplicate-request',
      'governance/duplicate-request',
      'governance/duplicate-request',
      'shape/too-many-faults',
    ]);
    expect(safeParseRequestLog(twice, { limits: { values: 50 } }).diagnostics.map(({ code }) => code)).toEqual([
      'shape/too-many-values',
    ]);
  });

  it('lets nothing through that backtests and comparisons throw for', () => {
    const facts = defineFacts({ cost: fact.number({ min: 0 }), regions: fact.setOf(['EU', 'US']) });
    const rules = [{ id: 'cheap', when: "cost < 5 && 'EU' in regions", then: outcome.autonomous() }] as const;
    const policy = definePolicy({ id: 'policy', facts, rules, otherwise: outcome.forbidden() });
    const mostly = <T>(usual: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
      fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: fc.anything() });
    const entry = fc.record(
      {
        id: mostly(fc.nat().map((id) => `R-${id}`)),
        facts: mostly(fc.dictionary(fc.constantFrom('cost', 'regions', 'other'), fc.jsonValue())),
        outcome: mostly(anyOutcome),
        at: mostly(fc.constant('2026-08-03T09:00:00Z')),
      },
      { requiredKeys: ['id', 'facts'] },
    );
    let opened = 0;
    fc.assert(
      fc.property(mostly(fc.array(entry, { maxLength: 4 })), (input) => {
        const result = safeParseRequestLog(input);
        if (!result.ok) return;
        opened += result.value.length;
        const { judged, open, invalid } = backtestPolicy(policy, result.value).coverage;
        expect(judged + open.length + invalid.length).toBe(result.value.length);
        findInconsistentDecisions(facts, result.value, { riskier: { cost: 'up', regions: 'up' } });
      }),
      { numRuns: 500 },
    );
    expect(opened).toBeGreaterThan(100);
  });
});
