import type { CatalogueEntry } from '../../foundation/diagnostic.js';
import type { Json } from '../../foundation/json.js';

/** A tracker's change log as it comes from outside; its statuses are `Backlog`, `Learn`, `Build` and `Done`. */
export interface ChangeLogExample {
  readonly schemaVersion: 1;
  readonly asOf: string;
  readonly changes: readonly { readonly [key: string]: Json }[];
  readonly current?: readonly { readonly [key: string]: Json }[];
}

type Row<Example> = readonly [code: string, summary: string, bad: Example, good: Example];

/** What contradicts itself in a change log, and what means nothing. */
export const changeLogCatalogue: readonly CatalogueEntry<ChangeLogExample>[] = /* @__PURE__ */ (() => {
  const change = (day: string, from: string, to: string) => ({
    ...{ item: 'P-7', at: `2026-${day}T09:00:00Z` },
    ...{ from, to },
  });
  const begun = change('09-01', 'Backlog', 'Learn');
  const built = change('10-01', 'Learn', 'Build');
  const log = (
    changes: ChangeLogExample['changes'],
    current?: NonNullable<ChangeLogExample['current']>,
  ): ChangeLogExample => ({
    ...{ schemaVersion: 1, asOf: '2026-11-02T09:00:00Z', changes },
    ...(current !== undefined && { current }),
  });
  const now = (value: string) => ({ item: 'P-7', value });
  const good = log([begun, built]);
  const warnings: readonly Row<ChangeLogExample>[] = [
    ['process/unordered-changes', 'A change stands behind a later one of its item.', log([built, begun]), good],
    [
      'process/change-after-export',
      'A change is of a moment after the export of the log.',
      log([change('12-01', 'Backlog', 'Learn')]),
      log([begun]),
    ],
    [
      'process/broken-history',
      'A change begins with another status than the one before it ended with, so that one is missing.',
      log([begun, change('10-01', 'Build', 'Done')]),
      log([begun, built, change('10-02', 'Build', 'Done')]),
    ],
    [
      'process/current-differs',
      'An item has another status now than its last change says.',
      log([begun, built], [now('Done')]),
      log([begun, built], [now('Build')]),
    ],
    [
      'process/unknown-status',
      'The mapping does not have a status, so that nobody knows where the item was.',
      log([change('09-01', 'Backlog', 'Larn')]),
      log([begun]),
    ],
  ];
  return [
    {
      code: 'process/duplicate-current',
      severity: 'error' as const,
      summary: 'An item has two current values, so that either could be so.',
      bad: log([begun], [now('Learn'), now('Build')]),
      good: log([begun], [now('Learn')]),
    },
    ...warnings.map(([code, summary, bad, put]) => ({ code, severity: 'warning' as const, summary, bad, good: put })),
  ];
})();

/** Moves of items as they come from outside. */
export type MovesExample = readonly { readonly [key: string]: Json }[];

/**
 * Which moves a process does not allow. That of the examples has the phases `learn`, `plan` and `build`; the gate of `build` sends an item
 * back to `learn`, once.
 */
export const moveCatalogue: readonly CatalogueEntry<MovesExample>[] = /* @__PURE__ */ (() => {
  const move = (from: Json, to: Json) => ({ item: 'P-7', at: '2026-09-01T09:00:00Z', from, to });
  const around = [move('learn', 'plan'), move('plan', 'build'), move('build', 'learn')];
  const errors: readonly Row<MovesExample>[] = [
    [
      'process/unknown-place',
      'A move names a phase or a track that the process does not have.',
      [move('learn', 'paln')],
      [move('learn', 'plan')],
    ],
    [
      'process/unreadable-history',
      'A move, or what was known of an item, is of no moment in UTC.',
      [{ ...move('learn', 'plan'), at: '1 September 2026' }],
      [move('learn', 'plan')],
    ],
  ];
  const warnings: readonly Row<MovesExample>[] = [
    [
      'process/move-begins-midway',
      'An item came into the process in another phase than the first.',
      [move(null, 'plan')],
      [move(null, 'learn')],
    ],
    [
      'process/move-skips-phase',
      'An item passed over a phase that is not to be skipped.',
      [move('learn', 'build')],
      [move('learn', 'plan'), move('plan', 'build')],
    ],
    [
      'process/move-goes-back',
      'An item went back to where the gate sends none.',
      [move('build', 'plan')],
      [move('build', 'learn')],
    ],
    [
      'process/move-recycles-too-often',
      'An item went back more often than the gate sends one.',
      [...around, ...around],
      around,
    ],
    [
      'process/move-after-end',
      'An item moved after its end.',
      [move({ end: 'killed' }, 'learn')],
      [move('learn', { end: 'killed' })],
    ],
    [
      'process/move-leaves-process',
      'An item left the process by neither its end nor a kill.',
      [move('build', null)],
      [move('build', { end: 'completed' })],
    ],
  ];
  const entriesOf = (severity: 'error' | 'warning', rows: readonly Row<MovesExample>[]) =>
    rows.map(([code, summary, bad, good]) => ({ code, severity, summary, bad, good }));
  return [...entriesOf('error', errors), ...entriesOf('warning', warnings)];
})();
