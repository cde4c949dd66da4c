import { type Effect, edgeBudget } from '../effects.js';
import type { MetricNode, RuleFinding } from '../rule-types.js';
import { listNames } from '../wording.js';
import { type BuiltInRule, entryOf, type RuleEntry } from './rule.js';

export const guardrailSameDirection: BuiltInRule = {
  code: 'metrics/guardrail-same-direction',
  severity: 'warning',

  *find({ metrics, effects, find }) {
    const budget = edgeBudget();
    for (const metric of metrics) {
      const { guardrails = [], status } = metric.definition;
      if (guardrails.length === 0 || status === 'retired' || directionOf(metric) === 0) continue;
      const moved = effects.of(metric, budget);
      if (!moved) {
        yield {
          path: ['metrics'],
          message: `guardrails were checked as far as ${metric.id}, not with it; the tree is too large for the rest`,
          hint: 'check parts of the tree by themselves',
        };
        return;
      }
      for (const guardrail of new Set(guardrails.map(find))) {
        if (guardrail && getsBetterWith(guardrail, metric, moved)) yield finding(metric, guardrail, moved);
      }
    }
  },
};

export const guardrailSameDirectionEntry: RuleEntry = /* @__PURE__ */ entryOf(guardrailSameDirection, {
  summary: 'A guardrail gets better by itself when its metric does, so that it warns late or never.',
  bad: {
    metrics: {
      orders: { better: 'up', guardrails: ['revenue'] },
      revenue: { role: 'outcome', better: 'up', formula: 'orders * order_value' },
      order_value: {},
    },
  },
  good: {
    metrics: {
      orders: { better: 'up', guardrails: ['order_value'] },
      revenue: { role: 'outcome', better: 'up', formula: 'orders * order_value' },
      order_value: { better: 'up' },
    },
  },
});

function getsBetterWith(guardrail: MetricNode, metric: MetricNode, moved: ReadonlyMap<MetricNode, Effect>): boolean {
  if (guardrail.definition.status === 'retired') return false;
  const sign = guardrail === metric ? 1 : (moved.get(guardrail)?.sign ?? 0);
  return sign !== 0 && directionOf(metric) * sign === directionOf(guardrail);
}

function finding(metric: MetricNode, guardrail: MetricNode, moved: ReadonlyMap<MetricNode, Effect>): RuleFinding {
  const path = ['guardrails', metric.definition.guardrails!.indexOf(guardrail.id)];
  if (guardrail === metric) {
    return {
      at: metric,
      path,
      message: `${metric.id} is its own guardrail`,
      hint: `choose what could get worse while ${metric.id} gets better`,
    };
  }
  // What it is made of beside the metric and all that it moves: there the damage hides.
  const beside = guardrail.components.filter((one) => one !== metric && !moved.has(one)).map(({ id }) => id);
  return {
    at: metric,
    path,
    message: `${guardrail.id} gets better by itself when ${metric.id} does, so that as a guardrail it warns late or never`,
    hint:
      beside.length > 0
        ? `guard ${metric.id} by what else ${guardrail.id} is made of: ${listNames(beside)}`
        : `choose what could get worse while ${metric.id} gets better`,
    related: [{ path: guardrail.path, message: `${guardrail.id} is the guardrail` }],
  };
}

function directionOf({ definition: { better } }: MetricNode): 1 | -1 | 0 {
  if (better === 'up') return 1;
  return better === 'down' ? -1 : 0;
}
