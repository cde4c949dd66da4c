import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import type { Json } from '../../foundation/json.js';
import type { MigrationMapping } from './types.js';

/** What is to become of items: the mapping, and each item by what differs from one that has just begun. */
export interface MigrationExample {
  readonly mapping: MigrationMapping;
  /** null stands for something that is no item. */
  readonly items: readonly ({ readonly [part: string]: Json } | null)[];
  /** That items go to; absent means 2. */
  readonly version?: number;
}

type Row = readonly [code: string, summary: string, bad: MigrationExample, good: MigrationExample];

/**
 * Why items do not move to the next version of their process, and what they would lose. In the examples version 1 has the phases
 * `learn` (with `brief` and `notes`) and `build`, and the tracks `fast` and `slow`; version 2 the phases `discover` (with `report`) and `build`,
 * and the track `fast`, which skips `discover`. The fact `cost` is at most 100 in version 2.
 */
export const migrationCatalogue: readonly CatalogueEntry<MigrationExample>[] = /* @__PURE__ */ (() => {
  const at = '2026-11-02T09:00:00Z';
  const phases = { learn: 'discover' };
  const good: MigrationExample = { mapping: { phases }, items: [{}] };
  const ofItem = (item: { readonly [part: string]: Json }): MigrationExample => ({
    mapping: { phases },
    items: [item],
  });
  const brief = { brief: { evidence: [{ uri: 'wiki:1', at, by: 'ana', sequence: 1 }], revision: 1 } };
  const promised = {
    ...{ id: 'law', text: 'ask legal', owner: 'bo', due: '2026-11-06', onLapse: { recycleTo: 'learn' } },
    ...{ deadline: { at: '2026-11-07T00:00:00Z', calendar: '7' }, status: 'open', phase: 'learn', sequence: 1 },
  };
  const errors: readonly Row[] = [
    [
      'process/not-next-version',
      'Items are to go to a version that is no later one of the same process.',
      { ...good, version: 1 },
      good,
    ],
    [
      'process/unknown-migrated-name',
      'A mapping names what the one version or the other does not have.',
      { mapping: { phases: { learn: 'discovery' } }, items: [] },
      good,
    ],
    [
      'process/merged-deliverables',
      'Two deliverables are to become one, which can keep the evidence of one only.',
      { mapping: { phases, deliverables: { brief: 'report', notes: 'report' } }, items: [] },
      { mapping: { phases, deliverables: { brief: 'report', notes: null } }, items: [] },
    ],
    [
      'process/not-an-item',
      'Something among the items is no state of one.',
      { mapping: { phases }, items: [null] },
      good,
    ],
    [
      'process/migrated-twice',
      'An item stands twice among those to be moved, so that it would have two states.',
      { mapping: { phases }, items: [{}, {}] },
      { mapping: { phases }, items: [{}, { id: 'PAY-18' }] },
    ],
    [
      'process/not-of-version',
      'An item is not under the version, or not of the process, that items are moved from.',
      ofItem({ version: 2 }),
      ofItem({ version: 1 }),
    ],
    ['process/no-next-phase', 'An item is in a phase that has no successor.', { mapping: {}, items: [{}] }, good],
    [
      'process/no-next-track',
      'An item is on a track that has no successor.',
      ofItem({ phase: 'build', track: 'slow' }),
      { mapping: { phases, tracks: { slow: null } }, items: [{ phase: 'build', track: 'slow' }] },
    ],
    [
      'process/next-phase-skipped',
      'An item would be in a phase that its track skips.',
      ofItem({ track: 'fast' }),
      ofItem({ phase: 'build', track: 'fast' }),
    ],
    [
      'process/migrated-too-early',
      'An item changed after the moment at which it is to be moved.',
      ofItem({ changedAt: '2026-11-04T09:00:00Z' }),
      ofItem({ changedAt: '2026-11-03T09:00:00Z' }),
    ],
    [
      'process/unfit-fact',
      'A fact of an item is not one that the next version takes.',
      ofItem({ facts: { cost: 200 } }),
      ofItem({ facts: { cost: 100 } }),
    ],
  ];
  const warnings: readonly Row[] = [
    [
      'process/loses-evidence',
      'An item would lose what came in for a deliverable of its phase.',
      ofItem({ deliverables: brief }),
      { mapping: { phases, deliverables: { brief: 'report' } }, items: [{ deliverables: brief }] },
    ],
    [
      'process/loses-votes',
      'An item would lose votes: they were about a gate of the earlier version.',
      ofItem({ votes: [{ id: 'v1', by: 'dan', at, vote: 'approve', revision: 1, sequence: 1 }] }),
      ofItem({ votes: [] }),
    ],
    [
      'process/loses-recycle',
      'A condition that would have sent an item back could only hold it: the phase has no successor.',
      { mapping: { phases: { learn: null } }, items: [{ phase: 'build', conditions: [promised] }] },
      ofItem({ phase: 'build', conditions: [promised] }),
    ],
  ];
  const entriesOf = (severity: 'error' | 'warning', rows: readonly Row[]) =>
    rows.map(([code, summary, bad, put]) => ({ code, severity, summary, bad, good: put }));
  return [...entriesOf('error', errors), ...entriesOf('warning', warnings)];
})();
