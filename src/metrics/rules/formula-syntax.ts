import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const formulaSyntax: BuiltInRule = {
  code: 'metrics/formula-syntax',
  severity: 'error',

  *find({ metrics }) {
    for (const metric of metrics) {
      for (const { message, span, hint } of metric.formula?.faults ?? []) {
        yield {
          at: metric,
          path: ['formula'],
          span,
          message: `the formula of ${metric.id} cannot be read: ${message}`,
          hint,
        };
      }
    }
  },
};

export const formulaSyntaxEntry: RuleEntry = /* @__PURE__ */ entryOf(formulaSyntax, {
  summary: 'A formula cannot be read, so nothing that depends on it can be computed or checked.',
  bad: { metrics: { payback: { formula: 'cac / (margin' }, cac: {}, margin: {} } },
  good: { metrics: { payback: { formula: 'cac / (margin)' }, cac: {}, margin: {} } },
});
