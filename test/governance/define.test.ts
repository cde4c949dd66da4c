import { parseExpression } from 'keelson/expression';
import { type Diagnostic, definitionOf, isDefinitionError } from 'keelson/foundation';
import {
  defineFacts,
  definePolicy,
  fact,
  outcome,
  parsePolicy,
  policyCatalogue,
  safeParsePolicy,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';

const facts = defineFacts(
  { cost: fact.number({ min: 0 }), risk: fact.oneOf(['low', 'high']), reversible: fact.boolean() },
  { id: 'shipping' },
);
const base = {
  ...{ schemaVersion: 1, id: 'p', version: '1', facts: 'shipping', hit: 'first', onUnknown: 'ask', rules: [] },
  otherwise: { kind: 'forbidden' },
};

function rule(when: unknown, then: unknown = { kind: 'autonomous' }, id = 'r'): object {
  return { id, when, then };
}

function faultsOf(changes: object, limits = {}): readonly Diagnostic[] {
  return safeParsePolicy({ ...base, ...changes }, { facts, limits }).diagnostics;
}

function nested(levels: number): object {
  let tree: object = { kind: 'name', name: 'reversible', span: [0, 1] };
  for (let i = 0; i < levels; i++) tree = { kind: 'unary', operator: '!', operand: tree, span: [0, 1] };
  return tree;
}

describe('definePolicy', () => {
  it('gives the stored form of a literal, with what holds unless said', () => {
    const rules = [
      { id: 'cheap', when: `cost < 5 && risk == 'low'`, then: outcome.autonomous(), because: 'cheap to undo' },
    ] as const;
    const policy = definePolicy({ id: 'p', facts, rules, otherwise: outcome.requires({ role: 'cfo', quorum: 1 }) });
    expect(definitionOf(policy)).toEqual({
      ...{ schemaVersion: 1, id: 'p', version: '1', facts: 'shipping', hit: 'strictest', onUnknown: 'strictest' },
      ...{ rules, otherwise: { kind: 'requires', requirements: [{ role: 'cfo', quorum: 1 }] } },
    });
    expect(definitionOf(parsePolicy(JSON.parse(JSON.stringify(policy)), { facts }))).toEqual(definitionOf(policy));
  });

  it('keeps everything that is said', () => {
    const all = {
      id: 'p',
      version: '7',
      hit: 'collect',
      onUnknown: 'ask',
      label: 'P',
      description: 'It.',
      extra: [1],
      links: [{ rel: 'docs', href: 'https://example.com' }],
    } as const;
    const policy = definePolicy({ ...all, facts, rules: [], otherwise: outcome.forbidden() });
    expect(definitionOf(policy)).toMatchObject({ ...all, schemaVersion: 1, facts: 'shipping' });
  });

  it('throws every fault, with its place in the literal', () => {
    const when: string = 'csot < 5 && rsik';
    const rules = [{ id: 'a', when, then: outcome.autonomous() }] as const;
    try {
      definePolicy({ id: 'p', facts, rules: [...rules, ...rules], otherwise: outcome.forbidden() });
      expect.unreachable();
    } catch (error) {
      if (!isDefinitionError(error)) throw error;
      expect(error.diagnostics.map(({ code, path, span }) => [code, path, span])).toEqual([
        ['governance/duplicate-rule', ['rules', 1, 'id'], undefined],
        ['governance/unknown-fact', ['rules', 0, 'when'], [0, 4]],
        ['governance/unknown-fact', ['rules', 0, 'when'], [12, 16]],
        ['governance/unknown-fact', ['rules', 1, 'when'], [0, 4]],
        ['governance/unknown-fact', ['rules', 1, 'when'], [12, 16]],
      ]);
    }
  });

  it('refuses facts that no door returned', () => {
    const run = () => definePolicy({ id: 'p', facts: { ...facts }, rules: [], otherwise: outcome.forbidden() });
    expect(run).toThrow('expected a fact set');
  });
});

describe('safeParsePolicy', () => {
  const requires = (requirement: unknown) => ({ otherwise: { kind: 'requires', requirements: [requirement] } });
  const place = ['otherwise', 'requirements', 0];

  it.each<[changes: object, path: readonly (string | number)[], message: string]>([
    [{ hit: 'last' }, ['hit'], 'must be "strictest", "first", "unique" or "collect"'],
    [{ onUnknown: null }, ['onUnknown'], 'must be "strictest" or "ask", not null'],
    [{ version: '' }, ['version'], 'at least 1 character'],
    [{ ruels: [] }, ['ruels'], 'is not a key that is known here'],
    [{ otherwise: { kind: 'allowed' } }, ['otherwise', 'kind'], 'must be "autonomous", "requires" or "forbidden"'],
    [{ otherwise: { kind: 'requires', requirements: [] } }, ['otherwise', 'requirements'], 'at least 1 item'],
    [requires({ role: 'a b', quorum: 1 }), [...place, 'role'], 'has a character that no name has'],
    [requires({ role: 'cfo', quorum: 0 }), [...place, 'quorum'], 'at least 1'],
    [requires({ role: 'cfo', quorum: { fraction: 1.5 } }), [...place, 'quorum', 'fraction'], 'at most 1'],
    [requires({ role: 'cfo', quorum: { fraction: 0 } }), [...place, 'quorum', 'fraction'], 'more than 0'],
    [requires({ people: [], quorum: 1 }), [...place, 'people'], 'at least 1 item'],
    [requires({ any: [] }), [...place, 'any'], 'at least 1 item'],
    [
      requires({ all: [{ any: [{ role: 'cfo', quorum: 0 }] }] }),
      [...place, 'all', 0, 'any', 0, 'quorum'],
      'at least 1',
    ],
    [requires({ role: 'cfo', quorum: 1, exclude: ['boss'] }), [...place, 'exclude', 0], 'must be "requester"'],
    [requires({ role: 'cfo', quorum: 1, expiresAfter: {} }), [...place, 'expiresAfter'], 'must be some working time'],
    [
      requires({ role: 'cfo', quorum: 1, expiresAfter: { workingHours: 0.001 } }),
      [...place, 'expiresAfter'],
      'in whole minutes',
    ],
    [{ rules: [rule(5)] }, ['rules', 0, 'when'], 'must be a text or an object, not the number 5'],
    [{ rules: [{ id: 'r', when: 'reversible' }] }, ['rules', 0, 'then'], 'is missing'],
    [{ rules: [rule({ kind: 'nam' })] }, ['rules', 0, 'when', 'kind'], 'must be "number", "string"'],
    [{ rules: [rule({ kind: 'number', value: -1, span: [0, 1] })] }, ['rules', 0, 'when', 'value'], 'at least 0'],
    [{ rules: [rule('x'.repeat(1_000_000))] }, ['rules', 0, 'when'], 'has 1000000 characters'],
    [{ rules: [rule('x'.repeat(50_000))] }, ['rules', 0, 'when'], 'at most 20000 characters'],
    [{ rules: [rule(`${'('.repeat(8_000)}cost`)] }, ['rules', 0, 'when'], 'more than 200 deep'],
    [{ rules: new Array(100_000).fill(rule('reversible')) }, ['rules'], 'at most 10000 items, has 100000'],
  ])('refuses %o', (changes, path, message) => {
    const found = faultsOf(changes);
    expect(found[0]!.path).toEqual(path);
    expect(found[0]!.message).toContain(message);
  });

  it('takes every kind of requirement', () => {
    const terms = { quorum: { fraction: 1 }, veto: true, exclude: ['owner'], expiresAfter: { workingHours: 1.5 } };
    expect(
      faultsOf(requires({ any: [{ role: 'cfo', ...terms }, { all: [{ people: ['Ada L.'], ...terms }] }] })),
    ).toEqual([]);
  });

  it('takes a condition as its tree', () => {
    const parsed = parseExpression(`cost < 5 && (risk in ['low'] || !reversible)${' || reversible'.repeat(100)}`);
    expect(parsed.ok && faultsOf({ rules: [rule(parsed.expression)] })).toEqual([]);
  });

  it('takes trees up to the depth that it is told, and answers deeper ones with diagnostics', () => {
    expect(faultsOf({ rules: [rule(nested(200))] })).toEqual([]);
    expect(faultsOf({ rules: [rule(nested(10_000))] })).toMatchObject([
      { code: 'shape/too-deep' },
      { code: 'shape/too-deep' },
    ]);
    expect(faultsOf({ rules: [rule(nested(100))] }, { depth: 64 })[0]).toMatchObject({ code: 'shape/too-deep' });
    expect(faultsOf({ rules: [rule(nested(20_000))] }, { depth: 100_000 }).length).toBeGreaterThan(0);
  });

  it('says nothing else of a policy for other facts', () => {
    expect(faultsOf({ facts: 'hiring', rules: [rule('a'), rule('b')] })).toMatchObject([
      { code: 'governance/other-facts', path: ['facts'], hint: expect.any(String) },
    ]);
  });

  it('lists as many faults as it is told, those of conditions among them', () => {
    const found = faultsOf({ rules: new Array(10).fill(rule('nope')) }, { faults: 3 });
    expect(found.map(({ code }) => code)).toEqual([
      ...new Array(3).fill('governance/duplicate-rule'),
      'shape/too-many-faults',
    ]);
  });

  it.each<[what: string, input: unknown]>([
    ['null', null],
    ['a list', []],
    ['a policy that is no stored form', definePolicy({ id: 'p', facts, rules: [], otherwise: outcome.forbidden() })],
    ['keys that JavaScript keeps for itself', JSON.parse('{"__proto__": {}, "constructor": 1}')],
  ])('answers %s with diagnostics', (_, input) => {
    expect(safeParsePolicy(input, { facts })).toMatchObject({ ok: false });
  });
});

describe('parsePolicy', () => {
  it('throws what safeParsePolicy gives', () => {
    expect(() => parsePolicy({ ...base, rules: [rule('csot < 5')] }, { facts })).toThrow('did you mean cost?');
  });
});

describe('the catalogue of policies', () => {
  it.each(policyCatalogue)('$code is reported for the bad example and not for the good one', ({ code, bad, good }) => {
    expect(faultsOf(bad).map((one) => one.code)).toEqual([code]);
    expect(faultsOf(bad)[0]!.hint).toBeTruthy();
    expect(faultsOf(good)).toEqual([]);
  });
});
