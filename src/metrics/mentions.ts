import type { Span } from '../expression/types.js';
import type { GoalNode, InfluenceNode, MetricNode, MetricView } from './rule-types.js';

/** One place where a definition names a metric. */
export interface Mention {
  readonly at: MetricNode | GoalNode | InfluenceNode;
  readonly path: readonly (string | number)[];
  readonly span?: Span;
  readonly name: string;
  /** Absent when no such metric exists. */
  readonly metric?: MetricNode;
  /** The rest of a sentence that begins with who mentions: `uses` in a formula, `has as guardrail`. */
  readonly verb: string;
}

type Wanted = (metric: MetricNode | undefined) => boolean;
type Tree = Pick<MetricView, 'metrics' | 'influences' | 'goals' | 'find'>;

/**
 * The places where the tree names a metric that is wanted, undefined standing for one that does not exist; of several in one
 * metric's formula and components, the first.
 */
export function* mentionsIn(view: Tree, wanted: Wanted): Iterable<Mention> {
  for (const metric of view.metrics) {
    const { components, guardrails, replacedBy } = metric.definition;
    if (components || metric.formula?.references.some((reference) => wanted(reference.metric))) {
      yield* ofComponents(metric, view, wanted);
    }
    if (guardrails) yield* ofGuardrails(metric, guardrails, view, wanted);
    if (replacedBy !== undefined) {
      const target = view.find(replacedBy);
      if (wanted(target)) yield mention(metric, ['replacedBy'], replacedBy, 'is replaced by', target);
    }
  }
  for (const influence of view.influences) {
    const { from, to } = influence.definition;
    if (wanted(influence.from)) yield mention(influence, ['from'], from, 'begins at', influence.from);
    if (wanted(influence.to)) yield mention(influence, ['to'], to, 'ends at', influence.to);
  }
  for (const goal of view.goals) {
    if (wanted(goal.metric)) yield mention(goal, ['metric'], goal.definition.metric, 'is on', goal.metric);
  }
}

function* ofComponents(metric: MetricNode, view: Tree, wanted: Wanted): Iterable<Mention> {
  const named = new Set<string>();
  for (const { name, span, metric: target } of metric.formula?.references ?? []) {
    if (!wanted(target) || named.has(name)) continue;
    named.add(name);
    yield { ...mention(metric, ['formula'], name, 'uses', target), span };
  }
  for (const [i, name] of (metric.definition.components ?? []).entries()) {
    const target = view.find(name);
    if (!wanted(target) || named.has(name)) continue;
    named.add(name);
    yield mention(metric, ['components', i], name, 'has as component', target);
  }
}

function* ofGuardrails(
  metric: MetricNode,
  guardrails: readonly string[],
  view: Tree,
  wanted: Wanted,
): Iterable<Mention> {
  const named = new Set<string>();
  for (const [i, name] of guardrails.entries()) {
    const target = view.find(name);
    if (!wanted(target) || named.has(name)) continue;
    named.add(name);
    yield mention(metric, ['guardrails', i], name, 'has as guardrail', target);
  }
}

function mention(
  at: Mention['at'],
  path: Mention['path'],
  name: string,
  verb: string,
  metric: MetricNode | undefined,
): Mention {
  return { at, path, name, verb, ...(metric && { metric }) };
}

/** The mentioner as the subject of a sentence. */
export function subjectOf({ at }: Mention): string {
  switch (at.kind) {
    case 'metric':
      return at.id;
    case 'influence':
      return `the influence of ${at.definition.from} on ${at.definition.to}`;
    case 'goal':
      return `a goal of ${at.definition.team}`;
  }
}
