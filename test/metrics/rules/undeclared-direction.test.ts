import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/undeclared-direction';

describe(code, () => {
  it('finds a metric that does not say which way is better', () => {
    expect(lintExample({ metrics: { resolution_time: { role: 'outcome' } } }, code)).toEqual([
      {
        code,
        severity: 'info',
        metric: 'resolution_time',
        message: 'resolution_time does not say which way is better',
        path: ['metrics', 0],
        hint: "set better to 'up', 'down' or 'range'",
      },
    ]);
  });

  it('finds a range without its ends', () => {
    expect(
      lintExample({ metrics: { stock: { role: 'input', better: 'range' }, load: { better: 'range' } } }, code),
    ).toEqual([
      {
        code,
        severity: 'info',
        metric: 'load',
        message: 'load is good within a range, but does not say which',
        path: ['metrics', 1, 'better'],
        hint: 'set band to the lowest and the highest good value',
      },
    ]);
  });

  it.each([
    ['an outcome', { role: 'outcome' }, 1],
    ['a driver', { role: 'driver' }, 1],
    ['a guardrail', { role: 'guardrail' }, 1],
    ['an input, which may be good both ways', { role: 'input' }, 0],
    ['an activity', { role: 'activity' }, 0],
    ['a retired metric', { role: 'outcome', status: 'retired' }, 0],
    ['more is better', { better: 'up' }, 0],
    ['less is better', { better: 'down' }, 0],
    ['a range with its ends', { better: 'range', band: [1, 2] }, 0],
  ] as const)('%s', (_, metric, findings) => {
    expect(lintExample({ metrics: { metric } }, code)).toHaveLength(findings);
  });

  it.each(['input', 'activity'] as const)('finds an %s that guards another metric', (role) => {
    const metrics = {
      orders: { better: 'up', guardrails: ['visits', 'gone'] },
      visits: { role },
      calls: { role },
    } as const;
    expect(lintExample({ metrics }, code)).toMatchObject([{ metric: 'visits' }]);
  });
});
