import { unseal } from '../process/seal.js';
import type { Process } from '../process/types.js';
import { dagreOf } from './graph/dagre.js';
import { layOutGraph } from './graph/layout.js';
import type { Arrangement } from './graph/types.js';
import { optionsOf } from './options.js';
import { paint } from './paint.js';
import { graphOfProcess } from './process/graph.js';
import type { ProcessPictureOptions } from './process/types.js';

const arrangements: readonly Arrangement[] = [
  { direction: 'right', widths: [240, 210, 180] },
  { direction: 'down', widths: [280, 220, 170] },
];

/**
 * Returns a process as the text of an SVG: a card for each phase with what is handed in and its gate, an edge for each go, a dashed one
 * where a track skips phases, and a dotted one back where a gate may send items back. Items are counted at the phases in which they
 * stand, findings at those that they are about.
 *
 * It is laid out by the package `@dagrejs/dagre`, which is given as an option. A process that has no room is wider than it was asked for.
 *
 * Throws a `KeelsonError`: `drawing/no-dagre` without that package, `drawing/unknown-track` for a track that the process does not have,
 * `drawing/too-many-marks` beyond 400 phases or 800 edges, `drawing/invalid-options` for a width or an id that no picture has.
 *
 * @example
 * import * as dagre from '@dagrejs/dagre';
 * const facts = defineFacts({ interviews: fact.number({ min: 0 }) });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({
 *   id: 'delivery', facts, policies: { alone },
 *   phases: { discovery: { gate: { authority: 'alone' } }, execution: { gate: { authority: 'alone', recycleTo: ['discovery'] } } },
 * });
 * const svg = processToSvg(process, { dagre, items: [{ phase: 'execution', status: 'active' }] });
 * svg.includes('<title>sent back from execution to discovery</title>'); //=> true
 */
export function processToSvg(process: Process, options: ProcessPictureOptions): string {
  const dagre = dagreOf(options);
  const { width } = optionsOf(options);
  const graph = graphOfProcess(unseal(process), options);
  const wanted = arrangements.filter(
    ({ direction }) => options.direction === undefined || options.direction === direction,
  );
  return paint(layOutGraph(graph, dagre, width, wanted), options);
}
