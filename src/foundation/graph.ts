// The graph core: nodes are 0 to n - 1, edges stand in integer arrays, nothing recurses. Internal to the library.
export { stronglyConnected } from './graph/components.js';
export { createGraph, type Graph, type GraphBuilder, graphBuilder, reverseGraph } from './graph/create.js';
export { findCycles } from './graph/cycles.js';
export { topologicalOrder } from './graph/order.js';
export { reachable } from './graph/reach.js';
