import { findCycles } from '../../foundation/graph.js';
import type { MetricNode, RuleFinding } from '../rule-types.js';
import { earlierValue } from './earlier-value.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

/** How many names a message has room for; all of them stand in `related`. */
const shown = 12;

/** Bounds the search, and with it how many members all cycles together can have. */
const maxSteps = 500_000;

export const cycle: BuiltInRule = {
  code: 'metrics/cycle',
  severity: 'error',

  *find({ compiled: { metrics, needs } }) {
    const { cycles, complete } = findCycles(needs, { steps: maxSteps });
    for (const indices of cycles) {
      const members = Array.from(indices, (index) => metrics[index]!);
      const [first, second] = members as [MetricNode, MetricNode];
      yield {
        ...edge(first, second),
        message: `${first.id} is computed from itself: ${printPath(members)}`,
        hint: `remove one of these references, or write ${earlierValue(first, second.id)}`,
        related: members.map((member, i) => {
          const next = members[(i + 1) % members.length]!;
          const { path } = edge(member, next);
          return { path: [...member.path, ...path], message: `${member.id} needs ${next.id}` };
        }),
      };
    }
    if (!complete) {
      yield {
        message: `the search for cycles ended after ${cycles.length}, and there may be more`,
        hint: 'mend these and check again',
      };
    }
  },
};

export const cycleEntry: RuleEntry = /* @__PURE__ */ entryOf(cycle, {
  summary:
    'Metrics are computed from each other in a circle, so that none of them has a value; `lag` makes it a recurrence.',
  bad: { metrics: { total: { formula: 'previous + added' }, previous: { formula: 'total - added' }, added: {} } },
  good: { metrics: { total: { formula: "lag(total, 1, 'month') + added" }, added: {} } },
});

/** Where a metric names another that it needs. */
function edge(
  metric: MetricNode,
  needed: MetricNode,
): Pick<RuleFinding, 'at' | 'span'> & { readonly path: RuleFinding['path'] & {} } {
  const reference = metric.formula?.references.find((one) => one.metric === needed && !one.lagged);
  if (reference) return { at: metric, path: ['formula'], span: reference.span };
  return { at: metric, path: ['components', metric.definition.components!.indexOf(needed.id)] };
}

function printPath(members: readonly MetricNode[]): string {
  const names = [...members, members[0]!].map((metric) => metric.id);
  if (names.length <= shown) return names.join(' -> ');
  const left = names.length - shown;
  return [...names.slice(0, shown - 2), `(${left} more)`, ...names.slice(-2)].join(' -> ');
}
