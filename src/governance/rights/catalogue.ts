import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import type { Outcome, PolicyDefinition, Requirement } from '../types.js';

/** The parts of a policy that say who has which part, and the roles that somebody holds; without `held` no directory is asked. */
export interface RightsExample extends Pick<PolicyDefinition, 'rights' | 'otherwise'> {
  readonly held?: readonly string[];
}

function requires(...requirements: readonly Requirement[]): Outcome {
  return { kind: 'requires', requirements };
}

const rights = { driver: 'pm' };
const director = { role: 'director', quorum: 1 };
const legal = { role: 'legal', quorum: 1 };

/** What can be wrong with who decides what: a policy that has it, and the same put right. */
export const rightsCatalogue: readonly CatalogueEntry<RightsExample>[] = /* @__PURE__ */ (() => [
  {
    code: 'governance/no-approver',
    severity: 'error',
    summary: 'Fewer people can approve decisions of a kind than must, so that none is ever made.',
    bad: { rights, otherwise: requires({ ...director, quorum: 2 }), held: ['pm', 'director'] },
    good: { rights, otherwise: requires(director), held: ['pm', 'director'] },
  },
  {
    code: 'governance/two-approvers',
    severity: 'warning',
    summary:
      'Two roles must approve decisions of a kind and neither just holds a veto, so that nobody has the last word.',
    bad: { rights, otherwise: requires(director, legal) },
    good: { rights, otherwise: requires(director, { ...legal, veto: true }) },
  },
  {
    code: 'governance/vacant-role',
    severity: 'warning',
    summary: 'A role drives decisions, contributes or is informed that nobody holds on the day that is asked about.',
    bad: { rights: { ...rights, informed: ['support'] }, otherwise: requires(director), held: ['pm', 'director'] },
    good: { rights, otherwise: requires(director), held: ['pm', 'director'] },
  },
  {
    code: 'governance/no-driver',
    severity: 'info',
    summary: 'Decisions have no driver by name, so that whoever asks has to lead them to their end.',
    bad: { otherwise: requires(director) },
    good: { rights, otherwise: requires(director) },
  },
])();
