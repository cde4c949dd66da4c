import fc from 'fast-check';
import type { BinaryOperator, Expression, Span } from 'keelson/expression';

const span: Span = [0, 0];

const plainName = fc.constantFrom('a', 'b', 'orders', 'order_value', 'M1', '_x', 'not', 'and', 'or', 'NaN', 'Infinity');
const binaryOperators: readonly BinaryOperator[] = [
  ...(['+', '-', '*', '/', '&&', '||'] as const),
  ...(['<', '<=', '>', '>=', '==', '!=', 'in'] as const),
];

const number = fc.oneof(
  fc.nat({ max: 1000 }),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0.5, 1e21, 1e-7, 5e-324, Number.MAX_VALUE, 2 ** 53, 123456789012345.6),
);
const string = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('\\', "'", '"', '\n', '\r', '\t', '\u0007', '\0', '\u2028', '\u202e', 'x'),
    maxLength: 8,
  }),
);

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({ kind: fc.constant('name' as const), name: plainName, span: fc.constant(span) }),
  fc.record({ kind: fc.constant('number' as const), value: number.map(Math.abs), span: fc.constant(span) }),
  fc.record({ kind: fc.constant('string' as const), value: string, span: fc.constant(span) }),
  fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean(), span: fc.constant(span) }),
);

/** Any tree of any shape; every span is empty. */
export const anyExpression: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    { weight: 2, arbitrary: leaf },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('binary' as const),
        operator: fc.constantFrom(...binaryOperators),
        left: tie('node'),
        right: tie('node'),
        span: fc.constant(span),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('unary' as const),
        operator: fc.constantFrom('-' as const, '!' as const),
        operand: tie('node'),
        span: fc.constant(span),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('call' as const),
        name: plainName,
        arguments: fc.array(tie('node'), { maxLength: 3 }),
        span: fc.constant(span),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('list' as const),
        items: fc.array(tie('node'), { maxLength: 3 }),
        span: fc.constant(span),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('method' as const),
        target: tie('node'),
        name: plainName,
        arguments: fc.array(tie('node'), { maxLength: 2 }),
        span: fc.constant(span),
      }),
    },
  ),
})).node;

const blank = fc.constantFrom('', '', ' ', '  ', '\n', '\t', ' \r\n', '\f');

/** A valid text with redundant parentheses and odd spacing. */
export const anyText: fc.Arbitrary<string> = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom('a', 'b', 'net_revenue', '12', '2.5', '.5', '1e3', '1E+21', '1.5e-3', 'true', 'false'),
    fc.constantFrom("'EU'", '"it\'s"', "'\\u00e9\\n'", "''", '[]', 'f()'),
    fc
      .tuple(tie('text'), blank, fc.constantFrom(...binaryOperators), blank, tie('text'))
      .map(([left, before, operator, after, right]) =>
        operator === 'in' ? `${left} ${operator} ${right}` : left + before + operator + after + right,
      ),
    fc.tuple(fc.constantFrom('-', '!'), blank, tie('text')).map((pieces) => pieces.join('')),
    fc.tuple(blank, tie('text'), blank).map(([before, text, after]) => `(${before}${text}${after})`),
    fc
      .tuple(blank, fc.array(tie('text'), { maxLength: 3 }))
      .map(([gap, items]) => `max${gap}(${items.join(`${gap},`)})`),
    fc.tuple(blank, fc.array(tie('text'), { maxLength: 3 })).map(([gap, items]) => `[${gap}${items.join(`,${gap}`)}]`),
    fc.tuple(tie('text'), blank, tie('text')).map(([target, gap, item]) => `(${target})${gap}.${gap}has(${item})`),
  ),
})).text;

const pieces = [
  ...[
    'a',
    'b1',
    'in',
    'true',
    'null',
    'if',
    'not',
    'and',
    'OR',
    '12',
    '2.5',
    '1,000',
    '5k',
    '1.',
    '.5',
    '1e',
    '0x1F',
    '9e999',
  ],
  ...[
    '+',
    '-',
    '*',
    '/',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    '.',
    '<',
    '<=',
    '==',
    '!=',
    '&&',
    '||',
    '!',
    'max(',
    '.f(',
  ],
  ...[
    '=',
    '===',
    '&',
    '|',
    '^',
    '**',
    '%',
    '$',
    '#',
    '`',
    ';',
    '×',
    '−',
    '“',
    '”',
    '‘',
    "'",
    '"',
    "'x'",
    '"y"',
    '\\',
    "'\\q'",
  ],
  ...['\u00a0', '\u200b', 'é', '²', '😀', '\ud800', '\udc00', '\0', ' ', ' ', ' ', '\n', '\r', '\t', '\f'],
];

/** A text of pieces that people type and paste, in no order. */
export const anyGarbage: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 2 })), {
    maxLength: 12,
  })
  .map((found) => found.join(''));
