import { isDivergent } from './divergent-definition.js';
import type { BuiltInRule } from './rule.js';

export const duplicateLabel: BuiltInRule = {
  code: 'metrics/duplicate-label',
  severity: 'warning',
  summary: 'Two metrics have the same label, so that readers of a report cannot tell them apart.',
  bad: { metrics: { signups: { label: 'Sign-ups' }, trial_signups: { label: 'sign-ups' } } },
  good: { metrics: { signups: { label: 'Sign-ups' }, trial_signups: { label: 'Trial sign-ups' } } },

  *find(view) {
    for (const [first, ...others] of view.sameLabels()) {
      for (const metric of others) {
        if (isDivergent(view, first!, metric)) continue;
        yield {
          at: metric,
          path: ['label'],
          message: `${metric.id} and ${first!.id} are both called "${metric.definition.label}"`,
          hint: 'give each a label of its own, or merge them',
          related: [{ path: first!.path, message: `${first!.id} has the label too` }],
        };
      }
    }
  },
};
