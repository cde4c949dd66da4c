import type { CompiledPolicy } from './compiled.js';

/** What the unknown facts leave open; rules and outcomes by number. */
export interface Possible {
  /** Laxest first. */
  readonly outcomes: readonly number[];
  /** The one that is as strict as each of them. */
  readonly strictest: number;
  /** The rules that are known to hold and count. */
  readonly rules: readonly number[];
  /** The rules that may hold, and make a difference; empty where the outcome is settled. */
  readonly undecided: readonly number[];
}

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
  const last = stop === undefined ? compiled.otherwise : outcomeOf(compiled, stop);
  const outcomes = new Set([...before.map((rule) => outcomeOf(compiled, rule)), last]);
  return possible(compiled, outcomes, stop === undefined ? [] : [stop], outcomes.size > 1 ? before : []);
}

/** The certain rules joined with any of those that may hold. */
function possiblyJoined(compiled: CompiledPolicy, certain: readonly number[], open: readonly number[]): Possible {
  const { outcomes: table, otherwise } = compiled;
  const base = certain.length > 0 ? table.joined(certain.map((rule) => outcomeOf(compiled, rule))) : undefined;
  const outcomes = new Set([base ?? otherwise]);
  let joins = base === undefined ? new Set<number>() : new Set([base]);
  for (const outcome of new Set(open.map((rule) => outcomeOf(compiled, rule)))) {
    const more = [...joins].map((one) => table.joined([one, outcome]));
    joins = new Set([...joins, ...(base === undefined ? [outcome] : []), ...more].slice(0, most));
  }
  for (const outcome of joins) outcomes.add(outcome);
  const all = [...(base === undefined ? [otherwise] : [base]), ...open.map((rule) => outcomeOf(compiled, rule))];
  const undecided =
    outcomes.size > 1
      ? open.filter((rule) => base === undefined || table.joined([base, outcomeOf(compiled, rule)]) !== base)
      : [];
  return possible(compiled, outcomes, certain, undecided, table.joined(all));
}

/** The outcomes of the certain rules, and perhaps of those that may hold. */
function possiblyCollected(compiled: CompiledPolicy, certain: readonly number[], open: readonly number[]): Possible {
  const sure = new Set(certain.map((rule) => outcomeOf(compiled, rule)));
  const own = sure.size > 0 ? sure : new Set([compiled.otherwise]);
  const undecided = open.filter((rule) => !own.has(outcomeOf(compiled, rule)));
  const outcomes = new Set([...own, ...undecided.map((rule) => outcomeOf(compiled, rule))]);
  return possible(compiled, outcomes, certain, undecided);
}

function possible(
  { outcomes: table }: CompiledPolicy,
  outcomes: ReadonlySet<number>,
  rules: readonly number[],
  undecided: readonly number[],
  strictest = table.joined(outcomes),
): Possible {
  const sorted = table.sorted(outcomes);
  if (sorted.length <= most) return { outcomes: sorted, strictest, rules, undecided };
  return { outcomes: [...sorted.slice(0, most - 1), strictest], strictest, rules, undecided };
}

function outcomeOf({ rules }: CompiledPolicy, rule: number): number {
  return rules[rule]!.outcome;
}
