import type { MetricExample } from 'keelson/metrics';
import type { CompiledMetrics } from '../../src/metrics/compile.js';
import { unseal } from '../../src/metrics/seal.js';
import { treeOf } from './lint-tree.js';

/** The tables of an example's tree. */
export function compiledTree(
  metrics: MetricExample['metrics'],
  rest: Omit<MetricExample, 'metrics'> = {},
): CompiledMetrics {
  return unseal(treeOf({ metrics, ...rest }));
}
