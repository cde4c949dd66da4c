import { describe, expect, it } from 'vitest';
import { definePolicy } from '../../../src/governance/define.js';
import { evaluatePolicy } from '../../../src/governance/evaluate.js';
import { defineFacts, fact, outcome } from '../../../src/governance/index.js';

const facts = defineFacts({
  name: fact.string(),
  alias: fact.string(),
  tier: fact.oneOf(['pro', 'premium', 'free']),
  tags: fact.setOf(['new', 'paid', 'vip']),
  at: fact.instant(),
  cost: fact.number({ min: 0, max: 100 }),
  count: fact.integer({ min: 0, max: 100 }),
});

/** Whether a condition holds of a request that says all it asks. */
function holds(when: string, request: object): boolean {
  const policy = definePolicy({
    ...{ id: 'p', facts, hit: 'first' as const },
    rules: [{ id: 'r', when: when as never, then: outcome.forbidden() }],
    otherwise: outcome.autonomous(),
  });
  const decision = evaluatePolicy(policy, request);
  if (decision.status !== 'decided') throw new Error(`${when} asks for ${decision.missing.join()}`);
  return decision.outcome.kind === 'forbidden';
}

describe('a condition', () => {
  it.each<[when: string, request: object, whether: boolean]>([
    ["name.startsWith('ab')", { name: 'abc' }, true],
    ["name.startsWith('ab')", { name: 'cab' }, false],
    ["name.endsWith('ab')", { name: 'cab' }, true],
    ["name.endsWith('ab')", { name: 'abc' }, false],
    ["name.contains('b')", { name: 'abc' }, true],
    ['name.startsWith(alias)', { name: 'abc', alias: 'ab' }, true],
    ['name.startsWith(alias)', { name: 'abc', alias: 'b' }, false],
    ["'abc'.endsWith(alias)", { alias: 'bc' }, true],
    ["'abc'.endsWith(alias)", { alias: 'ab' }, false],
    ["tier.startsWith('pr')", { tier: 'premium' }, true],
    ["tier.startsWith('pr')", { tier: 'free' }, false],
    ['name == alias', { name: 'a', alias: 'a' }, true],
    ['name == alias', { name: 'a', alias: 'b' }, false],
    ['name != alias', { name: 'a', alias: 'a' }, false],
    ['name != alias', { name: 'a', alias: 'b' }, true],
    ["tier in ['pro', 'free']", { tier: 'free' }, true],
    ["tier in ['pro', 'free']", { tier: 'premium' }, false],
    ["tier in ['pro', 'free'] && 'vip' in tags", { tier: 'pro', tags: ['vip'] }, true],
    ["tier in ['pro', 'free'] && 'vip' in tags", { tier: 'pro', tags: ['new'] }, false],
    ["tier in ['pro', 'free'] || 'vip' in tags", { tier: 'premium', tags: ['vip'] }, true],
    ["tier in ['pro', 'free'] || 'vip' in tags", { tier: 'premium', tags: [] }, false],
    ['cost > count', { cost: 3.5, count: 3 }, true],
    ['cost > count', { cost: 3, count: 3 }, false],
    ['cost >= count', { cost: 3, count: 3 }, true],
    ['cost < count', { cost: 3, count: 3 }, false],
    ['cost <= count', { cost: 3, count: 3 }, true],
    ['cost == count', { cost: 3, count: 3 }, true],
    ['cost == count', { cost: 3.5, count: 3 }, false],
    ['cost != count', { cost: 3, count: 3 }, false],
    ['cost != count', { cost: 3.5, count: 3 }, true],
  ])('%s, of %j, is %s', (when, request, whether) => {
    expect(holds(when, request)).toBe(whether);
    expect(holds(`!(${when})`, request)).toBe(!whether);
  });

  it.each<[text: string, at: string]>([
    ['2027-01-31T09:30:00Z', '2027-01-31T09:30:00Z'],
    ['2027-01-31T09:30:00+02:15', '2027-01-31T07:15:00Z'],
    ['2027-01-31T09:30:00-02:15', '2027-01-31T11:45:00Z'],
    ['2027-01-31T23:30:00.250-01:00', '2027-02-01T00:30:00.250Z'],
  ])('takes the moment %s as %s', (text, at) => {
    expect(holds(`at == timestamp('${text}')`, { at })).toBe(true);
    expect(holds(`at < timestamp('${text}')`, { at })).toBe(false);
    expect(holds(`at > timestamp('${text}')`, { at })).toBe(false);
  });

  it.each([
    'on 2027-01-31T09:30:00+02:15',
    '2027-01-31T09:30:00+02:15!',
    '2027-02-30T09:30:00+02:15',
    '2027-01-31T09:30:00+24:00',
  ])('takes no moment %s', (text) => {
    expect(() => holds(`at == timestamp('${text}')`, {})).toThrow('is not a moment that exists');
  });
});
