import type { MetricFinding } from '../../metrics/rule-types.js';
import type { GraphPictureOptions } from '../graph/dagre.js';

/** What the picture of a metric tree can be told. */
export interface MetricsPictureOptions extends GraphPictureOptions {
  /** Counted at the metrics that they are about, by severity; what each says is in the title of its metric. */
  readonly findings?: readonly MetricFinding[];
  /** Where outcomes stand; at the top where the tree fits so, else on the right. */
  readonly outcomes?: 'top' | 'right';
}
