import type { CompiledMetrics } from './compile.js';
import type { MetricNode } from './rule-types.js';
import { componentSigns, type Sign, times } from './signs.js';

/** How one metric is moved by another. */
export interface Effect {
  /** The product of the signs along every path, 0 where paths disagree. */
  readonly sign: Sign;
  /** The metric before it on a shortest path from the cause. */
  readonly from: MetricNode;
}

/** The effects of a tree's metrics on each other. */
export interface Effects {
  /** Everything that a metric moves, through formulas and influences, near before far; undefined once the budget is spent. */
  of(cause: MetricNode, budget: EdgeBudget): ReadonlyMap<MetricNode, Effect> | undefined;
}

/** How many edges may still be followed; counted down. */
export interface EdgeBudget {
  left: number;
}

/** What one rule may follow, so that no rule lives at the expense of another. */
export function edgeBudget(): EdgeBudget {
  return { left: 2_000_000 };
}

/** Makes the effects of one run. */
export function createEffects(compiled: CompiledMetrics): Effects {
  const influenced = new Map<MetricNode, { readonly to: MetricNode; readonly sign: Sign }[]>();
  for (const { from, to, definition } of compiled.influences) {
    if (!from || !to || from === to) continue;
    const known = influenced.get(from) ?? [];
    influenced.set(from, known);
    known.push({ to, sign: definition.sign === '+' ? 1 : -1 });
  }
  const signs = new Map<MetricNode, ReadonlyMap<MetricNode, Sign>>();

  function signOf(metric: MetricNode, component: MetricNode): Sign {
    const known = signs.get(metric) ?? componentSigns(metric);
    signs.set(metric, known);
    return known.get(component) ?? 0;
  }

  return {
    of(cause, budget) {
      const effects = new Map<MetricNode, Effect>();
      const queue: { readonly metric: MetricNode; readonly sign: Sign }[] = [{ metric: cause, sign: 1 }];

      // A sign only ever changes from one direction to 0, so that every metric is followed twice at most.
      const follow = (from: MetricNode, to: MetricNode, sign: Sign) => {
        if (to === cause) return;
        const known = effects.get(to);
        if (known && (known.sign === 0 || known.sign === sign)) return;
        const joined: Sign = known ? 0 : sign;
        effects.set(to, { sign: joined, from: known?.from ?? from });
        queue.push({ metric: to, sign: joined });
      };

      for (const { metric, sign } of queue) {
        const onward = influenced.get(metric) ?? [];
        budget.left -= 1 + metric.dependents.length + onward.length;
        if (budget.left < 0) return undefined;
        for (const dependent of metric.dependents) follow(metric, dependent, times(sign, signOf(dependent, metric)));
        for (const edge of onward) follow(metric, edge.to, times(sign, edge.sign));
      }
      return effects;
    },
  };
}

/** The metrics from a cause to what it moves, both included; of more than `most`, the cause and the last ones. */
export function pathTo(
  target: MetricNode,
  cause: MetricNode,
  effects: ReadonlyMap<MetricNode, Effect>,
  most: number,
): { readonly path: readonly MetricNode[]; readonly complete: boolean } {
  const path = [target];
  let at = target;
  while (at !== cause && path.length < most) {
    at = effects.get(at)!.from;
    path.push(at);
  }
  path[path.length - 1] = cause;
  return { path: path.reverse(), complete: at === cause };
}
