import fc from 'fast-check';
import {
  defaultExpressionLimits,
  type Expression,
  forEachNode,
  parseExpression,
  printExpression,
} from 'keelson/expression';
import { describe, expect, it } from 'vitest';
import { parseNaively } from '../oracle/expression.js';
import { anyGarbage, anyText } from './arbitraries.js';

function read(text: string): Expression {
  const result = parseExpression(text);
  if (!result.ok) throw new Error(`${text}: ${result.faults[0]?.message}`);
  return result.expression;
}

/** The tree with every pair of parentheses that there could be. */
function shape(node: Expression): string {
  switch (node.kind) {
    case 'binary':
      return `(${shape(node.left)} ${node.operator} ${shape(node.right)})`;
    case 'unary':
      return `(${node.operator}${shape(node.operand)})`;
    case 'call':
      return `${node.name}(${node.arguments.map(shape).join(' ')})`;
    case 'method':
      return `${shape(node.target)}.${node.name}(${node.arguments.map(shape).join(' ')})`;
    case 'list':
      return `[${node.items.map(shape).join(' ')}]`;
    default:
      return printExpression(node);
  }
}

describe('parseExpression', () => {
  it.each([
    ['a + b * c', '(a + (b * c))'],
    ['a * b + c', '((a * b) + c)'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b / c', '((a / b) / c)'],
    ['a - b + c', '((a - b) + c)'],
    ['a * b / c', '((a * b) / c)'],
    ['a - (b - c)', '(a - (b - c))'],
    ['a && b || c && d', '((a && b) || (c && d))'],
    ['a || b && c', '(a || (b && c))'],
    ['a || b || c', '((a || b) || c)'],
    ['a && b && c', '((a && b) && c)'],
    ['a < b && c >= d', '((a < b) && (c >= d))'],
    ['a + b < c * d', '((a + b) < (c * d))'],
    ['a == b || c != d', '((a == b) || (c != d))'],
    ['(a < b) == c', '((a < b) == c)'],
    ['a <= b', '(a <= b)'],
    ['a > b', '(a > b)'],
    ['a in [b, c] && d', '((a in [b c]) && d)'],
    ['!a in b', '((!a) in b)'],
    ['-a * b', '((-a) * b)'],
    ['a * -b', '(a * (-b))'],
    ['a - -b', '(a - (-b))'],
    ['--a', '(-(-a))'],
    ['!!a', '(!(!a))'],
    ['!-a', '(!(-a))'],
    ['-a.f()', '(-a.f())'],
    ['(-a).f()', '(-a).f()'],
    ['a.f(b).g(c, d)', 'a.f(b).g(c d)'],
    ['a + b.f() * c', '(a + (b.f() * c))'],
    ['max(a, b + c, min())', 'max(a (b + c) min())'],
    ['max (a)', 'max(a)'],
    ['[]', '[]'],
    ['[1, [2], -3]', '[1 [2] (-3)]'],
    ['((a))', 'a'],
    ['true || false', '(true || false)'],
    ['truest + inner + nullable', '((truest + inner) + nullable)'],
    ['NaN + Infinity', '(NaN + Infinity)'],
    ['1.f()', '1.f()'],
    ['\ta\n+\r\nb\f', '(a + b)'],
  ])('reads %j as %s', (text, tree) => {
    expect(shape(read(text))).toBe(tree);
  });

  it('says where every node stands', () => {
    expect(read(" max(a, -1.5) * (b) + x.has('y', [true])")).toEqual({
      kind: 'binary',
      operator: '+',
      left: {
        kind: 'binary',
        operator: '*',
        left: {
          kind: 'call',
          name: 'max',
          arguments: [
            { kind: 'name', name: 'a', span: [5, 6] },
            { kind: 'unary', operator: '-', operand: { kind: 'number', value: 1.5, span: [9, 12] }, span: [8, 12] },
          ],
          span: [1, 13],
        },
        right: { kind: 'name', name: 'b', span: [17, 18] },
        span: [1, 19],
      },
      right: {
        kind: 'method',
        target: { kind: 'name', name: 'x', span: [22, 23] },
        name: 'has',
        arguments: [
          { kind: 'string', value: 'y', span: [28, 31] },
          { kind: 'list', items: [{ kind: 'boolean', value: true, span: [34, 38] }], span: [33, 39] },
        ],
        span: [22, 40],
      },
      span: [1, 40],
    });
  });

  it.each([
    ['(a)', [1, 2]],
    ['((a + b))', [2, 7]],
    ['(a) + (b)', [0, 9]],
    ['-(a)', [0, 4]],
    ['( a ).f( )', [0, 10]],
    ['(a).f().g()', [0, 11]],
    ['((a) + b) * c', [0, 13]],
  ])('counts parentheses to what is around them: %s', (text, span) => {
    expect(read(text).span).toEqual(span);
  });

  it('gives a tree that survives JSON', () => {
    const tree = read("a.f([1, 'x', true]) == !b");
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  });

  it('agrees with the naive parser on valid texts, spans included', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = parseNaively(text);
        const actual = parseExpression(text);
        if (actual.ok) expect(actual.expression).toEqual(expected);
        else expect(expected).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
  });

  it('ends on any text, with faults inside it, and accepts what the naive parser accepts', () => {
    fc.assert(
      fc.property(anyGarbage, (text) => {
        const expected = parseNaively(text);
        const actual = parseExpression(text);
        expect(actual.ok).toBe(expected !== undefined);
        if (actual.ok) {
          expect(actual.expression).toEqual(expected);
          return;
        }
        expect(actual.faults.length).toBeGreaterThan(0);
        let before = 0;
        for (const { span, message, hint } of actual.faults) {
          expect(span[0]).toBeGreaterThanOrEqual(before);
          expect(span[1]).toBeGreaterThanOrEqual(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          expect(message.length * hint.length).toBeGreaterThan(0);
          before = span[0];
        }
        if (actual.recovered) {
          forEachNode(actual.recovered, ({ span: [start, end] }) => {
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          });
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the limits of parseExpression', () => {
  it('are far from what people write', () => {
    expect(defaultExpressionLimits).toEqual({ length: 20_000, nodes: 5_000, depth: 200 });
  });

  it('refuses a text that is too long without reading it', () => {
    expect(parseExpression('a + b', { length: 5 }).ok).toBe(true);
    expect(parseExpression('a + (b', { length: 5 })).toEqual({
      ok: false,
      faults: [
        {
          code: 'expression/too-long',
          message: 'the text has 6 characters; an expression has at most 5',
          span: [5, 6],
          hint: 'split it: give its parts names of their own',
        },
      ],
    });
  });

  it.each([
    ['a', 1],
    ['"a" + true', 3],
    ['-a', 2],
    ['f()', 1],
    ['f(a, [1])', 4],
    ['a.f(b)', 3],
    ['((a))', 1],
    ['a + b * !c', 6],
  ])('counts the nodes of %s: %i', (text, nodes) => {
    expect(parseExpression(text, { nodes }).ok).toBe(true);
    const result = parseExpression(text, { nodes: nodes - 1 });
    expect(result.ok || result.faults.map(({ code }) => code)).toEqual(['expression/too-many-nodes']);
  });

  it('points at the first part that is too many, and reads no further', () => {
    expect(parseExpression('a + b + (c', { nodes: 3 })).toEqual({
      ok: false,
      faults: [
        {
          code: 'expression/too-many-nodes',
          message: 'the expression has more than 3 parts',
          span: [6, 7],
          hint: 'split it: give its parts names of their own',
        },
      ],
    });
  });

  it.each([
    ['a', 0],
    ['(a)', 1],
    ['f()', 1],
    ['[a]', 1],
    ['-a', 1],
    ['a.f()', 1],
    ['-(a)', 2],
    ['f([-a])', 3],
    ['!!a', 2],
    ['(a) + (b) + -c + f(d)', 1],
    ['-a - -b * [c]', 1],
    ['a.f().g().h()', 1],
  ])('counts the depth of %s: %i', (text, depth) => {
    expect(parseExpression(text, { depth }).ok).toBe(true);
    const result = parseExpression(text, { depth: depth - 1 });
    expect(depth === 0 || (!result.ok && result.faults.map(({ code }) => code))).toEqual(
      depth === 0 || ['expression/too-deep'],
    );
  });

  it('points at the bracket that is too deep, and reads no further', () => {
    expect(parseExpression('a + ((b))) + $', { depth: 1 })).toEqual({
      ok: false,
      faults: [
        {
          code: 'expression/too-deep',
          message: 'brackets, calls and prefix operators stand more than 1 deep inside each other',
          span: [5, 6],
          hint: 'split it: give inner parts names of their own',
        },
      ],
    });
    const call = parseExpression('f(g(a))', { depth: 1 });
    expect(!call.ok && call.faults[0]?.span).toEqual([3, 4]);
  });

  it('reports one limit where a prefix operator is beyond two', () => {
    const result = parseExpression('-a', { depth: 0, nodes: 0 });
    expect(!result.ok && result.faults.map(({ code }) => code)).toEqual(['expression/too-deep']);
  });

  it('keeps the faults found before a limit', () => {
    const result = parseExpression('a $ + (b)', { depth: 0 });
    expect(!result.ok && result.faults.map(({ code }) => code)).toEqual([
      'expression/currency-sign',
      'expression/too-deep',
    ]);
  });

  it('adds no depth for a chain of 4,000 terms', () => {
    expect(parseExpression(`1${' + 1'.repeat(3_999)}`, { nodes: 7_999, depth: 0 }).ok).toBe(true);
  });
});
