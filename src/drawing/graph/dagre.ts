import { keelsonError } from '../../foundation/error.js';
import type { PictureOptions } from '../types.js';

// Dagre is described here in place of imported: whoever draws no graphs need not have it, nor its types. A module that a consumer may
// not have cannot be imported in a way that works for both module formats, for bundlers, and at once; so the caller hands it over.

/** The part of a graph of dagre's that is used. */
export interface DagreGraph {
  setGraph(label: object): unknown;
  setNode(id: string, label: object): unknown;
  setEdge(from: string, to: string, label: object, name: string): unknown;
  node(id: string): object;
  edge(from: string, to: string, name: string): object;
}

/** The package `@dagrejs/dagre`, which lays out graphs: what `import * as dagre from '@dagrejs/dagre'` gives. */
export interface Dagre {
  readonly graphlib: { readonly Graph: new (options?: { multigraph?: boolean }) => DagreGraph };
  layout(graph: DagreGraph): unknown;
}

/** What pictures of graphs are told. */
export interface GraphPictureOptions extends PictureOptions {
  /** `import * as dagre from '@dagrejs/dagre'`; the package is installed beside keelson by whoever draws graphs. */
  readonly dagre: Dagre;
}

/** Throws a `KeelsonError` (`drawing/no-dagre`) for options without it, which only the compiler would have caught. */
export function dagreOf(options: Partial<GraphPictureOptions> | undefined): Dagre {
  const dagre = options?.dagre;
  if (typeof dagre?.layout === 'function' && typeof dagre.graphlib?.Graph === 'function') return dagre;
  const message =
    'graphs are laid out by the package @dagrejs/dagre, and it was not given: ' +
    "npm install @dagrejs/dagre, then import * as dagre from '@dagrejs/dagre' and give { dagre } as an option";
  throw keelsonError('drawing/no-dagre', message);
}
