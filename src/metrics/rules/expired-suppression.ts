import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';
import { subjectOfSuppression } from './subject-of-suppression.js';

export const expiredSuppression: BuiltInRule = {
  code: 'metrics/expired-suppression',
  severity: 'warning',

  *find({ suppressions }) {
    for (const suppression of suppressions) {
      // Of a rule that is switched off, nothing is reported again.
      if (!suppression.expired || suppression.rule === 'off') continue;
      const { until, reason } = suppression.definition;
      yield {
        at: suppression,
        // One that was given with the call stands nowhere in the tree.
        ...(suppression.path.length > 0 && { path: ['until'] }),
        message: `${subjectOfSuppression(suppression)} ended on ${until}: ${reason}`,
        hint: 'mend what it accepted and remove it, or give it a new day',
      };
    }
  },
};

export const expiredSuppressionEntry: RuleEntry = /* @__PURE__ */ entryOf(expiredSuppression, {
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
});
