import { DirectedGraph } from 'graphology';
import { topologicalSort } from 'graphology-dag';
import { lintMetrics, type MetricTreeDefinition, parseMetrics } from 'keelson/metrics';
import toposort from 'toposort';
import { chainEdges, type Edges, storedTree, treeEdges, webEdges } from '../inputs/metrics.js';
import type { BenchCase, BenchSuite, Row } from '../suite.js';

/** A million metrics have more values than a door takes unless told. */
const limits = { values: 50_000_000 };

const nameOf = (index: number) => `m${index}`;

function open(stored: MetricTreeDefinition) {
  return parseMetrics(stored, { limits });
}

function graphOf({ nodes, components }: Edges): DirectedGraph {
  const graph = new DirectedGraph();
  for (let index = 0; index < nodes; index++) graph.addNode(nameOf(index));
  for (let index = 0; index < nodes; index++) {
    for (const component of components(index)) graph.addDirectedEdge(nameOf(component), nameOf(index));
  }
  return graph;
}

function pairsOf({ nodes, components }: Edges): [string, string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index < nodes; index++) {
    for (const component of components(index)) pairs.push([nameOf(component), nameOf(index)]);
  }
  return pairs;
}

function namesOf({ nodes }: Edges): string[] {
  return Array.from({ length: nodes }, (_, index) => nameOf(index));
}

/** All rules over a tree that is open, against the order alone: of a graph that is built, and with its building. */
function lint(name: string, edges: Edges): BenchCase {
  return {
    name: `lint ${name}`,
    ours: () => {
      const tree = open(storedTree(edges));
      return () => lintMetrics(tree);
    },
    peers: {
      'graphology: order': () => {
        const graph = graphOf(edges);
        return () => topologicalSort(graph);
      },
      'toposort: order': () => {
        const nodes = namesOf(edges);
        const pairs = pairsOf(edges);
        return () => toposort.array(nodes, pairs);
      },
      ...buildAndOrder(edges),
    },
  };
}

/** Every value of the stored form checked, formulas read and all rules run, against building the graph and ordering it. */
function openAndLint(name: string, edges: Edges): BenchCase {
  return {
    name: `open and lint ${name}`,
    ours: () => {
      const stored = storedTree(edges);
      return () => lintMetrics(open(stored));
    },
    peers: buildAndOrder(edges),
  };
}

function buildAndOrder(edges: Edges): NonNullable<BenchCase['peers']> {
  return {
    'graphology: build and order': () => () => topologicalSort(graphOf(edges)),
    'toposort: build and order': () => () => toposort.array(namesOf(edges), pairsOf(edges)),
  };
}

/** toposort is left out: it overflows the stack on a chain of this length. */
function withoutToposort({ peers = {}, ...rest }: BenchCase): BenchCase {
  return { ...rest, peers: Object.fromEntries(Object.entries(peers).filter(([name]) => !name.startsWith('toposort'))) };
}

function alone({ name, ours }: BenchCase): BenchCase {
  return { name, ours };
}

const chain = chainEdges(100_000);

export const suite: BenchSuite = {
  cases: [
    ...[1_000, 10_000, 100_000].flatMap((nodes) => {
      const name = `a tree of ${nodes.toLocaleString('en-US')}`;
      const edges = treeEdges(nodes);
      return [lint(name, edges), openAndLint(name, edges)];
    }),
    lint('a web of 100,000', webEdges(100_000)),
    openAndLint('a web of 100,000', webEdges(100_000)),
    withoutToposort(lint('a chain of 100,000', chain)),
    withoutToposort(openAndLint('a chain of 100,000', chain)),
    alone(lint('a tree of 1,000,000', treeEdges(1_000_000))),
  ],

  violations(rows) {
    const time = (name: string) => rows.find((row) => row.case === name && row.unit === 'ms')!.ours;
    const growth = time('lint a tree of 100,000') / time('lint a tree of 10,000');
    const slower = rows.filter((row) => isPromised(row) && row.ratio! < 1);
    return [
      ...slower.map((row) => `${row.case}: ${row.ours} ms, but ${row.peerName} takes ${row.peer} ms`),
      ...(growth > 12 ? [`ten times the metrics take ${growth.toFixed(1)} times as long, not 12 at most`] : []),
    ];
  },
};

/** The full lint of 100,000 metrics costs less than graphology's ordering of them; the chain is there to be survived. */
function isPromised({ case: name, peerName, unit }: Row): boolean {
  return unit === 'ms' && peerName === 'graphology: build and order' && /^lint a (tree|web) of 100,000$/.test(name);
}
