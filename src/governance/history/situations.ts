import type { Json } from '../../foundation/json.js';
import type { CompiledFacts } from '../facts/compile.js';
import { givenValue, type KnownValues } from '../facts/values.js';
import { outcomeKey } from '../strictness.js';
import type { Outcome } from '../types.js';
import type { Rank, RiskFact } from './risk-order.js';

/** Equal facts, and everything that was decided about them. */
export interface Situation {
  readonly values: KnownValues;
  readonly ranks: readonly Rank[];
  /** By the number of their outcome, in the order of the log. */
  readonly decisions: ReadonlyMap<number, Decision>;
}

/** A situation that decisions are still added to. */
interface OpenSituation extends Situation {
  readonly decisions: Map<number, Decision>;
}

/** What was decided of one situation in one way. */
export interface Decision {
  readonly situation: Situation;
  readonly outcome: Outcome;
  /** The number of the outcome, equal for equal outcomes. */
  readonly number: number;
  readonly ids: string[];
  /** Where in the log the first of them stands. */
  readonly index: number;
}

/** Sorts decisions by their facts as they are added. */
export interface Situations {
  readonly add: (id: string, index: number, values: KnownValues, outcome: Outcome) => void;
  /** Situations that differ at most in how risky they are, group by group. */
  readonly groups: () => Iterable<readonly Situation[]>;
  /** The outcomes by number. */
  readonly outcomes: readonly Outcome[];
}

/** Makes an empty collection over the facts at the places of `compared`. */
export function createSituations(
  { facts }: CompiledFacts,
  compared: readonly number[],
  risky: readonly RiskFact[],
): Situations {
  const groups = new Map<string, Map<string, OpenSituation>>();
  const numbers = new Map<string, number>();
  const outcomes: Outcome[] = [];
  const riskOf = new Map(risky.map((one) => [one.fact, one]));

  const numberOf = (outcome: Outcome): number => {
    const key = outcomeKey(outcome);
    const number = numbers.get(key) ?? outcomes.length;
    if (number === outcomes.length) {
      numbers.set(key, number);
      outcomes.push(outcome);
    }
    return number;
  };

  const situationOf = (values: KnownValues): OpenSituation => {
    const ranks: Rank[] = [];
    const shared: Json[] = [];
    const own: Json[] = [];
    for (const fact of compared) {
      const value = values[fact];
      const rank = value === undefined ? undefined : riskOf.get(fact)?.rankOf(value);
      const given = value === undefined ? null : sorted(givenValue(facts[fact]!, value));
      if (rank === undefined) {
        shared.push([given]);
      } else {
        shared.push('ranked');
        ranks.push(rank);
        own.push(given);
      }
    }
    const sharedKey = JSON.stringify(shared);
    const group = groups.get(sharedKey) ?? new Map<string, OpenSituation>();
    groups.set(sharedKey, group);
    const ownKey = JSON.stringify(own);
    const situation = group.get(ownKey) ?? { values, ranks, decisions: new Map() };
    group.set(ownKey, situation);
    return situation;
  };

  return {
    add(id, index, values, outcome) {
      const situation = situationOf(values);
      const number = numberOf(outcome);
      const same = situation.decisions.get(number);
      if (same) same.ids.push(id);
      else situation.decisions.set(number, { situation, outcome, number, ids: [id], index });
    },
    *groups() {
      for (const group of groups.values()) yield [...group.values()];
    },
    outcomes,
  };
}

/** A value that is equal for equal values: sets come in any order. */
function sorted(value: ReturnType<typeof givenValue>): Json {
  return typeof value === 'object' ? [...value].sort() : value;
}
