import { printExpression } from '../../expression/printer.js';
import type { Expression } from '../../expression/types.js';
import { sameExpression } from '../../expression/walk.js';
import { shorten } from '../../foundation/shorten.js';
import { addendsOf, isRatio } from '../quantities.js';
import type { MetricNode, MetricView } from '../rule-types.js';
import { listNames } from '../wording.js';
import { averagedSum } from './average.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const averageOfRatio: BuiltInRule = {
  code: 'metrics/average-of-ratio',
  severity: 'warning',

  *find(view) {
    for (const metric of view.metrics) {
      const { formula } = metric;
      if (!formula?.expression || formula.faults.length > 0 || !formula.text.includes('+')) continue;
      for (const average of formula.nodes) {
        if (!averagedSum(average)) continue;
        const ratios = ratiosIn(averagedSum(average)!, view);
        const quotients = ratios.map(quotientOf);
        if (ratios.length === 0 || haveOneDenominator(quotients)) continue;
        yield {
          at: metric,
          path: ['formula'],
          span: average.span,
          message: `${metric.id} averages the ratios ${listNames(ratios.map(({ id }) => id))} as if each stood for as much`,
          hint: hintFor(quotients),
        };
      }
    }
  },
};

export const averageOfRatioEntry: RuleEntry = /* @__PURE__ */ entryOf(averageOfRatio, {
  summary: 'A formula averages ratios as if each stood for as much; the ratio of the sums is what is meant.',
  bad: {
    metrics: {
      conversion: { unit: 'order/session', formula: '(web_conversion + app_conversion) / 2' },
      web_conversion: { unit: 'order/session' },
      app_conversion: { unit: 'order/session' },
    },
  },
  good: {
    metrics: {
      conversion: {
        unit: 'order/session',
        formula: "ratio(web_orders + app_orders, web_sessions + app_sessions, 'null')",
      },
      web_orders: { unit: 'order' },
      app_orders: { unit: 'order' },
      web_sessions: { unit: 'session' },
      app_sessions: { unit: 'session' },
    },
  },
});

/** The ratios that a sum adds; none where it adds anything else. */
function ratiosIn(sum: Expression, view: MetricView): readonly MetricNode[] {
  const addends = addendsOf(sum);
  const ratios = addends.flatMap(({ node, sign }) => {
    const metric = node.kind === 'name' && sign === 1 ? view.find(node.name) : undefined;
    return metric && isRatio(metric) ? [metric] : [];
  });
  return ratios.length === addends.length ? ratios : [];
}

interface Quotient {
  readonly above: Expression;
  readonly below: Expression;
}

/** What a metric divides by what, where its formula says so. */
function quotientOf({ formula }: MetricNode): Quotient | undefined {
  const expression = formula && formula.faults.length === 0 ? formula.expression : undefined;
  if (expression?.kind === 'binary' && expression.operator === '/') {
    return { above: expression.left, below: expression.right };
  }
  if (expression?.kind !== 'call' || expression.name !== 'ratio') return undefined;
  const [above, below] = expression.arguments as readonly [Expression, Expression];
  return { above, below };
}

/** Ratios over one and the same denominator may be averaged. */
function haveOneDenominator([first, ...others]: readonly (Quotient | undefined)[]): boolean {
  return first !== undefined && others.every((other) => other && sameExpression(other.below, first.below));
}

function hintFor(quotients: readonly (Quotient | undefined)[]): string {
  const known = quotients.filter((quotient) => quotient !== undefined);
  if (known.length < quotients.length) {
    return 'divide the sum of their numerators by the sum of their denominators';
  }
  const [above, below] = (['above', 'below'] as const).map((side) =>
    printExpression(known.map((quotient) => quotient[side]).reduce(plus)),
  );
  return `write ${shorten(`ratio(${above}, ${below}, 'null')`, 200)}`;
}

function plus(left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator: '+', left, right, span: left.span };
}
