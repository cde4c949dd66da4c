import { type Mention, mentionsIn, subjectOf } from '../mentions.js';
import type { BuiltInRule } from './rule.js';

export const unknownReference: BuiltInRule = {
  code: 'metrics/unknown-reference',
  severity: 'error',
  summary: 'A formula, component, guardrail, replacement, influence or goal names a metric that does not exist.',
  bad: { metrics: { revenue: { formula: 'ordrs * order_value' }, orders: {}, order_value: {} } },
  good: { metrics: { revenue: { formula: 'orders * order_value' }, orders: {}, order_value: {} } },

  *find(view) {
    let taken: ReadonlySet<string> = new Set();
    let takenBy: Mention['at'] | undefined;
    for (const mention of mentionsIn(view)) {
      if (mention.metric) continue;
      if (takenBy !== mention.at) taken = namesOf(mention.at);
      takenBy = mention.at;
      const nearest = view.nearest(mention.name);
      yield {
        at: mention.at,
        path: mention.path,
        ...(mention.span && { span: mention.span }),
        message: `${subjectOf(mention)} ${mention.verb} ${mention.name}, which does not exist`,
        hint:
          nearest === undefined || taken.has(nearest)
            ? `define ${mention.name}, or remove it`
            : `did you mean ${nearest}?`,
      };
    }
  },
};

/** What a mentioner names already, and so cannot have meant by another name. */
function namesOf(at: Mention['at']): ReadonlySet<string> {
  switch (at.kind) {
    case 'metric':
      return new Set([at.id, ...at.components.map(({ id }) => id)]);
    case 'influence':
      return new Set([at.definition.from, at.definition.to]);
    case 'goal':
      return new Set();
  }
}
