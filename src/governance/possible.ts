import type { CompiledPolicy } from './compiled.js';
import { joinAll, joinOutcomes, outcomeKey, sortedOutcomes } from './strictness.js';
import type { Outcome } from './types.js';

/** What the unknown facts leave open. */
export interface Possible {
  /** Laxest first. */
  readonly outcomes: readonly Outcome[];
  /** The one that is as strict as each of them. */
  readonly strictest: Outcome;
  /** The rules that are known to hold and count. */
  readonly rules: readonly number[];
  /** The rules that may hold, and make a difference; empty where the outcome is settled. */
  readonly undecided: readonly number[];
}

/** Outcomes by a key that equal ones share. */
type Outcomes = Map<string, Outcome>;

const most = 256;

/** What may come of the rules that hold for certain and of those that may hold; both in the order of the policy. */
export function possibleOutcomes(
  compiled: CompiledPolicy,
  certain: readonly number[],
  open: readonly number[],
): Possible {
  switch (compiled.definition.hit) {
    case 'first':
      return possiblyFirst(compiled, certain[0], open);
    case 'collect':
      return possiblyCollected(compiled, certain, open);
    default:
      return possiblyJoined(compiled, certain, open);
  }
}

/** The certain rule, or one of those that may hold before it. */
function possiblyFirst(compiled: CompiledPolicy, stop: number | undefined, open: readonly number[]): Possible {
  const before = stop === undefined ? open : open.filter((rule) => rule < stop);
  const last = stop === undefined ? compiled.definition.otherwise : outcomeOf(compiled, stop);
  const outcomes = byKey([...before.map((rule) => outcomeOf(compiled, rule)), last]);
  const rules = stop === undefined ? [] : [stop];
  return possible(outcomes, rules, outcomes.size > 1 ? before : []);
}

/** The certain rules joined with any of those that may hold. */
function possiblyJoined(compiled: CompiledPolicy, certain: readonly number[], open: readonly number[]): Possible {
  const base = joinAll(certain.map((rule) => outcomeOf(compiled, rule)));
  const least = base ?? compiled.definition.otherwise;
  const added = [...byKey(open.map((rule) => outcomeOf(compiled, rule))).values()];
  const outcomes = byKey([least, ...joinsOf(base, added)]);
  const matters = (rule: number): boolean =>
    base === undefined || outcomeKey(joinOutcomes(base, outcomeOf(compiled, rule))) !== outcomeKey(base);
  return possible(outcomes, certain, outcomes.size > 1 ? open.filter(matters) : [], joinAll([least, ...added])!);
}

/** The joins of every selection from some outcomes, on top of a base if there is one; of many, the first. */
function joinsOf(base: Outcome | undefined, added: readonly Outcome[]): readonly Outcome[] {
  const joins = byKey(base === undefined ? [] : [base]);
  for (const outcome of added) {
    const one = base === undefined ? [outcome] : [];
    for (const join of [...one, ...Array.from(joins.values(), (join) => joinOutcomes(join, outcome))]) {
      if (joins.size >= 2 * most) return [...joins.values()];
      joins.set(outcomeKey(join), join);
    }
  }
  return [...joins.values()];
}

/** The outcomes of the certain rules, and perhaps of those that may hold. */
function possiblyCollected(compiled: CompiledPolicy, certain: readonly number[], open: readonly number[]): Possible {
  const own = byKey(
    certain.length > 0 ? certain.map((rule) => outcomeOf(compiled, rule)) : [compiled.definition.otherwise],
  );
  const undecided = open.filter((rule) => !own.has(outcomeKey(outcomeOf(compiled, rule))));
  return possible(byKey([...own.values(), ...undecided.map((rule) => outcomeOf(compiled, rule))]), certain, undecided);
}

function possible(
  outcomes: Outcomes,
  rules: readonly number[],
  undecided: readonly number[],
  strictest: Outcome = joinAll([...outcomes.values()])!,
): Possible {
  const sorted = sortedOutcomes([...outcomes.values()]);
  const listed = sorted.length > most ? [...sorted.slice(0, most - 1), strictest] : sorted;
  return { outcomes: listed, strictest, rules, undecided };
}

function byKey(outcomes: readonly Outcome[]): Outcomes {
  return new Map(outcomes.map((outcome) => [outcomeKey(outcome), outcome]));
}

function outcomeOf({ rules }: CompiledPolicy, rule: number): Outcome {
  return rules[rule]!.definition.then;
}
