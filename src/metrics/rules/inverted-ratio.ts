import { printExpression } from '../../expression/printer.js';
import type { Expression } from '../../expression/types.js';
import { formatUnit, isInverse } from '../units.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const invertedRatio: BuiltInRule = {
  code: 'metrics/inverted-ratio',
  severity: 'error',

  *find({ metrics, computedUnit }) {
    for (const metric of metrics) {
      const computed = computedUnit(metric);
      const expression = metric.formula?.expression;
      if (!computed || !metric.unit || !expression || !isInverse(computed, metric.unit)) continue;
      yield {
        at: metric,
        path: ['formula'],
        message: `${metric.id} is declared in ${formatUnit(metric.unit)}, but its formula gives ${formatUnit(computed)}`,
        hint: `swap the sides: ${printExpression(swapSides(expression))}`,
      };
    }
  },
};

export const invertedRatioEntry: RuleEntry = /* @__PURE__ */ entryOf(invertedRatio, {
  summary: 'The formula gives one over the declared unit: a cost per click that divides clicks by cost.',
  bad: {
    metrics: {
      cost_per_click: { unit: 'USD/click', formula: 'clicks / cost' },
      clicks: { unit: 'click' },
      cost: { unit: 'USD' },
    },
  },
  good: {
    metrics: {
      cost_per_click: { unit: 'USD/click', formula: 'cost / clicks' },
      clicks: { unit: 'click' },
      cost: { unit: 'USD' },
    },
  },
});

/** The quotient with its sides swapped; one over the formula, where that is no quotient. */
function swapSides(expression: Expression): Expression {
  if (expression.kind === 'binary' && expression.operator === '/') {
    return { ...expression, left: expression.right, right: expression.left };
  }
  if (expression.kind === 'call' && expression.name === 'ratio') {
    const [above, below, otherwise] = expression.arguments as readonly [Expression, Expression, Expression];
    return { ...expression, arguments: [below, above, otherwise] };
  }
  const { span } = expression;
  return { kind: 'binary', operator: '/', left: { kind: 'number', value: 1, span }, right: expression, span };
}
