import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import { instant } from '../../foundation/instant.js';
import type { StoredFact } from '../facts/types.js';
import type { PastRequest } from './types.js';

/** A log with the facts that it is read with: `cost` makes a case riskier, and days are counted in UTC. */
export interface HistoryExample {
  readonly facts: readonly StoredFact[];
  readonly log: readonly PastRequest[];
}

const cost: readonly StoredFact[] = [{ id: 'cost', type: 'number', min: 0 }];

const dated: readonly StoredFact[] = [
  { id: 'launch', type: 'date' },
  { id: 'days_left', type: 'integer', derived: { kind: 'workingDaysUntil', of: 'launch' } },
];

function past(id: string, amount: number, kind: 'autonomous' | 'forbidden'): PastRequest {
  return { id, facts: { cost: amount }, outcome: { kind } };
}

/** What can be wrong with logs of past requests: every code with a log that has it, and the same put right. */
export const historyCatalogue: readonly CatalogueEntry<HistoryExample>[] = /* @__PURE__ */ (() => [
  {
    code: 'governance/duplicate-request',
    severity: 'error',
    summary: 'Two requests of a log have one id, so that a report that names it could mean either.',
    bad: { facts: cost, log: [past('R-1', 5, 'autonomous'), past('R-1', 6, 'autonomous')] },
    good: { facts: cost, log: [past('R-1', 5, 'autonomous'), past('R-2', 6, 'autonomous')] },
  },
  {
    code: 'governance/missing-moment',
    severity: 'error',
    summary:
      'A request does not say when it was decided, but facts are counted from that moment, so that it cannot be judged.',
    bad: { facts: dated, log: [{ id: 'R-1', facts: { launch: '2026-11-30' } }] },
    good: {
      facts: dated,
      log: [{ id: 'R-1', facts: { launch: '2026-11-30' }, at: instant('2026-11-02T09:00:00Z') }],
    },
  },
  {
    code: 'governance/decided-both-ways',
    severity: 'warning',
    summary: 'Requests of equal facts were decided differently: by whim, or for a reason that no fact records.',
    bad: { facts: cost, log: [past('R-1', 5, 'autonomous'), past('R-2', 5, 'forbidden')] },
    good: { facts: cost, log: [past('R-1', 5, 'autonomous'), past('R-2', 5, 'autonomous')] },
  },
  {
    code: 'governance/riskier-yet-easier',
    severity: 'warning',
    summary: 'A request that was riskier in every respect got the laxer outcome.',
    bad: { facts: cost, log: [past('R-1', 9, 'autonomous'), past('R-2', 5, 'forbidden')] },
    good: { facts: cost, log: [past('R-1', 9, 'forbidden'), past('R-2', 5, 'autonomous')] },
  },
])();
