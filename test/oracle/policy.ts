import type { Expression } from 'keelson/expression';
import type { Outcome, PolicyDefinition, RoleRequirement } from 'keelson/governance';
import { conditionNaively, type NaiveFact, type NaiveRequest, type NaiveTruth } from './conditions.js';

/** What a policy says of a request, worked out by trying everything that may be. */
export interface NaiveDecision {
  /** Whether each rule holds. */
  readonly truths: readonly NaiveTruth[];
  /** The rules that hold for certain and count. */
  readonly rules: readonly string[];
  /** Keys of all outcomes that may come of it; with `collect`, of those that may be among them. */
  readonly possible: ReadonlySet<string>;
  /** Whether it comes to the same however the unknown facts turn out. */
  readonly isSettled: boolean;
  /** The key of the outcome that is as strict as each possible one. */
  readonly strictest: string;
}

/**
 * Decides by Kleene's truth of each rule: one that is unknown may hold or not, whatever the others do. `treeOf` reads a
 * condition's text.
 */
export function decideNaively(
  policy: PolicyDefinition,
  facts: readonly NaiveFact[],
  request: NaiveRequest,
  treeOf: (text: string) => Expression,
): NaiveDecision {
  const truths = policy.rules.map(({ when }) =>
    conditionNaively(typeof when === 'string' ? treeOf(when) : when, facts, request),
  );
  const worlds = truths.reduce<boolean[][]>(
    (before, truth) =>
      before.flatMap((world) =>
        truth === undefined
          ? [
              [...world, true],
              [...world, false],
            ]
          : [[...world, truth]],
      ),
    [[]],
  );
  return { truths, rules: certainRules(policy, truths), ...resultsOf(policy, worlds) };
}

/**
 * The same by trying every value of every absent fact, as `valuesOf` lists them: what is really possible, where Kleene's
 * truth may hold more for possible than is.
 */
export function decideByCompletion(
  policy: PolicyDefinition,
  facts: readonly NaiveFact[],
  request: NaiveRequest,
  treeOf: (text: string) => Expression,
  valuesOf: (fact: string) => readonly unknown[],
): Pick<NaiveDecision, 'possible' | 'isSettled' | 'strictest'> {
  const requests = completionsOf(facts, request, valuesOf);
  const trees = policy.rules.map(({ when }) => (typeof when === 'string' ? treeOf(when) : when));
  const worlds = requests.map((complete) => trees.map((tree) => conditionNaively(tree, facts, complete) === true));
  return resultsOf(policy, worlds);
}

/** A request with every value of each of the facts that it lacks. */
export function completionsOf(
  facts: readonly NaiveFact[],
  request: NaiveRequest,
  valuesOf: (fact: string) => readonly unknown[],
): readonly NaiveRequest[] {
  return facts.reduce<NaiveRequest[]>(
    (before, { id }) =>
      request[id] === undefined
        ? before.flatMap((known) => valuesOf(id).map((value) => ({ ...known, [id]: value })))
        : before,
    [request],
  );
}

function certainRules({ hit, rules }: PolicyDefinition, truths: readonly NaiveTruth[]): readonly string[] {
  const certain = rules.filter((_, index) => truths[index] === true).map(({ id }) => id);
  return hit === 'first' ? certain.slice(0, 1) : certain;
}

function resultsOf(
  policy: PolicyDefinition,
  worlds: readonly (readonly boolean[])[],
): Pick<NaiveDecision, 'possible' | 'isSettled' | 'strictest'> {
  const results = worlds.map((holds) => outcomesIn(policy, holds));
  const possible = results.flat();
  return {
    possible: new Set(possible.map(keyNaively)),
    isSettled: new Set(results.map((outcomes) => [...new Set(outcomes.map(keyNaively))].sort().join('; '))).size === 1,
    strictest: keyNaively(joinNaively(possible)),
  };
}

/** What follows where it is known which rules hold: one outcome, or with `collect` those of all rules. */
function outcomesIn({ hit, rules, otherwise }: PolicyDefinition, holds: readonly boolean[]): readonly Outcome[] {
  const found = rules.filter((_, index) => holds[index]).map(({ then }) => then);
  if (found.length === 0) return [otherwise];
  if (hit === 'collect') return found;
  return [hit === 'first' ? found[0]! : joinNaively(found)];
}

/** Joins outcomes whose requirements are all of roles with a number as quorum. */
function joinNaively(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.some(({ kind }) => kind === 'forbidden')) return { kind: 'forbidden' };
  const all = outcomes.flatMap((outcome) =>
    outcome.kind === 'requires' ? outcome.requirements : [],
  ) as RoleRequirement[];
  if (all.length === 0) return { kind: 'autonomous' };
  const requirements = [...new Set(all.map(({ role }) => role))].map((role) => {
    const same = all.filter((one) => one.role === role);
    return {
      role,
      quorum: Math.max(...same.map(({ quorum }) => Number(quorum))),
      veto: same.some(({ veto }) => veto),
      exclude: [...new Set(same.flatMap(({ exclude = [] }) => exclude))],
    };
  });
  return { kind: 'requires', requirements };
}

/** Equal for equal outcomes. */
export function keyNaively(outcome: Outcome): string {
  if (outcome.kind !== 'requires') return outcome.kind;
  const lines = (outcome.requirements as readonly RoleRequirement[]).map(
    ({ role, quorum, veto = false, exclude = [] }) =>
      `${role} ${quorum} ${veto ? 'veto ' : ''}${[...exclude].sort().join()}`,
  );
  return `requires ${lines.sort().join('; ')}`;
}
