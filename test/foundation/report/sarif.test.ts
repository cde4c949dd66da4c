import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { type CountedDiagnostic, diagnosticsToSarif, type SarifOptions } from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

const stored = { metrics: [{ id: 'orders' }, { id: 'revenue' }] };

const cycle: CountedDiagnostic = {
  code: 'metrics/cycle',
  severity: 'error',
  message: 'orders -> revenue -> orders',
  path: ['metrics', 0, 'formula'],
  hint: 'use lag()',
  related: [{ path: ['metrics', 1, 'formula'], message: 'through here' }],
};

const owner: CountedDiagnostic = { code: 'metrics/a-missing-owner', severity: 'info', message: 'no owner', path: [] };

describe('diagnosticsToSarif', () => {
  it('writes one run with rules, results, places and regions', () => {
    const log = diagnosticsToSarif([cycle, { ...owner, count: 12 }], {
      file: 'data/tree one.json',
      locate: ({ path }) => (path.length > 0 ? { line: 3, column: 7, endLine: 3, endColumn: 12 } : undefined),
      rules: [{ code: 'metrics/cycle', severity: 'error', summary: 'A metric depends on itself.' }],
      toolVersion: '1.2.3',
    });
    expect(log).toEqual({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'keelson',
              version: '1.2.3',
              rules: [
                { id: 'metrics/a-missing-owner' },
                {
                  id: 'metrics/cycle',
                  shortDescription: { text: 'A metric depends on itself.' },
                  defaultConfiguration: { level: 'error' },
                },
              ],
            },
          },
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: 'metrics/cycle',
              ruleIndex: 1,
              level: 'error',
              message: { text: 'orders -> revenue -> orders\nhint: use lag()' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'data/tree%20one.json' },
                    region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 12 },
                  },
                  logicalLocations: [{ fullyQualifiedName: 'metrics[0].formula' }],
                },
              ],
              relatedLocations: [
                {
                  id: 0,
                  message: { text: 'through here' },
                  logicalLocations: [{ fullyQualifiedName: 'metrics[1].formula' }],
                },
              ],
            },
            {
              ruleId: 'metrics/a-missing-owner',
              ruleIndex: 0,
              level: 'note',
              message: { text: 'no owner (stands for 12 findings)' },
              locations: [
                {
                  physicalLocation: { artifactLocation: { uri: 'data/tree%20one.json' } },
                  logicalLocations: [{ fullyQualifiedName: '(root)' }],
                },
              ],
              occurrenceCount: 12,
            },
          ],
        },
      ],
    });
    expect(JSON.parse(JSON.stringify(log))).toEqual(log);
  });

  it('gives a result the same fingerprint after the list was reordered, and equal results different ones', () => {
    const printsOf = (found: readonly CountedDiagnostic[], of: unknown) =>
      diagnosticsToSarif(found, { stored: of }).runs[0].results.map(
        ({ partialFingerprints }) => partialFingerprints?.['keelsonFinding/v1'],
      );
    const plain: CountedDiagnostic = { ...owner, path: ['metrics', 0] };
    const moved = { metrics: [...stored.metrics].reverse() };
    const [first, second, other] = printsOf([plain, plain, { ...plain, path: ['metrics', 1] }], stored);
    expect(printsOf([{ ...plain, path: ['metrics', 1] }], moved)).toEqual([first]);
    expect(new Set([first, second, other]).size).toBe(3);
    expect(first).toMatch(/^[0-9a-f]{64}:1$/);
  });

  it('has no fingerprints without the stored form, and names places with it', () => {
    expect(diagnosticsToSarif([cycle]).runs[0].results[0]).not.toHaveProperty('partialFingerprints');
    const [result] = diagnosticsToSarif([cycle], { stored }).runs[0].results;
    expect(result?.locations[0].logicalLocations[0]?.fullyQualifiedName).toBe('metrics[orders].formula');
    expect(result?.relatedLocations?.[0]?.logicalLocations[0]?.fullyQualifiedName).toBe('metrics[revenue].formula');
  });

  it.each([
    ['a/b.json', 'a/b.json'],
    ['a\\b c.json', 'a/b%20c.json'],
    ['/srv/tree.json', 'file:///srv/tree.json'],
    ['C:\\data\\a b.json', 'file:///C:/data/a%20b.json'],
    ['a:b#c?.json', 'a%3Ab%23c%3F.json'],
    ['\ud800.json', '%EF%BF%BD.json'],
  ])('writes the file %j as %s', (file, uri) => {
    const [result] = diagnosticsToSarif([owner], { file }).runs[0].results;
    expect(result?.locations[0].physicalLocation?.artifactLocation.uri).toBe(uri);
  });

  it.each([
    ['uses {0} of {1}', 'uses {{0}} of {{1}}'],
    ['see [this](0) and a[1]', 'see \\[this\\](0) and a[1]'],
    ['a\u001b[31m', 'a\\u001b[31m'],
  ])('writes the message %j as %j', (message, text) => {
    expect(diagnosticsToSarif([{ ...owner, message }]).runs[0].results[0]?.message.text).toBe(text);
  });

  it('writes an empty run for no diagnostics', () => {
    expect(diagnosticsToSarif([]).runs[0]).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
  });
});

describe('a log of diagnosticsToSarif', () => {
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(officialSchema());
  const full: SarifOptions = {
    file: 'tree.json',
    stored,
    locate: ({ path }) => (path.length > 0 ? { line: 3, column: 7, endLine: 3, endColumn: 12 } : undefined),
    rules: [{ code: 'metrics/cycle', severity: 'error', summary: 'A metric depends on itself.' }],
    toolVersion: '1.2.3',
  };

  it.each<[string, readonly CountedDiagnostic[], SarifOptions]>([
    ['of nothing', [], {}],
    ['of findings alone', [cycle, owner], {}],
    ['with files, regions, names and rules', [cycle, { ...owner, count: 12 }, owner], full],
    ['with regions that have no end', [cycle], { file: 'tree.json', locate: () => ({ line: 1, column: 1 }) }],
  ])('%s keeps to the schema of SARIF 2.1.0', (_, found, options) => {
    validate(JSON.parse(JSON.stringify(diagnosticsToSarif(found, options))));
    expect(validate.errors).toBe(null);
  });

  it('would be refused with a line 0', () => {
    const log = diagnosticsToSarif([cycle], { file: 'tree.json', locate: () => ({ line: 0, column: 1 }) });
    expect(validate(log)).toBe(false);
  });
});

/** The schema of OASIS, which is of draft 04: its `id` and `$schema` mean nothing to a validator of today. */
function officialSchema(): object {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { id, $schema, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  return schema;
}
