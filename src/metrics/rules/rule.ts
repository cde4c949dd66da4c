import type { MetricRule, RuleFinding } from '../types.js';
import type { RuleView } from '../view.js';

/** A rule of this library: it may ask more of the view than hosts are promised. */
export interface BuiltInRule extends MetricRule {
  find(view: RuleView): Iterable<RuleFinding>;
}
