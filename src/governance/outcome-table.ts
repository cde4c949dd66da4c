import { joinAll, outcomeKey, rankOf } from './strictness.js';
import type { Outcome, Requirement } from './types.js';

/** Outcomes by number: equal ones share one, so that engines compare numbers. */
export interface OutcomeTable {
  readonly list: readonly Outcome[];
  /** The number of an outcome, which is entered if it is new. */
  readonly numberOf: (outcome: Outcome) => number;
  /** These outcomes, in their order. */
  readonly listed: (numbers: readonly number[]) => readonly Outcome[];
  /** The outcome that is as strict as all of these; at least one. */
  readonly joined: (numbers: readonly number[]) => Outcome;
}

export function createOutcomeTable(): OutcomeTable {
  const list: Outcome[] = [];
  const known = new Map<string, number>();
  /** Of each outcome, the roles that it asks; undefined where joining it needs a closer look. */
  const roles: (readonly string[] | undefined)[] = [];
  return {
    list,
    numberOf(outcome) {
      const key = outcomeKey(outcome);
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, list.length);
      roles.push(rolesOf(outcome));
      return list.push(outcome) - 1;
    },
    listed: (numbers) => numbers.map((number) => list[number]!),
    joined: (numbers) => joinAtOnce(list, roles, numbers) ?? joinAll(numbers.map((number) => list[number]!))!,
  };
}

function rolesOf(outcome: Outcome): readonly string[] | undefined {
  if (outcome.kind !== 'requires') return [];
  const roles = outcome.requirements.map((requirement) => ('role' in requirement ? requirement.role : undefined));
  return roles.every((role) => role !== undefined) ? roles : undefined;
}

/** Most outcomes that meet ask different roles, or are the same: then requirements only stand side by side. */
function joinAtOnce(
  list: readonly Outcome[],
  roles: readonly (readonly string[] | undefined)[],
  numbers: readonly number[],
): Outcome | undefined {
  let strictest = list[numbers[0]!]!;
  const requirements: Requirement[] = [];
  const asked: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const outcome = list[numbers[i]!]!;
    if (rankOf(outcome) > rankOf(strictest)) strictest = outcome;
    if (outcome.kind !== 'requires' || isBefore(numbers, i)) continue;
    const own = roles[numbers[i]!];
    if (own === undefined) return undefined;
    for (const role of own) {
      if (asked.includes(role)) return undefined;
      asked.push(role);
    }
    for (const requirement of outcome.requirements) requirements.push(requirement);
  }
  if (strictest.kind !== 'requires' || requirements.length === strictest.requirements.length) return strictest;
  return { kind: 'requires', requirements };
}

/** Whether the number at a place stands before it too. */
function isBefore(numbers: readonly number[], at: number): boolean {
  return numbers.indexOf(numbers[at]!) < at;
}
