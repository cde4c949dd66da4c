import { sameExpression } from '../../expression/walk.js';
import { quote, shorten } from '../../foundation/shorten.js';
import { restrictionOf } from '../equivalence/evaluate.js';
import type { MetricNode } from '../rule-types.js';
import type { RuleView } from '../view.js';
import { printWindow, recordsOf } from './measurement.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const divergentDefinition: BuiltInRule = {
  code: 'metrics/divergent-definition',
  severity: 'error',

  *find(view) {
    for (const [first, ...others] of view.sameLabels()) {
      for (const metric of others) {
        const difference = divergence(view, metric, first!);
        if (difference === undefined) continue;
        yield {
          at: metric,
          path: ['label'],
          message: `${metric.id} and ${first!.id} are both called ${quote(metric.definition.label!)}, but ${difference}`,
          hint: 'agree on one definition, or give each a label that says what is different',
          related: [{ path: first!.path, message: `${first!.id} has the label too` }],
        };
      }
    }
  },
};

export const divergentDefinitionEntry: RuleEntry = /* @__PURE__ */ entryOf(divergentDefinition, {
  summary: 'One label stands for two different formulas or sources, so that two reports under one name disagree.',
  bad: {
    metrics: {
      churn: { label: 'Churn', formula: "ratio(lost, customers, 'null')" },
      churn_sales: { label: 'Churn', formula: "ratio(lost, customers + added, 'null')" },
      lost: {},
      customers: {},
      added: {},
    },
  },
  good: {
    metrics: {
      churn: { label: 'Churn', formula: "ratio(lost, customers, 'null')" },
      churn_sales: { label: 'Churn with new customers', formula: "ratio(lost, customers + added, 'null')" },
      lost: {},
      customers: {},
      added: {},
    },
  },
});

/** In what two metrics of one label are known to differ: their functions, what they count, or how far they look back. */
export function divergence(view: RuleView, a: MetricNode, b: MetricNode): string | undefined {
  if (a.formula && b.formula) return functionDivergence(view, a, b);
  const records = [recordsOf(a), recordsOf(b)];
  if (!a.formula && !b.formula && !records.includes(undefined) && records[0] !== records[1]) {
    return 'have different sources or filters';
  }
  const windows = [a, b].flatMap(({ definition: { window } }) => (window ? [printWindow(window)] : []));
  return windows.length === 2 && windows[0] !== windows[1] ? `look back over ${windows.join(' and ')}` : undefined;
}

function functionDivergence(view: RuleView, a: MetricNode, b: MetricNode): string | undefined {
  const [left, right] = [a.formula!, b.formula!];
  // What a broken formula says is not known.
  if (left.faults.length > 0 || right.faults.length > 0 || areEquivalent(view, a, b)) return undefined;
  if (!sameExpression(left.expression!, right.expression!)) {
    return `are defined as ${shorten(left.text)} and ${shorten(right.text)}`;
  }
  return restrictionOf(a) === restrictionOf(b) ? undefined : 'differ in filter, window or accumulation';
}

function areEquivalent(view: RuleView, a: MetricNode, b: MetricNode): boolean {
  const group = view.equivalences().groupOf.get(a);
  return group !== undefined && group === view.equivalences().groupOf.get(b);
}
