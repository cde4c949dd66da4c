import { describe, expect, it } from 'vitest';
import { createFaultList } from '../../src/foundation/fault-list.js';
import { findRepeatedIds } from '../../src/foundation/repeated-ids.js';

function faultsOf(ids: readonly string[], words: object = {}) {
  const faults = createFaultList('shape/too-many-faults', 10);
  findRepeatedIds(
    ids.map((id) => ({ id })),
    { code: 'some/code', what: 'vote', hint: 'choose another', ...words },
    faults,
  );
  return faults.diagnostics();
}

describe('findRepeatedIds', () => {
  it('names each that an earlier one is already, and the first of them', () => {
    expect(faultsOf(['a', 'b', 'a', 'a'])).toEqual([
      {
        code: 'some/code',
        severity: 'error',
        path: [2, 'id'],
        message: '[2].id repeats "a", which is vote 0 of the list already',
        hint: 'choose another',
        related: [{ path: [0, 'id'], message: 'the first vote of this id' }],
      },
      expect.objectContaining({ path: [3, 'id'] }),
    ]);
    expect(faultsOf(['a', 'b', 'A'])).toEqual([]);
  });

  it('speaks of what has the ids, and of where they stand', () => {
    const [only] = faultsOf(['x', 'x'], { within: 'log', pathOf: (index: number) => ['rules', index, 'id'] });
    expect(only!.message).toBe('rules[1].id repeats "x", which is vote 0 of the log already');
    expect(only!.related).toEqual([{ path: ['rules', 0, 'id'], message: 'the first vote of this id' }]);
  });

  it('takes names that every object has for ids like others', () => {
    expect(faultsOf(['__proto__', 'constructor', '__proto__'])).toHaveLength(1);
  });
});
