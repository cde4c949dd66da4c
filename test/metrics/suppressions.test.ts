import type { Day } from 'keelson/foundation';
import type { Suppression, SuppressionInput } from 'keelson/metrics';
import { describe, expect, it } from 'vitest';
import { createSuppressions } from '../../src/metrics/suppressions.js';

function make(ofTree: readonly Suppression[], ofCall: readonly SuppressionInput[] = [], asOf?: string) {
  return createSuppressions(ofTree, ofCall, asOf as Day | undefined, (code) => (code === 'x/off' ? 'off' : 'on'));
}

const reason = 'known';

describe('createSuppressions', () => {
  it('gives those of the tree with their place, then those of the call with none', () => {
    const [first, second, third] = make(
      [
        { code: 'x/a', reason },
        { code: 'x/off', reason },
      ],
      [{ code: 'x/a', metric: 'm', reason }],
    ).nodes;
    const common = { kind: 'suppression', used: 0, expired: false };
    expect(first).toEqual({
      ...common,
      index: 0,
      path: ['suppressions', 0],
      definition: { code: 'x/a', reason },
      rule: 'on',
    });
    expect(second).toEqual({
      ...common,
      index: 1,
      path: ['suppressions', 1],
      definition: { code: 'x/off', reason },
      rule: 'off',
    });
    expect(third).toEqual({
      ...common,
      index: 2,
      path: [],
      definition: { code: 'x/a', metric: 'm', reason },
      rule: 'on',
    });
  });

  it('holds what has its code and its metric, and counts', () => {
    const { holds, nodes } = make([{ code: 'x/a', metric: 'm', reason }]);
    expect(holds('x/a', 'm')).toBe(true);
    expect(holds('x/a', 'm')).toBe(true);
    expect(holds('x/a', 'n')).toBe(false);
    expect(holds('x/a', undefined)).toBe(false);
    expect(holds('x/b', 'm')).toBe(false);
    expect(nodes[0]!.used).toBe(2);
  });

  it('holds everything of its code where it names no metric', () => {
    const { holds, nodes } = make([{ code: 'x/a', reason }]);
    expect([holds('x/a', 'm'), holds('x/a', undefined), holds('x/b', undefined)]).toEqual([true, true, false]);
    expect(nodes[0]!.used).toBe(2);
  });

  it('counts for the one that names the metric, before the general one', () => {
    const { holds, nodes } = make([{ code: 'x/a', reason }], [{ code: 'x/a', metric: 'm', reason }]);
    for (const metric of ['m', 'n', undefined, 'm']) expect(holds('x/a', metric)).toBe(true);
    expect(nodes.map(({ used }) => used)).toEqual([2, 2]);
  });

  it('counts for the first of two that say the same', () => {
    const { holds, nodes } = make([{ code: 'x/a', metric: 'm', reason }], [{ code: 'x/a', metric: 'm', reason }]);
    expect(holds('x/a', 'm')).toBe(true);
    expect(nodes.map(({ used }) => used)).toEqual([1, 0]);
  });

  it.each([
    ['2026-11-21', false],
    ['2026-11-22', true],
    ['2026-11-23', true],
    [undefined, false],
  ])('on %s says of one until 2026-11-22 that it is expired: %s', (asOf, expired) => {
    const { holds, nodes } = make([{ code: 'x/a', reason, until: '2026-11-22' as Day }], [], asOf);
    expect(nodes[0]!.expired).toBe(expired);
    expect(holds('x/a', 'm')).toBe(!expired);
    expect(nodes[0]!.used).toBe(expired ? 0 : 1);
  });

  it('lets a second one hold when the first has expired', () => {
    const expired = { code: 'x/a', reason, until: '2020-01-01' as Day };
    const { holds, nodes } = make([expired, { code: 'x/a', reason }], [], '2026-11-22');
    expect(holds('x/a', 'm')).toBe(true);
    expect(nodes.map(({ used }) => used)).toEqual([0, 1]);
  });
});
