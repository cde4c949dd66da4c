import { type Metric, type MetricTree, parseMetrics } from 'keelson/metrics';
import { metricOf } from './metric.js';
import type { SomaRecord } from './record.js';

/** The published definitions as a metric tree, and the names that they go by in their own world. */
export interface SomaTree {
  readonly tree: MetricTree;
  readonly metrics: readonly Metric[];
  /** By id; an id that is the ref itself is in it too. */
  readonly refs: ReadonlyMap<string, string>;
}

/** Reads the text of `soma-metrics.json`; throws for one that is no list of definitions. */
export function readSoma(text: string): SomaTree {
  const records: readonly SomaRecord[] = JSON.parse(text);
  const metrics = records.map(metricOf);
  const tree = parseMetrics({ schemaVersion: 1, id: 'soma', version: '2023-08', metrics });
  return { tree, metrics, refs: new Map(records.map((record, i) => [metrics[i]!.id, record['Metric Ref']])) };
}
