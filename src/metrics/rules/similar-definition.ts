import { groupsBySameKey } from '../same-key.js';
import type { MetricNode } from '../types.js';
import { foldText, singular } from '../wording.js';
import type { BuiltInRule } from './rule.js';

/** A shorter description says too little to be told from another. */
const shortestDescription = 30;

export const similarDefinition: BuiltInRule = {
  code: 'metrics/similar-definition',
  severity: 'info',
  summary:
    'Two metrics differ by a constant factor, the order of the words in their labels, or not at all in their descriptions.',
  bad: {
    metrics: {
      rate: { formula: 'kept / all_customers' },
      rate_percent: { formula: '100 * kept / all_customers' },
      kept: {},
      all_customers: {},
    },
  },
  good: { metrics: { rate: { formula: 'kept / all_customers', scale: 'percent' }, kept: {}, all_customers: {} } },

  *find(view) {
    const metrics = view.metrics.filter((metric) => view.find(metric.id) === metric);
    const { multiples, groupOf } = view.equivalences();
    const reported = new Set<MetricNode>();
    for (const { metric, of, factor } of multiples) {
      reported.add(metric);
      yield {
        at: metric,
        message: `${metric.id} is ${of.id} times ${factor === undefined ? 'a number' : formatFactor(factor)}`,
        hint: 'keep one of them, and let its scale say how it is shown',
        related: [{ path: of.path, message: `${of.id} is the same but for the factor` }],
      };
    }
    for (const [words, compare] of [
      ['the same words in their labels', labelKey],
      ['the same description', descriptionKey],
    ] as const) {
      for (const [first, ...others] of groupsBySameKey(metrics, compare)) {
        for (const metric of others) {
          const known = reported.has(metric) || (groupOf.has(metric) && groupOf.get(metric) === groupOf.get(first!));
          if (known || sameLabel(first!, metric)) continue;
          reported.add(metric);
          yield {
            at: metric,
            message: `${metric.id} and ${first!.id} have ${words}`,
            hint: 'merge them, or say what is different',
            related: [{ path: first!.path, message: `${first!.id} has them too` }],
          };
        }
      }
    }
  },
};

function formatFactor(factor: number): string {
  return Math.abs(factor) >= 1 ? String(factor) : `1/${Math.round(1 / factor)}`;
}

function labelKey({ definition: { label } }: MetricNode): string | undefined {
  return label && (foldText(label).match(/[\p{L}\p{N}]+/gu) ?? []).map(singular).sort().join(' ');
}

function descriptionKey({ definition: { description = '' } }: MetricNode): string | undefined {
  return description.length < shortestDescription ? undefined : foldText(description);
}

/** Labels that are the same but for letter case and spacing are reported as duplicates. */
function sameLabel(a: MetricNode, b: MetricNode): boolean {
  const [left, right] = [a.definition.label, b.definition.label];
  return left !== undefined && right !== undefined && foldText(left) === foldText(right);
}
