import * as dagre from '@dagrejs/dagre';
import { type MetricTree, parseMetrics } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { layOutGraph } from '../../../src/drawing/graph/layout.js';
import { place } from '../../../src/drawing/graph/place.js';
import type { Graph } from '../../../src/drawing/graph/types.js';
import { graphOfMetrics } from '../../../src/drawing/metrics/graph.js';
import { unseal } from '../../../src/metrics/seal.js';
import { faultsOfLayout, marksOf } from '../boxes.js';
import { crossingsOf } from '../graph/crossings.js';
import { faultsOfGraph, thingsOf } from '../graph/geometry.js';

const names = [
  'Activation',
  'Weekly active teams',
  'Latency at the 95th percentile',
  'Support load of an account',
  'Seats',
];
const roles = ['driver', 'input', 'guardrail', 'activity'] as const;

/** A tree of 60 metrics, three to each; beliefs and guardrails run across it. */
function treeOf60(influences: readonly (readonly [from: number, to: number])[]): MetricTree {
  return parseMetrics({
    ...{ schemaVersion: 1, id: 'company', version: '1' },
    metrics: Array.from({ length: 60 }, (_, index) => ({
      id: `m${index}`,
      label: `${names[index % 5]} ${index}`,
      role: index === 0 ? 'outcome' : roles[index % 4],
      unit: ['1', 'USD', 'order/session'][index % 3],
      components: [1, 2, 3]
        .map((step) => 3 * index + step)
        .filter((child) => child < 60)
        .map((child) => `m${child}`),
      ...(influences.length > 0 && index === 2 && { guardrails: ['m54', 'm45'] }),
    })),
    influences: influences.map(([from, to], index) => ({
      ...{ from: `m${from}`, to: `m${to}`, evidence: 'assumed' },
      sign: index % 2 === 0 ? '+' : '-',
    })),
  });
}

const crossing = [
  [20, 1],
  [33, 2],
  [44, 5],
  [59, 3],
  [50, 12],
  [4, 30],
] as const;

const finding = { code: 'metrics/any', severity: 'warning', message: 'm', path: [] } as const;
const findings = Array.from({ length: 60 }, (_, index) => ({ ...finding, metric: `m${index % 40}` }));

function crossings({ cards, edges }: Graph): number {
  const sizes = cards.map(() => ({ across: 60, along: 120 }));
  const turned = edges.map(({ from, to, line }) => ({ from: to, to: from, matters: line === 'solid' }));
  return crossingsOf(place(dagre, sizes, turned));
}

describe('the picture of a tree of 60 metrics', { timeout: 60_000 }, () => {
  const alone = graphOfMetrics(unseal(treeOf60([])), []);
  const busy = graphOfMetrics(unseal(treeOf60(crossing)), findings);

  it.each([400, 800, 1_200, 4_000])('has no text on another and no edge through a card, %d pixels wide', (width) => {
    const left = { direction: 'left', widths: [210, 150, 104] } as const;
    const down = { direction: 'down', widths: [190, 104] } as const;
    for (const graph of [alone, busy]) {
      const scene = layOutGraph(graph, dagre, width, [down, left]);
      expect(faultsOfLayout(scene)).toEqual([]);
      expect(faultsOfGraph(scene)).toEqual([]);
      expect(thingsOf(scene, 'Nodes').length).toBe(60);
      expect(thingsOf(scene, 'Edges').length).toBe(graph.edges.length);
    }
  });

  it('says each name in full', () => {
    const scene = layOutGraph(busy, dagre, 1_200, [{ direction: 'left', widths: [150] }]);
    const texts = marksOf(scene).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts.filter((text) => text.endsWith('…'))).toEqual([]);
    expect(texts.filter((text) => text.startsWith('Latency')).length).toBe(12);
  });

  it('has few crossings: none of its formulas, and about two dozen where eight edges run across it', () => {
    expect(crossings(alone)).toBe(0);
    expect(crossings(busy)).toBeLessThan(45);
  });
});
