import { describe, expect, it } from 'vitest';
import { always, join, never, not, same } from '../../../src/governance/conditions/join.js';
import type { Condition, Test } from '../../../src/governance/conditions/types.js';

const expression = { kind: 'name', name: 'a', span: [0, 1] } as const;
const [a, b, c] = [0, 1, 2].map((fact): Condition => {
  const test: Test = { kind: 'among', fact, values: [true], expression, span: [0, 1] };
  return { kind: 'test', test };
}) as [Condition, Condition, Condition];

describe('not', () => {
  it('turns a condition around, and back', () => {
    expect(not(a)).toEqual({ kind: 'not', part: a });
    expect(not(not(a))).toBe(a);
    expect([not(always), not(never)]).toEqual([never, always]);
  });
});

describe('join', () => {
  it('puts conditions side by side, with what is joined that way already', () => {
    expect(join('all', [a, b])).toEqual({ kind: 'all', parts: [a, b] });
    expect(join('all', [join('all', [a, b]), c])).toEqual({ kind: 'all', parts: [a, b, c] });
    expect(join('any', [a, join('any', [b, c])])).toEqual({ kind: 'any', parts: [a, b, c] });
    expect(join('all', [join('any', [a, b]), c])).toEqual({ kind: 'all', parts: [join('any', [a, b]), c] });
  });

  it('leaves out what changes nothing, and stops at what settles it', () => {
    expect(join('all', [a, always, b])).toEqual({ kind: 'all', parts: [a, b] });
    expect(join('any', [a, never, b])).toEqual({ kind: 'any', parts: [a, b] });
    expect(join('all', [a, never, b])).toEqual(never);
    expect(join('any', [a, always, b])).toEqual(always);
  });

  it('is the only one that is left, or what nothing joined is', () => {
    expect(join('all', [always, a])).toBe(a);
    expect(join('any', [a])).toBe(a);
    expect([join('all', []), join('any', [])]).toEqual([always, never]);
  });
});

describe('same', () => {
  it('is the other where one is always true, and the opposite where it is never', () => {
    expect(same(a, b)).toEqual({ kind: 'same', parts: [a, b] });
    expect([same(always, a), same(a, always)]).toEqual([a, a]);
    expect([same(never, a), same(a, never)]).toEqual([not(a), not(a)]);
    expect(same(never, never)).toEqual(always);
  });
});
