import { formatPath } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { valueAt } from '../../src/foundation/path.js';

describe('formatPath', () => {
  it.each([
    [[], '(root)'],
    [['metrics'], 'metrics'],
    [['metrics', 3, 'unit'], 'metrics[3].unit'],
    [[0, 1], '[0][1]'],
    [['odd key', 'plain'], '["odd key"].plain'],
    [['a', 'with "quotes"'], 'a["with \\"quotes\\""]'],
    [['a', ''], 'a[""]'],
    [['a', '3'], 'a["3"]'],
    [['a', 'line\nbreak'], 'a["line\\nbreak"]'],
  ])('gives %j as %s', (path, expected) => {
    expect(formatPath(path)).toBe(expected);
  });

  it('shortens long keys', () => {
    expect(formatPath(['a', 'k'.repeat(1_000_000)])).toHaveLength('a.'.length + 80);
    expect(formatPath([`${'k'.repeat(1_000_000)} `])).toHaveLength('[""]'.length + 80);
  });
});

describe('valueAt', () => {
  const value = { id: 'tree', metrics: [{ id: 'revenue' }], 'odd key': null };

  it.each([
    [[], value],
    [['metrics', 0, 'id'], 'revenue'],
    [['odd key'], null],
    [['odd key', 'x'], undefined],
    [['metrics', 1, 'id'], undefined],
    [['id', 'length'], undefined],
    [['__proto__', 'toString'], undefined],
  ] as const)('gives what stands at %j', (path, found) => {
    expect(valueAt(value, path)).toEqual(found);
  });
});
