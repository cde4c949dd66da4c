import type { Group, Mark, PathMark, Point } from '../scene.js';
import { plain } from '../text.js';
import type { EdgeText } from './card.js';
import type { Straight } from './route.js';
import type { Edge } from './types.js';

/** Where something across and along edges lies in the picture. */
export type ToPicture = (across: number, along: number) => Point;

const tipLength = 7;

/** Returns an edge as it is drawn: turning between its straight parts, with its end and its words. */
export function drawEdge(
  edge: Edge,
  straights: readonly Straight[],
  backward: boolean,
  words: { readonly text: EdgeText; readonly middle: Point } | undefined,
  map: ToPicture,
): Group {
  const stops = straights.map(({ across, from, to }) => ({ across, ends: [from, to] as [number, number] }));
  if (backward) {
    stops.reverse();
    for (const { ends } of stops) ends.reverse();
  }
  const last = stops.at(-1)!;
  const way = Math.sign(last.ends[1] - stops[0]!.ends[0]);
  const end = map(last.across, last.ends[1]);
  // The line itself stops where its tip begins.
  last.ends[1] -= way * tipLength;
  last.ends[0] = way > 0 ? Math.min(last.ends[0], last.ends[1]) : Math.max(last.ends[0], last.ends[1]);

  const steps: PathMark['steps'][number][] = [];
  for (const [index, { across, ends }] of stops.entries()) {
    const before = stops[index - 1];
    if (before !== undefined) steps.push(turn(before.across, before.ends[1], across, ends[0], map));
    if (ends[0] !== ends[1]) steps.push({ to: map(across, ends[1]) });
  }
  const from = map(stops[0]!.across, stops[0]!.ends[0]);
  return drawn(
    edge,
    { kind: 'path', from, steps, paint: 'edge', ...styleOf(edge) },
    end,
    map(0, way),
    map(0, 0),
    words,
  );
}

function turn(fromAcross: number, fromAlong: number, across: number, along: number, map: ToPicture) {
  const to = map(across, along);
  if (Math.abs(across - fromAcross) < 0.5) return { to };
  const middle = (fromAlong + along) / 2;
  return { controls: [map(fromAcross, middle), map(across, middle)] as const, to };
}

/** Returns an edge that leads to where it began, beside its card. */
export function drawLoop(edge: Edge, corner: Point, away: Point, along: Point): Group {
  const at = (farther: number, further: number): Point => [
    corner[0] + away[0] * farther + along[0] * further,
    corner[1] + away[1] * farther + along[1] * further,
  ];
  const steps = [{ controls: [at(26, 18), at(26, -14)] as const, to: at(tipLength, -10) }];
  const end: Point = at(0, -10);
  const path: PathMark = { kind: 'path', from: at(0, 14), steps, paint: 'edge', ...styleOf(edge) };
  return drawn(edge, path, end, [-away[0], -away[1]], [0, 0], undefined);
}

function drawn(
  edge: Edge,
  path: PathMark,
  end: Point,
  toward: Point,
  origin: Point,
  words: { readonly text: EdgeText; readonly middle: Point } | undefined,
): Group {
  const direction: Point = [toward[0] - origin[0], toward[1] - origin[1]];
  const parts: Mark[] = [path, { kind: 'tip', at: end, direction, shape: edge.end }];
  if (words !== undefined) {
    const { text, middle } = words;
    const { width, height } = text;
    const box = { x: middle[0] - width / 2, y: middle[1] - height / 2, width, height };
    const place = { x: middle[0], y: middle[1] + 4, anchor: 'middle' } as const;
    parts.push(
      { kind: 'rect', ...box, paint: 'card', radius: 8 },
      { kind: 'text', ...place, text: text.text, size: 11 },
    );
  }
  return { kind: 'group', role: 'symbol', label: plain(edge.label), parts };
}

function styleOf({ line }: Pick<Edge, 'line'>): { readonly style?: 'dashed' | 'dotted' } {
  return line === 'solid' ? {} : { style: line };
}
