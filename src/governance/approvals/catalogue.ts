import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import { day, instant } from '../../foundation/instant.js';
import type { ApprovalVote, Delegation } from './types.js';

/** Votes, or delegations; the directory that they are read with has `ana`, `bo` and `cy`, and a role `legal`. */
export type ApprovalExample =
  | { readonly votes: readonly ApprovalVote[] }
  | { readonly delegations: readonly Delegation[] };

function approval(id: string, by: string, more: Partial<ApprovalVote> = {}): ApprovalVote {
  return { id, by, at: instant('2026-11-23T09:00:00Z'), vote: 'approve', revision: '2', ...more };
}

/** What can be wrong with votes and delegations beyond their shape, with an example that has it, and the same put right. */
export const approvalCatalogue: readonly CatalogueEntry<ApprovalExample>[] = /* @__PURE__ */ (() => {
  const [first, middle, last] = [day('2026-12-01'), day('2026-12-15'), day('2027-01-04')];
  return [
    {
      code: 'governance/duplicate-vote',
      severity: 'error',
      summary: 'Two votes have one id, so that an assessment that names it could mean either.',
      bad: { votes: [approval('v1', 'ana'), approval('v1', 'bo')] },
      good: { votes: [approval('v1', 'ana'), approval('v2', 'bo')] },
    },
    {
      code: 'governance/unknown-person',
      severity: 'warning',
      summary: 'A vote or a delegation names somebody whom the directory has on no day, and so counts for nothing.',
      bad: { votes: [approval('v1', 'anna')] },
      good: { votes: [approval('v1', 'ana')] },
    },
    {
      code: 'governance/unknown-role',
      severity: 'warning',
      summary: 'A vote or a delegation is given in a role that the directory does not have, and so counts for nothing.',
      bad: { votes: [approval('v1', 'ana', { role: 'legl' })] },
      good: { votes: [approval('v1', 'ana', { role: 'legal' })] },
    },
    {
      code: 'governance/delegation-backwards',
      severity: 'error',
      summary: 'A delegation ends on or before the day on which it begins, and so never holds.',
      bad: { delegations: [{ from: 'ana', to: 'bo', fromDay: middle, toDay: first }] },
      good: { delegations: [{ from: 'ana', to: 'bo', fromDay: first, toDay: middle }] },
    },
    {
      code: 'governance/delegation-to-oneself',
      severity: 'error',
      summary: 'Somebody delegates to themselves, which says nothing.',
      bad: { delegations: [{ from: 'ana', to: 'ana' }] },
      good: { delegations: [{ from: 'ana', to: 'bo' }] },
    },
    {
      code: 'governance/crossing-delegations',
      severity: 'warning',
      summary: 'Two delegations say the same on the same days, so that to end one of them would not end it.',
      bad: {
        delegations: [
          { from: 'ana', to: 'bo', fromDay: first, toDay: last },
          { from: 'ana', to: 'bo', fromDay: middle },
        ],
      },
      good: {
        delegations: [
          { from: 'ana', to: 'bo', fromDay: first, toDay: middle },
          { from: 'ana', to: 'bo', fromDay: middle },
        ],
      },
    },
  ];
})();
