import { instant } from 'keelson/foundation';
import {
  defineFacts,
  definePolicy,
  type ExceptionCase,
  type ExceptionRequest,
  evaluatePolicy,
  exceptedRules,
  fact,
  outcome,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { atTick, request } from './cases.js';

const facts = defineFacts({ frozen: fact.boolean(), dear: fact.boolean() });
const policy = definePolicy({
  id: 'shipping',
  version: '7',
  facts,
  rules: [
    { id: 'freeze', when: 'frozen', then: outcome.forbidden() },
    { id: 'dear', when: 'dear', then: outcome.requires({ role: 'cfo', quorum: 1 }) },
  ],
  otherwise: outcome.requires({ role: 'director', quorum: 1 }),
});
const both = evaluatePolicy(policy, { frozen: true, dear: true });

function exception(changed: Partial<ExceptionRequest> = {}, until = 4): ExceptionCase {
  const grant = { id: 'a', kind: 'approve', by: 'eva', at: atTick(2), until: atTick(until) } as const;
  return { request: { ...request, ...changed }, log: [grant] };
}

const options = { subject: 'checkout', at: atTick(3) };

describe('exceptedRules', () => {
  it('says which rules are set aside, and which stand, and leaves the verdict as it is', () => {
    const before = JSON.stringify(both);
    expect(exceptedRules(both, [exception()], options)).toEqual({
      excepted: [{ rule: 'freeze', exception: 'E-1', until: atTick(4) }],
      standing: ['dear'],
    });
    expect(JSON.stringify(both)).toBe(before);
  });

  it('goes by the order of the rules', () => {
    const cases = [exception({ id: 'E-2', rule: 'dear' }), exception()];
    expect(exceptedRules(both, cases, options).excepted.map(({ rule }) => rule)).toEqual(['freeze', 'dear']);
  });

  it.each<[string, Partial<ExceptionRequest>, boolean]>([
    ['the version that decided', { version: '7' }, true],
    ['another version', { version: '6' }, false],
    ['another policy', { policy: 'hiring' }, false],
    ['another subject', { subject: 'search' }, false],
    ['a rule that did not decide', { rule: 'other' }, false],
  ])('asks what the exception is for: %s', (_, changed, holds) => {
    expect(exceptedRules(both, [exception(changed)], options).excepted.length).toBe(holds ? 1 : 0);
  });

  it.each([
    [2, 0, 1],
    [3, 999, 1],
    [4, 0, 0],
  ])('is for as long as the exception holds: day %i and %i ms', (tick, _, count) => {
    expect(exceptedRules(both, [exception()], { ...options, at: atTick(tick) }).excepted.length).toBe(count);
  });

  it('names of several exceptions the one that lasts longest, then the one whose id sorts first', () => {
    const cases = [
      exception({ id: 'E-3' }, 4),
      exception({ id: 'E-5' }, 5),
      exception({ id: 'E-4' }, 5),
      exception({}, 3),
    ];
    for (const list of [cases, [...cases].reverse()]) {
      expect(exceptedRules(both, list, { ...options, at: atTick(2) }).excepted).toEqual([
        { rule: 'freeze', exception: 'E-4', until: atTick(5) },
      ]);
    }
  });

  it('sets aside what holds otherwise only where no rule decided', () => {
    const { rule: _, ...rest } = request;
    const log = exception().log;
    const otherwise = evaluatePolicy(policy, { frozen: false, dear: false });
    expect(exceptedRules(otherwise, [{ request: rest, log }], options)).toEqual({
      excepted: [{ exception: 'E-1', until: atTick(4) }],
      standing: [],
    });
    expect(exceptedRules(both, [{ request: rest, log }], options)).toEqual({
      excepted: [],
      standing: ['freeze', 'dear'],
    });
  });

  it('refuses a moment that is none, even of no exceptions', () => {
    expect(() => exceptedRules(both, [], { subject: 'checkout', at: 'now' as never })).toThrowError(
      expect.objectContaining({ code: 'foundation/instant' }),
    );
    expect(instant(options.at)).toBe(options.at);
  });
});
