import * as fc from 'fast-check';
import type { LintOptions, MetricExample, MetricRule, SuppressionInput } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/unused-suppression';

const owner = { code: 'metrics/missing-owner', metric: 'churn', reason: 'the team is being formed' } as const;
const everywhere = { code: 'metrics/missing-owner', reason: 'owners are kept elsewhere' } as const;

/** `churn` has no owner and `revenue` has one. */
function lint(suppressions: readonly SuppressionInput[], more: Partial<MetricExample> = {}, options: LintOptions = {}) {
  const metrics = { churn: {}, revenue: { owner: 'growth' } };
  return lintExample({ metrics, suppressions, ...more }, code, options);
}

describe(code, () => {
  it('finds a suppression that holds nothing back', () => {
    expect(lint([owner, { ...owner, metric: 'revenue' }])).toEqual([
      {
        code,
        severity: 'warning',
        metric: 'revenue',
        message: 'the suppression of metrics/missing-owner for revenue holds nothing back',
        path: ['suppressions', 1],
        hint: 'remove it',
      },
    ]);
  });

  it.each<[string, SuppressionInput, string, (string | number)[], string]>([
    [
      'for all metrics',
      { code: 'metrics/cycle', reason: 'known' },
      'the suppression of metrics/cycle holds nothing back',
      ['suppressions', 0],
      'remove it',
    ],
    [
      'whose code is misspelt',
      { ...owner, code: 'metrics/mising-owner' },
      'the suppression of metrics/mising-owner for churn is for a code that no rule has',
      ['suppressions', 0, 'code'],
      'did you mean metrics/missing-owner?',
    ],
    [
      'for the rule of a host that is not there',
      { code: 'acme/naming', reason: 'old names' },
      'the suppression of acme/naming is for a code that no rule has',
      ['suppressions', 0, 'code'],
      'remove it, or give the linter the rule',
    ],
    [
      'whose metric is misspelt',
      { ...owner, metric: 'chrn' },
      'the suppression of metrics/missing-owner for chrn is for a metric that does not exist',
      ['suppressions', 0, 'metric'],
      'did you mean churn?',
    ],
    [
      'whose metric was removed',
      { ...owner, metric: 'daily_active_users' },
      'the suppression of metrics/missing-owner for daily_active_users is for a metric that does not exist',
      ['suppressions', 0, 'metric'],
      'remove it',
    ],
    [
      'whose code and metric are both unknown, by its code',
      { code: 'acme/naming', metric: 'chrn', reason: 'old names' },
      'the suppression of acme/naming for chrn is for a code that no rule has',
      ['suppressions', 0, 'code'],
      'remove it, or give the linter the rule',
    ],
  ])('finds one %s', (_, suppression, message, path, hint) => {
    expect(lint([suppression])).toMatchObject([{ message, path, hint }]);
  });

  it('finds the second of two for the same thing', () => {
    expect(lint([owner, everywhere, { ...owner, reason: 'again' }])).toEqual([
      expect.objectContaining({
        // Nothing is left for the general one: churn has its own.
        message: 'the suppression of metrics/missing-owner holds nothing back',
        path: ['suppressions', 1],
      }),
      {
        code,
        severity: 'warning',
        metric: 'churn',
        message: 'the suppression of metrics/missing-owner for churn repeats an earlier one',
        path: ['suppressions', 2],
        hint: 'remove one of them',
        related: [{ path: ['suppressions', 0], message: 'the earlier one' }],
      },
    ]);
  });

  it('names the first of many for the same thing', () => {
    const found = lint([owner, owner, owner]);
    expect(found.map(({ related }) => related?.[0]?.path)).toEqual([
      ['suppressions', 0],
      ['suppressions', 0],
    ]);
  });

  it.each<[string, readonly SuppressionInput[], Partial<MetricExample>, LintOptions, number]>([
    ['it holds something back', [owner], {}, {}, 0],
    ['one for all metrics holds something back', [everywhere], {}, {}, 0],
    ['it and one for all metrics do', [owner, everywhere], { metrics: { churn: {}, visits: {} } }, {}, 0],
    ['its rule is switched off', [{ ...owner, metric: 'revenue' }], {}, { severities: { [owner.code]: 'off' } }, 0],
    [
      'it has expired, which is for metrics/expired-suppression',
      [{ ...owner, until: '2026-11-22' }],
      { asOf: '2026-11-22' },
      {},
      0,
    ],
    ['an earlier one has expired', [{ ...owner, until: '2026-11-22' }, owner], { asOf: '2026-11-22' }, {}, 0],
    ['its rule needs a day and there is none', [{ ...owner, code: 'metrics/review-overdue' }], {}, {}, 0],
    [
      'its rule needs a day and there is one',
      [{ ...owner, code: 'metrics/review-overdue' }],
      { asOf: '2026-11-22' },
      {},
      1,
    ],
    ['it is for expired ones and there is no day', [{ ...owner, code: 'metrics/expired-suppression' }], {}, {}, 0],
    [
      'it is for expired ones and there is a day',
      [{ ...owner, code: 'metrics/expired-suppression' }],
      { asOf: '2026-11-22' },
      {},
      1,
    ],
    [
      'it is for the tree as a whole, which has no metric',
      [{ ...owner, code: 'metrics/no-user-outcome' }],
      { metrics: { churn: { role: 'outcome', of: 'business' } } },
      {},
      1,
    ],
    ['only the limit keeps it from being seen', [owner], { metrics: { a: {}, b: {}, churn: {} } }, { max: 1 }, 0],
  ])('looks at what is held back where %s', (_, suppressions, more, options, findings) => {
    expect(lint(suppressions, more, options)).toHaveLength(findings);
  });

  it('knows the rules of the host', () => {
    const naming: MetricRule = {
      code: 'acme/naming',
      severity: 'info',
      *find({ find }) {
        const at = find('churn');
        if (at) yield { at, message: 'churn is a short name' };
      },
    };
    const accepted = { code: 'acme/naming', reason: 'old names' };
    const misspelt = { code: 'acme/namig', reason: 'old names' };
    expect(lint([{ ...accepted, metric: 'churn' }], {}, { rules: [naming] })).toEqual([]);
    expect(lint([{ ...accepted, metric: 'revenue' }, misspelt], {}, { rules: [naming] })).toMatchObject([
      { message: 'the suppression of acme/naming for revenue holds nothing back' },
      { hint: 'did you mean acme/naming?' },
    ]);
  });

  describe('among the options', () => {
    it('finds them too, at no place in the tree', () => {
      const suppressions = [owner, { ...owner, metric: 'gone_for_good' }, { ...owner, code: 'metrics/gone_for_good' }];
      expect(lint([owner], {}, { suppressions })).toEqual([
        {
          code,
          severity: 'warning',
          metric: 'churn',
          message: 'the suppression of metrics/missing-owner for churn among the options repeats an earlier one',
          path: [],
          hint: 'remove one of them',
          related: [{ path: ['suppressions', 0], message: 'the earlier one' }],
        },
        expect.objectContaining({
          message:
            'the suppression of metrics/missing-owner for gone_for_good among the options is for a metric that does not exist',
          path: [],
        }),
        expect.objectContaining({
          message:
            'the suppression of metrics/gone_for_good for churn among the options is for a code that no rule has',
          path: [],
        }),
      ]);
    });
  });

  describe('of this rule', () => {
    const accepted = { code, metric: 'revenue', reason: 'kept for the next quarter' };
    const unused = { ...owner, metric: 'revenue' };

    it.each([
      ['before', [accepted, unused]],
      ['after', [unused, accepted]],
    ])('holds back what is found about a suppression %s it', (_, suppressions) => {
      expect(lint(suppressions)).toEqual([]);
    });

    it('holds back a finding about itself, so that it is never reported', () => {
      expect(lint([accepted])).toEqual([]);
    });

    it('reaches no further than its metric', () => {
      expect(lint([{ ...accepted, metric: 'churn' }, unused])).toMatchObject([{ metric: 'revenue' }]);
    });
  });

  it('never speaks of one that metrics/expired-suppression speaks of', () => {
    const suppression = fc.record(
      {
        code: fc.constantFrom(
          'metrics/missing-owner',
          'metrics/cycle',
          'metrics/gone',
          code,
          'metrics/expired-suppression',
        ),
        metric: fc.constantFrom('churn', 'revenue', 'gone'),
        reason: fc.constant('known'),
        until: fc.constantFrom('2026-11-21', '2026-11-22', '2026-11-23'),
      },
      { requiredKeys: ['code', 'reason'] },
    );
    fc.assert(
      fc.property(fc.array(suppression, { maxLength: 6 }), (suppressions) => {
        const metrics = { churn: {}, revenue: { owner: 'growth' } };
        const found = lintExample({ metrics, suppressions, asOf: '2026-11-22' });
        const spokenOf = found.filter(({ path }) => path[0] === 'suppressions').map(({ path }) => path[1]);
        expect(new Set(spokenOf).size).toBe(spokenOf.length);
      }),
    );
  });
});
