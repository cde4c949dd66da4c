import { unseal } from '../metrics/seal.js';
import type { MetricTree } from '../metrics/types.js';
import { dagreOf } from './graph/dagre.js';
import { layOutGraph } from './graph/layout.js';
import type { Arrangement } from './graph/types.js';
import { graphOfMetrics } from './metrics/graph.js';
import type { MetricsPictureOptions } from './metrics/types.js';
import { optionsOf } from './options.js';
import { paint } from './paint.js';

const arrangements: readonly Arrangement[] = [
  { direction: 'down', widths: [190, 140, 104] },
  { direction: 'left', widths: [210, 180, 150, 126, 104] },
];

/**
 * Returns a metric tree as the text of an SVG: a card for each metric, in layers, with an edge from each component to what is computed
 * from it, from guardrails to what they guard, and from what is believed to move a metric, with its sign. Findings are counted at the
 * metrics that they are about. A name that does not exist is drawn nowhere: `lintMetrics` reports it.
 *
 * It is laid out by the package `@dagrejs/dagre`, which is given as an option. A tree that has no room is wider than it was asked for.
 *
 * Throws a `KeelsonError`: `drawing/no-dagre` without that package, `drawing/too-many-marks` beyond 400 metrics or 800 edges,
 * `drawing/invalid-options` for a width or an id that no picture has.
 *
 * @example
 * import * as dagre from '@dagrejs/dagre';
 * const tree = defineMetrics({ metrics: { a: { role: 'outcome', unit: '1', formula: 'b * 2' }, b: { role: 'input', unit: '1' } } });
 * const svg = metricsToSvg(tree, { dagre, findings: lintMetrics(tree) });
 * svg.includes('<title>b is part of a</title>'); //=> true
 */
export function metricsToSvg(tree: MetricTree, options: MetricsPictureOptions): string {
  const dagre = dagreOf(options);
  const { width } = optionsOf(options);
  const { outcomes, findings = [] } = options;
  const graph = graphOfMetrics(unseal(tree), findings);
  const wanted = arrangements.filter(({ direction }) => outcomes !== (direction === 'down' ? 'right' : 'top'));
  return paint(layOutGraph(graph, dagre, width, wanted), options);
}
