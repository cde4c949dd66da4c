import type { MetricNode } from './rule-types.js';

/** Whether every mention of the component is of an earlier period. */
export function isLagged(metric: MetricNode, component: MetricNode): boolean {
  const mentions = metric.formula?.references.filter((reference) => reference.metric === component) ?? [];
  return mentions.length > 0 && mentions.every((mention) => mention.lagged);
}
