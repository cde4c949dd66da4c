import { type DecisionRecord, parseDecisionRecord } from 'keelson/governance';

export const sha = (digit: string): string => `sha256:${digit.repeat(64)}`;

/** Every key of the stored shape, but for those that only an override has. */
export const whole = {
  schemaVersion: 1,
  id: 'D-7',
  kind: 'gate',
  subject: { id: 'checkout', type: 'feature', revision: '4f2a' },
  facts: { interviews: 3, regions: ['EU'], risk: null },
  missing: ['cost'],
  outcome: { kind: 'hold', conditions: [{ owner: 'ana' }] },
  authority: {
    policy: { id: 'shipping', version: '7', fingerprint: sha('a') },
    rules: ['few interviews'],
    roles: ['director'],
    votes: ['v1', 'v2'],
  },
  reasons: ['too few interviews'],
  alternatives: [{ option: 'go', because: 'nobody was asked' }, { option: 'kill' }],
  decidedAt: '2026-11-23T09:00:00Z',
  decidedBy: ['eva@example.com'],
  reviewOn: '2026-12-07',
  until: '2027-01-01T00:00:00Z',
  supersedes: [{ id: 'D-6', fingerprint: sha('b') }],
  fingerprints: [{ of: 'directory', fingerprint: sha('c') }],
  extra: { color: 'red' },
  links: [{ rel: 'minutes', href: 'https://example.com/minutes' }],
};

export const override = {
  ...whole,
  id: 'D-8',
  kind: 'override',
  authority: { roles: ['exec'] },
  decidedAt: '2026-11-24T09:00:00Z',
  overrides: { id: 'D-7', fingerprint: sha('d') },
  supersedes: [],
};

/** A record with some keys changed; undefined takes one away. */
export function recordOf(changed: Readonly<Record<string, unknown>> = {}): DecisionRecord {
  return parseDecisionRecord({ ...whole, ...changed });
}
