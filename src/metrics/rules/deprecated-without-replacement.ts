import { isOnItsWayOut } from '../replacements.js';
import type { MetricNode, RuleFinding } from '../rule-types.js';
import { listNames } from '../wording.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const deprecatedWithoutReplacement: BuiltInRule = {
  code: 'metrics/deprecated-without-replacement',
  severity: 'info',

  *find({ metrics, find }) {
    const followed = new Set<MetricNode>();
    for (const metric of metrics) {
      const { status, replacedBy } = metric.definition;
      if (status !== 'deprecated') continue;
      if (replacedBy === undefined) {
        yield {
          at: metric,
          message: `${metric.id} is deprecated, and nothing says what to use instead`,
          hint: 'name the other metric as replacedBy, or retire this one',
        };
      } else {
        yield* circleFrom(metric, find, followed);
      }
    }
  },
};

export const deprecatedWithoutReplacementEntry: RuleEntry = /* @__PURE__ */ entryOf(deprecatedWithoutReplacement, {
  summary: 'A metric is deprecated, and nothing says what to use instead, or only what is replaced by it in turn.',
  bad: { metrics: { old_orders: { status: 'deprecated' }, orders: {} } },
  good: { metrics: { old_orders: { status: 'deprecated', replacedBy: 'orders' }, orders: {} } },
});

/** The circle that the replacements of a metric run into; nothing where they were followed before. */
function* circleFrom(
  metric: MetricNode,
  find: (name: string) => MetricNode | undefined,
  followed: Set<MetricNode>,
): Iterable<RuleFinding> {
  const passed: MetricNode[] = [];
  let at: MetricNode | undefined = metric;
  while (at && isOnItsWayOut(at) && !followed.has(at)) {
    followed.add(at);
    passed.push(at);
    const { replacedBy }: MetricNode['definition'] = at.definition;
    at = replacedBy === undefined ? undefined : find(replacedBy);
  }
  const circle = at && passed.includes(at) ? passed.slice(passed.indexOf(at)) : [];
  // Of retired metrics it is history.
  const deprecated = circle.find(({ definition }) => definition.status === 'deprecated');
  if (!deprecated) return;
  const others = circle.filter((one) => one !== deprecated);
  yield {
    at: deprecated,
    path: ['replacedBy'],
    message:
      others.length === 0
        ? `${deprecated.id} is replaced by itself`
        : `${listNames(circle.map(({ id }) => id))} are replaced by each other`,
    hint: 'name a metric that stays as replacedBy',
    related: others.map(({ path, id, definition }) => ({
      path,
      message: `${id} is replaced by ${definition.replacedBy}`,
    })),
  };
}
