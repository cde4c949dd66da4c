import fc from 'fast-check';
import { day, defineCalendar, instant } from 'keelson/foundation';
import {
  backtestPolicy,
  backtestToText,
  compareOutcomes,
  defineFacts,
  definePolicy,
  evaluatePolicy,
  fact,
  type OnUnknown,
  outcome,
  type PastRequest,
  parseFacts,
  parsePolicy,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { anyOutcome, anyPolicy, anyRequest, finiteKinds } from '../arbitraries.js';

const facts = defineFacts({
  cost: fact.number({ min: 0 }),
  reversible: fact.boolean(),
  regions: fact.setOf(['EU', 'US']),
});
const director = outcome.requires({ role: 'director', quorum: 1 });
const legal = outcome.requires({ role: 'legal', quorum: 1 });

const shipping = (onUnknown: OnUnknown = 'strictest') =>
  definePolicy({
    id: 'shipping',
    version: '2',
    facts,
    onUnknown,
    rules: [
      { id: 'two_way_door', when: 'reversible && cost < 50000', then: outcome.autonomous() },
      { id: 'europe', when: "'EU' in regions && cost >= 50000", then: legal },
    ],
    otherwise: director,
  });

const log: readonly PastRequest[] = [
  { id: 'R-1', facts: { cost: 10, reversible: true }, outcome: director },
  { id: 'R-2', facts: { cost: 10, reversible: true }, outcome: outcome.autonomous() },
  { id: 'R-3', facts: { cost: 10 }, outcome: outcome.autonomous() },
  { id: 'R-4', facts: { cost: 60_000, regions: ['EU'] }, outcome: director },
  { id: 'R-5', facts: { cost: 60_000 }, outcome: director },
  { id: 'R-6', facts: { cost: 60_000, regions: [] }, outcome: outcome.autonomous() },
  { id: 'R-7', facts: { cost: 60_000, regions: ['US'] } },
  { id: 'R-8', facts: { cost: -1, colour: 'red' }, outcome: director },
  { id: 'R-9', facts: {}, outcome: director },
  { id: 'R-10', facts: { cost: 11, reversible: true, regions: ['EU'] }, outcome: director },
];

describe('the order of a backtest', () => {
  const auto = outcome.autonomous();
  const forbidden = outcome.forbidden();
  const requests = (count: number, facts: PastRequest['facts'], was: PastRequest['outcome']): readonly PastRequest[] =>
    Array.from({ length: count }, (_, at) => ({
      id: `${JSON.stringify(facts)} ${at}`,
      facts,
      ...(was !== undefined && { outcome: was }),
    }));
  const small = { cost: 1, reversible: true };
  const large = { cost: 60_000, reversible: true, regions: ['US'] };
  const european = { cost: 60_000, reversible: true, regions: ['EU'] };
  const moves = (past: readonly PastRequest[]) =>
    backtestPolicy(shipping(), past).moves.map(({ change, ids }) => [change, ids.length]);

  it('has what became laxer first, then what is another, then what became stricter; in each the most requests first', () => {
    expect(
      moves([
        ...requests(1, large, auto),
        ...requests(2, european, auto),
        ...requests(1, large, legal),
        ...requests(3, european, director),
        ...requests(1, small, director),
        ...requests(2, small, legal),
        ...requests(3, small, forbidden),
      ]),
    ).toEqual([
      ['laxer', 3],
      ['laxer', 2],
      ['laxer', 1],
      ['other', 3],
      ['other', 1],
      ['stricter', 2],
      ['stricter', 1],
    ]);
  });

  it('has the fact that most requests lack first, and the outcome that most get', () => {
    const past = [
      ...requests(1, { cost: 60_000 }, auto),
      ...requests(3, { cost: 1 }, auto),
      ...requests(1, small, auto),
      ...requests(2, large, auto),
    ];
    const { coverage, outcomes } = backtestPolicy(shipping(), past);
    expect(coverage.missing).toEqual([
      { fact: 'reversible', requests: 3 },
      { fact: 'regions', requests: 1 },
    ]);
    expect(outcomes.map(({ requests: number }) => number)).toEqual([2, 1]);
  });
});

describe('backtestPolicy', () => {
  it.each(['strictest', 'ask'] as const)(
    'says what it could judge and what moves, also under onUnknown %s',
    (onUnknown) => {
      const policy = shipping(onUnknown);
      const backtest = backtestPolicy(policy, log);
      expect(Object.keys(backtest)[0]).toBe('coverage');
      const { diagnostics, ...coverage } = backtest.coverage;
      expect(coverage).toEqual({
        requests: 10,
        judged: 6,
        open: [
          { id: 'R-3', deciding: ['reversible'] },
          { id: 'R-5', deciding: ['regions'] },
          { id: 'R-9', deciding: ['cost', 'reversible', 'regions'] },
        ],
        missing: [
          { fact: 'reversible', requests: 2 },
          { fact: 'regions', requests: 2 },
          { fact: 'cost', requests: 1 },
        ],
        invalid: ['R-8'],
      });
      expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
        ['governance/value-out-of-range', [7, 'facts', 'cost']],
        ['governance/undeclared-fact', [7, 'facts', 'colour']],
      ]);
      expect(backtest.moves).toEqual([
        { change: 'laxer', from: director, to: { kind: 'autonomous' }, ids: ['R-1', 'R-10'] },
        { change: 'other', from: director, to: legal, ids: ['R-4'] },
        { change: 'stricter', from: { kind: 'autonomous' }, to: director, ids: ['R-6'] },
      ]);
      expect(backtest).toMatchObject({
        unchanged: 1,
        unrecorded: 1,
        outcomes: [
          { outcome: { kind: 'autonomous' }, requests: 3 },
          { outcome: director, requests: 2 },
          { outcome: legal, requests: 1 },
        ],
        policy: { id: 'shipping', version: '2' },
      });
    },
  );

  it('judges a request whose missing facts make no difference', () => {
    const past = [{ id: 'R-1', facts: { cost: 10, reversible: true } }];
    expect(backtestPolicy(shipping(), past).coverage).toMatchObject({ judged: 1, open: [] });
  });

  it('decides each request at its own moment', () => {
    const dated = defineFacts({ launch: fact.date(), days_left: fact.workingDaysUntil('launch') });
    const rules = [{ id: 'late', when: 'days_left < 5', then: outcome.forbidden() }] as const;
    const policy = definePolicy({ id: 'dated', facts: dated, rules, otherwise: outcome.autonomous() });
    const calendar = defineCalendar({ zone: 'UTC', weekend: [] });
    const launch = day('2026-11-30');
    const past: readonly PastRequest[] = [
      { id: 'R-1', facts: { launch }, at: instant('2026-11-01T00:00:00Z') },
      { id: 'R-2', facts: { launch }, at: instant('2026-11-29T00:00:00Z') },
      { id: 'R-3', facts: { launch } },
      { id: 'R-4', facts: {} },
    ];
    const { coverage, outcomes } = backtestPolicy(policy, past, { calendar });
    expect(outcomes.map(({ outcome: { kind } }) => kind)).toEqual(['autonomous', 'forbidden']);
    expect(coverage).toMatchObject({ judged: 2, open: [{ id: 'R-4', deciding: ['launch'] }], invalid: ['R-3'] });
    expect(coverage.diagnostics).toMatchObject([{ code: 'governance/missing-moment', path: [2, 'at'] }]);
    expect(() => backtestPolicy(policy, past)).toThrow('pass { calendar, at }');
  });

  it('takes a value that was measured too long ago for missing', () => {
    const measured = defineFacts({ rate: fact.number({ maxAge: { workingDays: 5 } }) });
    const rules = [{ id: 'high', when: 'rate > 1', then: outcome.autonomous() }] as const;
    const policy = definePolicy({ id: 'measured', facts: measured, rules, otherwise: director });
    const calendar = defineCalendar({ zone: 'UTC', weekend: [] });
    const at = instant('2026-11-20T00:00:00Z');
    const past: readonly PastRequest[] = [
      { id: 'R-1', facts: { rate: 2 }, at, measuredOn: { rate: day('2026-11-15') } },
      { id: 'R-2', facts: { rate: 2 }, at, measuredOn: { rate: day('2026-11-14') } },
    ];
    expect(backtestPolicy(policy, past, { calendar }).coverage).toMatchObject({ judged: 1, open: [{ id: 'R-2' }] });
  });

  it('keeps no more diagnostics than max, and counts all the same', () => {
    const past = Array.from({ length: 5 }, (_, index) => ({ id: `R-${index}`, facts: { cost: -1 } }));
    const { invalid, diagnostics } = backtestPolicy(shipping(), past, { max: 2 }).coverage;
    expect([invalid.length, diagnostics.length]).toEqual([5, 2]);
    expect(() => backtestPolicy(shipping(), past, { max: 0.5 })).toThrow('max must be a whole number');
  });

  it('agrees with deciding the requests one by one', () => {
    const stored = { schemaVersion: 1, id: 'facts', version: '1', facts: finiteKinds };
    const known = parseFacts(stored);
    const requests = fc.array(fc.tuple(anyRequest(finiteKinds), fc.option(anyOutcome, { nil: undefined })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyPolicy(finiteKinds), requests, (definition, list) => {
        const policy = parsePolicy(definition, { facts: known });
        const past = list.map(([given, decided], index): PastRequest => {
          return { id: `R-${index}`, facts: given, ...(decided && { outcome: decided }) };
        });
        const { coverage, moves, unchanged, unrecorded } = backtestPolicy(policy, past);
        const open = new Set(coverage.open.map(({ id }) => id));
        const moved = new Map(moves.flatMap(({ change, ids }) => ids.map((id) => [id, change] as const)));
        expect(coverage.judged + open.size).toBe(past.length);
        expect(moved.size + unchanged + unrecorded).toBe(coverage.judged);
        for (const { id, facts: given, outcome: decided } of past) {
          const decision = evaluatePolicy(policy, given as never);
          const isOpen = decision.status === 'needs-facts' || decision.undecided.length > 0;
          expect(open.has(id)).toBe(isOpen);
          if (decision.status !== 'decided' || isOpen || decided === undefined) continue;
          const change = compareOutcomes(decision.outcome, decided);
          expect(moved.get(id) ?? 'equal').toBe(change);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('backtestToText', () => {
  it('says first what could not be judged', () => {
    expect(backtestToText(backtestPolicy(shipping(), log))).toBe(`4 of 10 requests could not be judged
  3 lack a fact that decides: R-3, R-5, R-9
    reversible is missing in 2
    regions is missing in 2
    cost is missing in 1
  1 does not fit the facts: R-8
    cost is -1, below its least value 0
    colour is no fact that the policy knows

6 requests judged by shipping 2: 2 laxer, 1 neither laxer nor stricter, 1 stricter, 1 as decided, 1 without an outcome on record
  laxer: needs 1 approval of director -> may be done alone: R-1, R-10
  neither laxer nor stricter: needs 1 approval of director -> needs 1 approval of legal: R-4
  stricter: may be done alone -> needs 1 approval of director: R-6

outcomes
  3 may be done alone
  2 needs 1 approval of director
  1 needs 1 approval of legal
`);
  });

  it('says so where everything could be judged, and where there is nothing', () => {
    const [first] = backtestToText(backtestPolicy(shipping(), log.slice(0, 2))).split('\n');
    expect(first).toBe('all of 2 requests could be judged');
    expect(backtestToText(backtestPolicy(shipping(), []))).toBe(
      'all of 0 requests could be judged\n\n0 requests judged by shipping 2\n',
    );
  });

  it('names ten ids at most, and escapes them', () => {
    const past = Array.from({ length: 12 }, (_, index) => ({ id: `R\u001b-${index}`, facts: { cost: -1 } }));
    const text = backtestToText(backtestPolicy(shipping(), past));
    expect(text).toContain('R\\u001b-9 and 2 more');
    expect(text).not.toContain('\u001b');
    expect(text.match(/below its least/g)).toHaveLength(10);
    expect(text).toContain('    and 2 more');
  });
});
