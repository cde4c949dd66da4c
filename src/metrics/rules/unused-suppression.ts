import { createNameIndex } from '../../foundation/nearest-name.js';
import type { RuleFinding, SuppressionNode } from '../rule-types.js';
import type { RuleView } from '../view.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';
import { subjectOfSuppression } from './subject-of-suppression.js';

/** The rules that say nothing without a day, so that nothing can be said of their suppressions either. */
const dated: ReadonlySet<string> = new Set(['metrics/review-overdue', 'metrics/expired-suppression']);

export const unusedSuppression: BuiltInRule = {
  code: 'metrics/unused-suppression',
  severity: 'warning',

  *find(view) {
    const { suppressions, codes, asOf } = view;
    const index = createNameIndex(codes);
    const firsts = new Map<string, SuppressionNode>();
    // One for this rule holds back whatever is found about itself, so that it does not matter when it is asked.
    for (const suppression of suppressions) {
      const { code, metric = '' } = suppression.definition;
      if (suppression.expired || suppression.rule === 'off' || (asOf === undefined && dated.has(code))) continue;
      const first = firsts.get(`${metric} ${code}`);
      if (!first) firsts.set(`${metric} ${code}`, suppression);
      if (suppression.used === 0) yield unused(suppression, first, view, index.nearest);
    }
  },
};

export const unusedSuppressionEntry: RuleEntry = /* @__PURE__ */ entryOf(unusedSuppression, {
  summary: 'A suppression holds nothing back: what it accepted is mended, or it is misspelt.',
  bad: {
    metrics: { churn: { owner: 'retention' } },
    suppressions: [{ code: 'metrics/missing-owner', metric: 'churn', reason: 'the team is being formed' }],
  },
  good: {
    metrics: { churn: {} },
    suppressions: [{ code: 'metrics/missing-owner', metric: 'churn', reason: 'the team is being formed' }],
  },
});

function unused(
  suppression: SuppressionNode,
  first: SuppressionNode | undefined,
  view: RuleView,
  nearestCode: (code: string) => string | undefined,
): RuleFinding {
  const { code, metric } = suppression.definition;
  const subject = subjectOfSuppression(suppression);
  // One that was given with the call stands nowhere in the tree.
  const below = (key: string) => (suppression.path.length === 0 ? {} : { path: [key] });
  if (first) {
    return {
      at: suppression,
      message: `${subject} repeats an earlier one`,
      hint: 'remove one of them',
      related: [{ path: first.path, message: 'the earlier one' }],
    };
  }
  if (suppression.rule === 'unknown') {
    return {
      at: suppression,
      ...below('code'),
      message: `${subject} is for a code that no rule has`,
      hint: didYouMean(nearestCode(code)) ?? 'remove it, or give the linter the rule',
    };
  }
  if (metric !== undefined && !view.find(metric)) {
    return {
      at: suppression,
      ...below('metric'),
      message: `${subject} is for a metric that does not exist`,
      hint: didYouMean(view.nearest(metric)) ?? 'remove it',
    };
  }
  return { at: suppression, message: `${subject} holds nothing back`, hint: 'remove it' };
}

function didYouMean(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `did you mean ${name}?`;
}
