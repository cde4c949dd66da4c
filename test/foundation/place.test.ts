import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/foundation/place.js';

const stored = {
  id: 'tree',
  metrics: [
    { id: 'revenue', formula: 'a * b', guardrails: ['refunds', 'odd one'] },
    { id: '3' },
    { id: 'two words' },
    { id: 'ada@example.com' },
    { id: 'a\u001b[31m"b"' },
    { label: 'no id' },
    { id: 7 },
  ],
  influences: [{ sign: '+', to: 'b', from: 'a' }],
  numbers: [5, null],
  'odd key': [[{ id: 'deep' }]],
};

describe('placeOf', () => {
  it.each([
    [[], '(root)'],
    [['id'], 'id'],
    [['metrics', 0, 'formula'], 'metrics[revenue].formula'],
    [['metrics', 0, 'guardrails', 0], 'metrics[revenue].guardrails[refunds]'],
    [['metrics', 0, 'guardrails', 1], 'metrics[revenue].guardrails["odd one"]'],
    [['metrics', 1], 'metrics["3"]'],
    [['metrics', 2], 'metrics["two words"]'],
    [['metrics', 3], 'metrics[ada@example.com]'],
    [['metrics', 4], 'metrics["a\\\\u001b[31m\\"b\\""]'],
    [['metrics', 5, 'label'], 'metrics[*].label'],
    [['metrics', 6], 'metrics[*]'],
    [['metrics', 99, 'label'], 'metrics[*].label'],
    [['influences', 0], 'influences[from=a,to=b]'],
    [['numbers', 0], 'numbers[*]'],
    [['odd key', 0, 0], '["odd key"][*][deep]'],
    [['missing', 4, 'x'], 'missing[4].x'],
    [['__proto__', 'toString'], '__proto__.toString'],
  ] as const)('%j is %s', (path, place) => {
    expect(placeOf(path, stored)).toBe(place);
  });

  it('keeps indices where there is no stored form', () => {
    expect(placeOf(['metrics', 3, 'unit'], undefined)).toBe('metrics[3].unit');
  });
});
