import type { MetricNode } from '../types.js';
import { singular } from '../wording.js';
import type { BuiltInRule } from './rule.js';

/** What people write, and what to write instead. */
const familiar: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['%', "write 1, and scale 'percent'"],
  ['percent', "write 1, and scale 'percent'"],
  ['bp', "write 1, and scale 'basisPoints'"],
  ['bps', "write 1, and scale 'basisPoints'"],
  ['$', 'write USD'],
  ['€', 'write EUR'],
  ['£', 'write GBP'],
  ['¥', 'write JPY or CNY'],
]);

export const unknownUnit: BuiltInRule = {
  code: 'metrics/unknown-unit',
  severity: 'warning',
  summary: 'A unit cannot be read, or is another spelling of one that the tree uses elsewhere.',
  bad: { metrics: { price: { unit: '$' } } },
  good: { metrics: { price: { unit: 'USD' } } },

  *find({ metrics }) {
    const firstUse = new Map<string, { readonly metric: MetricNode; readonly spelling: string }>();
    for (const metric of metrics) {
      const { unit: text } = metric.definition;
      if (!metric.unit) {
        yield {
          at: metric,
          path: ['unit'],
          message: `the unit of ${metric.id}, ${text}, cannot be read`,
          hint:
            familiar.get(text.trim()) ??
            'write named dimensions with * and /, such as USD/order, or 1 for a plain number',
        };
        continue;
      }
      for (const [spelling] of metric.unit.dimensions) {
        const known = firstUse.get(singular(spelling));
        if (!known) firstUse.set(singular(spelling), { metric, spelling });
        else if (known.spelling !== spelling) {
          yield {
            at: metric,
            path: ['unit'],
            message: `${metric.id} is counted in ${spelling}, but ${known.metric.id} in ${known.spelling}`,
            hint: `use one spelling, such as ${known.spelling}: they are different dimensions`,
            related: [{ path: [...known.metric.path, 'unit'], message: `${known.spelling} is first used here` }],
          };
        }
      }
    }
  },
};
