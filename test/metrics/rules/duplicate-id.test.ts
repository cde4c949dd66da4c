import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/duplicate-id';

describe(code, () => {
  it('finds every further metric of one name, and points at the first', () => {
    const metrics = [{ id: 'x' }, { id: 'signups' }, { id: 'signups' }, { id: 'signups' }];
    const finding = {
      code,
      severity: 'error',
      metric: 'signups',
      message: 'signups is defined again; whatever names it means the first',
      path: ['metrics', 2, 'id'],
      hint: 'rename one of them, or remove it',
      related: [{ path: ['metrics', 1], message: 'signups is first defined here' }],
    };
    expect(lintExample({ metrics }, code)).toEqual([finding, { ...finding, path: ['metrics', 3, 'id'] }]);
  });

  it('finds nothing where names differ, be it in letter case alone', () => {
    expect(lintExample({ metrics: [{ id: 'signups' }, { id: 'Signups' }] }, code)).toEqual([]);
  });
});
