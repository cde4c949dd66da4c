import { definitionOf } from '../../foundation/definition.js';
import { type Day, day } from '../../foundation/instant.js';
import { peopleInRole } from '../../organization/people-in-role.js';
import type { Directory, OnDay } from '../../organization/types.js';
import { unseal } from '../seal.js';
import type { Policy } from '../types.js';
import { findingsOf, type Staff } from './findings.js';
import { kindsOf, rolesIn } from './kinds.js';
import type { DecisionRights } from './types.js';

/**
 * Returns who has which part in each kind of decision that a policy tells apart, as DACI has it: who drives it, who approves, who
 * contributes, who is informed.
 *
 * A rule is a kind of decision, and what no rule matches is the last; where several hold for one request, the policy's `hit`
 * says which count. Approvers are those whom the outcome asks; the rest is what the policy, or the rule, names in its `rights`.
 * Of an autonomous outcome the driver is the approver; where no driver is named, it is whoever makes the request. A role that
 * has several parts keeps the strongest, but may both drive and approve.
 *
 * With a directory and a day also who holds each role then, for whatever team, and the findings that this allows. Whoever may be
 * excluded (`exclude`) counts: that depends on the request.
 *
 * Findings: `governance/no-approver` where fewer people can approve than must, `governance/two-approvers` where two parts must approve
 * and neither has just a veto (RAPID calls that to agree, and leaves the decision to one: Rogers and Blenko, 2006),
 * `governance/vacant-role`, `governance/no-driver`. Throws a `KeelsonError` (`foundation/day`) for a day that does not exist.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number({ unit: 'USD', min: 0 }), personal: fact.boolean() });
 * const shipping = definePolicy({
 *   id: 'shipping', facts, rights: { driver: 'pm', informed: ['support'] },
 *   rules: [
 *     { id: 'cheap', when: 'cost < 5000', then: outcome.autonomous() },
 *     { id: 'personal_data', when: 'personal', then: outcome.requires({ role: 'legal', quorum: 1 }), rights: { contributors: ['security'] } },
 *   ],
 *   otherwise: outcome.requires({ role: 'director', quorum: 1 }, { role: 'finance', quorum: 1 }),
 * });
 * const { kinds, findings } = decisionRights(shipping);
 * kinds[1];
 * //=> {
 * //     rule: 'personal_data',
 * //     when: 'personal',
 * //     outcome: { kind: 'requires', requirements: [{ role: 'legal', quorum: 1 }] },
 * //     driver: 'pm',
 * //     approvers: [{ role: 'legal', quorum: 1 }],
 * //     contributors: ['security'],
 * //     informed: ['support'],
 * //   }
 * findings.map(({ code, path }) => [code, path]); //=> [['governance/two-approvers', ['otherwise']]]
 */
export function decisionRights(policy: Policy): DecisionRights;
export function decisionRights(policy: Policy, directory: Directory, options: OnDay): DecisionRights;
export function decisionRights(policy: Policy, directory?: Directory, options?: OnDay): DecisionRights {
  const compiled = unseal(policy);
  const kinds = kindsOf(compiled);
  const roles = rolesIn(kinds);
  const staff = directory && staffOf(directory, day(options?.on ?? ''));
  const findings = findingsOf(compiled.definition, kinds, staff);
  return {
    kinds,
    roles,
    hit: compiled.definition.hit,
    findings,
    ...(staff !== undefined && {
      on: staff.on,
      holders: roles.map((role) => ({ role, people: peopleInRole(staff.directory, role, staff) })),
    }),
    policy: compiled.reference,
  };
}

function staffOf(directory: Directory, on: Day): Staff {
  return { directory, on, known: definitionOf(directory).roles.map(({ id }) => id) };
}
