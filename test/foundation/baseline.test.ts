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
  metrics: [{ id: 'orders' }, { id: 'revenue', formula: 'oders * pirce + oders' }, { id: 'visits' }],
  goals: [{ team: 'growth', metric: 'visits' }],
};

function finding(code: string, path: readonly (string | number)[], message = 'wrong'): CountedDiagnostic {
  return { code, severity: 'warning', message, path };
}

/** The finding on a name in the formula of revenue. */
function unknown(name: string): CountedDiagnostic {
  const start = stored.metrics[1]!.formula!.indexOf(name);
  const message = `revenue uses ${name}, which does not exist`;
  const path = ['metrics', 1, 'formula'];
  return { ...finding('metrics/unknown-reference', path, message), span: [start, start + name.length] };
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

  it('keeps the places that a finding speaks of, each once, and sorted', () => {
    const cycle: CountedDiagnostic = {
      ...finding('metrics/cycle', ['metrics', 0]),
      related: [
        { path: ['metrics', 2], message: 'then here' },
        { path: ['metrics', 1], message: 'and here' },
        { path: ['metrics', 2], message: 'and here again' },
      ],
    };
    expect(baselineFindings([cycle], stored).findings).toEqual([
      { code: 'metrics/cycle', place: 'metrics[orders]', related: ['metrics[revenue]', 'metrics[visits]'] },
    ]);
  });

  it('tells two names in one formula apart by the text that they mark, and counts a name that stands there twice', () => {
    const marking = (start: number, end: number): CountedDiagnostic => ({
      ...finding('metrics/unknown-reference', ['metrics', 1, 'formula']),
      span: [start, end],
    });
    const place = 'metrics[revenue].formula';
    expect(baselineFindings([marking(0, 5), marking(8, 13), marking(16, 21)], stored).findings).toEqual([
      { code: 'metrics/unknown-reference', place, text: 'oders', count: 2 },
      { code: 'metrics/unknown-reference', place, text: 'pirce' },
    ]);
  });

  it.each([
    ['a span where no text stands', ['metrics', 1], {}],
    ['a span where nothing stands', ['metrics', 9, 'formula'], {}],
    ['a span of no length, as of what is missing', ['metrics', 1, 'formula'], { text: '' }],
  ])('takes %s', (_, path, more) => {
    const [found] = baselineFindings([{ ...finding('a/b', path), span: [3, 3] }], stored).findings;
    expect(found).toEqual({ code: 'a/b', place: expect.any(String), ...more });
  });

  it('keeps a marked text in a form that can be stored', () => {
    const odd = { formula: 'a \ud83d\ude00\u0007' };
    const baseline = baselineFindings([{ ...finding('a/b', ['formula']), span: [3, 5] }], odd);
    expect(baseline.findings[0]?.text).toBe('\\ude00\\u0007');
    expect(parseFindingBaseline(baseline)).toEqual(baseline);
  });

  it('counts a finding that stands for several as so many', () => {
    const findings = baselineFindings([{ ...finding('a/b', []), count: 40 }, finding('a/b', [])], stored).findings;
    expect(findings).toEqual([{ code: 'a/b', place: '(root)', count: 41 }]);
  });
});

describe('compareFindings', () => {
  it('fails nobody on what was there before', () => {
    const found = [unknown('oders'), finding('metrics/missing-owner', ['metrics', 0])];
    const baseline = baselineFindings(found, stored);
    expect(compareFindings(baseline, found, stored)).toEqual({ added: [], known: found, gone: [], baseline });
  });

  it('sees a fault put right and another put in its place', () => {
    const result = compareFindings(baselineFindings([unknown('oders')], stored), [unknown('pirce')], stored);
    expect(result.added).toEqual([unknown('pirce')]);
    expect(result.gone).toEqual([
      { code: 'metrics/unknown-reference', place: 'metrics[revenue].formula', text: 'oders' },
    ]);
    expect(result.baseline.findings).toEqual([]);
  });

  it('knows a finding again whatever its message, hint, severity and the rest of the formula say', () => {
    const baseline = baselineFindings([unknown('pirce')], stored);
    const reworded: CountedDiagnostic = {
      ...unknown('pirce'),
      message: 'there is no "pirce", nor any of 7 others',
      severity: 'error',
      hint: 'did you mean "price"?',
      span: [0, 5],
    };
    const edited = { metrics: [{ id: 'orders' }, { id: 'revenue', formula: 'pirce + 1' }] };
    expect(compareFindings(baseline, [reworded], edited).added).toEqual([]);
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
      fc.record({ code: fc.constantFrom('a/a', 'a/b'), at: fc.nat(2), start: fc.constantFrom(0, 8) }),
      { maxLength: 12 },
    );
    const size = (findings: readonly { count?: number }[]): number =>
      findings.reduce((sum, { count }) => sum + (count ?? 1), 0);
    fc.assert(
      fc.property(some, some, (before, after) => {
        const listOf = (entries: typeof before) =>
          entries.map(({ code, at, start }) => ({
            ...finding(code, ['metrics', at, 'formula']),
            span: [start, start + 5] as const,
          }));
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
    const baseline = baselineFindings([finding('a/b', []), finding('a/b', []), unknown('oders')], stored);
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
