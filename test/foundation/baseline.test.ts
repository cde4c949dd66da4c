import * as fc from 'fast-check';
import {
  baselineFindings,
  type CountedDiagnostic,
  compareFindings,
  isDefinitionError,
  parseFindingBaseline,
  safeParseFindingBaseline,
} from 'keelson/foundation';
import { describe, expect, it } from 'vitest';

const stored = {
  metrics: [{ id: 'orders' }, { id: 'revenue' }, { id: 'visits' }],
  goals: [{ team: 'growth', metric: 'visits' }],
};

function finding(code: string, path: readonly (string | number)[], message = 'wrong'): CountedDiagnostic {
  return { code, severity: 'warning', message, path };
}

describe('baselineFindings', () => {
  it('names each finding by code and place, sorted, equal ones counted', () => {
    const found = [
      finding('metrics/missing-owner', ['metrics', 2]),
      finding('metrics/missing-owner', ['metrics', 0]),
      finding('metrics/missing-owner', ['metrics', 0], 'worded otherwise, 7 times'),
      finding('metrics/cycle', ['metrics', 1, 'formula']),
      finding('metrics/vanity-goal', ['goals', 0]),
    ];
    expect(baselineFindings(found, stored)).toEqual({
      schemaVersion: 1,
      findings: [
        { code: 'metrics/cycle', place: 'metrics[revenue].formula' },
        { code: 'metrics/missing-owner', place: 'metrics[orders]', count: 2 },
        { code: 'metrics/missing-owner', place: 'metrics[visits]' },
        { code: 'metrics/vanity-goal', place: 'goals[team=growth,metric=visits]' },
      ],
    });
  });

  it('keeps what a finding names beside its place, and the places that it relates to', () => {
    const cycle: CountedDiagnostic = {
      ...finding('metrics/cycle', ['metrics', 0], '"orders" depends on itself through "visits" at 3.5'),
      related: [
        { path: ['metrics', 2], message: 'then here' },
        { path: ['metrics', 0], message: 'and back' },
      ],
    };
    expect(baselineFindings([cycle], stored).findings).toEqual([
      { code: 'metrics/cycle', place: 'metrics[orders]', about: ['metrics[visits]', 'visits'] },
    ]);
  });

  it('counts a finding that stands for several as so many', () => {
    const findings = baselineFindings([{ ...finding('a/b', []), count: 40 }, finding('a/b', [])], stored).findings;
    expect(findings).toEqual([{ code: 'a/b', place: '(root)', count: 41 }]);
  });
});

describe('compareFindings', () => {
  const unknown = (name: string): CountedDiagnostic =>
    finding('metrics/unknown-reference', ['metrics', 1, 'formula'], `"${name}" is not a metric`);

  it('fails nobody on what was there before', () => {
    const found = [unknown('x'), finding('metrics/missing-owner', ['metrics', 0])];
    const baseline = baselineFindings(found, stored);
    expect(compareFindings(baseline, found, stored)).toEqual({ added: [], known: found, gone: [], baseline });
  });

  it('sees a fault put right and another put in its place', () => {
    const result = compareFindings(baselineFindings([unknown('x')], stored), [unknown('y')], stored);
    expect(result.added).toEqual([unknown('y')]);
    expect(result.gone).toEqual([
      { code: 'metrics/unknown-reference', place: 'metrics[revenue].formula', about: ['x'] },
    ]);
    expect(result.baseline.findings).toEqual([]);
  });

  it('knows a finding again after the list was reordered', () => {
    const moved = { ...stored, metrics: [...stored.metrics].reverse() };
    const baseline = baselineFindings([finding('metrics/missing-owner', ['metrics', 0])], stored);
    expect(compareFindings(baseline, [finding('metrics/missing-owner', ['metrics', 2])], moved).added).toEqual([]);
    expect(compareFindings(baseline, [finding('metrics/missing-owner', ['metrics', 0])], moved).added.length).toBe(1);
  });

  it('takes the third of a kind for new where two were accepted', () => {
    const one = finding('a/b', ['metrics', 0]);
    const baseline = baselineFindings([one, one], stored);
    const result = compareFindings(baseline, [one, one, one], stored);
    expect([result.known.length, result.added.length]).toEqual([2, 1]);
    expect(result.baseline).toEqual(baseline);
  });

  it('prunes a count and never lets it grow again', () => {
    const one = finding('a/b', ['metrics', 0]);
    const { gone, baseline } = compareFindings(baselineFindings([one, one, one], stored), [one], stored);
    expect(gone).toEqual([{ code: 'a/b', place: 'metrics[orders]', count: 2 }]);
    expect(baseline.findings).toEqual([{ code: 'a/b', place: 'metrics[orders]' }]);
    expect(compareFindings(baseline, [one, one], stored).baseline).toEqual(baseline);
  });

  it('takes a finding that stands for more than are left for new', () => {
    const many = { ...finding('a/b', []), count: 40 };
    const baseline = baselineFindings([many], stored);
    expect(compareFindings(baseline, [many], stored).added).toEqual([]);
    expect(compareFindings(baseline, [{ ...many, count: 41 }], stored).added.length).toBe(1);
  });

  it('adds up entries that a hand has written twice', () => {
    const entry = { code: 'a/b', place: '(root)' };
    const result = compareFindings({ schemaVersion: 1, findings: [entry, entry] }, [finding('a/b', [])], stored);
    expect(result).toMatchObject({ added: [], gone: [entry], baseline: { findings: [entry] } });
  });

  it('splits every run into new and known, and every baseline into kept and gone', () => {
    const some = fc.array(
      fc.record({ code: fc.constantFrom('a/a', 'a/b'), at: fc.nat(2), name: fc.constantFrom('x', 'y') }),
      { maxLength: 12 },
    );
    const size = (findings: readonly { count?: number }[]): number =>
      findings.reduce((sum, { count }) => sum + (count ?? 1), 0);
    fc.assert(
      fc.property(some, some, (before, after) => {
        const listOf = (entries: typeof before) =>
          entries.map(({ code, at, name }) => finding(code, ['metrics', at], `about "${name}"`));
        const baseline = baselineFindings(listOf(before), stored);
        const result = compareFindings(baseline, listOf(after), stored);
        expect(result.added.length + result.known.length).toBe(after.length);
        expect(size(result.baseline.findings)).toBe(result.known.length);
        expect(size(result.baseline.findings) + size(result.gone)).toBe(before.length);
        expect(compareFindings(result.baseline, listOf(after), stored)).toEqual({ ...result, gone: [] });
        expect(baselineFindings(listOf([...before].reverse()), stored)).toEqual(baseline);
      }),
    );
  });
});

describe('parseFindingBaseline', () => {
  it('takes what baselineFindings gave, through JSON', () => {
    const baseline = baselineFindings([finding('a/b', []), finding('a/b', []), finding('a/c', [], '"x"')], stored);
    expect(parseFindingBaseline(JSON.parse(JSON.stringify(baseline)))).toEqual(baseline);
  });

  it.each([
    { schemaVersion: 2, findings: [] },
    { schemaVersion: 1, findings: [{ code: 'a/b' }] },
    { schemaVersion: 1, findings: [{ code: 'a/b', place: 'x', count: 0 }] },
    { schemaVersion: 1, findings: [{ code: 'a/b', place: 'x', extra: 1 }] },
    [],
    null,
  ])('refuses %j', (input) => {
    expect(safeParseFindingBaseline(input).ok).toBe(false);
    let thrown: unknown;
    try {
      parseFindingBaseline(input);
    } catch (error) {
      thrown = error;
    }
    expect(isDefinitionError(thrown)).toBe(true);
  });
});
