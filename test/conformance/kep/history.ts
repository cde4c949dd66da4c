import { compareInstants, instantFromMilliseconds } from 'keelson/foundation';
import { type InferredHistory, inferMoves, safeParseChangeLog, type TrackerChange } from 'keelson/process';
import type { Stage } from './stages.js';

/** A state of a proposal as it was observed. */
interface Observation {
  readonly kep: number;
  /** Seconds since 1970. */
  readonly at: number;
  readonly stage: string | null;
}

/** What an observed stage means; whatever else stands there means nothing. An empty one is none. */
const mapping = { statuses: { alpha: 'alpha', beta: 'beta', stable: 'stable', '': null } } as const;

/** The moves between stages that the observations tell of, and how many proposals there are. */
export function readHistory(text: string): { readonly proposals: number; readonly history: InferredHistory<Stage> } {
  const observations: readonly Observation[] = JSON.parse(text);
  const changes = observations.map(
    ({ kep, at, stage }): TrackerChange => ({ item: `KEP-${kep}`, at: instantFromMilliseconds(at * 1_000), to: stage }),
  );
  const asOf = changes.reduce(
    (latest, { at }) => (compareInstants(at, latest) > 0 ? at : latest),
    instantFromMilliseconds(0),
  );
  const log = safeParseChangeLog({ schemaVersion: 1, asOf, changes });
  if (!log.ok) throw new Error(JSON.stringify(log.diagnostics[0]));
  return {
    proposals: new Set(observations.map(({ kep }) => kep)).size,
    history: inferMoves(log.value, mapping),
  };
}
