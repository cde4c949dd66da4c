import fc from 'fast-check';
import { type Expression, parseExpression, printExpression, type Span, sameExpression } from 'keelson/expression';
import { describe, expect, it } from 'vitest';
import { anyExpression, anyText } from './arbitraries.js';

const span: Span = [0, 0];
const name: Expression = { kind: 'name', name: 'a', span };
const unlimited = { length: 1e9, nodes: 1e9, depth: 1e9 };

function reprint(text: string): string {
  const result = parseExpression(text);
  return result.ok ? printExpression(result.expression) : '';
}

describe('printExpression', () => {
  it.each([
    ['a+b*c', 'a + b * c'],
    ['(a*b)+c', 'a * b + c'],
    ['(a+b)*c', '(a + b) * c'],
    ['((a-b))-c', 'a - b - c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['a-(b+c)', 'a - (b + c)'],
    ['a+(b+c)', 'a + (b + c)'],
    ['a/(b*c)', 'a / (b * c)'],
    ['(a/b)/c', 'a / b / c'],
    ['a-(b*c)', 'a - b * c'],
    ['(a&&b)||c', 'a && b || c'],
    ['a&&(b||c)', 'a && (b || c)'],
    ['a||(b||c)', 'a || (b || c)'],
    ['(a<b)==c', '(a < b) == c'],
    ['a<(b<c)', 'a < (b < c)'],
    ['(a+b)<(c+d)', 'a + b < c + d'],
    ['(a<b)+c', '(a < b) + c'],
    ['(a in b)&&(c in d)', 'a in b && c in d'],
    ['-(-a)', '-(-a)'],
    ['--a', '-(-a)'],
    ['!(!a)', '!!a'],
    ['-!a', '-(!a)'],
    ['!-a', '!(-a)'],
    ['!(a&&b)', '!(a && b)'],
    ['-(a*b)', '-(a * b)'],
    ['(-a)*b', '-a * b'],
    ['a - -b', 'a - -b'],
    ['-(a.f())', '-a.f()'],
    ['(-a).f()', '(-a).f()'],
    ['(!a).f()', '(!a).f()'],
    ['(a+b).f()', '(a + b).f()'],
    ['(a).f( ).g( b )', 'a.f().g(b)'],
    ['(1).f()', '1.f()'],
    ['max( (a) ,b+c )', 'max(a, b + c)'],
    ['f( )', 'f()'],
    ['[ 1,(2), [ ] ]', '[1, 2, []]'],
    ['x.startsWith( "EU" )', "x.startsWith('EU')"],
    ['"it\'s"', "'it\\'s'"],
    ['true==false', 'true == false'],
    ['1e21+1.50+.5+1e-7', '1e+21 + 1.5 + 0.5 + 1e-7'],
    ['1000000.0', '1000000'],
  ])('prints %s as %s', (text, printed) => {
    expect(reprint(text)).toBe(printed);
    expect(reprint(printed)).toBe(printed);
  });

  it.each([
    ['\\', "'\\\\'"],
    ['"', "'\"'"],
    ['\n\r\t\b\f\v\u0007', "'\\n\\r\\t\\b\\f\\v\\a'"],
    ['\0\u001f\u007f\u0085', "'\\u0000\\u001f\\u007f\\u0085'"],
    ['\u2028\u2029\ufeff', "'\\u2028\\u2029\\ufeff'"],
    ['\u202e\u2066\u200f', "'\\u202e\\u2066\\u200f'"],
    ['é€😀', "'é€😀'"],
  ])('prints the text %j as %s', (value, printed) => {
    expect(printExpression({ kind: 'string', value, span })).toBe(printed);
  });

  it('gives a text that parses to the same tree', () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const result = parseExpression(printExpression(expression), unlimited);
        expect(result.ok && sameExpression(result.expression, expression)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('gives a text that it would give again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const printed = reprint(text);
        if (printed !== '') expect(reprint(printed)).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });

  it('puts no parentheses that could be left out', () => {
    fc.assert(
      fc.property(anyExpression, fc.nat(), (expression, seed) => {
        const printed = printExpression(expression);
        const pairs = groups(printed);
        if (pairs.length === 0) return;
        const [open, close] = pairs[seed % pairs.length]!;
        const without = `${printed.slice(0, open)} ${printed.slice(open + 1, close)} ${printed.slice(close + 1)}`;
        const result = parseExpression(without, unlimited);
        // Minus before minus keeps its parentheses for the eye, and so does every mixture of prefix operators.
        const forTheEye = /[-!]$/.test(printed.slice(0, open)) && /^[-!]/.test(printed.slice(open + 1));
        if (!forTheEye) expect(result.ok && sameExpression(result.expression, expression)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a chain', 100, (left: Expression): Expression => ({ kind: 'binary', operator: '-', left, right: name, span })],
    ['a nest', 100, (right: Expression): Expression => ({ kind: 'binary', operator: '-', left: name, right, span })],
    ['a row', 100, (operand: Expression): Expression => ({ kind: 'unary', operator: '-', operand, span })],
  ])('prints %s of %i operators, and reads it back', (_, length, around) => {
    let expression: Expression = name;
    for (let i = 0; i < length; i++) expression = around(expression);
    const result = parseExpression(printExpression(expression), unlimited);
    expect(result.ok && sameExpression(result.expression, expression)).toBe(true);
  });
});

/** Where the pairs of parentheses stand that group and do not call, texts aside. */
function groups(text: string): [number, number][] {
  const pairs: [number, number][] = [];
  const open: number[] = [];
  for (const { 0: found, index } of text.matchAll(/'(?:[^'\\]|\\.)*'|[()]/g)) {
    if (found === '(') open.push(index);
    if (found === ')') {
      const at = open.pop()!;
      if (!/\w/.test(text.charAt(at - 1))) pairs.push([at, index]);
    }
  }
  return pairs;
}
