import { createFaultList, type FaultList } from '../../foundation/fault-list.js';
import { compareInstants } from '../../foundation/instant.js';
import { formatPath } from '../../foundation/path.js';
import { defaultDoorLimits } from '../../foundation/plain-json.js';
import { shorten } from '../../foundation/shorten.js';
import { type Current, isBefore, type Line, readItem } from './read-item.js';
import { createStatusReader } from './statuses.js';
import type { ChangeLog, InferredHistory, StatusMapping } from './types.js';

/**
 * Returns the moves between phases that a tracker's change log tells of, each with how far it is known, where items stand at its
 * end, and what the log does not say. A value that does not follow from the one before is taken for a move that nobody wrote down: between the
 * two, at a time that is only bounded. Lines that are out of order are read in the order of time.
 *
 * Contradictions and statuses without a meaning are diagnostics, warnings each, 1,000 at most; never throws for what a log holds.
 *
 * @example
 * const mapping = { statuses: { Backlog: null, Discovery: 'discovery', Build: 'build', Done: { end: 'completed' } } } as const;
 * const log = safeParseChangeLog({
 *   schemaVersion: 1, asOf: '2026-11-02T09:00:00Z',
 *   changes: [
 *     { item: 'P-7', at: '2026-09-01T09:00:00Z', from: 'Backlog', to: 'Discovery' },
 *     { item: 'P-7', at: '2026-10-01T09:00:00Z', from: 'Build', to: 'Done' },
 *   ],
 * });
 * if (!log.ok) throw new Error('no change log');
 * const { moves, gaps, diagnostics } = inferMoves(log.value, mapping);
 * moves.map(({ to, certainty }) => [to, certainty]);
 * //=> [['discovery', 'recorded'], ['build', 'inferred'], [{ end: 'completed' }, 'recorded']]
 * gaps; //=> [{ item: 'P-7', kind: 'unseen', since: '2026-09-01T09:00:00Z', until: '2026-10-01T09:00:00Z' }]
 * diagnostics.map(({ code, path }) => [code, path]); //=> [['process/broken-history', ['changes', 1, 'from']]]
 */
export function inferMoves<const P extends string>(log: ChangeLog, mapping: StatusMapping<P>): InferredHistory<P> {
  const faults = createFaultList('shape/too-many-faults', defaultDoorLimits.faults);
  const statuses = createStatusReader(mapping.statuses);
  const walks = { moves: [], positions: [], gaps: [] } satisfies Omit<InferredHistory<P>, 'diagnostics'>;
  for (const [item, { lines, current }] of byItem(log, mapping.field)) {
    readItem(item, inOrder(item, lines, faults), current, { log, statuses, faults, found: walks });
  }
  statuses.report(faults);
  const diagnostics = faults.diagnostics().map((fault) => Object.freeze({ ...fault, severity: 'warning' as const }));
  return { ...walks, diagnostics };
}

interface Lines {
  readonly lines: Line[];
  current?: Current;
}

function byItem({ changes, current = [] }: ChangeLog, field: string | undefined): ReadonlyMap<string, Lines> {
  const items = new Map<string, Lines>();
  const linesOf = (item: string): Lines => {
    const lines = items.get(item) ?? { lines: [] };
    items.set(item, lines);
    return lines;
  };
  for (const [index, change] of changes.entries()) {
    if (field !== undefined && change.field !== undefined && change.field !== field) continue;
    linesOf(change.item).lines.push({ change, index });
  }
  for (const [index, { item, value }] of current.entries()) linesOf(item).current = { value, index };
  return items;
}

/** In the order of time; lines of one moment stay as they are. */
function inOrder(item: string, lines: readonly Line[], faults: FaultList): readonly Line[] {
  const late = lines.findIndex(({ change }, i) => i > 0 && isBefore(change.at, lines[i - 1]!.change.at));
  if (late === -1) return lines;
  const [before, after] = [lines[late - 1]!, lines[late]!];
  faults.add(['changes', after.index, 'at'], () => ({
    code: 'process/unordered-changes',
    message: `${formatPath(['changes', after.index])} of ${shorten(item)} is of ${after.change.at}, but stands behind one of ${before.change.at}`,
    hint: 'sort the log by time; it was read as if it were',
    related: [{ path: ['changes', before.index, 'at'], message: 'the later one' }],
  }));
  return [...lines].sort((a, b) => compareInstants(a.change.at, b.change.at));
}
