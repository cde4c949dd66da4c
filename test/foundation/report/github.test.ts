import { type CountedDiagnostic, diagnosticsToGitHub } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

const finding: CountedDiagnostic = {
  code: 'metrics/cycle',
  severity: 'error',
  message: 'a -> b -> a',
  path: ['metrics', 0],
};

describe('diagnosticsToGitHub', () => {
  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'notice'],
  ] as const)('writes %s as %s', (severity, command) => {
    expect(diagnosticsToGitHub([{ ...finding, severity }])).toBe(
      `::${command} title=metrics/cycle::metrics[0]: a -> b -> a\n`,
    );
  });

  it('gives file, line and columns, and the hint on a line of its own', () => {
    const options = { file: 'tree.json', locate: () => ({ line: 3, column: 7, endLine: 3, endColumn: 12 }) };
    expect(diagnosticsToGitHub([{ ...finding, hint: 'use lag()' }], options)).toBe(
      '::error file=tree.json,line=3,col=7,endColumn=12,title=metrics/cycle::metrics[0]: a -> b -> a%0Ahint: use lag()\n',
    );
  });

  it('leaves columns out of an annotation over several lines', () => {
    const options = { file: 'tree.json', locate: () => ({ line: 3, column: 7, endLine: 5, endColumn: 12 }) };
    expect(diagnosticsToGitHub([finding], options)).toContain('file=tree.json,line=3,endLine=5,title=');
  });

  it('gives no line without a file to which it belongs', () => {
    expect(diagnosticsToGitHub([finding], { locate: () => ({ line: 3, column: 7 }) })).not.toContain('line=');
  });

  it('escapes what would end a property, a message or a line', () => {
    const text = diagnosticsToGitHub([{ ...finding, message: '50 % of a:b,c\n::error::planted' }], {
      file: 'a,b:c%.json',
    });
    expect(text).toBe(
      '::error file=a%2Cb%3Ac%25.json,title=metrics/cycle::metrics[0]: 50 %25 of a:b,c\\n::error::planted\n',
    );
  });

  it('writes a line a finding, and nothing for none', () => {
    expect(
      diagnosticsToGitHub([finding, { ...finding, message: 'x\r\ny', hint: 'p\u2028q' }]).split('\n'),
    ).toHaveLength(3);
    expect(diagnosticsToGitHub([])).toBe('');
  });
});
