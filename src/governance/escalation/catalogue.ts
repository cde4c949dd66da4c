import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import type { EscalationInput } from './define.js';

/** What can be wrong with a way up beyond its shape, with one that has it, and the same put right. */
export const escalationCatalogue: readonly CatalogueEntry<EscalationInput>[] = /* @__PURE__ */ (() => {
  const lead = { id: 'lead', owner: { role: 'lead' }, within: { workingHours: 8 }, onTimeout: 'next' } as const;
  const exec = { id: 'exec', owner: { role: 'exec' }, within: { workingDays: 2 }, onTimeout: 'reject' } as const;
  const good: EscalationInput = { id: 'disputes', steps: [lead, exec] };

  return [
    {
      code: 'governance/duplicate-step',
      severity: 'error',
      summary: 'Two steps of a way up have one id, so that an entry of its log could mean either.',
      bad: { id: 'disputes', steps: [lead, { ...exec, id: 'lead' }] },
      good,
    },
    {
      code: 'governance/unknown-step',
      severity: 'error',
      summary: 'A step hands on to one that does not exist.',
      bad: { id: 'disputes', steps: [lead, { ...exec, next: 'exek' }] },
      good,
    },
    {
      code: 'governance/endless-escalation',
      severity: 'error',
      summary: 'A way up has no end: its last step hands on to nobody, or steps hand on to each other in a circle.',
      bad: { id: 'disputes', steps: [lead, { ...exec, onTimeout: 'next' }] },
      good,
    },
    {
      code: 'governance/unreachable-step',
      severity: 'error',
      summary: 'No step leads to a step, so that its owners are never asked.',
      bad: {
        id: 'disputes',
        steps: [{ ...lead, next: 'exec' }, { ...lead, id: 'director' }, exec],
      },
      good,
    },
  ];
})();
