import { quote } from '../../foundation/shorten.js';
import { divergence } from './divergent-definition.js';
import { sameDefinitions } from './equivalent-definition.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const duplicateLabel: BuiltInRule = {
  code: 'metrics/duplicate-label',
  severity: 'warning',

  *find(view) {
    const same = sameDefinitions(view);
    for (const [first, ...others] of view.sameLabels()) {
      for (const metric of others) {
        // Two that are known to be different, or the same, are reported as such.
        if (divergence(view, metric, first!) !== undefined || same(metric, first!)) continue;
        yield {
          at: metric,
          path: ['label'],
          message: `${metric.id} and ${first!.id} are both called ${quote(metric.definition.label!)}`,
          hint: 'give each a label of its own, or merge them',
          related: [{ path: first!.path, message: `${first!.id} has the label too` }],
        };
      }
    }
  },
};

export const duplicateLabelEntry: RuleEntry = /* @__PURE__ */ entryOf(duplicateLabel, {
  summary: 'Two metrics have the same label, so that readers of a report cannot tell them apart.',
  bad: { metrics: { signups: { label: 'Sign-ups' }, trial_signups: { label: 'sign-ups' } } },
  good: { metrics: { signups: { label: 'Sign-ups' }, trial_signups: { label: 'Trial sign-ups' } } },
});
