import type { MetricNode } from '../rule-types.js';
import { listNames } from '../wording.js';
import { printWindow, recordsOf } from './measurement.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const windowMismatch: BuiltInRule = {
  code: 'metrics/window-mismatch',
  severity: 'warning',

  *find({ metrics }) {
    if (!metrics.some(({ definition }) => definition.window)) return;
    for (const metric of metrics) {
      const own = metric.definition.window;
      const windowed = metric.components.filter((component) => component.definition.window);
      const odd = own
        ? windowed.filter((component) => windowOf(component) !== printWindow(own))
        : onePerWindow(windowed);
      if (odd.length < (own ? 1 : 2) || (!own && countSameRecords(odd))) continue;
      const uses = listNames(odd.map((component) => `${component.id} (${windowOf(component)})`));
      yield {
        at: metric,
        path: [metric.formula ? 'formula' : 'components'],
        message: own
          ? `${metric.id} looks back over ${printWindow(own)}, but uses ${uses}`
          : `${metric.id} joins different windows: ${uses}`,
        hint: 'measure all over one window, or accept the difference with a suppression that says why',
        related: odd.map(({ id, path }) => ({ path: [...path, 'window'], message: `the window of ${id}` })),
      };
    }
  },
};

export const windowMismatchEntry: RuleEntry = /* @__PURE__ */ entryOf(windowMismatch, {
  summary: 'A formula joins metrics that look back over different spans of time.',
  bad: {
    metrics: {
      conversion: { formula: "ratio(buyers, visitors, 'null')" },
      buyers: { window: { length: 28, unit: 'day' } },
      visitors: { window: { length: 7, unit: 'day' } },
    },
  },
  good: {
    metrics: {
      conversion: { formula: "ratio(buyers, visitors, 'null')" },
      buyers: { window: { length: 28, unit: 'day' } },
      visitors: { window: { length: 28, unit: 'day' } },
    },
  },
});

/** The window of a metric that has one. */
function windowOf({ definition }: MetricNode): string {
  return printWindow(definition.window!);
}

/** The first metric of each window. */
function onePerWindow(metrics: readonly MetricNode[]): readonly MetricNode[] {
  const byWindow = new Map<string, MetricNode>();
  for (const metric of metrics) {
    const window = windowOf(metric);
    if (!byWindow.has(window)) byWindow.set(window, metric);
  }
  return [...byWindow.values()];
}

/** Daily over monthly users is meant to compare windows: the same records, counted over both. */
function countSameRecords([first, ...others]: readonly MetricNode[]): boolean {
  const records = recordsOf(first!);
  return records !== undefined && others.every((other) => recordsOf(other) === records);
}
