import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';
import { usesOfStatus } from './uses-of-status.js';

export const retiredInUse: BuiltInRule = {
  code: 'metrics/retired-in-use',
  severity: 'error',

  find: (view) => usesOfStatus(view, 'retired'),
};

export const retiredInUseEntry: RuleEntry = /* @__PURE__ */ entryOf(retiredInUse, {
  summary: 'Something that is still in use names a retired metric, which has no values any more.',
  bad: { metrics: { revenue: { formula: 'old_orders * 30' }, old_orders: { status: 'retired' } } },
  good: { metrics: { revenue: { formula: 'orders * 30' }, old_orders: { status: 'retired' }, orders: {} } },
});
