import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { isDefinitionError } from 'keelson/foundation';
import { decisionRecordSchema, parseDecisionRecord, safeParseDecisionRecord } from 'keelson/governance';
import { describe, expect, it } from 'vitest';
import { withValue } from '../../schemas/stored-trees.js';
import { override, recordOf, sha, whole } from './records.js';

type Found = readonly (readonly [code: string, place: string])[];

function found(input: unknown): Found {
  return safeParseDecisionRecord(input).diagnostics.map(({ code, path }) => [code, path.join('/')]);
}

describe('safeParseDecisionRecord', () => {
  it('gives back a frozen copy of what is well', () => {
    const result = safeParseDecisionRecord(whole);
    expect(result).toEqual({ ok: true, value: whole, diagnostics: [] });
    expect(result.ok && Object.isFrozen(result.value.outcome)).toBe(true);
    expect(safeParseDecisionRecord(override)).toEqual({ ok: true, value: override, diagnostics: [] });
  });

  it.each<[string, readonly (string | number)[], unknown, string]>([
    ['another schema version', ['schemaVersion'], 2, 'shape/invalid-value'],
    ['a kind that is none', ['kind'], 'approval', 'shape/invalid-value'],
    ['an id with a line break', ['id'], 'D\n7', 'shape/invalid-name'],
    ['facts that are a list', ['facts'], [], 'shape/wrong-type'],
    ['an outcome that is a word', ['outcome'], 'go', 'shape/wrong-type'],
    ['an outcome of no kind', ['outcome', 'kind'], undefined, 'shape/missing-key'],
    ['a reason of spaces', ['reasons', 0], ' \t', 'shape/invalid-format'],
    ['an alternative without words', ['alternatives', 0, 'option'], '', 'shape/invalid-format'],
    ['a moment of another zone', ['decidedAt'], '2026-11-23T09:00:00+01:00', 'shape/invalid-format'],
    ['a day that does not exist', ['reviewOn'], '2026-02-30', 'shape/invalid-value'],
    ['a fingerprint that is none', ['supersedes', 0, 'fingerprint'], 'sha256:12', 'shape/invalid-format'],
    ['a role that is no name', ['authority', 'roles', 0], 'the board', 'shape/invalid-name'],
    ['a misspelt key', ['reviewOm'], '2026-12-07', 'shape/unknown-key'],
    ['NaN', ['facts', 'interviews'], Number.NaN, 'shape/not-finite'],
  ])('refuses %s', (_, path, value, code) => {
    expect(found(withValue(whole, path, value))).toEqual([[code, path.join('/')]]);
  });

  it.each<[string, unknown, Found]>([
    ['an override without reasons', { ...override, reasons: [] }, [['governance/incomplete-override', 'reasons']]],
    [
      'an override without an end, a review and what it overrides',
      { ...override, until: undefined, reviewOn: undefined, overrides: undefined },
      [
        ['governance/incomplete-override', 'until'],
        ['governance/incomplete-override', 'reviewOn'],
        ['governance/incomplete-override', 'overrides'],
      ],
    ],
    [
      'an override with votes',
      { ...override, authority: { votes: [] } },
      [['governance/approved-override', 'authority/votes']],
    ],
    [
      'another kind that overrides',
      { ...whole, id: 'D-9', overrides: override.overrides },
      [['governance/hidden-override', 'overrides']],
    ],
    [
      'an end at the decision',
      { ...whole, until: '2026-11-23T09:00:00.000Z' },
      [['governance/decision-backwards', 'until']],
    ],
    [
      'a review on the day before',
      { ...whole, reviewOn: '2026-11-22' },
      [['governance/decision-backwards', 'reviewOn']],
    ],
    [
      'a record that overrides itself',
      { ...override, overrides: { ...override.overrides, id: 'D-8' } },
      [['governance/replaces-itself', 'overrides/id']],
    ],
    [
      'a record that supersedes itself',
      { ...whole, supersedes: [...whole.supersedes, { id: 'D-7', fingerprint: sha('e') }] },
      [['governance/replaces-itself', 'supersedes/1/id']],
    ],
  ])('refuses %s', (_, input, expected) => {
    const result = safeParseDecisionRecord(input);
    expect(result.ok).toBe(false);
    expect(found(input)).toEqual(expected);
  });

  it('takes a review on the day of the decision, and an end a millisecond later', () => {
    const short = { ...whole, until: '2026-11-23T09:00:00.001Z', reviewOn: '2026-11-23' };
    expect(safeParseDecisionRecord(short)).toMatchObject({ ok: true, diagnostics: [] });
  });

  it('warns of no review where none is asked for', () => {
    const { reviewOn: _, ...endless } = whole;
    expect(safeParseDecisionRecord({ ...endless, until: '2027-01-01T00:00:00Z' }).diagnostics).toEqual([]);
  });

  it('warns of a review after the end, and of none on its day', () => {
    const late = safeParseDecisionRecord({ ...whole, reviewOn: '2027-01-02' });
    expect(late).toMatchObject({ ok: true });
    expect(late.diagnostics).toEqual([
      {
        code: 'governance/late-review',
        severity: 'warning',
        message: 'the decision ends at 2027-01-01T00:00:00Z, and is looked at only on 2027-01-02',
        path: ['reviewOn'],
        hint: 'look at it while it can still be changed',
      },
    ]);
    expect(found({ ...whole, reviewOn: '2027-01-01' })).toEqual([]);
    expect(found({ ...whole, until: undefined, reviewOn: '2099-01-01' })).toEqual([]);
  });

  it('says what is wrong in sentences', () => {
    const inputs = [
      {
        ...override,
        reasons: [],
        until: undefined,
        reviewOn: undefined,
        overrides: undefined,
        authority: { votes: [] },
      },
      { ...whole, id: 'D-9', overrides: override.overrides, until: whole.decidedAt, reviewOn: '2026-11-01' },
      { ...whole, id: 'D-6' },
    ];
    const said = inputs.flatMap((input) => safeParseDecisionRecord(input).diagnostics);
    expect(said.map(({ message }) => message)).toEqual([
      'an override says why, and reasons does not',
      'an override says when it ends, and until does not',
      'an override says when it is looked at again, and reviewOn does not',
      'an override says which decision it sets aside, and overrides does not',
      'an override is no approval, and so has no votes',
      'overrides names "D-7", but the record is of the kind gate',
      'the decision of 2026-11-23T09:00:00Z ends at 2026-11-23T09:00:00Z, and so never holds',
      'the decision of 2026-11-23T09:00:00Z is to be looked at on 2026-11-01, before it was made',
      '"D-6" overrides or supersedes itself',
    ]);
    expect([...new Set(said.map(({ hint }) => hint))]).toEqual([
      'an exception to the rules has a reason, an end and a day on which it is looked at',
      'what was approved is recorded as what it is; leave the votes out of an override',
      'what sets another decision aside is of the kind override; what replaces one for good names it in supersedes',
      'a decision comes before its review and its end',
      'give the new record an id of its own',
    ]);
  });

  it('keeps to its limits', () => {
    const supersedes = Array.from({ length: 5 }, () => ({ id: 'D-7', fingerprint: sha('e') }));
    expect(
      safeParseDecisionRecord({ ...whole, supersedes }, { limits: { faults: 2 } }).diagnostics.map(({ code }) => code),
    ).toEqual(['governance/replaces-itself', 'governance/replaces-itself', 'shape/too-many-faults']);
    expect(safeParseDecisionRecord(whole, { limits: { values: 5 } }).ok).toBe(false);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(override)), fc.anything(), (key, value) => {
        safeParseDecisionRecord({ ...override, [key]: value });
        safeParseDecisionRecord(value);
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseDecisionRecord', () => {
  it('gives the record, or throws all that is wrong', () => {
    expect(parseDecisionRecord(whole)).toEqual(recordOf());
    let caught: unknown;
    try {
      parseDecisionRecord({ ...override, reasons: [] });
    } catch (error) {
      caught = error;
    }
    expect(isDefinitionError(caught) && caught.diagnostics.map(({ code }) => code)).toEqual([
      'governance/incomplete-override',
    ]);
  });
});

describe('schemas/decision-record.schema.json', () => {
  const judge = new Ajv2020({ strict: true, strictTypes: false }).compile(
    JSON.parse(readFileSync('schemas/decision-record.schema.json', 'utf8')),
  );

  it('takes what the door takes, every key of it', () => {
    expect([judge(whole), judge(override)]).toEqual([true, true]);
    expect(Object.keys({ ...whole, ...override }).sort()).toEqual(
      Object.keys(JSON.parse(readFileSync('schemas/decision-record.schema.json', 'utf8')).properties).sort(),
    );
  });

  it.each(Object.keys(override))('judges as the door does when %s is another value or absent', (key) => {
    for (const value of [undefined, null, 5, '', 'x', [], {}, [5], [{}], { id: 5 }]) {
      const changed = withValue(override, [key], value);
      expect(judge(changed)).toBe(decisionRecordSchema.safeParse(changed).success);
    }
  });
});
