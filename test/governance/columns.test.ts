import fc from 'fast-check';
import { isKeelsonError } from 'keelson/foundation';
import { evaluatePolicy, explainPolicy, type Policy, type PolicyDecision, parsePolicy } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/governance/columns.js';
import { unseal } from '../../src/governance/seal.js';
import { anyPolicy, anyRequest, everyKind } from './arbitraries.js';
import { factsOf } from './conditions/facts.js';

/** One of each kind, so that no two are compared with each other. */
const kinds = everyKind.filter(({ type }, index) => everyKind.findIndex((other) => other.type === type) === index);
const facts = factsOf(kinds);

type Answer = PolicyDecision | { readonly thrown: string; readonly paths: readonly unknown[] };

function answerOf(decide: () => PolicyDecision): Answer {
  try {
    return decide();
  } catch (error) {
    if (!isKeelsonError(error)) throw error;
    return { thrown: `${error.code} ${error.message}`, paths: error.diagnostics.map(({ path }) => path) };
  }
}

/** The answers of the short way, where there is one, and of the long way, which explains. */
function bothWays(policy: Policy, request: object): readonly [Answer, Answer] {
  return [answerOf(() => evaluatePolicy(policy, request)), answerOf(() => explainPolicy(policy, request).decision)];
}

function goesShort(policy: Policy, request: object): boolean {
  const { short, tables } = unseal(policy);
  return short !== undefined && rowsOf(short, tables.words, request) !== undefined;
}

function ruled(when: string, known: Parameters<typeof parsePolicy>[1]['facts'] = facts): Policy {
  const head = { schemaVersion: 1, id: 'p', version: '1', facts: 'facts', hit: 'strictest', onUnknown: 'ask' };
  const rules = [{ id: 'r', when, then: { kind: 'forbidden' } }];
  return parsePolicy({ ...head, rules, otherwise: { kind: 'autonomous' } }, { facts: known });
}

const anyStored = anyPolicy(kinds, 6, 2);

describe('the short way from a request to a decision', () => {
  it('is taken where every fact is known, and comes to what the long way comes to', () => {
    fc.assert(
      fc.property(anyStored, anyRequest(kinds, 'complete'), (stored, request) => {
        const policy = parsePolicy(stored, { facts });
        fc.pre(unseal(policy).short !== undefined);
        const [short, long] = bothWays(policy, request);
        expect(goesShort(policy, request)).toBe(true);
        expect(short).toEqual(long);
        expect(JSON.stringify(short)).toBe(JSON.stringify(long));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves requests with gaps to the long way, but for facts that no rule asks for', () => {
    fc.assert(
      fc.property(anyStored, anyRequest(kinds), (stored, request) => {
        const policy = parsePolicy(stored, { facts });
        const { short, axes } = unseal(policy);
        fc.pre(short !== undefined);
        const asked = axes.map((axis) => ('fact' in axis ? kinds[axis.fact]!.id : ''));
        expect(goesShort(policy, request)).toBe(asked.every((name) => name in request));
        const [decision, explained] = bothWays(policy, request);
        expect(decision).toEqual(explained);
      }),
      { numRuns: 300 },
    );
  });

  const full = { cost: 5, interviews: 3, reversible: true, risk: 'low', regions: ['EU'], launch: '2027-01-01' };

  it.each<[what: string, request: object]>([
    ['a key that is no fact', { ...full, cots: 5 }],
    ['a key that is no fact in place of one', { reversible: true, cots: 5 }],
    ['a set with an element twice', { ...full, regions: ['EU', 'EU'] }],
    ['a set with an element that is none', { ...full, regions: ['EU', 'XX'] }],
    ['a set with a hole', { ...full, regions: new Array(1) }],
    ['a set that is no list', { ...full, regions: new Set(['EU']) }],
    ['a set as a text', { ...full, regions: 'EU' }],
    ['a text in place of a number', { ...full, cost: '5' }],
    ['a number as an object', { ...full, cost: Object(5) }],
    ['NaN', { ...full, cost: Number.NaN }],
    ['a number beyond its limits', { ...full, cost: -1 }],
    ['a fraction in place of a whole number', { ...full, interviews: 2.5 }],
    ['a whole number beyond 2^53', { ...full, interviews: 2 ** 53 }],
    ['null', { ...full, reversible: null }],
    ['a number in place of true', { ...full, reversible: 1 }],
    ['a value that is no choice', { ...full, risk: 'lwo' }],
    ['a day that does not exist', { ...full, launch: '2027-02-30' }],
    ['a text that is too long', { ...full, owner: 'x'.repeat(10_001) }],
    ['a lone surrogate', { ...full, owner: '\ud800' }],
    ['a value that is inherited', Object.assign(Object.create({ cost: 5 }), { reversible: true })],
    ['an own key that JavaScript keeps for itself', JSON.parse('{"reversible": true, "__proto__": {"cost": 5}}')],
    ['a Map', new Map([['reversible', true]])],
    ['a list', [true]],
  ])('is not taken for %s, which is refused', (_, request) => {
    for (const policy of [ruled('reversible'), ruled("cost > 4 && risk == 'low'"), ruled("'EU' in regions")]) {
      expect(goesShort(policy, request) && Object.getPrototypeOf(request) === Object.prototype).toBe(false);
      const [thrown, other] = bothWays(policy, request);
      expect(thrown).toHaveProperty('thrown', expect.stringContaining('governance/invalid-request'));
      expect(thrown).toEqual(other);
    }
  });

  it.each<[what: string, request: object]>([
    ['undefined values', { ...full, owner: undefined }],
    ['a request without a prototype', Object.assign(Object.create(null), full)],
    ['minus zero', { ...full, cost: -0 }],
    ['elements in another order', { ...full, regions: ['APAC', 'US', 'EU'] }],
    ['a key that is a symbol', { ...full, [Symbol('cost')]: 7 }],
  ])('comes to the same for %s', (_, request) => {
    for (const when of ['cost == 0', "'US' in regions && sets.contains(regions, ['APAC', 'EU'])", 'interviews > 2']) {
      const [short, long] = bothWays(ruled(when), request);
      expect(short).toEqual(long);
      expect(short).toHaveProperty('status', 'decided');
    }
  });

  it('does not see a key that cannot be listed', () => {
    const request = Object.defineProperty({ reversible: true }, 'cost', { value: 5 });
    const [short, long] = bothWays(ruled('cost < 9'), request);
    expect(short).toMatchObject({ status: 'needs-facts', missing: ['cost'] });
    expect(short).toEqual(long);
  });

  it.each<[what: string, fact: object, when: string, isShort: boolean]>([
    ['a set of 31 elements', { values: numbered(31) }, "'e30' in x", true],
    ['a set of 32 elements', { values: numbered(32) }, "'e0' in x", false],
    ['a set that is asked for 8 elements', { values: numbered(20) }, asking(8), true],
    ['a set that is asked for 9 elements', { values: numbered(20) }, asking(9), false],
  ])('is there, or not, for %s', (_, fact, when, isShort) => {
    const policy = ruled(when, factsOf([{ id: 'x', type: 'setOf', ...fact }]));
    expect(unseal(policy).short !== undefined).toBe(isShort);
    for (const x of [[], ['e0'], ['e7', 'e8'], ['e0', 'e1', 'e2', 'e19'], ['e30']]) {
      const [short, long] = bothWays(policy, { x });
      expect(short).toEqual(long);
    }
  });

  it('is not there where facts are compared with each other, or follow from others', () => {
    const derived = { id: 'total', type: 'number', derived: { kind: 'sum', of: ['a', 'b'] } };
    const numbers = factsOf([{ id: 'a', type: 'number' }, { id: 'b', type: 'number' }, derived]);
    const given = factsOf([
      { id: 'a', type: 'number' },
      { id: 'b', type: 'number' },
    ]);
    expect(unseal(ruled('a > 5', numbers)).short).toBeUndefined();
    expect(unseal(ruled('a > b', given)).short).toBeUndefined();
    expect(unseal(ruled('a > 5 && b > 5', given)).short).toBeDefined();
  });
});

function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `e${index}`);
}

function asking(count: number): string {
  return numbered(count)
    .map((element) => `'${element}' in x`)
    .join(' || ');
}
