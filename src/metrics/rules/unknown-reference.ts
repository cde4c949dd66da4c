import { type Mention, mentionsIn, subjectOf } from '../mentions.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const unknownReference: BuiltInRule = {
  code: 'metrics/unknown-reference',
  severity: 'error',

  *find(view) {
    let at: Mention['at'] | undefined;
    let taken: ReadonlySet<string> = new Set();
    let halves: ReadonlySet<number> = new Set();
    for (const mention of mentionsIn(view, (metric) => metric === undefined)) {
      if (at !== mention.at) {
        at = mention.at;
        taken = namesOf(at);
        halves = halvesIn(at);
      }
      if (mention.span && halves.has(mention.span[1])) continue;
      const nearest = view.nearest(mention.name);
      yield {
        at,
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

export const unknownReferenceEntry: RuleEntry = /* @__PURE__ */ entryOf(unknownReference, {
  summary: 'A formula, component, guardrail, replacement, influence or goal names a metric that does not exist.',
  bad: { metrics: { revenue: { formula: 'ordrs * order_value' }, orders: {}, order_value: {} } },
  good: { metrics: { revenue: { formula: 'orders * order_value' }, orders: {}, order_value: {} } },
});

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

/** The ends of words that a fault of syntax follows: of `net revenue`, the first is no name but half of one. */
function halvesIn(at: Mention['at']): ReadonlySet<number> {
  const formula = at.kind === 'metric' ? at.formula : undefined;
  return new Set(
    formula?.faults
      .filter(({ span: [start] }) => /\s\w/.test(formula.text.slice(start - 1, start + 1)))
      .map(({ span: [start] }) => formula.text.slice(0, start).trimEnd().length),
  );
}
