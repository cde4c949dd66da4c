import * as dagre from '@dagrejs/dagre';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutGraph } from '../../../src/drawing/graph/layout.js';
import type { Arrangement, Card, Edge, Graph } from '../../../src/drawing/graph/types.js';
import { faultsOfLayout } from '../boxes.js';
import { boxOf, faultsOfGraph, thingsOf } from './geometry.js';

const down: Arrangement = { direction: 'down', widths: [190, 104] };
const right: Arrangement = { direction: 'right', widths: [200, 104] };
const left: Arrangement = { direction: 'left', widths: [200, 104] };

const card = (name: string): Card => ({ label: name, paint: 'card', rows: [{ text: name, bold: true }] });
const edge = (from: number, to: number, rest: Partial<Edge> = {}): Edge => ({
  ...{ from, to, line: 'solid', end: 'arrow', label: `${from}-${to}` },
  ...rest,
});

function graph(cards: readonly Card[], edges: readonly Edge[], first: Graph['first'] = 'from'): Graph {
  return { title: 'T', description: 'D', cards, edges, first, signs: [], notes: [] };
}

const words = fc.string({ unit: fc.constantFrom(...'abc WM.@é界'), maxLength: 40 });
const row = fc.record(
  { text: words, bold: fc.constant(true), field: fc.constantFrom('bad', 'shade') },
  { requiredKeys: ['text'] },
);
const marked = fc.record({ text: words, field: fc.constant('waiting'), glyph: fc.constant('warning') });
const ends = fc.record({
  ...{ label: words, paint: fc.constant('neutral'), round: fc.constant(true) },
  rows: fc.array(fc.record({ text: words, bold: fc.constant(true) }), { maxLength: 2 }),
});
const boxes = fc.record({
  label: words,
  paint: fc.constant('card'),
  rows: fc.array(fc.oneof(row, marked), { maxLength: 4 }),
});
const graphs: fc.Arbitrary<Graph> = fc.array(fc.oneof(boxes, ends), { minLength: 1, maxLength: 9 }).chain((cards) => {
  const place = fc.nat(cards.length - 1);
  const drawn = fc.record(
    {
      from: place,
      to: place,
      line: fc.constantFrom('solid', 'dashed'),
      end: fc.constantFrom('arrow', 'dot'),
      label: words,
      text: words,
    },
    { requiredKeys: ['from', 'to', 'line', 'end', 'label'] },
  );
  return fc.record({
    title: words,
    description: words,
    cards: fc.constant(cards),
    edges: fc.array(drawn, { maxLength: 14 }),
    first: fc.constantFrom('from', 'to'),
    signs: fc.constant([
      { tone: 'warning', meaning: 'warnings' },
      { edge: { line: 'dotted', end: 'dot' }, meaning: 'guards' },
    ] as const),
    notes: fc.array(words, { maxLength: 2 }),
  }) as fc.Arbitrary<Graph>;
});

describe('the layout of a graph', () => {
  it('lays nothing over each other, cuts nothing, and leads no edge through a card or the words of another, at any width', () => {
    const arrangements = fc.constantFrom([down], [right], [left], [down, right]);
    fc.assert(
      fc.property(graphs, fc.integer({ min: 320, max: 1_400 }), arrangements, (drawn, width, arranged) => {
        const scene = layOutGraph(drawn, dagre, width, arranged);
        expect(scene.width).toBeGreaterThanOrEqual(width);
        expect(faultsOfLayout(scene)).toEqual([]);
        expect(faultsOfGraph(scene)).toEqual([]);
        expect(thingsOf(scene, 'Nodes').length).toBe(drawn.cards.length);
        expect(thingsOf(scene, 'Edges').length).toBe(drawn.edges.length);
      }),
      { numRuns: 150 },
    );
  });

  /** Where the cards are, in the direction in which layers follow each other. */
  function layers(drawn: Graph, arrangement: Arrangement): readonly number[] {
    const boxes = thingsOf(layOutGraph(drawn, dagre, 800, [arrangement]), 'Nodes').map(boxOf);
    const along = { down: 'y', right: 'x', left: 'x' } as const;
    return boxes.map((box) => box[along[arrangement.direction]] * (arrangement.direction === 'left' ? -1 : 1));
  }

  const cards = ['a', 'b', 'c'].map(card);

  it.each([
    ['down', down],
    ['right', right],
    ['left', left],
  ] as const)('has layers that follow each other: %s', (_, arrangement) => {
    const [a, b, c] = layers(graph(cards, [edge(0, 1), edge(1, 2)]), arrangement);
    expect(a).toBeLessThan(b!);
    expect(b).toBeLessThan(c!);
    const [x, y, z] = layers(graph(cards, [edge(0, 1), edge(1, 2)], 'to'), arrangement);
    expect(x).toBeGreaterThan(y!);
    expect(y).toBeGreaterThan(z!);
  });

  it('draws that edge of a circle backward which comes last', () => {
    const [a, b, c] = layers(graph(cards, [edge(0, 1), edge(1, 2), edge(2, 0)]), down);
    expect([a! < b!, b! < c!]).toEqual([true, true]);
    const [x, y, z] = layers(graph(cards, [edge(1, 2), edge(2, 0), edge(0, 1)]), down);
    expect([y! < z!, z! < x!]).toEqual([true, true]);
  });

  it('takes the first arrangement that fits, and grows where none does', () => {
    const many = Array.from({ length: 12 }, (_, index) => card(`a metric ${index}`));
    const toFirst = graph(
      many,
      many.slice(1).map((_, index) => edge(index + 1, 0)),
      'to',
    );
    const count = (side: 'x' | 'y', width: number) => {
      const scene = layOutGraph(toFirst, dagre, width, [down, left]);
      return new Set(thingsOf(scene, 'Nodes').map((one) => boxOf(one)[side])).size;
    };
    expect(count('y', 1_600)).toBe(2);
    expect(count('x', 500)).toBe(2);
    const chain = graph(
      many,
      many.slice(1).map((_, index) => edge(index, index + 1)),
    );
    expect(layOutGraph(chain, dagre, 400, [right]).width).toBeGreaterThan(1_500);
    expect(layOutGraph(chain, dagre, 400, [right, down]).width).toBe(400);
  });

  it('puts cards that follow one another singly in a straight line, what leads on past them on one side and what leads back on the other', () => {
    const scene = layOutGraph(
      graph(cards, [edge(0, 1), edge(1, 2), edge(0, 2, { text: 'on' }), edge(2, 0)]),
      dagre,
      500,
      [down],
    );
    const middles = thingsOf(scene, 'Nodes').map((one) => boxOf(one).x + boxOf(one).width / 2);
    expect(new Set(middles.map((middle) => Math.round(middle * 100))).size).toBe(1);
    const reach = thingsOf(scene, 'Edges').map(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === 'path' ? mark.steps.map(({ to }) => to[0] - middles[0]!) : [])),
    );
    expect(Math.min(...reach[2]!)).toBeLessThan(-40);
    expect(Math.max(...reach[3]!)).toBeGreaterThan(40);
    expect(Math.max(...reach[0]!.map(Math.abs))).toBeLessThan(30);
  });

  it.each([
    [401, 0],
    [2, 801],
  ])('refuses %d cards with %d edges', (count, edges) => {
    const drawn = graph(
      Array.from({ length: count }, () => card('a')),
      Array.from({ length: edges }, () => edge(0, 1)),
    );
    const message = `there are ${count} nodes and ${edges} edges, and a graph has 400 nodes and 800 edges at most: draw a part of it`;
    expect(() => layOutGraph(drawn, dagre, 800, [down])).toThrow(
      expect.objectContaining({ code: 'drawing/too-many-marks', message }),
    );
  });

  it('draws a graph of nothing', () => {
    expect(faultsOfLayout(layOutGraph(graph([], []), dagre, 400, [right, down]))).toEqual([]);
  });
});
