import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import type { MetricExample, MetricRule, RuleFinding } from '../rule-types.js';
import type { RuleView } from '../view.js';

/** A rule of this library: it may ask more of the view than hosts are promised. */
export interface BuiltInRule extends MetricRule {
  find(view: RuleView): Iterable<RuleFinding>;
}

/** What the catalogue says of a rule. */
export type RuleEntry = CatalogueEntry<MetricExample>;

/** Joins a rule and its words; apart from the rule, so that who only lints does not carry the examples. */
export function entryOf({ code, severity }: MetricRule, words: Omit<RuleEntry, 'code' | 'severity'>): RuleEntry {
  return { code, severity, ...words };
}
