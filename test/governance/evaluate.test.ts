import { isKeelsonError } from 'keelson/foundation';
import {
  defineFacts,
  definePolicy,
  evaluatePolicy,
  fact,
  type HitPolicy,
  type OnUnknown,
  outcome,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';

const facts = defineFacts({
  cost: fact.number({ min: 0 }),
  reversible: fact.boolean(),
  risk: fact.oneOf(['low', 'medium', 'high']),
  regions: fact.setOf(['EU', 'US']),
});
const legal = { role: 'legal', quorum: 1 } as const;
const cfo = { role: 'cfo', quorum: 2 } as const;

function spending(hit: HitPolicy, onUnknown: OnUnknown = 'ask') {
  return definePolicy({
    id: 'spending',
    version: '3',
    facts,
    hit,
    onUnknown,
    rules: [
      { id: 'cheap', when: 'reversible && cost < 100', then: outcome.autonomous(), because: 'cheap to undo' },
      { id: 'europe', when: "'EU' in regions", then: outcome.requires(legal), because: 'law' },
      { id: 'large', when: 'cost >= 1000', then: outcome.requires(cfo) },
      { id: 'ruinous', when: "risk == 'high' && cost >= 5000", then: outcome.forbidden(), because: 'too much' },
    ],
    otherwise: outcome.requires({ role: 'director', quorum: 1 }),
  });
}

const director = outcome.requires({ role: 'director', quorum: 1 });
const both = outcome.requires(legal, cfo);
const nothingMissing = { missing: [], deciding: [], undecided: [] };
const small = { cost: 50, reversible: true, risk: 'low', regions: [] } as const;
const large = { cost: 2000, reversible: true, risk: 'low', regions: ['EU'] } as const;
const ruinous = { cost: 9000, reversible: false, risk: 'high', regions: ['US', 'EU'] } as const;
const unspoken = { cost: 500, reversible: true, risk: 'high', regions: ['US'] } as const;

describe('evaluatePolicy', () => {
  it.each<[hit: HitPolicy, request: Parameters<typeof evaluatePolicy<never>>[1], says: object]>([
    ['strictest', small, { outcome: outcome.autonomous(), rules: ['cheap'], because: ['cheap to undo'] }],
    ['strictest', large, { outcome: both, rules: ['europe', 'large'], because: ['law'] }],
    [
      'strictest',
      ruinous,
      { outcome: outcome.forbidden(), rules: ['europe', 'large', 'ruinous'], because: ['law', 'too much'] },
    ],
    ['strictest', unspoken, { outcome: director, rules: [], because: [] }],
    ['first', large, { outcome: outcome.requires(legal), rules: ['europe'], because: ['law'] }],
    ['first', ruinous, { outcome: outcome.requires(legal), rules: ['europe'], because: ['law'] }],
    ['first', unspoken, { outcome: director, rules: [], because: [] }],
    ['unique', small, { outcome: outcome.autonomous(), rules: ['cheap'], because: ['cheap to undo'] }],
    ['unique', large, { outcome: both, rules: ['europe', 'large'], because: ['law'], overlap: ['europe', 'large'] }],
    ['unique', unspoken, { outcome: director, rules: [], because: [] }],
    [
      'collect',
      small,
      { outcome: outcome.autonomous(), outcomes: [outcome.autonomous()], rules: ['cheap'], because: ['cheap to undo'] },
    ],
    [
      'collect',
      ruinous,
      {
        outcome: outcome.forbidden(),
        outcomes: [outcome.requires(legal), outcome.requires(cfo), outcome.forbidden()],
        rules: ['europe', 'large', 'ruinous'],
        because: ['law', 'too much'],
      },
    ],
    ['collect', unspoken, { outcome: director, outcomes: [director], rules: [], because: [] }],
  ])('decides by %s: %j', (hit, request, says) => {
    const { possible, policy, ...decision } = evaluatePolicy(spending(hit), request);
    expect(decision).toEqual({ status: 'decided', ...nothingMissing, ...says });
    expect(possible).toEqual('outcomes' in decision ? decision.outcomes : [decision.outcome]);
    expect(policy).toEqual({
      id: 'spending',
      version: '3',
      fingerprint: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
  });

  it.each<[hit: HitPolicy, request: Parameters<typeof evaluatePolicy<never>>[1], says: object]>([
    [
      'strictest',
      { cost: 50, regions: [], risk: 'low' },
      {
        ...{ rules: [], because: [], missing: ['reversible'], deciding: ['reversible'], undecided: ['cheap'] },
        possible: [outcome.autonomous(), director],
      },
    ],
    [
      'strictest',
      { cost: 2000, risk: 'low' },
      {
        ...{ rules: ['large'], because: [], missing: ['reversible', 'regions'], deciding: ['regions'] },
        ...{ undecided: ['europe'], possible: [outcome.requires(cfo), outcome.requires(cfo, legal)] },
      },
    ],
    [
      'first',
      { cost: 2000, risk: 'low', reversible: false },
      {
        ...{ rules: ['large'], because: [], missing: ['regions'], deciding: ['regions'], undecided: ['europe'] },
        possible: [outcome.requires(legal), outcome.requires(cfo)],
      },
    ],
    [
      'collect',
      { cost: 2000, reversible: false, regions: ['EU'] },
      {
        status: 'decided',
        outcomes: [outcome.requires(legal), outcome.requires(cfo)],
        missing: ['risk'],
        deciding: [],
      },
    ],
    [
      'collect',
      { cost: 9000, reversible: false, regions: ['EU'] },
      {
        ...{
          rules: ['europe', 'large'],
          because: ['law'],
          missing: ['risk'],
          deciding: ['risk'],
          undecided: ['ruinous'],
        },
        possible: [outcome.requires(legal), outcome.requires(cfo), outcome.forbidden()],
      },
    ],
  ])('asks, by %s, for what could change the outcome: %j', (hit, request, says) => {
    expect(evaluatePolicy(spending(hit), request)).toMatchObject({ status: 'needs-facts', ...says });
  });

  it.each<[hit: HitPolicy, says: object]>([
    ['strictest', { outcome: outcome.forbidden(), rules: ['large'] }],
    ['first', { outcome: outcome.forbidden(), rules: ['large'] }],
    ['unique', { outcome: outcome.forbidden(), rules: ['large'] }],
    [
      'collect',
      { outcome: outcome.forbidden(), outcomes: [outcome.requires(legal), outcome.requires(cfo), outcome.forbidden()] },
    ],
  ])('takes the strictest that is possible where it may not ask: %s', (hit, says) => {
    const policy = definePolicy({
      id: 'p',
      facts,
      hit,
      rules: [
        { id: 'ruinous', when: "risk == 'high' && cost >= 5000", then: outcome.forbidden() },
        { id: 'europe', when: "'EU' in regions", then: outcome.requires(legal) },
        { id: 'large', when: 'cost >= 1000', then: outcome.requires(cfo) },
      ],
      otherwise: outcome.autonomous(),
    });
    const decision = evaluatePolicy(policy, { cost: 9000 });
    const { outcomes, ...rest } = says as { outcomes?: readonly object[] };
    expect(decision).toMatchObject({
      status: 'decided',
      missing: ['risk', 'regions'],
      deciding: ['risk', 'regions'],
      ...rest,
    });
    if (outcomes !== undefined) {
      expect(decision.status === 'decided' && new Set(decision.outcomes)).toEqual(new Set(outcomes));
    }
  });

  it('asks for nothing that makes no difference', () => {
    expect(evaluatePolicy(spending('strictest'), { risk: 'high', cost: 9000 })).toMatchObject({
      ...{ status: 'decided', outcome: outcome.forbidden(), rules: ['large', 'ruinous'] },
      ...{ missing: ['reversible', 'regions'], deciding: [], undecided: [], possible: [outcome.forbidden()] },
    });
  });

  it('says nothing of facts that no rule reads', () => {
    const policy = definePolicy({ id: 'p', facts, rules: [], otherwise: director });
    expect(evaluatePolicy(policy, {})).toMatchObject({ status: 'decided', outcome: director, ...nothingMissing });
  });

  it('holds a comparison of an absent fact for unknown, though it could only turn out one way', () => {
    const policy = definePolicy({
      ...{ id: 'p', facts, onUnknown: 'ask' },
      rules: [
        { id: 'never', when: 'cost < 5 && cost > 9', then: outcome.forbidden() },
        { id: 'always', when: 'cost >= 0', then: outcome.autonomous() },
      ],
      otherwise: director,
    });
    expect(evaluatePolicy(policy, {}).undecided).toEqual(['never', 'always']);
  });

  it('lists of more than 256 possible outcomes the first ones and the strictest', () => {
    const many = Array.from({ length: 10 }, (_, index) => `s${index}`);
    const switches = defineFacts(Object.fromEntries(many.map((id) => [id, fact.boolean()])));
    const rules = many.map((id) => ({ id, when: id, then: outcome.requires({ role: id, quorum: 1 }) }));
    const policy = definePolicy({ id: 'p', facts: switches, rules, otherwise: outcome.autonomous() });
    const decision = evaluatePolicy(policy, {});
    expect(decision.possible).toHaveLength(256);
    expect(decision.possible[0]).toEqual(outcome.autonomous());
    const all = outcome.requires({ role: 's0', quorum: 1 }, ...many.slice(1).map((role) => ({ role, quorum: 1 })));
    expect(decision.possible.at(-1)).toEqual(all);
    expect(decision).toMatchObject({ status: 'decided', outcome: all, undecided: many });
  });
});

describe('a decision', () => {
  it.each<[what: string, request: object, hit: HitPolicy]>([
    ['of one rule', small, 'strictest'],
    ['of no rule', unspoken, 'collect'],
    ['of two rules', large, 'unique'],
    ['of three rules', ruinous, 'collect'],
    ['with facts missing', { cost: 2000 }, 'strictest'],
  ])('%s cannot change the next one', (_, request, hit) => {
    const policy = spending(hit, 'strictest');
    const first = evaluatePolicy(policy, request);
    const before = structuredClone(first);
    deface(first);
    expect(evaluatePolicy(policy, request)).toEqual(before);
  });

  it('is plain JSON', () => {
    for (const request of [small, large, ruinous, unspoken, {}, { cost: 9000 }]) {
      const decision = evaluatePolicy(spending('collect'), request);
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
    }
  });
});

/** Tries to change every list and object of a value. */
function deface(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) deface(part);
  Reflect.set(value, 'length', 0);
  Reflect.set(value, 'kind', 'changed');
  Reflect.set(value, 'status', 'changed');
  Reflect.deleteProperty(value, 'role');
}

describe('the errors of evaluatePolicy', () => {
  function thrownBy(run: () => unknown) {
    try {
      run();
    } catch (error) {
      if (isKeelsonError(error)) return error;
      throw error;
    }
    return expect.unreachable('nothing was thrown');
  }

  it('name every value that is none of its fact', () => {
    const request: object = { cost: '5', rsik: 'low', regions: ['EU', 'XX'] };
    const error = thrownBy(() => evaluatePolicy(spending('first'), request));
    expect(error).toMatchObject({ code: 'governance/invalid-request', name: 'KeelsonError' });
    expect(error.message).toBe(
      'the request does not fit the facts: cost: cost must be a number, not the text "5"; rsik: rsik is no fact that ' +
        'the policy knows; regions[1]: regions[1] is "XX", which is not among the values of the fact',
    );
    expect(error.diagnostics.map(({ code, path, hint }) => [code, path, hint])).toEqual([
      ['governance/wrong-value', ['cost'], 'write it as a number of JSON: 12.5'],
      ['governance/undeclared-fact', ['rsik'], 'did you mean risk?'],
      ['governance/not-a-choice', ['regions', 1], expect.any(String)],
    ]);
  });

  it('name at most five in the message', () => {
    const request = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`x${index}`, 1]));
    const error = thrownBy(() => evaluatePolicy(spending('first'), request));
    expect(error.message.split(';')).toHaveLength(5);
    expect(error.diagnostics).toHaveLength(9);
  });

  it('refuse a policy that no door returned', () => {
    expect(thrownBy(() => evaluatePolicy({ ...spending('first') }, small)).message).toContain('expected a policy');
  });
});
