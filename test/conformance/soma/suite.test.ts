import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgments } from './judgments.js';
import type { SomaRecord } from './record.js';
import { suite } from './suite.js';

const file = '../shared/data/soma-metrics.json';
const isHere = existsSync(file);
if (!isHere) console.warn(`skipped: ${file} is not here, so nothing is known of the linter on published definitions`);

// Counted from the published texts alone, by other means than the reader's.
const records: readonly SomaRecord[] = isHere ? JSON.parse(readFileSync(file, 'utf8')) : [];
const refs = new Set(records.map((record) => record['Metric Ref']));
const braced = ({ 'Metric Expression': text }: SomaRecord) =>
  (text.match(/(?<=\{)[^}]*(?=\})/g) ?? []).map((name) => name.replace(/[^\w:]/g, ''));
const declared = ({ Components: text }: SomaRecord) =>
  text.split('; ').filter((name) => name !== '' && !/^\d+$/.test(name));
const pairs = (namesOf: (record: SomaRecord) => readonly string[]) =>
  new Set(records.flatMap((record) => namesOf(record).map((name) => `${record['Metric Ref']} ${name}`)));
const missing = (all: ReadonlySet<string>) => [...all].filter((pair) => !refs.has(pair.split(' ')[1]!));
const periods = (ref: string) => records.find((record) => record['Metric Ref'] === ref)!.Periods.split(/[;,] /);

describe.skipIf(!isHere)('the linter on 407 published definitions', () => {
  const report = isHere ? suite.run(readFileSync(file, 'utf8')) : suite.run('[]');
  const found = (code: string) => report.diagnostics.filter((finding) => finding.code === `metrics/${code}`);
  const metricsOf = (code: string) => found(code).map((finding) => finding.metric);

  it('reads all definitions and connects all pairs whose component exists', () => {
    const all = pairs((record) => [...braced(record), ...declared(record)]);
    expect(report.definitions).toBe(407);
    expect(report.edges).toBe(all.size - missing(all).length);
    expect(report.counts['metrics/orphan']).toBe(found('orphan').length);
    expect(Object.values(report.counts).reduce((sum, count) => sum + count)).toBe(report.diagnostics.length);
  });

  it('finds every reference to a metric that does not exist, and no other', () => {
    const inBraces = missing(pairs(braced));
    expect(inBraces).toHaveLength(27);
    expect(inBraces.filter((pair) => !pair.startsWith('PaybackPd'))).toHaveLength(26);
    expect(new Set(inBraces.map((pair) => pair.split(' ')[0])).size).toBe(22);
    const expected = missing(pairs((record) => [...braced(record), ...declared(record)]));
    expect(expected).toHaveLength(29);

    const names = found('unknown-reference').map(
      ({ metric, message }) => `${metric} ${/(\w+), which/.exec(message)![1]}`,
    );
    expect(names.sort()).toEqual(expected.sort());
  });

  it('takes the recurrence of TotMRR for no cycle', () => {
    expect([...found('cycle'), ...found('self-reference')]).toEqual([]);
  });

  it('finds the two costs that are upside down, each with the mended formula', () => {
    expect(found('inverted-ratio').map(({ metric, hint }) => [metric, hint])).toEqual([
      ['AdCPC', 'swap the sides: AdSpend / AdClicks'],
      ['CPM', 'swap the sides: AdSpend / AdImps'],
    ]);
  });

  it('finds every metric that divides, a twelfth root being no division', () => {
    const dividing = records.filter((record) => record['Metric Expression'].replace('¹/¹²', '').includes('/'));
    expect(dividing).toHaveLength(93);
    expect(metricsOf('unguarded-division').sort()).toEqual(dividing.map((record) => record['Metric Ref']).sort());
  });

  it('finds the formula with a parenthesis that is not closed', () => {
    expect(metricsOf('formula-syntax')).toEqual(['PaybackPd']);
    expect(found('formula-syntax')[0]!.hint).toBe('close it with )');
  });

  it('finds the ref that two definitions share', () => {
    expect(metricsOf('duplicate-id')).toEqual(['MktInflPipe']);
  });

  it('finds the unit that is none', () => {
    expect(metricsOf('unknown-unit')).toEqual(['Tkts1stRespTarg']);
  });

  it('finds the 14 metrics offered by a period that a component lacks, the three finer ones as such', () => {
    const all = pairs((record) => [...braced(record), ...declared(record)]);
    const lacking = [...all]
      .map((pair) => pair.split(' ') as [string, string])
      .filter(([metric, name]) => refs.has(name) && periods(metric).some((period) => !periods(name).includes(period)));
    const finer = lacking.filter(
      ([metric, name]) => periods(metric).includes('Week') && !periods(name).includes('Week'),
    );

    expect(new Set(lacking.map(([metric]) => metric)).size).toBe(14);
    expect(metricsOf('finer-than-component')).toEqual(['AdCPC', 'CPM', 'SocCPM']);
    expect(metricsOf('finer-than-component')).toEqual(finer.map(([metric]) => metric));
    expect([...metricsOf('finer-than-component'), ...metricsOf('coarser-than-component')].sort()).toEqual(
      lacking.map(([metric]) => metric).sort(),
    );
  });

  it('has a judgment for each finding of the sample, and a majority of agreement for each rule', () => {
    const judged = suite.sample(report).diagnostics.map(({ code, metric }) => {
      const judgment = judgments[code]?.[metric!];
      return { code, metric, agrees: judgment?.agrees, isJudged: judgment !== undefined };
    });
    expect(judged.length).toBeGreaterThanOrEqual(20);
    expect(judged.filter(({ isJudged }) => !isJudged)).toEqual([]);
    for (const code of Object.keys(report.counts)) {
      const own = judged.filter((one) => one.code === code);
      expect([code, own.filter(({ agrees }) => agrees).length * 2 > own.length]).toEqual([code, true]);
    }
  });

  it('says the same to a person, grouped, with the counts at the end', () => {
    const text = suite.describe(report);
    expect(text).toContain('407 definitions');
    expect(text).toMatch(/ 93 {2}metrics\/unguarded-division/);
  });
});
