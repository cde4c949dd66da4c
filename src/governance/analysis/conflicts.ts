import type { Outcome } from '../types.js';
import { outcomeWords } from '../words/outcome.js';
import { type Budget, uncovered } from './search.js';
import { meet, type Region, touches } from './space.js';
import type { Found } from './types.js';
import { boxesWhere, evidence, idOf, type PolicyView, regionsOf, ruleNames, rulePath } from './view.js';

/** Two rules that speak of one request, as far as the hit policy makes that a question. */
export function findConflicts(view: PolicyView, budget: Budget): Iterable<Found> {
  return view.policy.definition.hit === 'first' ? permissiveFirst(view, budget) : overlapping(view, budget);
}

/** Pairs of rules that hold together and say different things; under `unique` also those that say the same. */
function* overlapping(view: PolicyView, budget: Budget): Generator<Found, void> {
  const { space, boxesOf, ruleOf, outcomeOf, policy } = view;
  const unique = policy.definition.hit === 'unique';
  const all = policy.boxes.map((_, box) => box);
  for (const [rule, boxes] of boxesOf.entries()) {
    const regions = new Map<number, Region>();
    for (const box of boxes) {
      const own = meet(space, space.full, box);
      if (own === undefined) continue;
      budget.steps -= all.length - box;
      if (budget.steps < 0) return;
      for (let other = boxes.at(-1)! + 1; other < all.length; other++) {
        const second = ruleOf[other]!;
        if (!unique && outcomeOf[rule] === outcomeOf[second]) continue;
        if (regions.has(second) || !touches(space, own, other)) continue;
        regions.set(second, meet(space, own, other)!);
      }
    }
    for (const [second, region] of [...regions].sort(([a], [b]) => a - b)) {
      yield overlap(view, rule, second, region);
    }
  }
}

function overlap(view: PolicyView, first: number, second: number, region: Region): Found {
  const { outcomes, outcomeOf, policy } = view;
  const ids = [idOf(view, first), idOf(view, second)];
  const said = [outcomes.at(outcomeOf[first]!), outcomes.at(outcomeOf[second]!)];
  const words = said.map(outcomeWords);
  const spellWith = (says: string, hint: string): Found['spell'] => {
    return () => {
      const found = evidence(view, region, ({ rules }) => ids.every((id) => rules.includes(id)));
      const message = `rules ${ruleNames(view, [first, second])} ${says}: ${found.region}`;
      return { message, path: rulePath(second), hint, rules: ids, ...found };
    };
  };
  if (policy.definition.hit === 'unique') {
    const spell = spellWith('both match', 'narrow one of them: under unique one rule at most may match');
    return { code: 'governance/double-match', severity: 'error', spell };
  }
  const kinds = new Set(said.map(({ kind }) => kind));
  if (kinds.has('autonomous') && kinds.has('forbidden')) {
    const says = `oppose each other (${words.join('; ')})`;
    const spell = spellWith(says, 'narrow one of them: what is forbidden should not also be let through');
    return { code: 'governance/opposed-rules', severity: 'warning', spell };
  }
  const says = `come to different outcomes (${words.join('; ')})`;
  const spell = spellWith(says, 'nothing to do if the stricter of the two, or both together, are meant to hold');
  return { code: 'governance/conflict', severity: 'info', spell };
}

/** Rules that let go ahead what a later one forbids: one finding a rule, with the first that it keeps from deciding. */
function* permissiveFirst(view: PolicyView, budget: Budget): Generator<Found, void> {
  const { space, outcomes, outcomeOf, boxesOf } = view;
  const isKind = (rule: number, kind: Outcome['kind']): boolean => outcomes.at(outcomeOf[rule]!).kind === kind;
  const forbidden = outcomeOf.flatMap((_, rule) => (isKind(rule, 'forbidden') ? [rule] : []));
  for (const rule of boxesOf.keys()) {
    if (!isKind(rule, 'autonomous')) continue;
    const earlier = boxesWhere(view, (other) => other < rule);
    const found = firstOverruled(rule, earlier);
    if (budget.steps < 0) return;
    if (found !== undefined)
      yield {
        code: 'governance/permissive-first',
        severity: 'warning',
        spell: () => overruled(view, rule, found.later, found.region),
      };
  }

  function firstOverruled(rule: number, earlier: readonly number[]): { later: number; region: Region } | undefined {
    const own = regionsOf(view, rule).map((region) => ({
      region,
      above: earlier.filter((box) => touches(space, region, box)),
    }));
    budget.steps -= own.length * earlier.length;
    for (const later of forbidden) {
      if (later <= rule) continue;
      for (const { region, above } of own) {
        for (const box of boxesOf[later]!) {
          const both = meet(space, region, box);
          const free = both && uncovered(space, both, above, budget).next();
          if (free && !free.done) return { later, region: free.value };
        }
      }
    }
    return undefined;
  }
}

function overruled(view: PolicyView, rule: number, later: number, region: Region): ReturnType<Found['spell']> {
  const ids = [idOf(view, rule), idOf(view, later)];
  const found = evidence(view, region, ({ rules }) => rules[0] === ids[0]);
  const [first, second] = [ruleNames(view, [rule]), ruleNames(view, [later])];
  return {
    message: `rule ${first} lets go ahead what the later rule ${second} forbids: ${found.region}`,
    path: rulePath(rule),
    hint: `put ${second} above ${first}, or narrow ${first}`,
    related: [{ path: rulePath(later), message: `rule ${second} never hears of these requests` }],
    rules: ids,
    ...found,
  };
}
