import type { BinaryNode, Expression } from '../../expression/types.js';
import { forEachNode } from '../../expression/walk.js';
import { literalOf } from '../dimensions.js';
import { addendsOf, isRatio } from '../quantities.js';
import type { MetricNode, MetricView } from '../types.js';
import { listNames } from '../wording.js';
import type { BuiltInRule } from './rule.js';

export const averageOfRatio: BuiltInRule = {
  code: 'metrics/average-of-ratio',
  severity: 'warning',
  summary: 'A formula averages ratios as if each stood for as much; the ratio of the sums is what is meant.',
  bad: {
    metrics: {
      conversion: { formula: '(web_conversion + app_conversion) / 2' },
      web_conversion: { unit: 'order/session' },
      app_conversion: { unit: 'order/session' },
    },
  },
  good: {
    metrics: {
      conversion: { formula: "ratio(web_orders + app_orders, web_sessions + app_sessions, 'null')" },
      web_orders: {},
      app_orders: {},
      web_sessions: {},
      app_sessions: {},
    },
  },

  *find(view) {
    for (const metric of view.metrics) {
      if (!metric.formula?.expression || metric.formula.faults.length > 0 || !metric.formula.text.includes('+'))
        continue;
      const averages: BinaryNode[] = [];
      forEachNode(metric.formula.expression, (node) => {
        if (isAverage(node, view)) averages.push(node);
      });
      for (const { span, left, right } of averages) {
        const ratios = namesOf(left.kind === 'number' ? right : left, view);
        yield {
          at: metric,
          path: ['formula'],
          span,
          message: `${metric.id} averages the ratios ${listNames(ratios.map(({ id }) => id))} as if each stood for as much`,
          hint: 'divide the sum of their numerators by the sum of their denominators',
        };
      }
    }
  },
};

/** `(a + b) / 2`, and the same as `(a + b) * 0.5`, of ratios. */
function isAverage(node: Expression, view: MetricView): node is BinaryNode {
  if (node.kind !== 'binary' || (node.operator !== '/' && node.operator !== '*')) return false;
  const right = literalOf(node.right);
  if (right !== undefined) return averages(node.left, node.operator === '/' ? right : 1 / right, view);
  const left = literalOf(node.left);
  return node.operator === '*' && left !== undefined && averages(node.right, 1 / left, view);
}

function averages(sum: Expression, count: number, view: MetricView): boolean {
  const ratios = namesOf(sum, view);
  const addends = addendsOf(sum).length;
  return addends >= 2 && ratios.length === addends && Math.abs(count - addends) < 1e-6 && ratios.every(isRatio);
}

/** The metrics that a sum adds, where it adds nothing else. */
function namesOf(sum: Expression, view: MetricView): readonly MetricNode[] {
  return addendsOf(sum).flatMap(({ node, sign }) => {
    const metric = node.kind === 'name' && sign === 1 ? view.find(node.name) : undefined;
    return metric ? [metric] : [];
  });
}
