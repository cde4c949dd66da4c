import type { MetricNode, Period } from '../types.js';
import type { BuiltInRule } from './rule.js';

export const windowMismatch: BuiltInRule = {
  code: 'metrics/window-mismatch',
  severity: 'warning',
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

  *find({ metrics }) {
    for (const metric of metrics) {
      const known: MetricNode | undefined = metric.definition.window
        ? metric
        : metric.components.find((component) => component.definition.window);
      if (!known) continue;
      const span = printWindow(known.definition.window!);
      for (const component of metric.components) {
        const { window } = component.definition;
        if (!window || component === known || printWindow(window) === span) continue;
        yield {
          at: metric,
          path: [metric.formula ? 'formula' : 'components'],
          message: `${metric.id} uses ${component.id} of ${printWindow(window)}, but ${known === metric ? 'looks back itself' : `${known.id} looks back`} over ${span}`,
          hint: 'measure both over one span, or accept the difference with a suppression that says why',
          related: [{ path: [...component.path, 'window'], message: `the window of ${component.id}` }],
        };
      }
    }
  },
};

const months = { month: 1, quarter: 3, year: 12 } as const;

/** In days or months, which a calendar does not make equal. */
function printWindow({ length, unit }: Period): string {
  if (unit === 'day' || unit === 'week') return count(unit === 'week' ? 7 * length : length, 'day');
  return count(months[unit] * length, 'month');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
