import type { MetricNode } from './rule-types.js';

/** Whether a metric is deprecated or retired. */
export function isOnItsWayOut({ definition: { status } }: MetricNode): boolean {
  return status === 'deprecated' || status === 'retired';
}

/**
 * What to use instead of a metric on its way out: the first along its replacements that is not on its way out itself.
 * Undefined where they end before that, or lead back. Every replacement is followed once.
 */
export function createReplacements(
  find: (name: string) => MetricNode | undefined,
): (metric: MetricNode) => MetricNode | undefined {
  const known = new Map<MetricNode, MetricNode | undefined>();
  return (metric) => {
    const passed: MetricNode[] = [];
    let at: MetricNode | undefined = metric;
    while (at && isOnItsWayOut(at) && !known.has(at)) {
      known.set(at, undefined);
      passed.push(at);
      const { replacedBy }: MetricNode['definition'] = at.definition;
      at = replacedBy === undefined ? undefined : find(replacedBy);
    }
    const end = at && known.has(at) ? known.get(at) : at;
    for (const one of passed) known.set(one, end);
    return end;
  };
}
