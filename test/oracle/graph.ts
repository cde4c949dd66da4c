/** Naive twins of the graph core: plain lists of edges, no search that is not obviously right. */
export type Edge = readonly [from: number, to: number];

/** `closure[a][b]`: whether one or more edges lead from `a` to `b` (Warshall). */
export function closureOf(nodes: number, edges: readonly Edge[]): boolean[][] {
  const closure = Array.from({ length: nodes }, () => new Array<boolean>(nodes).fill(false));
  for (const [from, to] of edges) closure[from]![to] = true;
  for (let via = 0; via < nodes; via++) {
    for (let from = 0; from < nodes; from++) {
      for (let to = 0; to < nodes; to++) {
        if (closure[from]![via] && closure[via]![to]) closure[from]![to] = true;
      }
    }
  }
  return closure;
}

/** Every sequence of distinct nodes that begins with its smallest and is closed by edges: by trying all sequences. */
export function simpleCyclesOf(nodes: number, edges: readonly Edge[]): number[][] {
  const joined = new Set(edges.map(([from, to]) => `${from}>${to}`));
  const cycles: number[][] = [];
  const extend = (sequence: number[]): void => {
    const first = sequence[0]!;
    const last = sequence[sequence.length - 1]!;
    if (joined.has(`${last}>${first}`)) cycles.push(sequence);
    for (let node = first + 1; node < nodes; node++) {
      if (!sequence.includes(node) && joined.has(`${last}>${node}`)) extend([...sequence, node]);
    }
  };
  for (let node = 0; node < nodes; node++) extend([node]);
  return cycles;
}
