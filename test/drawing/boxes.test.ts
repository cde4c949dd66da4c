import { describe, expect, it } from 'vitest';
import type { Scene, TextMark } from '../../src/drawing/scene.js';
import { faultsOfLayout } from './boxes.js';

const text = (name: string, x: number, rest: Partial<TextMark> = {}): TextMark => ({
  kind: 'text',
  x,
  y: 20,
  text: name,
  size: 12,
  ...rest,
});

function faults(...parts: Scene['parts']): readonly string[] {
  return faultsOfLayout({ width: 100, height: 40, title: '', description: '', parts });
}

describe('the checker of layouts', () => {
  it.each([
    ['two texts beside each other', [text('aaa', 0), text('bbb', 30)], []],
    ['two texts on each other', [text('aaa', 0), text('bbb', 20)], ['aaa lies on bbb']],
    ['a text that ends in another', [text('aaa', 0), text('bbb', 40, { anchor: 'end' })], ['aaa lies on bbb']],
    ['a text that leaves the picture', [text('aaa', 90)], ['aaa is cut']],
    ['an upright text that leaves the picture', [text('aaa', 90, { upright: true })], ['aaa is cut']],
    ['a glyph on a text', [text('aaa', 0), { kind: 'glyph', x: 10, y: 16, tone: 'good' }], ['aaa lies on (good)']],
  ] as const)('judges %s', (_, parts, expected) => {
    expect(faults({ kind: 'group', role: 'group', parts })).toEqual(expected);
  });
});
