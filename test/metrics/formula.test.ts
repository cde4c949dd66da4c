import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldFormula, readFormula, valueArguments } from '../../src/metrics/formula.js';
import { compiledTree } from './compiled-tree.js';

/** Names, with `~` where lagged, as they are mentioned. */
function mentions(text: string): string {
  return readFormula(text)
    .references.map(({ name, lagged }) => (lagged ? `~${name}` : name))
    .join(' ');
}

describe('readFormula', () => {
  it.each([
    ['a', 'a'],
    ['a * b / (a + 2.5 * c)', 'a b a c'],
    ['-(-x)', 'x'],
    ['12', ''],
    ["lag(a, 1, 'month') + b", '~a b'],
    ["lag(a + b, 12, 'week') - a", '~a ~b a'],
    ["max(b, lag(c, 1, 'day'), d)", 'b ~c d'],
    ["lag(max(a, lag(b, 1, 'day')), 1, 'day')", '~a ~b'],
    ["ratio(a, b, 'zero')", 'a b'],
    ['pow(a, b)', 'a b'],
    ['unknown(a, b)', 'a b'],
    ['ratio(a, b, c)', 'a b'],
    ['lag(a, b, c)', '~a'],
    ['ratio(a)', 'a'],
    ['lag()', ''],
    ['a ) + b', 'a b'],
  ])('finds in %s the references %s', (text, expected) => {
    expect(mentions(text)).toBe(expected);
  });

  it('says of each reference whether it is of an earlier period', () => {
    const laggedIn = (text: string) => readFormula(text).references.map(({ lagged }) => lagged);
    expect(laggedIn('a')).toEqual([false]);
    expect(laggedIn("a + lag(-b, 1, 'day')")).toEqual([false, true]);
  });

  it('gives each reference its place', () => {
    const text = 'orders*( order_value )';
    const places = readFormula(text).references.map(({ name, span: [start, end] }) => [name, text.slice(start, end)]);
    expect(places).toEqual([
      ['orders', 'orders'],
      ['order_value', 'order_value'],
    ]);
  });

  it.each([
    'a',
    'min(a, b)',
    'min(a, b, c, d)',
    'max(1, a)',
    'abs(a)',
    'sqrt(a)',
    'pow(a, 1/12)',
    'coalesce(a, b, 0)',
    "ratio(a, b, 'zero')",
    'ratio(a, b, "null")',
    ...['day', 'week', 'month', 'quarter', 'year'].map((grain) => `lag(a, 1, '${grain}')`),
  ])('finds no fault in %s', (text) => {
    expect(readFormula(text)).toMatchObject({ text, faults: [] });
    expect(readFormula(text).expression).toBeDefined();
  });

  it.each<[text: string, place: string, message: string, hint: string]>([
    [
      'a < b',
      'a < b',
      '< gives true or false, and a formula is arithmetic',
      'use + - * / and functions such as min and max',
    ],
    [
      'a && b',
      'a && b',
      '&& gives true or false, and a formula is arithmetic',
      'use + - * / and functions such as min and max',
    ],
    ['!a', '!a', '! gives true or false, and a formula is arithmetic', 'use + - * / and functions such as min and max'],
    ["'a'", "'a'", 'a text is no number', 'a formula is arithmetic over metrics and numbers'],
    ['a + true', 'true', 'true or false is no number', 'a formula is arithmetic over metrics and numbers'],
    ['[a]', '[a]', 'a list is no number', 'a formula is arithmetic over metrics and numbers'],
    ['a.has(b)', 'a.has(b)', 'a method call is no number', 'a formula is arithmetic over metrics and numbers'],
    ['minn(a, b)', 'minn(a, b)', 'there is no function minn', 'did you mean min?'],
    [
      'SUM(a)',
      'SUM(a)',
      'there is no function SUM',
      'the functions are min, max, abs, sqrt, pow, coalesce, ratio, lag',
    ],
    ['min(a)', 'min(a)', 'min takes at least 2 arguments, not 1', 'write min(a, b, ...)'],
    ['max()', 'max()', 'max takes at least 2 arguments, not 0', 'write max(a, b, ...)'],
    ['coalesce(a)', 'coalesce(a)', 'coalesce takes at least 2 arguments, not 1', 'write coalesce(a, b, ...)'],
    ['abs(a, b)', 'abs(a, b)', 'abs takes 1 argument, not 2', 'write abs(a)'],
    ['sqrt()', 'sqrt()', 'sqrt takes 1 argument, not 0', 'write sqrt(a)'],
    ['pow(a)', 'pow(a)', 'pow takes 2 arguments, not 1', 'write pow(a, b)'],
    ['pow(a, b, 2)', 'pow(a, b, 2)', 'pow takes 2 arguments, not 3', 'write pow(a, b)'],
    ['ratio(a, b)', 'ratio(a, b)', 'ratio takes 3 arguments, not 2', "write ratio(a, b, 'zero' | 'null')"],
    [
      "ratio(a, b, 'none')",
      "'none'",
      "the third argument of ratio must be 'zero' or 'null'",
      "it says what a division by zero gives: write ratio(a, b, 'zero' | 'null')",
    ],
    [
      'ratio(a, b, c)',
      'c',
      "the third argument of ratio must be 'zero' or 'null'",
      "it says what a division by zero gives: write ratio(a, b, 'zero' | 'null')",
    ],
    [
      'lag(a)',
      'lag(a)',
      'lag takes 3 arguments, not 1',
      "write lag(a, 1, 'day' | 'week' | 'month' | 'quarter' | 'year')",
    ],
    ...['0', '1.5', 'n', '-1'].map((periods): [string, string, string, string] => [
      `lag(a, ${periods}, 'day')`,
      periods,
      'the second argument of lag must be a whole number of periods, at least 1',
      "write lag(a, 1, 'day' | 'week' | 'month' | 'quarter' | 'year')",
    ]),
    ...["'hour'", 'month'].map((grain): [string, string, string, string] => [
      `lag(a, 1, ${grain})`,
      grain,
      "the third argument of lag must be one of 'day', 'week', 'month', 'quarter', 'year'",
      "write lag(a, 1, 'day' | 'week' | 'month' | 'quarter' | 'year')",
    ]),
  ])('finds in %s the fault at %s', (text, place, message, hint) => {
    const { faults } = readFormula(text);
    expect(faults).toEqual([{ message, span: expect.anything(), hint }]);
    const [start, end] = faults[0]!.span;
    expect(text.slice(start, end)).toBe(place);
  });

  it('finds every fault of sense, in the order of the text', () => {
    const { faults } = readFormula("minn(a) + lag(b, 0, 'hour') + 'c'");
    expect(faults.map(({ message }) => message)).toEqual([
      'there is no function minn',
      'the second argument of lag must be a whole number of periods, at least 1',
      "the third argument of lag must be one of 'day', 'week', 'month', 'quarter', 'year'",
      'a text is no number',
    ]);
  });

  it('looks for faults of sense in no text that is broken', () => {
    const { faults, expression } = readFormula("(minn(a) + 'c'");
    expect(faults).toHaveLength(1);
    expect(faults[0]).toEqual({ message: expect.stringContaining('('), span: [0, 1], hint: expect.any(String) });
    expect(expression).toBeDefined();
  });

  it('gives no expression where nothing can be read', () => {
    const formula = readFormula('');
    expect(formula).not.toHaveProperty('expression');
    expect(formula.nodes).toEqual([]);
    expect(formula.references).toEqual([]);
    expect(formula.faults).toHaveLength(1);
  });

  it('reads any text without an exception', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '(',
      ')',
      ',',
      '+',
      '/',
      'lag(',
      'ratio(',
      'min(',
      "'day'",
      '1',
      '!',
      '<',
      '[',
      '.f(',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const { faults, expression, references } = readFormula(text);
        if (faults.length === 0) expect(expression).toBeDefined();
        for (const { name, span } of references) expect(text.slice(...span)).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});

describe('valueArguments', () => {
  it.each([
    ['min(a, b, c)', 3],
    ['abs(a)', 1],
    ['pow(a, 2)', 2],
    ["ratio(a, b, 'zero')", 2],
    ['ratio(a)', 1],
    ["lag(a, 1, 'day')", 1],
    ['lag()', 0],
  ])('of %s are %i', (text, expected) => {
    const { expression } = readFormula(text);
    expect(expression?.kind === 'call' && valueArguments(expression)).toBe(expected);
  });
});

describe('foldFormula', () => {
  const named = (text: string): readonly (string | undefined)[] => {
    const { metrics } = compiledTree({ it: { formula: text }, a: {}, b: {}, c: {} });
    const names: (string | undefined)[] = [];
    foldFormula<void>(metrics[0]!.formula!, (node, _, __, metric) => {
      if (node.kind === 'name') names.push(metric?.id);
    });
    return names;
  };

  it.each<[text: string, names: readonly (string | undefined)[]]>([
    ['a - b / a', ['a', 'b', 'a']],
    ["max(c, lag(b, 1, 'day')) + a", ['c', 'b', 'a']],
    ['a + x * b', ['a', undefined, 'b']],
    ['a * [b] + c', ['a', undefined, 'c']],
    ['b / c + [a]', ['b', 'c', undefined]],
  ])('gives with the names of %s the metrics that they mean', (text, names) => {
    expect(named(text)).toEqual(names);
  });
});
