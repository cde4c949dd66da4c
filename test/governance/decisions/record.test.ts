import { day, fingerprint, instant } from 'keelson/foundation';
import {
  defineFacts,
  definePolicy,
  evaluatePolicy,
  fact,
  outcome,
  type PolicyDecision,
  type PolicyDecisionContext,
  recordPolicyDecision,
} from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { sha } from './records.js';

const facts = defineFacts({ cost: fact.number({ min: 0 }), risk: fact.oneOf(['low', 'high']) });
const policy = definePolicy({
  id: 'spending',
  version: '3',
  facts,
  rules: [
    { id: 'risky', when: `risk == 'high'`, then: outcome.requires({ role: 'legal', quorum: 1 }), because: 'regulator' },
    { id: 'dear', when: 'cost > 5000', then: outcome.requires({ role: 'director', quorum: 1 }), because: 'budget' },
  ],
  otherwise: outcome.autonomous(),
});

const at = instant('2026-11-23T09:00:00Z');

function record(decision: PolicyDecision, context: PolicyDecisionContext) {
  if (decision.status !== 'decided') throw new Error('not decided');
  const result = recordPolicyDecision(decision, context);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.value;
}

describe('recordPolicyDecision', () => {
  it('keeps what was asked, what is missing, what was decided, by which rules and why', () => {
    const request = { cost: 9000 };
    const decision = evaluatePolicy(policy, request);
    expect(record(decision, { id: 'D-1', subject: { id: 'checkout' }, facts: request, at })).toEqual({
      schemaVersion: 1,
      id: 'D-1',
      kind: 'policy',
      subject: { id: 'checkout' },
      facts: { cost: 9000 },
      missing: ['risk'],
      outcome: {
        kind: 'requires',
        requirements: [
          { role: 'director', quorum: 1 },
          { role: 'legal', quorum: 1 },
        ],
      },
      authority: { policy: decision.policy, rules: ['dear'] },
      reasons: ['budget'],
      alternatives: [],
      decidedAt: at,
      decidedBy: [],
      supersedes: [],
      fingerprints: [],
    });
  });

  it('keeps what only the host knows', () => {
    const request = { cost: 10, risk: 'high' } as const;
    const more = {
      alternatives: [{ option: 'wait', because: 'too late' }],
      reviewOn: day('2026-12-01'),
      until: instant('2027-01-01T00:00:00Z'),
      supersedes: [{ id: 'D-0', fingerprint: sha('1') }],
      fingerprints: [{ of: 'directory', fingerprint: sha('2') }],
      extra: { note: 1 },
      links: [{ rel: 'minutes', href: 'https://example.com' }],
    };
    const context = { id: 'D-1', subject: { id: 'checkout' }, facts: request, at, ...more };
    const made = record(evaluatePolicy(policy, request), {
      ...context,
      by: ['eva'],
      roles: ['legal'],
      votes: ['v1'],
      reasons: ['the regulator agreed'],
    });
    expect(made).toMatchObject(more);
    expect([made.decidedBy, made.authority.roles, made.authority.votes]).toEqual([['eva'], ['legal'], ['v1']]);
    expect(made.reasons).toEqual(['regulator', 'the regulator agreed']);
  });

  it('keeps every outcome that was collected, and which rules overlap', () => {
    const request = { cost: 9000, risk: 'high' } as const;
    const options = { id: 'p', facts, otherwise: outcome.autonomous() } as const;
    const rules = [
      { id: 'a', when: 'cost > 1', then: outcome.autonomous() },
      { id: 'b', when: 'cost > 2', then: outcome.forbidden() },
    ] as const;
    const context = { id: 'D-1', subject: { id: 's' }, facts: request, at };
    const collected = evaluatePolicy(definePolicy({ ...options, hit: 'collect', rules }), request);
    expect(record(collected, context).outcome).toEqual({
      kind: 'forbidden',
      outcomes: [{ kind: 'autonomous' }, { kind: 'forbidden' }],
    });
    const unique = evaluatePolicy(definePolicy({ ...options, hit: 'unique', rules }), request);
    expect(record(unique, context).outcome).toEqual({ kind: 'forbidden', overlap: ['a', 'b'] });
  });

  it('has the same fingerprint whenever it is made again, and another one once anything differs', () => {
    const request = { cost: 10, risk: 'low' } as const;
    const context = { id: 'D-1', subject: { id: 'checkout' }, facts: request, at };
    const again = () => fingerprint(record(evaluatePolicy(policy, request), context));
    expect(again()).toBe(again());
    // Kept for good: a change of the shape is a change of every reference that hosts have stored.
    expect(again()).toBe('sha256:b0cbae5499be84f4b27925d2a3d6cd0d7508285978f26a2150b9abd00ebb2fed');
    const other = record(evaluatePolicy(policy, request), { ...context, by: ['eva'] });
    expect(fingerprint(other)).not.toBe(again());
    const stored = JSON.parse(JSON.stringify(record(evaluatePolicy(policy, request), { ...context, extra: 'note' })));
    expect(fingerprint(stored)).toBe(again());
  });

  it('refuses what no record can be', () => {
    const request = { cost: 10, risk: 'low' } as const;
    const decision = evaluatePolicy(policy, request);
    const context = { id: '', subject: { id: 'checkout' }, facts: request, at, reviewOn: day('2026-11-01') };
    const result = decision.status === 'decided' ? recordPolicyDecision(decision, context) : undefined;
    expect(result?.diagnostics.map(({ code, path }) => [code, path])).toEqual([['shape/invalid-name', ['id']]]);
  });
});
