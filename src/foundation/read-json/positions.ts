/** Where each value of a JSON text stands; nodes are numbered in the order in which their values begin. */
export interface Positions {
  /** Adds a node below the open node, and opens it. `key` is the offset of its key, -1 where it has none. */
  readonly open: (start: number, key: number) => void;
  /** Closes the node that was opened last. */
  readonly close: (end: number) => void;
  /** How many nodes there are. */
  readonly count: () => number;
  /** Where the keys of the open node stand, in their order. */
  readonly openKeys: () => readonly number[];
  readonly start: (node: number) => number;
  readonly end: (node: number) => number;
  readonly key: (node: number) => number;
  readonly childCount: (node: number) => number;
  /** The child at an index, of a closed node. */
  readonly child: (node: number, index: number) => number;
}

const columns = 6;
const startColumn = 0;
const endColumn = 1;
const keyColumn = 2;
const childCountColumn = 3;
const firstChildColumn = 4;
const parentColumn = 5;

/** Makes an empty table: six integers a node and one a child, since a text of 20 MB has a million values. */
export function createPositions(): Positions {
  let cells = new Int32Array(64 * columns);
  let children = new Int32Array(64);
  let nodes = 0;
  let placed = 0;
  let current = -1;
  // Children of nodes that are still open, the innermost node's last.
  const waiting: number[] = [];
  const cell = (node: number, column: number): number => cells[node * columns + column]!;

  return {
    open(start, key) {
      if ((nodes + 1) * columns > cells.length) cells = grown(cells, cells.length * 2);
      const row = nodes * columns;
      cells[row + startColumn] = start;
      cells[row + keyColumn] = key;
      cells[row + parentColumn] = current;
      if (current >= 0) cells[current * columns + childCountColumn]!++;
      waiting.push(nodes);
      current = nodes;
      nodes++;
    },
    close(end) {
      const row = current * columns;
      const count = cells[row + childCountColumn]!;
      if (placed + count > children.length) children = grown(children, Math.max(children.length * 2, placed + count));
      cells[row + endColumn] = end;
      cells[row + firstChildColumn] = placed;
      for (let i = waiting.length - count; i < waiting.length; i++) children[placed++] = waiting[i]!;
      waiting.length -= count;
      current = cells[row + parentColumn]!;
    },
    count: () => nodes,
    openKeys() {
      const count = cell(current, childCountColumn);
      return waiting.slice(waiting.length - count).map((node) => cell(node, keyColumn));
    },
    start: (node) => cell(node, startColumn),
    end: (node) => cell(node, endColumn),
    key: (node) => cell(node, keyColumn),
    childCount: (node) => cell(node, childCountColumn),
    child: (node, index) => children[cell(node, firstChildColumn) + index]!,
  };
}

function grown(cells: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(cells);
  return larger;
}
