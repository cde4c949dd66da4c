import type { CompiledPolicy } from '../compiled.js';
import { compareOutcomes, normal, outcomeKey, rankOf } from '../strictness.js';
import type { Outcome } from '../types.js';

/** What is wanted of an outcome. */
export interface Wanted {
  readonly key: string;
  /** The outcome will do as it is. */
  readonly isMet: (outcome: Outcome) => boolean;
  /** Joined with others, the outcome may still do. */
  readonly allows: (outcome: Outcome) => boolean;
  /** Joined with others, the outcome may be what was lacking. */
  readonly helps: (outcome: Outcome) => boolean;
}

/** One way to what is wanted: rules that must not hold, and rules of which some must. */
export interface Goal {
  readonly spoils: readonly boolean[];
  /** Absent where no rule need hold: what is wanted comes from `otherwise`. */
  readonly helps: readonly boolean[] | undefined;
}

export function wantedOf(wanted: Outcome['kind'] | Outcome): Wanted {
  if (typeof wanted === 'string') {
    const rank = { autonomous: 0, requires: 1, forbidden: 2 }[wanted];
    const isMet = ({ kind }: Outcome): boolean => kind === wanted;
    return { key: wanted, isMet, helps: isMet, allows: (outcome) => rankOf(outcome) <= rank };
  }
  const allows = (outcome: Outcome): boolean => ['equal', 'laxer'].includes(compareOutcomes(outcome, wanted));
  return {
    key: outcomeKey(wanted),
    isMet: (outcome) => compareOutcomes(outcome, wanted) === 'equal',
    allows,
    helps: (outcome) => allows(outcome) && rankOf(outcome) === rankOf(wanted),
  };
}

export function goalsOf({ rules, outcomes, definition }: CompiledPolicy, wanted: Wanted): readonly Goal[] {
  const isFirst = definition.hit === 'first';
  const says = (test: (outcome: Outcome) => boolean): readonly boolean[] => {
    // Asked of thousands of rules, so once an outcome.
    const byOutcome = outcomes.list.map((outcome) => test(normal(outcome)));
    return rules.map(({ outcome }) => byOutcome[outcome]!);
  };
  const met = says(wanted.isMet);
  const byRule: Goal = isFirst
    ? { spoils: met.map((isMet) => !isMet), helps: met }
    : { spoils: says((outcome) => !wanted.allows(outcome)), helps: says(wanted.helps) };
  const byNone: Goal = { spoils: rules.map(() => true), helps: undefined };
  return wanted.isMet(normal(definition.otherwise)) ? [byRule, byNone] : [byRule];
}
