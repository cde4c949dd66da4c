import { mentionsIn, subjectOf } from '../mentions.js';
import type { MetricStatus, MetricView, RuleFinding } from '../types.js';

/** Where something in use names a metric of a status in which it should not be. */
export function* usesOfStatus(view: MetricView, status: MetricStatus): Iterable<RuleFinding> {
  if (!view.metrics.some((metric) => metric.definition.status === status)) return;
  for (const mention of mentionsIn(view)) {
    const { at, metric } = mention;
    if (metric?.definition.status !== status || metric === at) continue;
    // What is on its way out itself may keep what it is made of.
    if (at.kind === 'metric' && (at.definition.status === 'deprecated' || at.definition.status === 'retired')) continue;
    const { replacedBy } = metric.definition;
    yield {
      at,
      path: mention.path,
      ...(mention.span && { span: mention.span }),
      message: `${subjectOf(mention)} ${mention.verb} ${metric.id}, which is ${status}`,
      hint: replacedBy === undefined ? `use another metric than ${metric.id}` : `use ${replacedBy} instead`,
      related: [{ path: metric.path, message: `${metric.id} is ${status}` }],
    };
  }
}
