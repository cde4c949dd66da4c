import type { CatalogueEntry } from '../foundation/diagnostic.js';
import type { ExternalId } from '../foundation/names.js';

/** What a host asks of a store in which some items were begun: to begin another, or to carry out a command. */
export type HostExample = { readonly items: readonly ExternalId[] } & (
  | { readonly begin: ExternalId }
  | {
      readonly commandTo: ExternalId;
      readonly attempts: number;
      /** How often somebody else appends first. */
      readonly overtaken: number;
    }
);

/** What `handleCommand` and `handleStart` refuse beside what the process does. */
export const hostCatalogue: readonly CatalogueEntry<HostExample>[] = /* @__PURE__ */ (() => {
  const items = ['PAY-17'];
  return [
    {
      code: 'host/unknown-item',
      severity: 'error',
      summary: 'A command is for an item that nobody began: its stream has no events.',
      bad: { items, commandTo: 'PAY-71', attempts: 5, overtaken: 0 },
      good: { items, commandTo: 'PAY-17', attempts: 5, overtaken: 0 },
    },
    {
      code: 'host/item-exists',
      severity: 'error',
      summary: 'An item is to begin under an id that another has already, so that their histories would be one.',
      bad: { items, begin: 'PAY-17' },
      good: { items, begin: 'PAY-18' },
    },
    {
      code: 'host/conflict',
      severity: 'error',
      summary: 'Others appended first in each attempt to carry out a command, and it is still wanted.',
      bad: { items, commandTo: 'PAY-17', attempts: 3, overtaken: 3 },
      good: { items, commandTo: 'PAY-17', attempts: 3, overtaken: 2 },
    },
  ];
})();
