import type { FaultList } from '../foundation/fault-list.js';
import { findRepeatedIds } from '../foundation/repeated-ids.js';
import type { CompiledFacts } from '../governance/facts/compile.js';
import { isOrdered } from '../governance/facts/values.js';
import { unseal } from '../governance/seal.js';
import type { Requirement } from '../governance/types.js';
import type { AnyPolicy } from './literal.js';

/** Adds what keeps policies from being asked about the facts of a process. */
export function checkPolicies(policies: readonly AnyPolicy[], facts: CompiledFacts, faults: FaultList): void {
  const definitions = policies.map((policy) => unseal(policy));
  findRepeatedIds(
    definitions.map(({ definition }) => definition),
    {
      code: 'process/duplicate-policy',
      what: 'policy',
      hint: 'give the process one of the two: gates name policies by their ids',
      pathOf: (index) => ['policies', index],
    },
    faults,
  );
  for (const [place, { definition, facts: read }] of definitions.entries()) {
    for (const [index, fact] of read.facts.entries()) {
      if ('derived' in fact) continue;
      const own = facts.indexOf.get(fact.id);
      const why = own === undefined ? 'which this process does not have' : misfit(facts, own, read, index);
      if (why === undefined) continue;
      faults.add(['policies', place], {
        code: own === undefined ? 'process/missing-fact' : 'process/other-fact',
        message: `the policy ${definition.id} reads the fact ${fact.id}, ${why}`,
        hint:
          own === undefined
            ? 'add it to the facts of the process'
            : 'define the fact once, and give both the same facts',
      });
    }
  }
}

/** Why a value of the process's fact may be none that the policy takes; undefined where each is one. */
function misfit(own: CompiledFacts, at: number, read: CompiledFacts, index: number): string | undefined {
  const [mine, theirs] = [own.facts[at]!, read.facts[index]!];
  if ('derived' in mine) return 'which this process derives from others';
  if (mine.type !== theirs.type) return `which is of the type ${theirs.type} there and ${mine.type} in this process`;
  const { choices } = read.readers[index]!;
  const [other] = [...own.readers[at]!.choices].filter((choice) => !choices.has(choice));
  if (other !== undefined) return `which cannot be "${other}" there`;
  if (!isOrdered(mine.type)) return undefined;
  const [[min, max], [least, most]] = [own.limits[at]!, read.limits[index]!];
  return min < least || max > most ? 'whose limits are narrower there' : undefined;
}

/** The roles that policies ask for. */
export function rolesOfPolicies(policies: readonly AnyPolicy[]): readonly string[] {
  return policies.flatMap((policy) => {
    const { definition } = unseal(policy);
    const outcomes = [definition.otherwise, ...definition.rules.map(({ then }) => then)];
    return outcomes.flatMap((outcome) => (outcome.kind === 'requires' ? rolesIn(outcome.requirements) : []));
  });
}

function rolesIn(requirements: readonly Requirement[]): readonly string[] {
  const roles: string[] = [];
  const open = [...requirements];
  for (let next = open.pop(); next; next = open.pop()) {
    if ('role' in next) roles.push(next.role);
    else if ('all' in next) open.push(...next.all);
    else if ('any' in next) open.push(...next.any);
  }
  return roles;
}
