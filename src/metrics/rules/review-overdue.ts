import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const reviewOverdue: BuiltInRule = {
  code: 'metrics/review-overdue',
  severity: 'warning',

  *find({ metrics, asOf }) {
    if (asOf === undefined) return;
    for (const metric of metrics) {
      const { reviewBy, status } = metric.definition;
      if (reviewBy === undefined || reviewBy >= asOf || status === 'retired') continue;
      yield {
        at: metric,
        path: ['reviewBy'],
        message: `${metric.id} was to be reviewed by ${reviewBy}`,
        hint: 'review the definition and set the next day',
      };
    }
  },
};

export const reviewOverdueEntry: RuleEntry = /* @__PURE__ */ entryOf(reviewOverdue, {
  summary: 'The day by which a definition was to be looked at again has passed.',
  bad: { metrics: { churn: { reviewBy: '2026-06-30' } }, asOf: '2026-11-22' },
  good: { metrics: { churn: { reviewBy: '2026-12-31' } }, asOf: '2026-11-22' },
});
