import type { SuppressionInput } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/expired-suppression';

const forming = {
  code: 'metrics/missing-owner',
  metric: 'churn',
  reason: 'the team is being formed',
  until: '2026-11-22',
} as const;

const ended = 'the suppression of metrics/missing-owner for churn ended on 2026-11-22: the team is being formed';

function lint(suppression: SuppressionInput, asOf?: string) {
  return lintExample({ metrics: { churn: {} }, suppressions: [suppression], ...(asOf && { asOf }) });
}

function codesOf(findings: ReturnType<typeof lint>): string[] {
  return findings.map((finding) => finding.code).filter((one) => one === forming.code || one.endsWith('-suppression'));
}

describe(code, () => {
  it('finds a suppression on the first day on which it holds no more', () => {
    expect(lint(forming, '2026-11-22').filter((finding) => finding.code === code)).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'churn',
        message: ended,
        path: ['suppressions', 0, 'until'],
        hint: 'mend what it accepted and remove it, or give it a new day',
      },
    ]);
  });

  it.each<[string, Partial<SuppressionInput>, string | undefined, string[]]>([
    ['on its day: what it accepted is reported again', {}, '2026-11-22', [forming.code, code]],
    ['long after', {}, '2027-11-22', [forming.code, code]],
    ['on the day before', {}, '2026-11-21', []],
    ['where no day is given', {}, undefined, []],
    ['and is only expired, where it held nothing back either', { metric: 'gone' }, '2026-11-22', [forming.code, code]],
    ['and is only expired, where no rule has its code', { code: 'metrics/gone' }, '2026-11-22', [forming.code, code]],
  ])('%s', (_, changes, asOf, codes) => {
    expect(codesOf(lint({ ...forming, ...changes }, asOf))).toEqual(codes);
  });

  it('is silent about one that holds for good', () => {
    const { until: _, ...forGood } = forming;
    expect(codesOf(lint(forGood, '2026-11-22'))).toEqual([]);
  });

  it('speaks of one for all metrics', () => {
    const { metric: _, ...general } = forming;
    expect(lintExample({ metrics: {}, suppressions: [general], asOf: '2026-11-22' }, code)).toMatchObject([
      { message: 'the suppression of metrics/missing-owner ended on 2026-11-22: the team is being formed' },
    ]);
  });

  it('is silent where its rule is switched off', () => {
    const severities = { [forming.code]: 'off' } as const;
    expect(lintExample({ metrics: {}, suppressions: [forming], asOf: '2026-11-22' }, code, { severities })).toEqual([]);
  });

  it('finds one that was given with the call, which stands nowhere in the tree', () => {
    const found = lintExample({ metrics: {}, asOf: '2026-11-22' }, code, { suppressions: [forming] });
    expect(found).toEqual([
      expect.objectContaining({ path: [], message: ended.replace('churn', 'churn among the options') }),
    ]);
  });

  it('can be accepted itself, until another day', () => {
    const accepted = { code, metric: 'churn', reason: 'the team starts in January', until: '2027-01-01' };
    const suppressions = [accepted, forming];
    expect(codesOf(lintExample({ metrics: { churn: {} }, suppressions, asOf: '2026-11-22' }))).toEqual([forming.code]);
  });
});
