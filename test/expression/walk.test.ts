import fc from 'fast-check';
import {
  type Expression,
  foldExpression,
  forEachNode,
  namesIn,
  parseExpression,
  printExpression,
  sameExpression,
} from 'keelson/expression';
import { describe, expect, it } from 'vitest';
import { anyExpression } from './arbitraries.js';

function read(text: string): Expression {
  const result = parseExpression(text, { nodes: 1e6, length: 1e6 });
  if (!result.ok) throw new Error(text);
  return result.expression;
}

const everything = "max(a, -b) * [c, 1].has('x', true) - f() / []";

/** A node's parts, as plainly as can be. */
function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'binary':
      return [node.left, node.right];
    case 'unary':
      return [node.operand];
    case 'call':
      return node.arguments;
    case 'method':
      return [node.target, ...node.arguments];
    case 'list':
      return node.items;
    default:
      return [];
  }
}

function labelOf(node: Expression): string {
  if (node.kind === 'binary' || node.kind === 'unary') return node.operator;
  return node.kind === 'list' ? '[]' : String('name' in node ? node.name : node.value);
}

describe('forEachNode', () => {
  it('visits each node before its parts, in the order of the text', () => {
    const seen: string[] = [];
    forEachNode(read(everything), (node) => seen.push(labelOf(node)));
    expect(seen).toEqual(['-', '*', 'max', 'a', '-', 'b', 'has', '[]', 'c', '1', 'x', 'true', '/', 'f', '[]']);
  });

  it('visits what plain recursion visits', () => {
    const naively = (node: Expression): Expression[] => [node, ...partsOf(node).flatMap(naively)];
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const seen: Expression[] = [];
        forEachNode(expression, (node) => seen.push(node));
        expect(seen).toEqual(naively(expression));
      }),
    );
  });
});

describe('foldExpression', () => {
  it('combines parts before wholes, in the order of the text', () => {
    const seen: string[] = [];
    foldExpression(read(everything), (node) => seen.push(labelOf(node)));
    expect(seen).toEqual(['a', 'b', '-', 'max', 'c', '1', '[]', 'x', 'true', 'has', '*', 'f', '[]', '/', '-']);
  });

  it('gives what plain recursion gives', () => {
    const naively = (node: Expression): string => `${labelOf(node)}(${partsOf(node).map(naively).join(' ')})`;
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const folded = foldExpression<string>(
          expression,
          (node, results, first) => `${labelOf(node)}(${results.slice(first, first + partsOf(node).length).join(' ')})`,
        );
        expect(folded).toBe(naively(expression));
      }),
    );
  });
});

describe('namesIn', () => {
  it.each<readonly [string, readonly (readonly [string, number, number])[]]>([
    ['1 + 2', []],
    ['a', [['a', 0, 1]]],
    [
      'b * a - b',
      [
        ['b', 0, 1],
        ['a', 4, 5],
      ],
    ],
    [
      'max(b, a.f(c)) in [d, c]',
      [
        ['b', 4, 5],
        ['a', 7, 8],
        ['c', 11, 12],
        ['d', 19, 20],
      ],
    ],
    [
      'f(x) / -__proto__',
      [
        ['x', 2, 3],
        ['__proto__', 8, 17],
      ],
    ],
  ])('finds in %s the names %j', (text, names) => {
    expect(namesIn(read(text)).map(({ name, span }) => [name, ...span])).toEqual(names);
  });
});

describe('sameExpression', () => {
  it.each([
    ['a', ' ( a ) '],
    ['a+b*c', 'a + (b * c)'],
    ["f(1, 'x')", 'f( 1.0, "x" )'],
    ['[]', '[ ]'],
    ['a.f(true)', '(a).f(true)'],
  ])('takes %s and %s for the same', (a, b) => {
    expect(sameExpression(read(a), read(b))).toBe(true);
  });

  it.each([
    ['a', 'b'],
    ['1', '2'],
    ['1', "'1'"],
    ["'a'", "'b'"],
    ['true', 'false'],
    ['true', "'true'"],
    ['a', "'a'"],
    ['a', 'a()'],
    ['a + b', 'b + a'],
    ['a + b', 'a - b'],
    ['a + b', 'a'],
    ['a', 'a + b'],
    ['-a', '!a'],
    ['-a', '-b'],
    ['a - b', '-a'],
    ['f()', 'g()'],
    ['f()', '[]'],
    ['f(a)', 'f(b)'],
    ['f(a)', 'f(a, a)'],
    ['f(a, a)', 'f(a)'],
    ['f([a], [])', 'f([], [a])'],
    ['f(a, b)', 'a.f(b)'],
    ['a.f()', 'b.f()'],
    ['a.f()', 'a.g()'],
    ['[a]', '[b]'],
    ['[a]', '[a, a]'],
    ['a - b - c', 'a - (b - c)'],
  ])('tells %s from %s', (a, b) => {
    expect(sameExpression(read(a), read(b))).toBe(false);
  });

  it('agrees with the printed text', () => {
    fc.assert(
      fc.property(anyExpression, anyExpression, (a, b) => {
        expect(sameExpression(a, b)).toBe(printExpression(a) === printExpression(b));
        expect(sameExpression(a, structuredClone(a))).toBe(true);
      }),
    );
  });
});
