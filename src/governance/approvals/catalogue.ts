import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import { instant } from '../../foundation/instant.js';
import type { ApprovalVote } from './types.js';

function approval(id: string, by: string): ApprovalVote {
  return { id, by, at: instant('2026-11-23T09:00:00Z'), vote: 'approve', revision: '2' };
}

/** What can be wrong with a list of votes beyond its shape, with a list that has it, and the same put right. */
export const approvalCatalogue: readonly CatalogueEntry<readonly ApprovalVote[]>[] = /* @__PURE__ */ (() => [
  {
    code: 'governance/duplicate-vote',
    severity: 'error',
    summary: 'Two votes have one id, so that an assessment that names it could mean either.',
    bad: [approval('v1', 'ana'), approval('v1', 'bo')],
    good: [approval('v1', 'ana'), approval('v2', 'bo')],
  },
])();
