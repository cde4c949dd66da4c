import type { BuiltInRule } from './rule.js';

export const expiredSuppression: BuiltInRule = {
  code: 'metrics/expired-suppression',
  severity: 'warning',
  summary: 'The day until which a finding was accepted has come; it is reported again.',
  bad: {
    metrics: { churn: {} },
    suppressions: [
      { code: 'metrics/missing-owner', metric: 'churn', reason: 'the team is being formed', until: '2026-10-01' },
    ],
    asOf: '2026-11-22',
  },
  good: {
    metrics: { churn: {} },
    suppressions: [
      { code: 'metrics/missing-owner', metric: 'churn', reason: 'the team is being formed', until: '2027-01-01' },
    ],
    asOf: '2026-11-22',
  },

  *find({ suppressions }) {
    for (const suppression of suppressions) {
      if (!suppression.expired) continue;
      const { code, metric, until, reason } = suppression.definition;
      yield {
        at: suppression,
        path: ['until'],
        message: `the suppression of ${code}${metric === undefined ? '' : ` for ${metric}`} ended on ${until}: ${reason}`,
        hint: 'mend what it accepted, or give it a new day',
      };
    }
  },
};
