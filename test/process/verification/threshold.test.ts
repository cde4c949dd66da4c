import * as fc from 'fast-check';
import { defineFacts, definePolicy, fact, outcome } from 'keelson/governance';
import { parseProcess, verifyProcess } from 'keelson/process';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({ a: fact.integer({ min: 0, max: 400 }), b: fact.integer({ min: 0, max: 3 }) });

interface Scored {
  readonly when: string;
  readonly weight: number;
}

function found(threshold: number, should: readonly Scored[], must: readonly string[] = [], forbidden = 'a < 0') {
  const shipping = definePolicy({
    ...{ id: 'shipping', facts },
    rules: [{ id: 'no', when: forbidden, then: outcome.forbidden() }],
    otherwise: outcome.autonomous(),
  });
  const criteria = [
    ...must.map((when, at) => ({ id: `m${at}`, when })),
    ...should.map((each, at) => ({ id: `s${at}`, ...each, should: true as const })),
  ];
  const phases = [{ id: 'build', gate: { authority: 'shipping', threshold, criteria } }];
  const stored = { schemaVersion: 1, id: 'x', version: 1, roles: [], facts: 'facts', phases };
  return verifyProcess(parseProcess(stored, { facts, policies: [shipping] }));
}

const even = (whens: readonly string[]): Scored[] => whens.map((when) => ({ when, weight: 1 }));

describe('a threshold', () => {
  const limit = fc.integer({ min: 0, max: 3 });
  const when = fc
    .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('<', '>=', '=='), limit)
    .map(([name, operator, value]) => ({ name, operator, value }));
  type When = typeof when extends fc.Arbitrary<infer T> ? T : never;
  const textOf = ({ name, operator, value }: When) => `${name} ${operator} ${value}`;
  const holds = ({ name, operator, value }: When, a: number, b: number) => {
    const own = name === 'a' ? a : b;
    if (operator === '<') return own < value;
    return operator === '==' ? own === value : own >= value;
  };

  it('is out of reach where no facts reach it, and the rest of the gate is counted in', () => {
    const tally = { open: 0, closed: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.record({ when, weight: fc.constantFrom(0.1, 0.2, 1, 2) }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(0.1, 0.3, 0.5, 0.7, 1),
        fc.array(when, { maxLength: 1 }),
        when,
        (should, threshold, must, forbidden) => {
          // Above 3 nothing changes any more.
          const everywhere = Array.from({ length: 5 * 4 }, (_, at) => [at % 5, Math.floor(at / 5)] as const);
          const whole = should.reduce((sum, { weight }) => sum + weight, 0);
          const isOpen = everywhere.some(([a, b]) => {
            const sum = should.reduce((score, each) => score + (holds(each.when, a, b) ? each.weight : 0), 0);
            const isMet = must.every((each) => holds(each, a, b)) && !holds(forbidden, a, b);
            return isMet && sum / whole >= threshold;
          });
          const scored = should.map((each) => ({ ...each, when: textOf(each.when) }));
          const findings = found(threshold, scored, must.map(textOf), textOf(forbidden));
          expect(findings.map(({ mayBeSpurious }) => mayBeSpurious)).toEqual(isOpen ? [] : [undefined]);
          tally[isOpen ? 'open' : 'closed']++;
        },
      ),
      { numRuns: 400, seed: 11 },
    );
    expect(Math.min(tally.open, tally.closed)).toBeGreaterThan(20);
  });

  it('is reached by the one set of a hundred criteria that does', () => {
    const whens = Array.from({ length: 200 }, (_, at) => (at % 2 === 1 ? `a > ${at}` : `a < ${at}`));
    expect(found(0.5, even(whens))).toEqual([]);
  });

  it('is out of reach of twenty criteria that exclude each other, which is proven', () => {
    const [finding, ...others] = found(0.5, even(Array.from({ length: 20 }, (_, at) => `a == ${at}`)));
    expect([finding?.code, finding?.mayBeSpurious, others]).toEqual(['process/threshold-out-of-reach', undefined, []]);
  });

  it('is perhaps to blame where the policy closes the gate, and whether it is within reach could not be found out', () => {
    const whens = Array.from({ length: 200 }, (_, at) => `a == ${at} || b == ${at % 4}`);
    const [finding] = found(0.5, even(whens), [], 'a >= 0');
    expect([finding?.code, finding?.mayBeSpurious]).toEqual(['process/threshold-out-of-reach', true]);
    const [certain] = found(0.5, even(['a < 1']), [], 'a >= 0');
    expect([certain?.code, certain?.mayBeSpurious]).toEqual(['process/gate-forbidden', undefined]);
  });

  it('is perhaps out of reach where there are too many sets to look at', () => {
    const [finding] = found(0.5, even(Array.from({ length: 200 }, (_, at) => `a == ${at} || b == ${at % 4}`)));
    expect([finding?.code, finding?.mayBeSpurious]).toEqual(['process/threshold-out-of-reach', true]);
  });
});
