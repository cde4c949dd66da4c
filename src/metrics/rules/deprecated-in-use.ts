import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';
import { usesOfStatus } from './uses-of-status.js';

export const deprecatedInUse: BuiltInRule = {
  code: 'metrics/deprecated-in-use',
  severity: 'warning',

  find: (view) => usesOfStatus(view, 'deprecated'),
};

export const deprecatedInUseEntry: RuleEntry = /* @__PURE__ */ entryOf(deprecatedInUse, {
  summary: 'Something that is still in use names a deprecated metric.',
  bad: {
    metrics: {
      revenue: { formula: 'old_orders * 30' },
      old_orders: { status: 'deprecated', replacedBy: 'orders' },
      orders: {},
    },
  },
  good: {
    metrics: {
      revenue: { formula: 'orders * 30' },
      old_orders: { status: 'deprecated', replacedBy: 'orders' },
      orders: {},
    },
  },
});
