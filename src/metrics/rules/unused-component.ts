import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const unusedComponent: BuiltInRule = {
  code: 'metrics/unused-component',
  severity: 'warning',

  *find({ metrics, find }) {
    for (const metric of metrics) {
      const { components } = metric.definition;
      // What a formula with a fault uses is not known for sure.
      if (!components || !metric.formula || metric.formula.faults.length > 0) continue;
      const known = new Set(metric.formula.references.map((reference) => reference.name)).add(metric.id);
      for (const [i, name] of components.entries()) {
        // A name that does not exist is reported as such, and a metric that names itself too.
        if (known.has(name) || !find(name)) continue;
        known.add(name);
        yield {
          at: metric,
          path: ['components', i],
          message: `${metric.id} declares the component ${name}, but its formula does not use it`,
          hint: `remove ${name} from the components, or use it in the formula`,
        };
      }
    }
  },
};

export const unusedComponentEntry: RuleEntry = /* @__PURE__ */ entryOf(unusedComponent, {
  summary: 'A metric declares a component that its formula does not use.',
  bad: {
    metrics: {
      revenue: { formula: 'orders * 30', components: ['orders', 'order_value'] },
      orders: {},
      order_value: {},
    },
  },
  good: {
    metrics: {
      revenue: { formula: 'orders * order_value', components: ['orders', 'order_value'] },
      orders: {},
      order_value: {},
    },
  },
});
