import type { Day } from '../foundation/instant.js';
import type { SuppressionInput } from './literal.js';
import type { SuppressionNode } from './rule-types.js';
import type { Suppression } from './types.js';

/** The suppressions of one run, and what each has held back. */
export interface Suppressions {
  readonly nodes: readonly SuppressionNode[];
  /** Whether a finding of this code about this metric is accepted; counts it where it is. */
  holds(code: string, metric: string | undefined): boolean;
}

/**
 * Makes the suppressions of one run: those of the tree, then those of the call, which stand in no tree and so have an
 * empty path. On and after its `until` day a suppression holds nothing back any more; without `asOf` none expires.
 */
export function createSuppressions(
  ofTree: readonly Suppression[],
  ofCall: readonly SuppressionInput[],
  asOf: Day | undefined,
  stateOf: (code: string) => SuppressionNode['rule'],
): Suppressions {
  const nodes = [...ofTree, ...ofCall].map((definition, index) => ({
    kind: 'suppression' as const,
    index,
    path: index < ofTree.length ? ['suppressions', index] : [],
    definition: definition as Suppression,
    rule: stateOf(definition.code),
    used: 0,
    expired: asOf !== undefined && definition.until !== undefined && definition.until <= asOf,
  }));
  const byCode = new Map<string, Map<string | undefined, (typeof nodes)[number]>>();
  for (const node of nodes) {
    if (node.expired) continue;
    const { code, metric } = node.definition;
    const ofCode = byCode.get(code) ?? new Map<string | undefined, (typeof nodes)[number]>();
    byCode.set(code, ofCode);
    if (!ofCode.has(metric)) ofCode.set(metric, node);
  }

  return {
    nodes,
    holds(code, metric) {
      const ofCode = byCode.get(code);
      // The suppression that names the metric is the one meant, where there is also a general one.
      const node = ofCode?.get(metric) ?? ofCode?.get(undefined);
      if (!node) return false;
      node.used++;
      return true;
    },
  };
}
