import { margin, type Section } from '../heading.js';
import { packRows } from '../pack.js';
import type { Group, Mark, TextMark } from '../scene.js';
import { wrap } from '../text.js';
import type { Scale } from './axis.js';
import type { Lane } from './items.js';
import { type Placed, place } from './place.js';

/** Where the names of lanes stand: in a column of their own, or above their lane where the picture is narrow. */
export type LabelPlace = { readonly kind: 'column'; readonly width: number } | { readonly kind: 'above' };

const row = { height: 24, gap: 8, bar: 18 };
const padding = 6;
/** What happened comes before what follows from it. */
const ranks = { point: 0, span: 1 } as const;
const label = { size: 12, lineHeight: 16, most: 3 } as const;

export function drawLanes(lanes: readonly Lane[], scale: Scale, top: number, labels: LabelPlace): Section {
  const parts: (Mark | Group)[] = [];
  let y = top;
  for (const lane of lanes) {
    const drawn = drawLane(lane, scale, y, labels);
    parts.push({ kind: 'line', from: [margin, y], to: [scale.right, y], paint: 'line' }, ...drawn.parts);
    y = drawn.bottom;
  }
  parts.push({ kind: 'line', from: [margin, y], to: [scale.right, y], paint: 'line' });
  return { parts, bottom: y };
}

function drawLane(lane: Lane, scale: Scale, top: number, labels: LabelPlace): Section {
  const space = labels.kind === 'column' ? labels.width : scale.right - margin;
  const lines = wrap(lane.label, space, label.size, labels.kind === 'column' ? label.most : 1, true);
  const texts = lines.map(
    (text, index): TextMark => ({
      kind: 'text',
      x: margin,
      y: top + padding + 16 + index * label.lineHeight,
      text,
      size: label.size,
      bold: true,
      halo: true,
    }),
  );
  const above = labels.kind === 'above' ? label.lineHeight + 6 : 0;
  const inTurn = [...lane.items].sort((a, b) => a.from - b.from || ranks[a.kind] - ranks[b.kind]);
  const placed = inTurn.map((item) => place(item, scale));
  const rows = packRows(placed, row.gap);
  const count = rows.reduce((most, each) => Math.max(most, each + 1), labels.kind === 'column' ? 1 : 0);
  const marks = placed.map((each, index) =>
    drawItem(each, top + above + padding + rows[index]! * row.height + row.height / 2),
  );
  const ofLabel = labels.kind === 'column' ? lines.length * label.lineHeight + 6 : 0;
  const height = Math.max(ofLabel, above + count * row.height) + 2 * padding;
  const named: Group = { kind: 'group', role: 'hidden', label: lane.label, parts: texts };
  return {
    parts: [{ kind: 'group', role: 'group', label: lane.label, parts: [named, ...marks] }],
    bottom: top + height,
  };
}

function drawItem({ item, x, end, glyph, text, textX, inside }: Placed, y: number): Group {
  const { kind, tone, open, words } = item;
  const parts: Mark[] = [];
  if (kind === 'span') {
    const bar = { x, y: y - row.bar / 2, width: end - x, height: row.bar };
    const cutOff = open.before || open.after;
    parts.push({ kind: 'rect', ...bar, paint: tone, radius: cutOff ? 0 : Math.min(4, bar.width / 2) });
  }
  parts.push({ kind: 'glyph', x: glyph, y, tone });
  if (text !== '') {
    parts.push({ kind: 'text', x: textX, y: y + 4, text, size: 12, ...(!inside && { halo: true }) });
  }
  return { kind: 'group', role: 'symbol', label: words, parts };
}
