import fc from 'fast-check';
import { day, defineCalendar, instant } from 'keelson/foundation';
import {
  defineFacts,
  definePolicy,
  evaluatePolicy,
  fact,
  outcome,
  parsePolicy,
  verificationCatalogue,
  verifyDecision,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { anyPolicy, anyRequest, everyKind } from './arbitraries.js';
import { factsOf } from './conditions/facts.js';

const facts = defineFacts({ cost: fact.number({ min: 0 }), reversible: fact.boolean() });

function spending(version = '1', limit = 100) {
  return definePolicy({
    id: 'spending',
    version,
    facts,
    onUnknown: 'ask',
    rules: [
      { id: 'small', when: `cost < ${limit}`, then: outcome.autonomous(), because: 'cheap' },
      { id: 'safe', when: 'reversible', then: outcome.autonomous() },
    ],
    otherwise: outcome.forbidden(),
  });
}

const request = { cost: 50, reversible: false };
const decision = evaluatePolicy(spending(), request);

describe('verifyDecision', () => {
  it('finds nothing wrong with any decision of the same policy and request, stored or not', () => {
    const known = factsOf(everyKind);
    fc.assert(
      fc.property(anyPolicy(everyKind), anyRequest(everyKind), (stored, given) => {
        const policy = parsePolicy(stored, { facts: known });
        const made = evaluatePolicy(policy, given);
        const again = parsePolicy(JSON.parse(JSON.stringify(stored)), { facts: known });
        expect(verifyDecision(policy, given, made)).toEqual({ ok: true });
        expect(verifyDecision(again, given, JSON.parse(JSON.stringify(made)))).toEqual({ ok: true });
      }),
      { numRuns: 100 },
    );
  });

  it('does not mind the order of keys', () => {
    const reversed = Object.fromEntries(Object.entries(decision).reverse());
    expect(verifyDecision(spending(), request, { ...decision, ...reversed })).toEqual({ ok: true });
  });

  it.each<[what: string, changes: object, path: string, was: string, comes: string]>([
    ['another outcome', { outcome: { kind: 'forbidden' } }, 'outcome', '{"kind":"forbidden"}', '{"kind":"autonomous"}'],
    ['another rule', { rules: ['safe'] }, 'rules', '["safe"]', '["small"]'],
    ['another reason', { because: ['because'] }, 'because', '["because"]', '["cheap"]'],
    ['another status', { status: 'needs-facts' }, 'status', '"needs-facts"', '"decided"'],
    ['a fact that was missing', { missing: ['cost'] }, 'missing', '["cost"]', '[]'],
    ['an overlap', { overlap: ['small'] }, 'overlap', '["small"]', 'absent'],
    ['something of its own', { approved: true }, 'approved', 'true', 'absent'],
  ])('notices %s', (_, changes, path, was, comes) => {
    expect(verifyDecision(spending(), request, { ...decision, ...changes })).toEqual({
      ok: false,
      diagnostics: [
        {
          code: 'governance/other-decision',
          severity: 'error',
          message: `${path} was ${was} and comes to ${comes}`,
          path: [path],
          hint: 'the request, its context or the policy is not the one that it was made with',
        },
      ],
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a list', []],
    ['an empty object', {}],
    ['a policy that is none', { ...decision, policy: 'spending' }],
    ['a text of a megabyte', { ...decision, because: ['x'.repeat(1_000_000)] }],
    ['NaN', { ...decision, because: [Number.NaN] }],
    ['an object that fails', new Proxy({}, { ownKeys: () => [].at(0)! })],
  ])('says what is wrong with %s in place of a decision', (_, stored) => {
    const found = verifyDecision(spending(), request, stored as never);
    if (found.ok) throw new Error('it is no decision of this policy');
    expect(found.diagnostics.length).toBeGreaterThan(0);
    for (const { message } of found.diagnostics) expect(message.length).toBeLessThan(600);
  });

  it('notices what is left out', () => {
    const { because: _, ...rest } = decision;
    const given: object = rest;
    expect(verifyDecision(spending(), request, given as typeof decision)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'governance/other-decision', message: 'because was absent and comes to ["cheap"]' }],
    });
  });

  it.each<[what: string, policy: ReturnType<typeof spending>, codes: readonly string[], path: string]>([
    ['a later version', spending('2'), ['governance/other-policy'], 'version'],
    ['other rules under the same version', spending('1', 99), ['governance/other-policy'], 'fingerprint'],
    [
      'rules that decide otherwise',
      spending('1', 9),
      ['governance/other-policy', 'governance/other-decision'],
      'fingerprint',
    ],
  ])('notices %s', (_, policy, codes, path) => {
    const found = verifyDecision(policy, request, decision);
    if (found.ok) throw new Error('nothing was noticed');
    expect(found.diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(found.diagnostics[0]).toMatchObject({
      path: ['policy', path],
      severity: 'error',
      hint: 'verify it against the policy that made it',
    });
    const [was, is] = [decision, evaluatePolicy(policy, request)].map((each) => each.policy[path as 'id']);
    expect(found.diagnostics[0]!.message).toBe(
      `the decision states a policy whose ${path} is "${was}"; of this one it is "${is}"`,
    );
  });

  it('notices another request', () => {
    expect(verifyDecision(spending(), { cost: 500, reversible: false }, decision)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'governance/other-decision', path: ['outcome'] }],
    });
  });

  it('runs the decision in the context that it is given', () => {
    const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
    const measured = defineFacts({ churn: fact.number({ maxAge: { workingDays: 3 } }) });
    const policy = definePolicy({
      ...{ id: 'p', facts: measured },
      rules: [{ id: 'high', when: 'churn > 5', then: outcome.forbidden() }],
      otherwise: outcome.autonomous(),
    });
    const then = { calendar, at: instant('2026-11-02T09:00:00Z'), measuredOn: { churn: day('2026-10-30') } };
    const made = evaluatePolicy(policy, { churn: 9 }, then);
    expect(verifyDecision(policy, { churn: 9 }, made, then)).toEqual({ ok: true });
    const later = { ...then, at: instant('2026-11-09T09:00:00Z') };
    expect(verifyDecision(policy, { churn: 9 }, made, later)).toMatchObject({ ok: false });
    expect(() => verifyDecision(policy, { churn: 9 }, made)).toThrow('pass { calendar, at } as the context');
  });
});

describe('verificationCatalogue', () => {
  it.each(verificationCatalogue)(
    '$code is reported for the bad example and not for the good one',
    ({ code, severity, bad, good }) => {
      const found = ({ made, verified }: typeof bad) => {
        const earlier = evaluatePolicy(spending(made.version), { cost: made.cost, reversible: false });
        const again = verifyDecision(spending(verified.version), { cost: verified.cost, reversible: false }, earlier);
        return again.ok ? [] : again.diagnostics.map((one) => [one.code, one.severity]);
      };
      expect(found(bad)).toEqual([[code, severity]]);
      expect(found(good)).toEqual([]);
    },
  );
});
