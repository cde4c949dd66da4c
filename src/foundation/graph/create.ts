import { keelsonError } from '../error.js';

/**
 * A directed graph in compressed rows: the targets of node `v` are `targets[offsets[v]]` up to, not with,
 * `targets[offsets[v + 1]]`, ascending and each once.
 */
export interface Graph {
  /** How many nodes; they are named 0 to `nodes - 1`. */
  readonly nodes: number;
  /** `nodes + 1` entries. */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

/** Collects edges whose number is not known beforehand. */
export interface GraphBuilder {
  /** Adds an edge; a repeated one counts once. */
  add(from: number, to: number): void;
  build(): Graph;
}

/**
 * Returns the graph with an edge `from[i] -> to[i]` for each `i`. Repeated edges count once and the order in which
 * edges are given leaves no trace. O(nodes + edges) for rows of bounded length.
 *
 * Throws a `KeelsonError` (`foundation/graph`) when the lists differ in length or name a node that does not exist.
 */
export function createGraph(nodes: number, from: Int32Array, to: Int32Array): Graph {
  if (from.length !== to.length) {
    throw keelsonError('foundation/graph', `${from.length} edge sources stand against ${to.length} edge targets`);
  }
  const offsets = new Int32Array(nodes + 1);
  for (let edge = 0; edge < from.length; edge++) {
    const source = from[edge]!;
    const target = to[edge]!;
    if (source < 0 || source >= nodes || target < 0 || target >= nodes) {
      throw keelsonError('foundation/graph', `edge ${source} -> ${target} leaves a graph of ${nodes} nodes`);
    }
    offsets[source + 1]!++;
  }
  for (let node = 0; node < nodes; node++) offsets[node + 1]! += offsets[node]!;
  const next = offsets.slice(0, nodes);
  const targets = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge++) targets[next[from[edge]!]!++] = to[edge]!;
  return { nodes, offsets, targets: sortRows(nodes, offsets, targets) };
}

/** Returns a builder for a graph of `nodes` nodes; its arrays double as they fill. */
export function graphBuilder(nodes: number): GraphBuilder {
  let from = new Int32Array(64);
  let to = new Int32Array(64);
  let count = 0;
  return {
    add(source, target) {
      if (count === from.length) {
        from = grown(from);
        to = grown(to);
      }
      from[count] = source;
      to[count++] = target;
    },
    build: () => createGraph(nodes, from.subarray(0, count), to.subarray(0, count)),
  };
}

/** Returns the graph with every edge turned around. O(nodes + edges). */
export function reverseGraph(graph: Graph): Graph {
  const { nodes, offsets, targets } = graph;
  const reversed = new Int32Array(nodes + 1);
  for (let edge = 0; edge < targets.length; edge++) reversed[targets[edge]! + 1]!++;
  for (let node = 0; node < nodes; node++) reversed[node + 1]! += reversed[node]!;
  const next = reversed.slice(0, nodes);
  const sources = new Int32Array(targets.length);
  // Sources are met in ascending order, so the rows come out sorted.
  for (let node = 0; node < nodes; node++) {
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) sources[next[targets[edge]!]!++] = node;
  }
  return { nodes, offsets: reversed, targets: sources };
}

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(list.length * 2);
  longer.set(list);
  return longer;
}

/** Sorts each row in place and closes the gaps that repeated edges leave; rewrites `offsets` to match. */
function sortRows(nodes: number, offsets: Int32Array, targets: Int32Array): Int32Array {
  let kept = 0;
  let start = 0;
  for (let node = 0; node < nodes; node++) {
    const end = offsets[node + 1]!;
    sortRange(targets, start, end);
    offsets[node] = kept;
    for (let edge = start; edge < end; edge++) {
      if (edge === start || targets[edge] !== targets[kept - 1]) targets[kept++] = targets[edge]!;
    }
    start = end;
  }
  offsets[nodes] = kept;
  return kept === targets.length ? targets : targets.slice(0, kept);
}

function sortRange(list: Int32Array, start: number, end: number): void {
  // Rows are short nearly always, and for those insertion beats the call.
  if (end - start > 24) {
    list.subarray(start, end).sort();
    return;
  }
  for (let index = start + 1; index < end; index++) {
    const value = list[index]!;
    let place = index;
    while (place > start && list[place - 1]! > value) {
      list[place] = list[place - 1]!;
      place--;
    }
    list[place] = value;
  }
}
