import * as fc from 'fast-check';
import type { Draft } from 'immer';
import { isDefinitionError, isKeelsonError, type ScenarioChange, scenario } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';
import { definitionKind } from '../../src/foundation/definition.js';

interface Metric {
  readonly id: string;
  readonly owner?: string;
  readonly tags?: readonly string[];
}

interface Tree {
  readonly title: string;
  readonly metrics: readonly Metric[];
  readonly influences: readonly { readonly from: string; readonly sign: string }[];
}

const tree: Tree = {
  title: 'tree',
  metrics: [{ id: 'a', owner: 'growth' }, { id: 'b', tags: ['x', 'y', 'z'] }, { id: 'c' }, { id: 'd' }],
  influences: [
    { from: 'a', sign: '+' },
    { from: 'b', sign: '+' },
    { from: 'c', sign: '-' },
  ],
};

function faultOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('scenario', () => {
  it('returns the edited form and leaves the base as it is', () => {
    const before = structuredClone(tree);
    const { value, changes } = scenario(tree, (draft) => {
      draft.title = 'other';
      draft.metrics[0]!.owner = 'core';
      draft.metrics[2]!.owner = 'core';
      delete draft.metrics[1]!.tags;
    });
    expect(tree).toEqual(before);
    expect(value.metrics.map(({ owner }) => owner)).toEqual(['core', undefined, 'core', undefined]);
    expect(changes).toEqual([
      { kind: 'changed', path: ['title'], before: 'tree', after: 'other' },
      { kind: 'changed', path: ['metrics', 0, 'owner'], before: 'growth', after: 'core' },
      { kind: 'removed', path: ['metrics', 1, 'tags'], before: ['x', 'y', 'z'] },
      { kind: 'added', path: ['metrics', 2, 'owner'], after: 'core' },
    ]);
  });

  it.each<[string, (draft: Draft<Tree>) => void, readonly object[]]>([
    ['no edit', () => {}, []],
    [
      'the same value written again',
      (draft) => {
        draft.metrics[0] = { id: 'a', owner: 'growth' };
        draft.title = 'tree';
      },
      [],
    ],
    [
      'an element taken out',
      (draft) => void draft.metrics.splice(1, 1),
      [{ kind: 'removed', path: ['metrics', 1], before: tree.metrics[1]! }],
    ],
    [
      'an element put in front',
      (draft) => void draft.metrics.unshift({ id: 'n' }),
      [{ kind: 'added', path: ['metrics', 0], after: { id: 'n' } }],
    ],
    [
      'one element out, a later one edited, one put at the end',
      (draft) => {
        draft.metrics[3]!.owner = 'core';
        draft.metrics.splice(1, 1);
        draft.metrics.push({ id: 'n' });
      },
      [
        { kind: 'removed', path: ['metrics', 1], before: tree.metrics[1]! },
        { kind: 'added', path: ['metrics', 2, 'owner'], after: 'core' },
        { kind: 'added', path: ['metrics', 3], after: { id: 'n' } },
      ],
    ],
    [
      'two elements swapped, one of them edited',
      (draft) => {
        const [a, b] = draft.metrics;
        a!.owner = 'core';
        draft.metrics[0] = b!;
        draft.metrics[1] = a!;
      },
      [
        { kind: 'reordered', path: ['metrics'] },
        { kind: 'changed', path: ['metrics', 1, 'owner'], before: 'growth', after: 'core' },
      ],
    ],
    [
      'an id given to another element: one out, one in',
      (draft) => {
        draft.metrics[2]!.id = 'n';
      },
      [
        { kind: 'removed', path: ['metrics', 2], before: { id: 'c' } },
        { kind: 'added', path: ['metrics', 2], after: { id: 'n' } },
      ],
    ],
    [
      'an element without id edited after another was taken out',
      (draft) => {
        draft.influences[2]!.sign = '+';
        draft.influences.splice(0, 1);
      },
      [
        { kind: 'removed', path: ['influences', 0], before: { from: 'a', sign: '+' } },
        { kind: 'changed', path: ['influences', 1, 'sign'], before: '-', after: '+' },
      ],
    ],
    [
      'an element without id taken out in front and one put at the end',
      (draft) => {
        draft.influences.splice(0, 1);
        draft.influences.push({ from: 'd', sign: '-' });
      },
      [
        { kind: 'removed', path: ['influences', 0], before: { from: 'a', sign: '+' } },
        { kind: 'added', path: ['influences', 2], after: { from: 'd', sign: '-' } },
      ],
    ],
    [
      'a text out of a list of texts',
      (draft) => void draft.metrics[1]!.tags!.shift(),
      [{ kind: 'removed', path: ['metrics', 1, 'tags', 0], before: 'x' }],
    ],
    [
      'a list in place of a text list',
      (draft) => {
        draft.metrics[1]!.tags = ['z', 'x', 'w'];
      },
      [
        { kind: 'reordered', path: ['metrics', 1, 'tags'] },
        { kind: 'removed', path: ['metrics', 1, 'tags', 1], before: 'y' },
        { kind: 'added', path: ['metrics', 1, 'tags', 2], after: 'w' },
      ],
    ],
  ])('reports %s', (_, edit, changes) => {
    expect(scenario(tree, edit).changes).toEqual(changes);
  });

  it('reports one element out of 100,000 as one change', () => {
    const long = { metrics: Array.from({ length: 100_000 }, (_, index) => ({ id: `m${index}`, weight: index })) };
    const { changes } = scenario(long, (draft) => {
      draft.metrics[90_000]!.weight = 0;
      draft.metrics.splice(2, 1);
    });
    expect(changes).toEqual([
      { kind: 'removed', path: ['metrics', 2], before: { id: 'm2', weight: 2 } },
      { kind: 'changed', path: ['metrics', 89_999, 'weight'], before: 90_000, after: 0 },
    ]);
  });

  it('takes a definition for its stored form, and shares with it what was not edited', () => {
    const title: string = 'x';
    const stored = Object.freeze({ title, parts: Object.freeze([Object.freeze({ id: 'a' })]) });
    const sealed = definitionKind<typeof stored, null>('thing').seal(stored, null);
    const { value } = scenario(sealed, (draft) => {
      draft.title = 'y';
    });
    expect(value).toEqual({ title: 'y', parts: [{ id: 'a' }] });
    expect(value.parts).toBe(stored.parts);
  });

  it('gives frozen values, and freezes nothing of the caller', () => {
    const mine = structuredClone(tree);
    const { value, changes } = scenario(mine, (draft) => {
      draft.metrics.push({ id: 'n', tags: ['x'] });
    });
    for (const part of [value, value.metrics, value.metrics[0], value.metrics[4]?.tags, changes]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    for (const part of [mine, mine.metrics, mine.metrics[0], mine.influences])
      expect(Object.isFrozen(part)).toBe(false);
  });

  it('takes no notice of a number or text that an arrow function returns', () => {
    const { value } = scenario(tree, (draft) => draft.metrics.push({ id: 'n' }));
    expect(value.metrics.length).toBe(5);
    expect(scenario(tree, (draft) => draft).changes).toEqual([]);
  });

  it.each([
    ['an async edit', async () => {}, /async/],
    ['an object returned in place of an edit', () => ({ ...tree, title: 'x' }), /returned an object/],
  ])('refuses %s', (_, edit, message) => {
    const fault = faultOf(() => scenario(tree, edit as () => void));
    expect(isKeelsonError(fault) && fault.code).toBe('foundation/scenario');
    expect(String(fault)).toMatch(message);
  });

  it('lets through what the edit throws', () => {
    const thrown = new Error('mine');
    expect(
      faultOf(() =>
        scenario(tree, (draft) => {
          draft.title = 'x';
          throw thrown;
        }),
      ),
    ).toBe(thrown);
    expect(tree.title).toBe('tree');
  });

  it('refuses a base, and an edit, that is no plain JSON, with the place', () => {
    const base = faultOf(() => scenario({ at: new Date(0) }, () => {}));
    expect(isDefinitionError(base) && base.diagnostics[0]).toMatchObject({ path: ['at'], code: 'shape/not-json' });
    const edit = faultOf(() =>
      scenario({ parts: [{ at: 'x' }] } as { parts: { at: unknown }[] }, (draft) => {
        draft.parts[0]!.at = { deep: new Date(0) };
      }),
    );
    expect(isDefinitionError(edit) && edit.diagnostics[0]).toMatchObject({
      path: ['parts', 0, 'at', 'deep'],
      message: expect.stringContaining('parts[0].at.deep is '),
    });
  });

  it('has no changes exactly when nothing is different', () => {
    const lists = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), n: fc.nat(2) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const { value, changes } = scenario({ list: before }, (draft) => {
          draft.list = after;
        });
        expect(value).toEqual({ list: after });
        const ids = (list: typeof before): string[] => list.map(({ id }) => id);
        const kept = (list: typeof before, other: typeof before) => ids(list).filter((id) => ids(other).includes(id));
        const of = (kind: ScenarioChange['kind']) => changes.filter((change) => change.kind === kind);
        expect(of('removed').map((change) => before[Number(change.path[1])])).toEqual(
          before.filter(({ id }) => !ids(after).includes(id)),
        );
        expect(of('added').map((change) => after[Number(change.path[1])])).toEqual(
          after.filter(({ id }) => !ids(before).includes(id)),
        );
        expect(of('changed').map((change) => after[Number(change.path[1])]?.id)).toEqual(
          after.filter(({ id, n }) => before.some((other) => other.id === id && other.n !== n)).map(({ id }) => id),
        );
        expect(of('reordered').length).toBe(
          JSON.stringify(kept(before, after)) === JSON.stringify(kept(after, before)) ? 0 : 1,
        );
      }),
    );
  });
});
