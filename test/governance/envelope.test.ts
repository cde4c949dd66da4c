import fc from 'fast-check';
import { autonomyEnvelope } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { definePolicy, parsePolicy } from '../../src/governance/define.js';
import { evaluatePolicy } from '../../src/governance/evaluate.js';
import { defineFacts, parseFacts } from '../../src/governance/facts/define.js';
import { fact } from '../../src/governance/facts/fact.js';
import type { FactValues, StoredFact } from '../../src/governance/facts/types.js';
import { outcome } from '../../src/governance/outcome.js';
import type { Outcome, Policy, PolicyDefinition, Requirement } from '../../src/governance/types.js';
import { anyPolicy, anyRequest, everyKind, finiteKinds } from './arbitraries.js';

const facts = defineFacts({
  cost: fact.number({ unit: 'USD', min: 0 }),
  budget: fact.number({ unit: 'USD', min: 0 }),
  risk: fact.oneOf(['low', 'medium', 'high']),
  reversible: fact.boolean(),
  regions: fact.setOf(['EU', 'US']),
});

const alone = outcome.autonomous();
const director = outcome.requires({ role: 'director', quorum: 1 });
const board = outcome.requires({ role: 'board', quorum: 3 });

const wordsOf = (policy: Policy, role: string) => autonomyEnvelope(policy, role).alone.map(({ words }) => words);

/** One requirement that one holder of the role can meet. */
function isAlone(said: Outcome, role: string): boolean {
  if (said.kind !== 'requires') return said.kind === 'autonomous';
  const meets = (one: Requirement): boolean => 'role' in one && one.role === role && one.quorum === 1;
  return said.requirements.length === 1 && said.requirements.every(meets);
}

/** The same regions as rules of a policy of their own, which says `autonomous` inside of one and `forbidden` outside. */
function inside(regions: readonly { readonly when: string }[], stored: readonly StoredFact[]): Policy {
  const rules = regions.map(({ when }, index) => ({ id: `r${index}`, when, then: { kind: 'autonomous' } }));
  const rest = {
    id: 'inside',
    version: '1',
    facts: 'facts',
    hit: 'strictest',
    onUnknown: 'ask',
    otherwise: { kind: 'forbidden' },
  };
  return parsePolicy({ schemaVersion: 1, ...rest, rules }, { facts: factsOf(stored) });
}

function factsOf(stored: readonly StoredFact[]) {
  return parseFacts({ schemaVersion: 1, id: 'facts', version: '1', facts: stored });
}

function outcomeOf(policy: Policy, request: FactValues): Outcome {
  const decision = evaluatePolicy<never>(policy, request as FactValues<never>);
  if (decision.status !== 'decided') throw new Error('every fact is known');
  return decision.outcome;
}

function expectExact(
  definition: PolicyDefinition,
  stored: readonly StoredFact[],
  requests: readonly FactValues[],
): void {
  const policy = parsePolicy(definition, { facts: factsOf(stored) });
  const envelope = autonomyEnvelope(policy, 'legal', { max: 10_000 });
  expect(envelope.status).toBe('exact');
  expect(envelope.more).toBe(0);
  const groups = new Map(envelope.alone.map((region) => [JSON.stringify(region.outcome), region.outcome]));
  for (const said of groups.values()) {
    const regions = envelope.alone.filter((region) => JSON.stringify(region.outcome) === JSON.stringify(said));
    const covered = inside(regions, stored);
    const within = requests.filter((request) => outcomeOf(covered, request).kind === 'autonomous');
    expect(within.filter((request) => kindOf(outcomeOf(policy, request)) !== kindOf(said))).toEqual([]);
  }
  const all = inside(envelope.alone, stored);
  const isIn = (request: FactValues) => outcomeOf(all, request).kind === 'autonomous';
  expect(requests.filter((request) => isIn(request) !== isAlone(outcomeOf(policy, request), 'legal'))).toEqual([]);
}

const kindOf = (said: Outcome) => (said.kind === 'requires' ? said.requirements.length : said.kind);

describe('autonomyEnvelope', () => {
  const shipping = definePolicy({
    id: 'shipping',
    version: '2026-11',
    facts,
    rules: [
      {
        id: 'personal-data',
        when: `risk == 'high' && 'EU' in regions`,
        then: outcome.forbidden(),
        because: 'regulator',
      },
      {
        id: 'two-way-door',
        when: `reversible && cost < 50000 && risk != 'medium'`,
        then: alone,
        because: 'cheap to undo',
      },
      { id: 'small', when: 'cost < 1000', then: director },
    ],
    otherwise: board,
  });

  it('says what a role may do alone, with the outcome, the rules and their reasons', () => {
    const envelope = autonomyEnvelope(shipping, 'director');
    expect(envelope.alone).toEqual([
      {
        words: 'cost is at least 1000 and below 50,000 USD, and risk is low, and reversible',
        conditions: ['cost is at least 1000 and below 50,000 USD', 'risk is low', 'reversible'],
        when: "cost >= 1000 && cost < 50000 && risk in ['low'] && reversible",
        outcome: alone,
        rules: ['two-way-door'],
        otherwise: false,
        because: ['cheap to undo'],
      },
      expect.objectContaining({
        words:
          'cost is at least 1000 and below 50,000 USD, and risk is low or high, and reversible, and regions do not include EU',
      }),
      expect.objectContaining({
        words: 'cost is below 1000 USD, and risk is low or medium',
        outcome: director,
        rules: ['two-way-door', 'small'],
      }),
      expect.objectContaining({ words: 'cost is below 1000 USD and regions do not include EU' }),
    ]);
    expect(envelope).toMatchObject({
      role: 'director',
      status: 'exact',
      more: 0,
      policy: { id: 'shipping', version: '2026-11' },
    });
  });

  it('gives the text as a list that people read', () => {
    expect(autonomyEnvelope(shipping, 'director', { max: 1 }).text).toBe(
      [
        'What director may do alone under shipping (2026-11).',
        '',
        'Needs no approval:',
        '- cost is at least 1000 and below 50,000 USD, and risk is low, and reversible (cheap to undo)',
        '- and 3 more regions',
        '',
        'Facts that a line does not mention may have any value, as long as none that the policy reads is missing.',
        '',
      ].join('\n'),
    );
  });

  it('lets a role that the policy does not name do what is autonomous', () => {
    const policy = definePolicy({
      id: 'p',
      facts,
      rules: [{ id: 'r', when: 'reversible', then: alone }],
      otherwise: director,
    });
    expect(wordsOf(policy, 'intern')).toEqual(['reversible']);
    expect(wordsOf(policy, 'director')).toEqual(['reversible', 'not reversible']);
  });

  it('says so where there is nothing', () => {
    const policy = definePolicy({ id: 'p', facts, rules: [], otherwise: board });
    const envelope = autonomyEnvelope(policy, 'director');
    expect(envelope.alone).toEqual([]);
    expect(envelope.text).toBe('There is nothing that director may do alone under p (1).\n');
  });

  it('says any request where that is so, and that no rule says it', () => {
    const policy = definePolicy({ id: 'p', facts, rules: [], otherwise: alone });
    expect(autonomyEnvelope(policy, 'x').alone).toEqual([
      { words: 'any request', conditions: [], when: 'true', outcome: alone, rules: [], otherwise: true, because: [] },
    ]);
  });

  it.each<readonly [string, Outcome, boolean]>([
    ['one approval of the role', director, true],
    [
      'one approval that the requester may not give',
      outcome.requires({ role: 'director', quorum: 1, exclude: ['requester'] }),
      true,
    ],
    [
      'a choice that the role is in',
      outcome.requires({
        any: [
          { role: 'ceo', quorum: 1 },
          { role: 'director', quorum: 1 },
        ],
      }),
      true,
    ],
    ['a group of the role only', outcome.requires({ all: [{ role: 'director', quorum: 1 }] }), true],
    [
      'the same requirement twice',
      outcome.requires({ role: 'director', quorum: 1 }, { role: 'director', quorum: 1 }),
      true,
    ],
    ['two approvals', outcome.requires({ role: 'director', quorum: 2 }), false],
    ['a fraction', outcome.requires({ role: 'director', quorum: { fraction: 0.1 } }), false],
    ['another role', outcome.requires({ role: 'ceo', quorum: 1 }), false],
    ['another role beside', outcome.requires({ role: 'director', quorum: 1 }, { role: 'ceo', quorum: 1 }), false],
    [
      'a group of two roles',
      outcome.requires({
        all: [
          { role: 'director', quorum: 1 },
          { role: 'ceo', quorum: 1 },
        ],
      }),
      false,
    ],
    ['named people', outcome.requires({ people: ['director'], quorum: 1 }), false],
    ['what is forbidden', outcome.forbidden(), false],
  ])('knows whether %s is for the role alone', (_, said, is) => {
    const policy = definePolicy({ id: 'p', facts, rules: [], otherwise: said });
    expect(autonomyEnvelope(policy, 'director').alone.length).toBe(is ? 1 : 0);
  });

  it('names what cells cannot say as the policy has it', () => {
    const policy = definePolicy({
      id: 'p',
      facts,
      rules: [{ id: 'over', when: 'cost > budget * 2 && reversible', then: board }],
      otherwise: alone,
    });
    expect(autonomyEnvelope(policy, 'x').alone.map(({ words, when }) => [words, when])).toEqual([
      ['not reversible', '!reversible'],
      ['cost is not above budget * 2', '!(cost > budget * 2)'],
    ]);
  });

  it('keeps to what decides first', () => {
    const policy = definePolicy({
      id: 'p',
      facts,
      hit: 'first',
      rules: [
        { id: 'no', when: 'cost > 100', then: outcome.forbidden() },
        { id: 'yes', when: 'reversible', then: alone, because: 'undo' },
        { id: 'late', when: `risk == 'low'`, then: outcome.forbidden() },
      ],
      otherwise: alone,
    });
    expect(autonomyEnvelope(policy, 'x').alone).toEqual([
      expect.objectContaining({
        words: 'cost is at most 100 USD, and risk is medium or high',
        rules: ['yes'],
        otherwise: true,
      }),
      expect.objectContaining({ words: 'cost is at most 100 USD and reversible', rules: ['yes'], otherwise: false }),
    ]);
  });

  it('says when the budget does not suffice', () => {
    const envelope = autonomyEnvelope(shipping, 'director', { budget: 1 });
    expect(envelope.status).toBe('budget-exceeded');
    expect(envelope.text).toContain('There may be more');
    expect(() => autonomyEnvelope(shipping, 'director', { max: 0 })).toThrow(/max must be/);
  });

  it('keeps control characters out of its text', () => {
    const labeled = defineFacts({ a: fact.boolean({ label: 'x\n- y' }) });
    const policy = definePolicy({
      id: 'p',
      facts: labeled,
      rules: [{ id: 'r', when: 'a', then: alone, because: 'one\n- two\u202e' }],
      otherwise: board,
    });
    expect(autonomyEnvelope(policy, 'a\nb').text.split('\n').slice(0, 4)).toEqual([
      'What a\\nb may do alone under p (1).',
      '',
      'Needs no approval:',
      '- x\\n- y is true (one\\n- two\\u202e)',
    ]);
  });

  it('holds for every request: inside a region it is alone, outside it is not', () => {
    const requests = fc.sample(anyRequest(finiteKinds, 'complete'), 300) as FactValues[];
    fc.assert(
      fc.property(anyPolicy(finiteKinds), (definition) => {
        expectExact(definition, finiteKinds, requests);
      }),
      { numRuns: 60 },
    );
  });

  it('holds for requests of facts of every kind', () => {
    const requests = fc.array(anyRequest(everyKind, 'complete'), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(anyPolicy(everyKind), requests, (definition, tried) => {
        expectExact(definition, everyKind, tried as FactValues[]);
      }),
      { numRuns: 150 },
    );
  });
});
