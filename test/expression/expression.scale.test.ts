import {
  type Expression,
  foldExpression,
  parseExpression,
  printExpression,
  type Span,
  sameExpression,
} from 'keelson/expression';
import { describe, expect, it } from 'vitest';

const span: Span = [0, 0];
const name: Expression = { kind: 'name', name: 'a', span };
const unlimited = { length: 1e9, nodes: 1e9, depth: 1e9 };

describe('parseExpression', () => {
  it('reads 100,000 nested brackets when told to, and as many operators and calls as no stack would hold', () => {
    const limits = { length: 1e6, nodes: 1e6, depth: 1e6 };
    expect(parseExpression(`${'('.repeat(100_000)}a${')'.repeat(100_000)}`, limits).ok).toBe(true);
    expect(parseExpression(`${'-'.repeat(20_000)}a`, limits).ok).toBe(true);
    expect(parseExpression(`${'f('.repeat(20_000)}a${')'.repeat(20_000)}`, limits).ok).toBe(true);
    expect(parseExpression(`a${'.f(a)'.repeat(20_000)}`, limits).ok).toBe(true);
    const open = parseExpression('('.repeat(20_000), limits);
    expect(!open.ok && open.faults).toHaveLength(20_000);
  });
});

describe('foldExpression', () => {
  it('folds a chain of 100,000 terms', () => {
    const result = parseExpression(`1${' + 1'.repeat(99_999)}`, unlimited);
    if (!result.ok) throw new Error('refused');
    const sum = foldExpression<number>(result.expression, (node, results, first) =>
      node.kind === 'number' ? node.value : results[first]! + results[first + 1]!,
    );
    expect(sum).toBe(100_000);
  });
});

describe('printExpression', () => {
  it.each([
    [
      'a chain',
      100_000,
      (left: Expression): Expression => ({ kind: 'binary', operator: '-', left, right: name, span }),
    ],
    ['a nest', 20_000, (right: Expression): Expression => ({ kind: 'binary', operator: '-', left: name, right, span })],
    ['a row', 20_000, (operand: Expression): Expression => ({ kind: 'unary', operator: '-', operand, span })],
  ])('prints %s of %i operators, and reads it back', (_, length, around) => {
    let expression: Expression = name;
    for (let i = 0; i < length; i++) expression = around(expression);
    const result = parseExpression(printExpression(expression), unlimited);
    expect(result.ok && sameExpression(result.expression, expression)).toBe(true);
  });
});
