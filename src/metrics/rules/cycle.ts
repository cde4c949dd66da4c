import { findCycles } from '../../foundation/graph.js';
import type { MetricNode } from '../types.js';
import type { BuiltInRule } from './rule.js';

/** How many names a message has room for; all of them stand in `related`. */
const shown = 12;

/** Bounds the search, and with it how many members all cycles together can have. */
const maxSteps = 500_000;

export const cycle: BuiltInRule = {
  code: 'metrics/cycle',
  severity: 'error',
  summary:
    'Metrics are computed from each other in a circle, so that none of them has a value; `lag` makes it a recurrence.',
  bad: { metrics: { total: { formula: 'previous + added' }, previous: { formula: 'total - added' }, added: {} } },
  good: { metrics: { total: { formula: "lag(total, 1, 'month') + added" }, added: {} } },

  *find({ compiled: { metrics, needs } }) {
    const { cycles, complete } = findCycles(needs, { steps: maxSteps });
    for (const indices of cycles) {
      const members = Array.from(indices, (index) => metrics[index]!);
      yield {
        at: members[0]!,
        message: `${members[0]!.id} is computed from itself: ${printPath(members)}`,
        hint: "remove one of these references, or write lag(x, 1, 'month') where the value of the period before is meant",
        related: members.map((member, i) => {
          const next = members[(i + 1) % members.length]!;
          return { path: member.path, message: `${member.id} needs ${next.id}` };
        }),
      };
    }
    if (!complete) {
      yield {
        message: `there are more cycles than the ${cycles.length} listed`,
        hint: 'mend these and check again',
      };
    }
  },
};

function printPath(members: readonly MetricNode[]): string {
  const names = [...members, members[0]!].map((metric) => metric.id);
  if (names.length <= shown) return names.join(' -> ');
  const left = names.length - shown;
  return [...names.slice(0, shown - 2), `(${left} more)`, ...names.slice(-2)].join(' -> ');
}
