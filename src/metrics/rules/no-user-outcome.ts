import { isOutcome } from '../view.js';
import { listNames } from '../wording.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const noUserOutcome: BuiltInRule = {
  code: 'metrics/no-user-outcome',
  severity: 'warning',

  *find({ metrics }) {
    const outcomes = metrics.filter(isOutcome);
    // An outcome that does not say whose it is may be the users'.
    if (outcomes.length === 0 || !outcomes.every(({ definition }) => definition.of === 'business')) return;
    yield {
      path: ['metrics'],
      message: `all outcomes are the business's: ${listNames([...new Set(outcomes.map((metric) => metric.id))])}`,
      hint: 'add an outcome of the users, such as how many finish what they came for',
    };
  },
};

export const noUserOutcomeEntry: RuleEntry = /* @__PURE__ */ entryOf(noUserOutcome, {
  summary: "All outcomes of a tree are the business's: nothing says what users get out of it.",
  bad: { metrics: { revenue: { role: 'outcome', of: 'business' } } },
  good: { metrics: { revenue: { role: 'outcome', of: 'business' }, tasks_done: { role: 'outcome', of: 'user' } } },
});
