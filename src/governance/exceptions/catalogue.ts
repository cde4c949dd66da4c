import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import { instant } from '../../foundation/instant.js';
import type { ExceptionCase, ExceptionEntry } from './types.js';

function exception(id: string, ...entries: readonly string[]): ExceptionCase {
  const at = instant('2026-12-21T09:00:00Z');
  const terms = { longest: { days: 2 }, renewals: 1 };
  const log = entries.map((entry): ExceptionEntry => ({ id: entry, kind: 'deny', by: 'eva', at }));
  return {
    request: { id, policy: 'shipping', rule: 'freeze', subject: 'checkout', by: 'ana', at, reason: 'a fix', terms },
    log,
  };
}

/** What can be wrong with a list of exceptions beyond its shape, with a list that has it, and the same put right. */
export const exceptionCatalogue: readonly CatalogueEntry<readonly ExceptionCase[]>[] = /* @__PURE__ */ (() => [
  {
    code: 'governance/duplicate-exception',
    severity: 'error' as const,
    summary: 'Two exceptions have one id, so that a report that names it could mean either.',
    bad: [exception('E-1'), exception('E-1')],
    good: [exception('E-1'), exception('E-2')],
  },
  {
    code: 'governance/duplicate-entry',
    severity: 'error' as const,
    summary: 'Two entries of one log have one id, so that an assessment that names it could mean either.',
    bad: [exception('E-1', '1', '1')],
    good: [exception('E-1', '1', '2')],
  },
])();
