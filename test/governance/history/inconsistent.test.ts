import fc from 'fast-check';
import { day, defineCalendar, instant } from 'keelson/foundation';
import {
  defineFacts,
  fact,
  findInconsistentDecisions,
  type Outcome,
  outcome,
  type PastRequest,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { decidedBothWays, type PlainDecision, type PlainValue, riskierYetEasier } from '../../oracle/history.js';

const facts = defineFacts({
  cost: fact.number({ min: 0 }),
  risk: fact.oneOf(['low', 'medium', 'high', 'unrated']),
  reversible: fact.boolean(),
  regions: fact.setOf(['EU', 'US', 'APAC']),
  launch: fact.date(),
  title: fact.string(),
});
const riskier = {
  cost: 'up',
  risk: ['low', 'medium', 'high'],
  reversible: 'down',
  regions: 'up',
} as const;
const director = outcome.requires({ role: 'director', quorum: 1 });
const two = outcome.requires({ role: 'director', quorum: 2 });
const legal = outcome.requires({ role: 'legal', quorum: 1 });

function past(id: string, given: PastRequest['facts'], decided?: Outcome): PastRequest {
  return { id, facts: given, ...(decided && { outcome: decided }) };
}

describe('findInconsistentDecisions', () => {
  it('names equal facts that were decided differently, with sets in any order', () => {
    const log = [
      past('R-1', { cost: 5, regions: ['EU', 'US'] }, director),
      past('R-2', { cost: 6, regions: ['EU', 'US'] }, outcome.autonomous()),
      past('R-3', { cost: 5, regions: ['US', 'EU'] }, outcome.autonomous()),
      past('R-4', { cost: 5, regions: ['EU', 'US'] }, director),
    ];
    const { findings, coverage, status } = findInconsistentDecisions(facts, log);
    expect({ coverage, status }).toEqual({
      coverage: { requests: 4, compared: 4, undecided: 0, invalid: [], diagnostics: [] },
      status: 'exact',
    });
    expect(findings).toEqual([
      {
        code: 'governance/decided-both-ways',
        severity: 'warning',
        message:
          'equal facts were decided differently: R-3 (may be done alone) and R-1, R-4 (needs 1 approval of director); not on record: risk, reversible, launch and 1 more',
        path: [0, 'outcome'],
        hint: 'say which of them holds, or record the fact that made the difference',
        related: [{ path: [2, 'outcome'], message: 'decided otherwise' }],
        decisions: [
          { outcome: { kind: 'autonomous' }, ids: ['R-3'] },
          { outcome: director, ids: ['R-1', 'R-4'] },
        ],
        differing: [],
        unrecorded: ['risk', 'reversible', 'launch', 'title'],
      },
    ]);
  });

  it('names three of many outcomes in its message', () => {
    const outcomes = [1, 2, 3, 4, 5].map((quorum) => outcome.requires({ role: 'director', quorum }));
    const log = outcomes.map((decided, index) => past(`R-${index}`, { cost: 5 }, decided));
    const [finding] = findInconsistentDecisions(facts, log).findings;
    expect(finding?.message).toContain('R-2 (needs 3 approvals of director) and in 2 more ways');
    expect(finding?.decisions).toHaveLength(5);
  });

  it('names the riskier case that was let off easier, and in what they differ', () => {
    const log = [
      past('R-1', { cost: 5, risk: 'low', regions: ['EU'], reversible: true, title: 'a' }, director),
      past(
        'R-2',
        { cost: 9, risk: 'high', regions: ['US', 'EU'], reversible: false, title: 'a' },
        outcome.autonomous(),
      ),
    ];
    const [finding, ...others] = findInconsistentDecisions(facts, log, { riskier, ignore: ['launch'] }).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'governance/riskier-yet-easier',
      message:
        'R-2 (may be done alone) was let off easier than R-1 (needs 1 approval of director), though riskier: cost 9 against 5, risk high against low, reversible false against true, regions EU+US against EU',
      path: [1, 'outcome'],
      related: [{ path: [0, 'outcome'], message: 'asked for more' }],
      decisions: [
        { outcome: { kind: 'autonomous' }, ids: ['R-2'] },
        { outcome: director, ids: ['R-1'] },
      ],
      differing: [
        { fact: 'cost', riskier: 9, safer: 5 },
        { fact: 'risk', riskier: 'high', safer: 'low' },
        { fact: 'reversible', riskier: false, safer: true },
        { fact: 'regions', riskier: ['EU', 'US'], safer: ['EU'] },
      ],
      unrecorded: [],
    });
  });

  it.each<[string, PastRequest['facts'], PastRequest['facts'], Outcome, Outcome]>([
    [
      'a case that is riskier in one fact and safer in another',
      { cost: 9, risk: 'low' },
      { cost: 5, risk: 'high' },
      outcome.autonomous(),
      director,
    ],
    [
      'cases that differ in a fact without a direction',
      { cost: 9, title: 'a' },
      { cost: 5, title: 'b' },
      outcome.autonomous(),
      director,
    ],
    ['a fact that one of them lacks', { cost: 9, risk: 'low' }, { cost: 5 }, outcome.autonomous(), director],
    [
      'a value that the order leaves out',
      { cost: 9, risk: 'unrated' },
      { cost: 5, risk: 'low' },
      outcome.autonomous(),
      director,
    ],
    [
      'sets that do not contain each other',
      { regions: ['EU', 'US'] },
      { regions: ['APAC'] },
      outcome.autonomous(),
      director,
    ],
    ['outcomes that ask for different things', { cost: 9 }, { cost: 5 }, legal, director],
    ['the riskier case that has more to meet', { cost: 9 }, { cost: 5 }, two, director],
  ])('is silent on %s', (_, first, second, easy, strict) => {
    const log = [past('R-1', first, easy), past('R-2', second, strict)];
    expect(findInconsistentDecisions(facts, log, { riskier }).findings).toEqual([]);
  });

  it('compares cases whose value the order leaves out where the value is the same', () => {
    const log = [past('R-1', { cost: 9, risk: 'unrated' }, director), past('R-2', { cost: 5, risk: 'unrated' }, two)];
    expect(findInconsistentDecisions(facts, log, { riskier }).findings).toHaveLength(1);
  });

  it('passes over facts that are to be ignored, in equality and in risk', () => {
    const log = [past('R-1', { cost: 9, title: 'a' }, director), past('R-2', { cost: 5, title: 'b' }, two)];
    const codes = (ignore: readonly ('title' | 'cost')[]): readonly string[] =>
      findInconsistentDecisions(facts, log, { riskier, ignore }).findings.map(({ code }) => code);
    expect(codes(['title'])).toEqual(['governance/riskier-yet-easier']);
    expect(codes(['title', 'cost'])).toEqual(['governance/decided-both-ways']);
  });

  it('tells cases apart by how many working days were left when they were decided', () => {
    const dated = defineFacts({ launch: fact.date(), days_left: fact.workingDaysUntil('launch') });
    const calendar = defineCalendar({ zone: 'UTC', weekend: [] });
    const decided = (id: string, at: string, then: Outcome): PastRequest => ({
      id,
      at: instant(at),
      facts: { launch: day('2026-11-30') },
      outcome: then,
    });
    const log = [
      decided('R-1', '2026-11-01T08:00:00Z', director),
      decided('R-2', '2026-11-29T08:00:00Z', outcome.autonomous()),
      decided('R-3', '2026-11-29T09:00:00Z', outcome.autonomous()),
    ];
    expect(findInconsistentDecisions(dated, log, { calendar }).findings).toEqual([]);
    const [finding] = findInconsistentDecisions(dated, log, { calendar, riskier: { days_left: 'down' } }).findings;
    expect(finding?.differing).toEqual([{ fact: 'days_left', riskier: 1, safer: 29 }]);
    const undated = log.map(({ at: _, ...rest }) => rest);
    expect(findInconsistentDecisions(dated, undated, { calendar }).coverage.invalid).toEqual(['R-1', 'R-2', 'R-3']);
    expect(() => findInconsistentDecisions(dated, log)).toThrow('days_left speaks of working days');
  });

  it('leaves out requests without an outcome and those that do not fit, and says so', () => {
    const log = [past('R-1', { cost: -1 }, director), past('R-2', { cost: 5 }), past('R-3', { cost: 5 }, director)];
    const { coverage } = findInconsistentDecisions(facts, log);
    expect(coverage).toMatchObject({ requests: 3, compared: 1, undecided: 1, invalid: ['R-1'] });
    expect(coverage.diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['governance/value-out-of-range', [0, 'facts', 'cost']],
    ]);
  });

  it('spells out the nearest findings of each code, and counts the rest', () => {
    const log = [
      past('R-1', { cost: 1, risk: 'low' }, two),
      past('R-2', { cost: 2, risk: 'medium' }, director),
      past('R-3', { cost: 2, risk: 'low' }, director),
      past('R-4', { cost: 1, risk: 'low' }, outcome.forbidden()),
      past('R-5', { cost: 2, risk: 'low' }, two),
    ];
    const { findings } = findInconsistentDecisions(facts, log, { riskier, max: 1 });
    expect(findings.map(({ code, decisions, count }) => [code, decisions.flatMap(({ ids }) => ids), count])).toEqual([
      ['governance/decided-both-ways', ['R-1', 'R-4'], undefined],
      ['governance/decided-both-ways', [], 1],
      ['governance/riskier-yet-easier', ['R-2', 'R-5'], undefined],
      ['governance/riskier-yet-easier', [], 5],
    ]);
  });

  it('says so when the budget does not suffice', () => {
    const log = Array.from({ length: 20 }, (_, index) =>
      past(`R-${index}`, { cost: index }, index % 2 ? director : two),
    );
    expect(findInconsistentDecisions(facts, log, { riskier, budget: 2_050 }).status).toBe('budget-exceeded');
    expect(findInconsistentDecisions(facts, log, { riskier, budget: 100_000 }).status).toBe('exact');
  });

  it.each<[object, string]>([
    [{ riskier: { csot: 'up' } }, 'did you mean cost?'],
    [{ riskier: { cost: ['low'] } }, "riskier.cost must be 'up' or 'down'"],
    [{ riskier: { risk: 'up' } }, 'riskier.risk must be its values from safe to risky'],
    [{ riskier: { risk: ['low', 'low'] } }, 'riskier.risk must be its values'],
    [{ riskier: { risk: ['low', 'huge'] } }, 'riskier.risk must be its values'],
    [{ riskier: { title: 'up' } }, 'texts have no order'],
    [{ ignore: ['titel'] }, 'did you mean title?'],
    [{ max: -1 }, 'max must be a whole number'],
    [{ budget: Number.NaN }, 'budget must be a whole number'],
  ])('refuses the options %j', (options, message) => {
    expect(() => findInconsistentDecisions(facts, [], options)).toThrow(message);
  });

  it('finds what comparing every pair finds, and nothing else', () => {
    const outcomes = [outcome.autonomous(), director, two, outcome.forbidden()];
    const someFacts = fc.record(
      {
        cost: fc.nat(3),
        risk: fc.constantFrom('low', 'medium', 'high', 'unrated'),
        reversible: fc.boolean(),
        regions: fc.subarray(['EU', 'US', 'APAC']),
        title: fc.constantFrom('a', 'b'),
      },
      { requiredKeys: ['cost', 'risk'] },
    );
    const decisions = fc.array(fc.tuple(someFacts, fc.nat(3)), { maxLength: 40 });
    fc.assert(
      fc.property(decisions, (list) => {
        const plain = list.map(
          ([given, strictness], index): PlainDecision => ({
            id: `R-${index}`,
            facts: given as Readonly<Record<string, PlainValue>>,
            strictness,
          }),
        );
        const log = plain.map(({ id, facts: given, strictness }) => past(id, given, outcomes[strictness]));
        const { findings, status } = findInconsistentDecisions(facts, log, { riskier, max: 10_000 });
        const pairsOf = (code: string): string[] =>
          findings
            .filter((finding) => finding.code === code)
            .flatMap(({ decisions: found }) => {
              const [first, ...others] = found.map(({ ids }) => ids);
              return pairs([first!, ...others]);
            });
        expect(status).toBe('exact');
        const inLogOrder = (pair: string): string =>
          pair
            .split(' ')
            .sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)))
            .join(' ');
        expect(pairsOf('governance/decided-both-ways').map(inLogOrder).sort()).toEqual(decidedBothWays(plain).sort());
        expect(pairsOf('governance/riskier-yet-easier').sort()).toEqual(riskierYetEasier(plain, riskier).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('finds the planted contradictions among 10,000 consistent decisions', () => {
    const log = Array.from({ length: 10_000 }, (_, index): PastRequest => {
      const [cost, risk] = [index, (['low', 'medium', 'high'] as const)[index % 3]!];
      const then = cost > 5_000 || risk === 'high' ? director : outcome.autonomous();
      return past(`R-${index}`, { cost, risk, reversible: index % 2 === 0, title: 'a' }, then);
    });
    expect(findInconsistentDecisions(facts, log, { riskier }).findings).toEqual([]);
    const planted = [
      ...log,
      past('both-ways', { cost: 300, risk: 'low', reversible: true, title: 'a' }, two),
      past('easier', { cost: 9_999.5, risk: 'high', reversible: false, title: 'a' }, outcome.autonomous()),
    ];
    const { findings } = findInconsistentDecisions(facts, planted, { riskier, max: 100_000 });
    const isPlanted = ({ decisions }: (typeof findings)[number]): boolean =>
      decisions.some(({ ids }) => ids.includes('both-ways') || ids.includes('easier'));
    expect(findings.length).toBeGreaterThan(1);
    expect(findings.every(isPlanted)).toBe(true);
  });
});

/** Every pair of ids out of different lists. */
function pairs(lists: readonly (readonly string[])[]): string[] {
  return lists.flatMap((list, at) =>
    lists.slice(at + 1).flatMap((other) => list.flatMap((a) => other.map((b) => `${a} ${b}`))),
  );
}
