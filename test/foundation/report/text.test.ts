import { type CountedDiagnostic, diagnosticsToTerminal, diagnosticsToText } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

const stored = { metrics: [{ id: 'orders' }, { id: 'revenue' }], goals: [] };

const division = (index: number): CountedDiagnostic => ({
  code: 'metrics/unguarded-division',
  severity: 'info',
  message: `divides by m${index}`,
  path: ['metrics', index % 2, 'formula'],
  hint: 'write ratio(a, b, "zero")',
});

const cycle: CountedDiagnostic = {
  code: 'metrics/cycle',
  severity: 'error',
  message: 'revenue -> orders -> revenue',
  path: ['metrics', 1],
  hint: 'use lag()',
};

const owner: CountedDiagnostic = { code: 'metrics/missing-owner', severity: 'warning', message: 'no owner', path: [] };

describe('diagnosticsToText', () => {
  it('groups by code, errors first, with places, hints and totals', () => {
    const found = [division(0), owner, cycle, division(1)];
    const lines = { 1: { line: 12, column: 5 } } as Record<number, { line: number; column: number }>;
    const text = diagnosticsToText(found, {
      file: 'tree.json',
      stored,
      locate: ({ path }) => lines[Number(path[1])],
    });
    expect(text).toBe(
      [
        'error  metrics/cycle  1 finding',
        '  tree.json:12:5  metrics[revenue]  revenue -> orders -> revenue',
        '    hint: use lag()',
        '',
        'warning  metrics/missing-owner  1 finding',
        '  tree.json  (root)  no owner',
        '',
        'info  metrics/unguarded-division  2 findings',
        '  tree.json  metrics[orders].formula        divides by m0',
        '  tree.json:12:5  metrics[revenue].formula  divides by m1',
        '  hint: write ratio(a, b, "zero")',
        '',
        '1 error, 1 warning, 2 infos',
        '',
      ].join('\n'),
    );
  });

  it('shows 93 findings of one code as one group with its true count', () => {
    const lines = diagnosticsToText(Array.from({ length: 93 }, (_, index) => division(index))).split('\n');
    expect(lines[0]).toBe('info  metrics/unguarded-division  93 findings');
    expect(lines.filter((line) => line.includes('divides by'))).toHaveLength(10);
    expect(lines).toContain('  ... and 83 more');
    expect(lines.filter((line) => line.includes('hint:'))).toHaveLength(1);
    expect(lines.at(-2)).toBe('93 infos');
  });

  it('shows as many of a group as it is asked to', () => {
    const found = Array.from({ length: 30 }, (_, index) => division(index));
    expect(diagnosticsToText(found, { perGroup: 30 })).not.toContain('more');
    expect(diagnosticsToText(found, { perGroup: 0 })).toContain('... and 30 more');
  });

  it('counts a finding that stands for several', () => {
    const text = diagnosticsToText([division(0), { ...division(1), count: 40 }], { perGroup: 1 });
    expect(text).toContain('41 findings');
    expect(text).toContain('... and 40 more');
    expect(text).toContain('41 infos');
    expect(diagnosticsToText([{ ...owner, count: 7 }])).toContain('no owner (stands for 7 findings)');
  });

  it('groups by element on request, with the code in the line', () => {
    expect(diagnosticsToText([division(0), cycle, division(1)], { stored, groupBy: 'place' })).toBe(
      [
        'error  metrics[revenue]  2 findings',
        '  metrics[revenue]          metrics/cycle revenue -> orders -> revenue',
        '    hint: use lag()',
        '  metrics[revenue].formula  metrics/unguarded-division divides by m1',
        '    hint: write ratio(a, b, "zero")',
        '',
        'info  metrics[orders]  1 finding',
        '  metrics[orders].formula  metrics/unguarded-division divides by m0',
        '    hint: write ratio(a, b, "zero")',
        '',
        '1 error, 2 infos',
        '',
      ].join('\n'),
    );
  });

  it('puts the larger of two groups first, and equal ones by code', () => {
    const text = diagnosticsToText([
      { ...owner, code: 'a/z' },
      { ...owner, code: 'a/y' },
      { ...owner, code: 'a/x', count: 2 },
    ]);
    expect(text.match(/a\/./g)).toEqual(['a/x', 'a/y', 'a/z']);
  });

  it('says so when there is nothing to say', () => {
    expect(diagnosticsToText([])).toBe('no findings\n');
  });
});

describe('diagnosticsToTerminal', () => {
  it('colors by severity and says what the text says', () => {
    const found = [division(0), owner, cycle];
    const text = diagnosticsToTerminal(found, { stored });
    expect(text).toContain('\u001b[31merror\u001b[39m  \u001b[1mmetrics/cycle\u001b[22m  1 finding');
    expect(text).toContain('\u001b[33mwarning\u001b[39m');
    expect(text).toContain('\u001b[36minfo\u001b[39m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking the colors out is the test
    expect(text.replace(/\u001b\[\d+m/g, '')).toBe(diagnosticsToText(found, { stored }));
  });

  it('lets no escape sequence, control character or mark of direction through from outside', () => {
    const evil = 'a\u001b[2J\u0007\r\n\u009b31m\u202e\u2066\u0000b\ud800';
    const text = diagnosticsToTerminal(
      [{ code: evil, severity: 'error', message: evil, path: [evil, 0], hint: evil }],
      { file: evil, stored: { [evil]: [{ id: evil }] } },
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    const ours = text.replace(/\u001b\[(?:31|39|1|2|22)m/g, '').replaceAll('\n', '');
    expect(ours).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}]/u);
    expect(text).toContain('\\u001b[2J');
    expect(text.split('\n')).toHaveLength(6);
  });
});
