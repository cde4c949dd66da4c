import { mentionsIn, subjectOf } from '../mentions.js';
import type { BuiltInRule } from './rule.js';

export const unknownReference: BuiltInRule = {
  code: 'metrics/unknown-reference',
  severity: 'error',
  summary: 'A formula, component, guardrail, replacement, influence or goal names a metric that does not exist.',
  bad: { metrics: { revenue: { formula: 'ordrs * order_value' }, orders: {}, order_value: {} } },
  good: { metrics: { revenue: { formula: 'orders * order_value' }, orders: {}, order_value: {} } },

  *find(view) {
    for (const mention of mentionsIn(view)) {
      if (mention.metric) continue;
      const nearest = view.nearest(mention.name);
      yield {
        at: mention.at,
        path: mention.path,
        ...(mention.span && { span: mention.span }),
        message: `${subjectOf(mention)} ${mention.verb} ${mention.name}, which does not exist`,
        hint: nearest === undefined ? `define ${mention.name}, or remove it` : `did you mean ${nearest}?`,
      };
    }
  },
};
