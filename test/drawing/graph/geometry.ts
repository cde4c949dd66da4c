import type { Box, Group, Mark, PathMark, Point, Scene } from '../../../src/drawing/scene.js';

/** A group of a scene that is one thing: a card, or an edge. */
interface Thing {
  readonly label: string;
  readonly marks: readonly Mark[];
}

/** The cards, or the edges, of a graph's scene. */
export function thingsOf(scene: Scene, group: 'Nodes' | 'Edges'): readonly Thing[] {
  const found = scene.parts.find((part): part is Group => part.kind === 'group' && part.label === group);
  return (found?.parts ?? []).map((part) => {
    if (part.kind !== 'group') throw new Error(`${part.kind} stands alone`);
    return { label: part.label ?? '', marks: part.parts as readonly Mark[] };
  });
}

/** The rectangle of a card. */
export function boxOf({ marks }: Thing): Box {
  const [first] = marks;
  if (first?.kind !== 'rect') throw new Error('a card begins with its rectangle');
  return first;
}

/** Cards that lie on each other, and edges that touch a card between its sides or the words of another edge. */
export function faultsOfGraph(scene: Scene): readonly string[] {
  const cards = thingsOf(scene, 'Nodes');
  const edges = thingsOf(scene, 'Edges');
  const onCards = cards.flatMap((one, index) =>
    cards
      .slice(index + 1)
      .flatMap((other) => (overlap(boxOf(one), boxOf(other)) ? [`${one.label} lies on ${other.label}`] : [])),
  );
  const words = edges.flatMap((edge) =>
    edge.marks.flatMap((mark) =>
      mark.kind === 'rect' ? [{ owner: edge, label: `the words of ${edge.label}`, box: mark }] : [],
    ),
  );
  const inTheWay = [...cards.map((card) => ({ owner: card, label: card.label, box: boxOf(card) })), ...words];
  const through = edges.flatMap((edge) => {
    const points = edge.marks.flatMap((mark) => (mark.kind === 'path' ? pointsOf(mark) : []));
    return inTheWay
      .filter(({ owner, box }) => owner !== edge && points.some((point) => isInside(point, box)))
      .map(({ label }) => `${edge.label} runs through ${label}`);
  });
  return [...onCards, ...through];
}

function pointsOf({ from, steps }: PathMark): readonly Point[] {
  let at = from;
  return steps.flatMap(({ to, controls }) => {
    const start = at;
    at = to;
    return Array.from({ length: 25 }, (_, index) => pointOn(start, controls ?? [start, to], to, index / 24));
  });
}

function pointOn(from: Point, [first, second]: readonly [Point, Point], to: Point, share: number): Point {
  const on = (axis: 0 | 1) =>
    (1 - share) ** 3 * from[axis] +
    3 * (1 - share) ** 2 * share * first[axis] +
    3 * (1 - share) * share ** 2 * second[axis] +
    share ** 3 * to[axis];
  return [on(0), on(1)];
}

const slack = 0.5;

function isInside([x, y]: Point, box: Box): boolean {
  return x > box.x + slack && x < box.x + box.width - slack && y > box.y + slack && y < box.y + box.height - slack;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x + slack < other.x + other.width &&
    other.x + slack < one.x + one.width &&
    one.y + slack < other.y + other.height &&
    other.y + slack < one.y + one.height
  );
}
