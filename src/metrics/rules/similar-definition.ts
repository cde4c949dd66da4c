import { quote } from '../../foundation/shorten.js';
import { isOnItsWayOut } from '../replacements.js';
import type { MetricNode } from '../rule-types.js';
import { groupsBySameKeys } from '../same-key.js';
import { foldText, roughKey, singular } from '../wording.js';
import { sameDefinitions } from './equivalent-definition.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

/** A shorter description says too little to be told from another. */
const shortestDescription = 30;

export const similarDefinition: BuiltInRule = {
  code: 'metrics/similar-definition',
  severity: 'info',

  *find(view) {
    const metrics = view.distinct.filter((metric) => !isOnItsWayOut(metric));
    const same = sameDefinitions(view);
    const reported = new Set<MetricNode>();
    const { multiples, groupOf } = view.equivalences();
    const functions = new Set<unknown>();
    for (const { metric, of, factor } of multiples) {
      // Shares of one whole are multiples of each other too: only a factor that shows a number in another way is telling.
      if (factor === undefined || isOnItsWayOut(metric) || isOnItsWayOut(of) || sameLabel(of, metric)) continue;
      reported.add(metric);
      // Of several that are one function, which is reported by itself, the first is told.
      const itself = groupOf.get(metric) ?? metric;
      if (functions.has(itself)) continue;
      functions.add(itself);
      yield {
        at: metric,
        message: `${metric.id} is ${of.id} times ${formatFactor(factor)}`,
        hint: 'keep one of them, and let its scale say how it is shown',
        related: [{ path: of.path, message: `${of.id} is the same but for the factor` }],
      };
    }
    for (const { textOf, keyOf, likeness } of likenesses) {
      const told = metrics.filter((metric) => textOf(metric) !== '');
      const alike = groupsBySameKeys(
        told,
        (metric) => roughKey(textOf(metric)),
        (metric) => keyOf(textOf(metric)),
      );
      for (const [first, ...others] of alike) {
        for (const metric of others) {
          if (reported.has(metric) || same(metric, first!) || sameLabel(first!, metric)) continue;
          reported.add(metric);
          yield {
            at: metric,
            message: `${metric.id} and ${first!.id} have ${likeness(metric, first!)}`,
            hint: 'merge them, or say what is different',
            related: [{ path: first!.path, message: `${first!.id} has them too` }],
          };
        }
      }
    }
  },
};

export const similarDefinitionEntry: RuleEntry = /* @__PURE__ */ entryOf(similarDefinition, {
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
});

function formatFactor(factor: number): string {
  return Math.abs(factor) >= 1 ? String(factor) : `1/${Math.round(1 / factor)}`;
}

const likenesses = [
  {
    textOf: ({ definition: { label = '' } }: MetricNode) => label,
    keyOf: labelKey,
    likeness: (a: MetricNode, b: MetricNode) =>
      `the same words in their labels: ${quote(a.definition.label!)} and ${quote(b.definition.label!)}`,
  },
  {
    textOf: ({ definition: { description = '' } }: MetricNode) => description,
    keyOf: descriptionKey,
    likeness: () => 'the same description',
  },
];

/** Users per order are not orders per user: around these words, the order says what is meant. */
const directed = new Set('per to from of by in on for with without before after over under vs versus than'.split(' '));

function labelKey(label: string): string | undefined {
  const words = (foldText(label).match(/[\p{L}\p{N}]+/gu) ?? []).map(singular);
  const isDirected = /[/:]/.test(label) || words.some((word) => directed.has(word));
  return (isDirected ? words : words.sort()).join(' ') || undefined;
}

function descriptionKey(description: string): string | undefined {
  return description.length < shortestDescription ? undefined : foldText(description);
}

/** Labels that are the same but for letter case and spacing are reported as duplicates. */
function sameLabel(a: MetricNode, b: MetricNode): boolean {
  const [left, right] = [a.definition.label, b.definition.label];
  return left !== undefined && right !== undefined && foldText(left) === foldText(right);
}
