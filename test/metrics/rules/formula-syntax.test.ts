import { describe, expect, it } from 'vitest';
import { lintExample } from '../lint-tree.js';

const code = 'metrics/formula-syntax';

function find(formula: string) {
  return lintExample({ metrics: { other: {}, payback: { formula }, cac: {}, margin: {} } }, code);
}

describe(code, () => {
  it('tells the fault, its place in the text and the way out', () => {
    expect(find('cac / (margin')).toEqual([
      {
        code,
        severity: 'error',
        metric: 'payback',
        message: 'the formula of payback cannot be read: "(" is not closed',
        path: ['metrics', 1, 'formula'],
        span: [6, 7],
        hint: 'close it with )',
      },
    ]);
  });

  it.each([
    ['cac ** 2', '"**" is not an operator here', [4, 6]],
    ['sum(cac)', 'there is no function sum', [0, 8]],
    ['ratio(cac, margin)', 'ratio takes 3 arguments, not 2', [0, 18]],
    ['cac > margin', '> gives true or false, and a formula is arithmetic', [0, 12]],
    ['', 'the expression is empty', [0, 0]],
  ])('finds %s', (formula, fault, span) => {
    expect(find(formula)).toMatchObject([{ message: `the formula of payback cannot be read: ${fault}`, span }]);
  });

  it('finds every fault of a formula, in the order of the text', () => {
    expect(find("sum(cac) + ratio(cac, margin, 'none')").map(({ span }) => span)).toEqual([
      [0, 8],
      [30, 36],
    ]);
  });

  it('finds nothing in a sound formula, nor where there is none', () => {
    expect(find("ratio(cac, margin, 'null') + lag(cac, 1, 'month')")).toEqual([]);
  });

  it('leaves a sound formula over unknown names to metrics/unknown-reference', () => {
    expect(find('cac / marginn')).toEqual([]);
  });
});
