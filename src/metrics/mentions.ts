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

/** Every place where the tree names a metric; of several in one metric's formula and components, the first. */
export function* mentionsIn(view: Pick<MetricView, 'metrics' | 'influences' | 'goals' | 'find'>): Iterable<Mention> {
  for (const metric of view.metrics) {
    const { components, guardrails, replacedBy } = metric.definition;
    const named = new Set<string>();
    for (const { name, span, metric: target } of metric.formula?.references ?? []) {
      if (named.has(name)) continue;
      named.add(name);
      yield { at: metric, path: ['formula'], span, name, verb: 'uses', ...(target && { metric: target }) };
    }
    for (const [i, name] of (components ?? []).entries()) {
      if (named.has(name)) continue;
      named.add(name);
      yield mention(view, metric, ['components', i], name, 'has as component');
    }
    const guards = new Set<string>();
    for (const [i, name] of (guardrails ?? []).entries()) {
      if (guards.has(name)) continue;
      guards.add(name);
      yield mention(view, metric, ['guardrails', i], name, 'has as guardrail');
    }
    if (replacedBy !== undefined) yield mention(view, metric, ['replacedBy'], replacedBy, 'is replaced by');
  }
  for (const influence of view.influences) {
    yield mention(view, influence, ['from'], influence.definition.from, 'begins at');
    yield mention(view, influence, ['to'], influence.definition.to, 'ends at');
  }
  for (const goal of view.goals) yield mention(view, goal, ['metric'], goal.definition.metric, 'is on');
}

function mention(
  view: Pick<MetricView, 'find'>,
  at: Mention['at'],
  path: Mention['path'],
  name: string,
  verb: string,
): Mention {
  const metric = view.find(name);
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
