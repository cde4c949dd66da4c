import { type Mention, mentionsIn, subjectOf } from '../mentions.js';
import { isOver } from '../open-goals.js';
import { createReplacements, isOnItsWayOut } from '../replacements.js';
import type { MetricNode, MetricView, RuleFinding } from '../rule-types.js';

/** Where something in use names a metric of a status in which it should not be. */
export function* usesOfStatus(view: MetricView, status: 'deprecated' | 'retired'): Iterable<RuleFinding> {
  if (!view.metrics.some((metric) => metric.definition.status === status)) return;
  const replacementOf = createReplacements(view.find);
  for (const mention of mentionsIn(view, (metric) => metric?.definition.status === status)) {
    const metric = mention.metric!;
    if (!isInUse(mention, status, view)) continue;
    const replacement = replacementOf(metric);
    yield {
      at: mention.at,
      path: mention.path,
      ...(mention.span && { span: mention.span }),
      message: `${subjectOf(mention)} ${mention.verb} ${metric.id}, which is ${status}`,
      hint:
        replacement && !isEndOf(mention.at, replacement)
          ? `use ${replacement.id} instead`
          : `use another metric than ${metric.id}`,
      related: [{ path: metric.path, message: `${metric.id} is ${status}` }],
    };
  }
}

/** Whether what mentions a metric is still looked at; what is on its way out itself may keep what it is made of. */
function isInUse({ at }: Mention, status: 'deprecated' | 'retired', { asOf }: MetricView): boolean {
  const stays = (metric: MetricNode | undefined) =>
    !metric || (status === 'retired' ? metric.definition.status !== 'retired' : !isOnItsWayOut(metric));
  switch (at.kind) {
    case 'metric':
      return stays(at);
    case 'influence':
      return stays(at.from) || stays(at.to);
    case 'goal':
      return !isOver(at, asOf);
  }
}

/** The new metric may be made of the old one: nothing can be used instead of itself. */
function isEndOf(at: Mention['at'], metric: MetricNode): boolean {
  return at === metric || (at.kind === 'influence' && (at.from === metric || at.to === metric));
}
