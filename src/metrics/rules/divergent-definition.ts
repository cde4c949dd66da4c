import type { MetricNode } from '../types.js';
import type { RuleView } from '../view.js';
import type { BuiltInRule } from './rule.js';

export const divergentDefinition: BuiltInRule = {
  code: 'metrics/divergent-definition',
  severity: 'error',
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

  *find(view) {
    for (const [first, ...others] of view.sameLabels()) {
      for (const metric of others) {
        if (!isDivergent(view, first!, metric)) continue;
        yield {
          at: metric,
          path: ['label'],
          message: `${metric.id} and ${first!.id} are both called "${metric.definition.label}", but are defined differently`,
          hint: 'agree on one definition, or give each a label that says what is different',
          related: [{ path: first!.path, message: `${first!.id} has the label too` }],
        };
      }
    }
  },
};

/** Whether two metrics of one label differ in their functions or, where neither has one, in their sources. */
export function isDivergent(view: RuleView, a: MetricNode, b: MetricNode): boolean {
  if (a.formula && b.formula) {
    const group = view.equivalences().groupOf.get(a);
    return group === undefined || group !== view.equivalences().groupOf.get(b);
  }
  const [left, right] = [sourceOf(a), sourceOf(b)];
  return left !== undefined && right !== undefined && left !== right;
}

function sourceOf({ definition: { source, filter } }: MetricNode): string | undefined {
  if (!source && filter === undefined) return undefined;
  return JSON.stringify([source?.system ?? null, source?.text ?? null, filter ?? null]);
}
