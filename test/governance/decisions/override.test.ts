import { day, fingerprint, instant } from 'keelson/foundation';
import { type OverrideOptions, overrideDecision } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { recordOf, sha } from './records.js';

const gate = recordOf();

const options: OverrideOptions = {
  id: 'D-8',
  by: 'kim',
  at: instant('2026-11-24T09:00:00Z'),
  reason: 'the contract ends on Friday',
  until: instant('2026-11-28T00:00:00Z'),
  reviewOn: day('2026-11-27'),
  outcome: { kind: 'go' },
};

describe('overrideDecision', () => {
  it('makes a record of its own that names the decision to the letter', () => {
    expect(overrideDecision(gate, options)).toEqual({
      ok: true,
      value: {
        schemaVersion: 1,
        id: 'D-8',
        kind: 'override',
        subject: gate.subject,
        facts: gate.facts,
        missing: gate.missing,
        outcome: { kind: 'go' },
        authority: {},
        reasons: ['the contract ends on Friday'],
        alternatives: [],
        decidedAt: '2026-11-24T09:00:00Z',
        decidedBy: ['kim'],
        reviewOn: '2026-11-27',
        until: '2026-11-28T00:00:00Z',
        overrides: { id: 'D-7', fingerprint: fingerprint(gate) },
        supersedes: [],
        fingerprints: [],
      },
      diagnostics: [],
    });
  });

  it('keeps roles, alternatives, fingerprints, extra and links', () => {
    const more = {
      alternatives: [{ option: 'wait' }],
      fingerprints: [{ of: 'directory', fingerprint: sha('f') }],
      extra: 7,
      links: [{ rel: 'ticket', href: 'https://example.com/7' }],
    };
    const result = overrideDecision(gate, { ...options, ...more, roles: ['exec'] });
    expect(result.ok && result.value).toMatchObject({ ...more, authority: { roles: ['exec'] } });
  });

  it('is never an approval: it has no votes and no policy, whatever the decision had', () => {
    const result = overrideDecision(gate, options);
    expect(result.ok && Object.keys(result.value.authority)).toEqual([]);
    expect(gate.authority.votes).toEqual(['v1', 'v2']);
  });

  it('can be overridden in turn', () => {
    const first = overrideDecision(gate, options);
    const second = overrideDecision(first.ok ? first.value : gate, { ...options, id: 'D-9' });
    expect(second.ok && second.value.overrides?.id).toBe('D-8');
  });

  it.each<[string, Partial<OverrideOptions>, readonly (readonly [string, string])[]]>([
    ['an empty reason', { reason: '' }, [['shape/invalid-format', 'reasons/0']]],
    ['a reason of spaces', { reason: '  \n' }, [['shape/invalid-format', 'reasons/0']]],
    ['an end as it begins', { until: options.at }, [['governance/decision-backwards', 'until']]],
    ['a review before it', { reviewOn: day('2026-11-23') }, [['governance/decision-backwards', 'reviewOn']]],
    ['the id of the decision', { id: 'D-7' }, [['governance/replaces-itself', 'overrides/id']]],
    ['nobody', { by: '' }, [['shape/invalid-name', 'decidedBy/0']]],
    ['no moment', { at: 'now' as never }, [['shape/invalid-format', 'decidedAt']]],
    [
      'a moment before the decision',
      { at: instant('2026-11-23T08:59:59.999Z') },
      [['governance/override-too-early', 'decidedAt']],
    ],
    [
      'a moment before the decision, and a reason that says nothing',
      { at: instant('2026-11-23T08:59:59.999Z'), reason: '' },
      [
        ['shape/invalid-format', 'reasons/0'],
        ['governance/override-too-early', 'decidedAt'],
      ],
    ],
  ])('refuses %s', (_, changed, codes) => {
    const result = overrideDecision(gate, { ...options, ...changed });
    expect(result.ok).toBe(false);
    expect(result.diagnostics.map(({ code, path }) => [code, path.join('/')])).toEqual(codes);
  });

  it('may be made at the moment of the decision, and says why not before', () => {
    expect(overrideDecision(gate, { ...options, at: gate.decidedAt }).ok).toBe(true);
    expect(overrideDecision(gate, { ...options, at: instant('2026-11-22T09:00:00Z') }).diagnostics).toEqual([
      {
        code: 'governance/override-too-early',
        severity: 'error',
        message: 'the override of 2026-11-22T09:00:00Z comes before the decision "D-7" of 2026-11-23T09:00:00Z',
        path: ['decidedAt'],
        hint: 'what is not decided yet cannot be set aside',
      },
    ]);
  });

  it('warns of a review after the end', () => {
    const result = overrideDecision(gate, { ...options, reviewOn: day('2026-11-29') });
    expect([result.ok, result.diagnostics.map(({ code }) => code)]).toEqual([true, ['governance/late-review']]);
  });
});
