import { rankOf } from '../strictness.js';
import { outcomeWords } from '../words/outcome.js';
import { differences } from './compare.js';
import { type Budget, uncovered } from './search.js';
import type { Region } from './space.js';
import type { Found } from './types.js';
import { boxesWhere, evidence, idOf, type PolicyView, regionsOf, ruleNames, rulePath } from './view.js';

/** The most rules that a proof is made smaller for, one by one. */
const mostToReduce = 40;

/** Rules of a table read from the top that earlier rules leave nothing, each with earlier rules that suffice for that. */
export function* findShadowed(view: PolicyView, budget: Budget): Generator<Found, void> {
  if (view.policy.definition.hit !== 'first') return;
  for (const rule of view.boxesOf.keys()) {
    const regions = regionsOf(view, rule);
    if (regions.length === 0) continue;
    const used = coveringRules(
      view,
      regions,
      boxesWhere(view, (other) => other < rule),
      budget,
    );
    if (budget.steps < 0) return;
    if (used === undefined) continue;
    const spell: Found['spell'] = () => {
      const by = reduced(view, regions, used, budget);
      return {
        message: `rule ${ruleNames(view, [rule])} is never reached: ${ruleNames(view, by)} before it take${by.length === 1 ? 's' : ''} every request that it matches`,
        path: rulePath(rule),
        hint: 'move it up, or delete it',
        related: by.slice(0, 5).map((other) => ({ path: rulePath(other), message: 'decides first' })),
        rules: [rule, ...by].map((other) => idOf(view, other)),
        ...evidence(view, regions[0]!, ({ rules }) => rules[0] !== idOf(view, rule)),
      };
    };
    yield { code: 'governance/shadowed-rule', severity: 'warning', spell };
  }
}

/** Rules that together leave nothing of some regions; undefined where something is left, or the budget is spent. */
function coveringRules(
  { space, ruleOf }: PolicyView,
  regions: readonly Region[],
  boxes: readonly number[],
  budget: Budget,
): readonly number[] | undefined {
  const used = new Set<number>();
  for (const region of regions) {
    if (!uncovered(space, region, boxes, budget, used).next().done || budget.steps < 0) return undefined;
  }
  return [...new Set([...used].map((box) => ruleOf[box]!))].sort((a, b) => a - b);
}

/** Leaves out one rule after the other that the rest can do without. */
function reduced(
  view: PolicyView,
  regions: readonly Region[],
  rules: readonly number[],
  budget: Budget,
): readonly number[] {
  if (rules.length > mostToReduce) return rules;
  let kept = rules;
  for (const rule of [...rules].reverse()) {
    const fewer = new Set(kept.filter((other) => other !== rule));
    const boxes = [...fewer].flatMap((other) => view.boxesOf[other]!);
    if (coveringRules(view, regions, boxes, budget) !== undefined) kept = [...fewer];
  }
  return kept;
}

/** Rules without which every request would be decided as it is; under `first` without those that are never reached. */
export function* findIdle(view: PolicyView, budget: Budget): Generator<Found, void> {
  const { policy, space, outcomes, ruleOf, boxesOf, outcomeOf, otherwise } = view;
  const { hit } = policy.definition;
  const outcome = ruleOf.map((rule) => outcomeOf[rule]!);
  const order = ruleOf.slice();
  const before = { hit, order: ruleOf, outcome, otherwise };
  const after = { ...before, order };
  for (const [rule, boxes] of boxesOf.entries()) {
    const regions = regionsOf(view, rule);
    if (regions.length === 0) {
      yield idle(view, rule, 'never holds: no request meets its condition', 'correct its condition, or delete it', []);
      continue;
    }
    if (hit === 'collect') continue;
    if (
      hit === 'first' &&
      coveringRules(
        view,
        regions,
        boxesWhere(view, (other) => other < rule),
        budget,
      )
    )
      continue;
    for (const box of boxes) order[box] = -1;
    const comparison = { space, outcomes, before, after, differs: (box: number) => ruleOf[box] === rule };
    const matters = regions.some((region) => !differences(comparison, region, view.boxes, budget).next().done);
    for (const box of boxes) order[box] = rule;
    if (budget.steps < 0) return;
    if (!matters) {
      yield idle(
        view,
        rule,
        'changes no decision: without it every request is decided as it is',
        'delete it, unless it is there for its reason',
        regions,
      );
    }
  }
}

function idle(view: PolicyView, rule: number, says: string, hint: string, regions: readonly Region[]): Found {
  return {
    code: 'governance/idle-rule',
    severity: 'warning',
    spell: () => ({
      message: `rule ${ruleNames(view, [rule])} ${says}`,
      path: rulePath(rule),
      hint,
      rules: [idOf(view, rule)],
      ...(regions[0] && evidence(view, regions[0], ({ status }) => status === 'decided')),
    }),
  };
}

/** Outcomes that no request gets: every rule that states one, and `otherwise` if it does, is overruled wherever it holds. */
export function* findUnreached(view: PolicyView, budget: Budget): Generator<Found, void> {
  const { outcomeOf, otherwise, outcomes } = view;
  for (const outcome of new Set([...outcomeOf, otherwise])) {
    const stating = outcomeOf.flatMap((own, rule) => (own === outcome ? [rule] : []));
    const reached =
      stating.some((rule) => decidesSomewhere(view, rule, budget)) ||
      (outcome === otherwise && !uncovered(view.space, view.space.full, view.boxes, budget).next().done);
    if (budget.steps < 0) return;
    if (reached) continue;
    const spell: Found['spell'] = () => ({
      message:
        `no request ends with "${outcomeWords(outcomes.at(outcome))}", ` +
        (stating.length > 0 ? `though ${ruleNames(view, stating)} would have it so` : 'though otherwise has it so'),
      path: stating.length > 0 ? [...rulePath(stating[0]!), 'then'] : ['otherwise'],
      hint:
        stating.length > 0 ? 'other rules overrule it wherever it is stated' : 'rules speak of every request already',
      rules: stating.map((rule) => idOf(view, rule)),
    });
    yield { code: 'governance/unreached-outcome', severity: 'warning', spell };
  }
}

/** Whether some request is decided as a rule says: no earlier rule takes it, and under joins no rule of a stricter kind. */
function decidesSomewhere(view: PolicyView, rule: number, budget: Budget): boolean {
  const { policy, outcomes, outcomeOf, space } = view;
  const rank = (other: number): number => rankOf(outcomes.at(outcomeOf[other]!));
  const { hit } = policy.definition;
  const overrules = (other: number): boolean =>
    hit === 'first' ? other < rule : hit !== 'collect' && rank(other) > rank(rule);
  const boxes = boxesWhere(view, overrules);
  return regionsOf(view, rule).some((region) => !uncovered(space, region, boxes, budget).next().done);
}
