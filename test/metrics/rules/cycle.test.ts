import * as fc from 'fast-check';
import type { ExampleMetric } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { smallGraph } from '../../foundation/graph/arbitrary.js';
import { simpleCyclesOf } from '../../oracle/graph.js';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/cycle';

function find(metrics: { [id: string]: ExampleMetric }) {
  return lintExample({ metrics }, code);
}

/** A ring of metrics m0 -> m1 -> ... -> m0. */
function ring(length: number): { [id: string]: ExampleMetric } {
  return Object.fromEntries(
    Array.from({ length }, (_, i) => [`m${i}`, { formula: `m${(i + 1) % length} + 1` }] as const),
  );
}

describe(code, () => {
  it('gives a cycle as a full path, with the place of every step', () => {
    expect(find({ added: {}, total: { formula: 'added + previous' }, previous: { formula: 'total - added' } })).toEqual(
      [
        {
          code,
          severity: 'error',
          metric: 'total',
          message: 'total is computed from itself: total -> previous -> total',
          path: ['metrics', 1, 'formula'],
          span: [8, 16],
          hint: "remove one of these references, or write lag(previous, 1, 'month') where the value of the period before is meant",
          related: [
            { path: ['metrics', 1, 'formula'], message: 'total needs previous' },
            { path: ['metrics', 2, 'formula'], message: 'previous needs total' },
          ],
        },
      ],
    );
  });

  it('points at declared components where there is no formula', () => {
    const [finding, ...others] = find({ a: { components: ['x', 'b'], grains: ['week'] }, b: { formula: 'a' }, x: {} });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      path: ['metrics', 0, 'components', 1],
      hint: expect.stringContaining("write lag(b, 1, 'week')"),
      related: [{ path: ['metrics', 0, 'components', 1] }, { path: ['metrics', 1, 'formula'] }],
    });
    expect(finding).not.toHaveProperty('span');
  });

  it('points at the reference of the same period, not at a lagged one', () => {
    expect(find({ a: { formula: "lag(b, 1, 'month') + b" }, b: { formula: 'a' } })).toMatchObject([{ span: [21, 22] }]);
  });

  it('follows declared components of a formula that cannot be read', () => {
    expect(find({ a: { formula: '(b', components: ['c'] }, b: {}, c: { formula: 'a' } })).toHaveLength(1);
  });

  it.each([
    ['a recurrence', { total: { formula: "lag(total, 1, 'month') + added" }, added: {} }],
    ['a lagged step', { a: { formula: "lag(b, 1, 'month')" }, b: { formula: 'a' } }],
    ['a diamond', { a: { formula: 'b + c' }, b: { formula: 'd' }, c: { formula: 'd' }, d: {} }],
    [
      'a declared component that the formula leaves out',
      { a: { formula: 'c', components: ['b'] }, b: { formula: 'a' }, c: {} },
    ],
  ])('finds none in %s', (_, metrics) => {
    expect(find(metrics)).toEqual([]);
  });

  it('leaves a metric that names itself to metrics/self-reference', () => {
    expect(find({ a: { formula: 'a + 1' } })).toEqual([]);
  });

  it.each([
    [11, 'm0 -> m1 -> m2 -> m3 -> m4 -> m5 -> m6 -> m7 -> m8 -> m9 -> m10 -> m0'],
    [12, 'm0 -> m1 -> m2 -> m3 -> m4 -> m5 -> m6 -> m7 -> m8 -> m9 -> (1 more) -> m11 -> m0'],
    [100, 'm0 -> m1 -> m2 -> m3 -> m4 -> m5 -> m6 -> m7 -> m8 -> m9 -> (89 more) -> m99 -> m0'],
  ])('shortens the path of %i metrics in the message alone', (length, path) => {
    const [finding] = find(ring(length));
    expect(finding!.message).toBe(`m0 is computed from itself: ${path}`);
    expect(finding!.related).toHaveLength(length);
  });

  it('says when there are too many to list', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `m${i}`);
    const findings = lintExample(
      {
        metrics: Object.fromEntries(
          ids.map((id) => [id, { formula: ids.filter((other) => other !== id).join(' + ') }]),
        ),
      },
      code,
      { max: 5_000 },
    );
    expect(findings.slice(0, -1).every(({ metric }) => metric !== undefined)).toBe(true);
    expect(findings.at(-1)).toEqual({
      code,
      severity: 'error',
      message: 'the search for cycles ended after 1000, and there may be more',
      path: [],
      hint: 'mend these and check again',
    });
    expect(findings).toHaveLength(1_001);
  });

  it('ends where all cycles together have 500,000 members', () => {
    // A ring of 2,000 metrics with nine places where there are two ways on.
    const metrics = ring(2_000);
    for (let i = 0; i < 9; i++) {
      metrics[`other${i}`] = { formula: `m${2 * i + 2}` };
      metrics[`m${2 * i}`] = { formula: `m${2 * i + 1} + other${i}` };
    }
    const findings = find(metrics);
    const members = findings.slice(0, -1).map(({ related }) => related!.length);
    expect(findings.at(-1)!.message).toMatch(/^the search for cycles ended after \d+, and there may be more$/);
    expect(members.reduce((sum, length) => sum + length)).toBeLessThanOrEqual(500_000);
  });

  it('finds a cycle of 50,000 metrics', () => {
    expect(find(ring(50_000))).toMatchObject([{ metric: 'm0', related: { length: 50_000 } }]);
  });

  it('finds the cycles that trying every sequence finds, each once', () => {
    fc.assert(
      fc.property(smallGraph(6), ({ nodes, edges }) => {
        const others = edges.filter(([from, to]) => from !== to);
        const formulaOf = (node: number) => ['1', ...others.flatMap(([from, to]) => (from === node ? [`m${to}`] : []))];
        const metrics = Array.from(
          { length: nodes },
          (_, i) => [`m${i}`, { formula: formulaOf(i).join(' + ') }] as const,
        );
        const found = find(Object.fromEntries(metrics)).map(({ related }) => related!.map(({ path }) => path[1]));
        const expected = simpleCyclesOf(nodes, others).filter((cycle) => cycle.length > 1);
        expect(found.map(String).sort()).toEqual(expected.map(String).sort());
      }),
      { numRuns: 200 },
    );
  });
});
