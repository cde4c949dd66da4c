import { readFileSync } from 'node:fs';
import { parseExpression } from 'keelson/expression';
import { describe, expect, it } from 'vitest';
import { readCases } from './cases.js';
import { placeOf, readExclusions } from './exclusions.js';
import { reasons } from './reasons.js';
import { judgeCases, suite } from './suite.js';

const cases = readCases();
const exclusions = readExclusions();

describe('the cases that the specification of CEL has for the language itself', () => {
  const report = suite.run();

  it('pass, or stand in the list with the reason for which they are refused', () => {
    expect(report.failed).toEqual([]);
    expect(report.passed + report.excluded.length).toBe(cases.length);
    expect(report.excluded).toHaveLength(exclusions.size);
  });

  it('are those of 14 files, each named once', () => {
    expect(new Set(cases.map(({ file }) => file)).size).toBe(14);
    expect(new Set(cases.map(placeOf)).size).toBe(cases.length);
    expect(cases.length).toBe(1182);
  });

  it('are excluded for reasons that all occur', () => {
    expect([...new Set(exclusions.values())].sort()).toEqual(Object.keys(reasons).sort());
  });

  it('are read to a person with a count for each reason', () => {
    const text = suite.describe(report);
    expect(text).toContain(`${report.passed} passed, ${report.excluded.length} excluded, 0 failed`);
    expect(text).toContain(reasons['modulo']!.words);
  });
});

describe('docs/conformance-cel.md', () => {
  const text = readFileSync('docs/conformance-cel.md', 'utf8');

  it('has the row of each reason with its count, the most frequent first', () => {
    const counts = Object.entries(reasons).map(([id, { words }]) => {
      const count = [...exclusions.values()].filter((reason) => reason === id).length;
      return { row: `| ${words} | ${count} |`, count };
    });
    counts.sort((a, b) => b.count - a.count);
    expect(text).toContain(counts.map(({ row }) => row).join('\n'));
  });

  it('has the figures of the whole', () => {
    const read = cases.filter((celCase) => parseExpression(celCase.text).ok).length;
    expect(text).toContain(`| cases of the 14 files | ${cases.length.toLocaleString('en-US')} |`);
    expect(text).toContain(`| read as expressions | ${read} |`);
    expect(text).toContain(`| passed | ${cases.length - exclusions.size} |`);
    expect(text).toContain(`| excluded, with a reason each | ${exclusions.size} |`);
  });
});

describe('the list of excluded cases', () => {
  const named = (place: string) => cases.filter((celCase) => placeOf(celCase) === place);
  const modulo = named('integer_math int64_math/mod_positive_positive');
  const sum = named('integer_math int64_math/add_positive_positive');

  it.each([
    ['a case that would pass', sum, 'modulo', 'is excluded for "modulo", but passes'],
    ['a case that is refused for something else', modulo, 'null', 'but is refused for expression/percent-sign'],
    ['a reason that does not exist', modulo, 'whim', 'is excluded for "whim", which is no reason'],
  ])('may not have %s', (_, found, id, fault) => {
    expect(found).toHaveLength(1);
    const { passed, excluded, failed } = judgeCases(found, new Map([[placeOf(found[0]!), id]]));
    expect({ passed, excluded, count: failed.length }).toEqual({ passed: 0, excluded: [], count: 1 });
    expect(failed[0]!.reason).toContain(fault);
  });

  it('may not name a case that does not exist', () => {
    const { failed } = judgeCases([], new Map([['logic AND/nowhere', 'null']]));
    expect(failed).toEqual([{ file: 'logic', name: 'AND/nowhere', reason: 'is excluded, but there is no such case' }]);
  });

  it('must name a case that is refused', () => {
    expect(judgeCases(modulo, new Map()).failed[0]!.reason).toBe('is refused: expression/percent-sign');
  });

  it('finds a result that differs, excluded or not', () => {
    const [found] = sum;
    const wrong = { ...found!, expected: { case: 'int64Value' as const, value: 43n } };
    expect(judgeCases([wrong], new Map()).failed[0]!.reason).toBe('(40 + 2) == 43 is false here');
    expect(judgeCases([wrong], new Map([[placeOf(wrong), 'modulo']])).failed).toHaveLength(1);
  });
});
