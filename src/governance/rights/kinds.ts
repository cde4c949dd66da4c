import type { Name } from '../../foundation/names.js';
import type { CompiledPolicy } from '../compiled.js';
import type { Outcome, Rights } from '../types.js';
import { conditionWords } from '../words/condition.js';
import { createWording } from '../words/wording.js';
import { approversIn, requirementsOf } from './approvers.js';
import type { Approver, KindOfDecision } from './types.js';

/** A kind of decision for each rule, and last that of what no rule matches. */
export function kindsOf({ definition, rules, facts }: CompiledPolicy): readonly KindOfDecision[] {
  const wording = createWording(facts);
  const ofRules = rules.map(({ id, condition, definition: { then: outcome, because, rights } }) => ({
    rule: id,
    when: conditionWords(condition, wording),
    outcome,
    ...(because !== undefined && { because }),
    ...partsOf(outcome, { ...definition.rights, ...rights }),
  }));
  const { otherwise: outcome, rights = {} } = definition;
  return [...ofRules, { when: 'otherwise', outcome, ...partsOf(outcome, rights) }];
}

type Parts = Pick<KindOfDecision, 'driver' | 'approvers' | 'contributors' | 'informed'>;

/** A role has one part in a decision, the strongest, but that it may both drive and approve. */
function partsOf(outcome: Outcome, { driver, contributors = [], informed = [] }: Rights): Parts {
  const approvers = outcome.kind === 'autonomous' ? alone(driver) : approversIn(requirementsOf(outcome));
  const taken = new Set<Name | undefined>([driver, ...approvers.map(({ role }) => role)]);
  const heard = [...new Set(contributors)].filter((role) => !taken.has(role));
  const told = [...new Set(informed)].filter((role) => !taken.has(role) && !heard.includes(role));
  return { ...(driver !== undefined && { driver }), approvers, contributors: heard, informed: told };
}

function alone(driver: Name | undefined): readonly Approver[] {
  return driver === undefined ? [] : [{ role: driver, quorum: 1 }];
}

/** Every role that has a part, each once. */
export function rolesIn(kinds: readonly KindOfDecision[]): readonly Name[] {
  const named = kinds.flatMap(({ driver, approvers, contributors, informed }) => [
    ...(driver === undefined ? [] : [driver]),
    ...approvers.flatMap(({ role }) => role ?? []),
    ...contributors,
    ...informed,
  ]);
  return [...new Set(named)];
}
