import type { Box, Group, Mark, Scene } from '../../src/drawing/scene.js';
import { widthOf } from '../../src/drawing/text.js';

interface Named extends Box {
  readonly name: string;
}

/** Every mark of a scene, whatever groups it is in. */
export function marksOf({ parts }: Pick<Scene, 'parts'>): readonly Mark[] {
  return parts.flatMap((part: Mark | Group) => (part.kind === 'group' ? marksOf(part) : [part]));
}

/** The rectangles of all texts and glyphs: what has to be read. */
export function boxesOf(scene: Scene): readonly Named[] {
  return marksOf(scene).flatMap((mark): readonly Named[] => {
    if (mark.kind === 'glyph') {
      return [{ name: `(${mark.tone})`, x: mark.x - 7, y: mark.y - 7, width: 14, height: 14 }];
    }
    if (mark.kind !== 'text') return [];
    const { text, size, anchor, bold = false, upright, x, y } = mark;
    const length = widthOf(text, size, bold);
    const height = size * 0.97;
    if (upright) return [{ name: text, x: x - size * 0.75, y: y - length, width: height, height: length }];
    const start = x - { start: 0, middle: length / 2, end: length }[anchor ?? 'start'];
    return [{ name: text, x: start, y: y - size * 0.75, width: length, height }];
  });
}

/** Which pairs lie on each other, and what lies outside of the picture. */
export function faultsOfLayout(scene: Scene): readonly string[] {
  const boxes = boxesOf(scene).filter(({ width }) => width > 0);
  const outside = boxes.filter(
    ({ x, y, width, height }) => x < 0 || y < 0 || x + width > scene.width || y + height > scene.height,
  );
  const pairs = boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => [one, other] as const));
  return [
    ...outside.map(({ name }) => `${name} is cut`),
    ...pairs.filter(([one, other]) => overlap(one, other)).map(([one, other]) => `${one.name} lies on ${other.name}`),
  ];
}

function overlap(a: Box, b: Box): boolean {
  const slack = 0.01;
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  );
}
