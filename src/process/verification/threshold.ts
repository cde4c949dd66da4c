import type { Witness } from '../../governance/analysis/types.js';
import { evaluatePolicy } from '../../governance/evaluate.js';
import type { CompiledCriterion, CompiledProcess, Step } from '../compiled.js';
import { type Conditions, expressionOf, type Found } from './ways.js';

/** How many more sets of criteria are looked at; shared by all gates of a verification. */
export interface ScoreBudget {
  sets: number;
}

/** How many sets of criteria are looked at for one gate. */
const mostSets = 1_000;

/**
 * Looks for something that comes with a score that reaches the threshold. Criteria are asked for one after another, the heaviest
 * first; a set with which nothing is found is not asked for more, nor one that what is left cannot lift to the threshold.
 */
export function reachThreshold<T extends { readonly facts: Witness }>(
  { facts: { derives } }: CompiledProcess,
  { should, threshold }: Pick<Step, 'should' | 'threshold'>,
  budget: ScoreBudget,
  look: (conditions: Conditions) => Found<T>,
): Found<T> {
  const isEnough = (met: ReadonlySet<CompiledCriterion>) => scoreOf(should, met) >= threshold;
  // What follows from the day and the calendar is not known here.
  const isMetBy = (criterion: CompiledCriterion, facts: Witness) => !derives && isMet(criterion, facts);
  const order = [...should].sort((a, b) => weightOf(b) - weightOf(a));
  const open: { readonly asked: readonly CompiledCriterion[]; readonly next: number; readonly known?: T }[] = [
    { asked: [], next: 0 },
  ];
  let isProven = true;
  let left = Math.min(mostSets, budget.sets);
  for (let set = open.pop(); set; set = open.pop()) {
    const { asked, next, known } = set;
    if (left-- <= 0) return { isProven: false };
    budget.sets--;
    const now = known === undefined ? look(asked.map(expressionOf)) : { found: known, isProven: true };
    if (!now.isProven) isProven = false;
    const { found } = now;
    if (found === undefined) continue;
    if (isEnough(new Set([...asked, ...should.filter((criterion) => isMetBy(criterion, found.facts))]))) {
      return { found, isProven: true };
    }
    const criterion = order[next];
    if (criterion === undefined || !isEnough(new Set([...asked, ...order.slice(next)]))) continue;
    open.push({ asked, next: next + 1, known: found });
    const more = { asked: [...asked, criterion], next: next + 1 };
    open.push(isMetBy(criterion, found.facts) ? { ...more, known: found } : more);
  }
  return { isProven };
}

function isMet({ policy }: CompiledCriterion, facts: Witness): boolean {
  const decision = evaluatePolicy(policy, facts);
  return decision.status === 'decided' && decision.outcome.kind === 'autonomous';
}

function weightOf({ definition: { weight = 1 } }: CompiledCriterion): number {
  return weight;
}

/** Added up in the order of the criteria, as a decision does, so that both round alike; of none it is 1. */
function scoreOf(should: readonly CompiledCriterion[], met: ReadonlySet<CompiledCriterion>): number {
  let whole = 0;
  let sum = 0;
  for (const criterion of should) {
    whole += weightOf(criterion);
    if (met.has(criterion)) sum += weightOf(criterion);
  }
  return whole === 0 ? 1 : sum / whole;
}
