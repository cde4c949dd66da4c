import { fairShare, fairShareCatalogue } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';

/** As from JavaScript, where the compiler sees nothing. */
function faultsOf(capacity: unknown, claims: unknown, options: unknown) {
  const result = fairShare(capacity as number, claims as [], options as { kind: 'maxMin' });
  expect(result.ok).toBe(false);
  return result.diagnostics.map(({ code, path, message, hint }) => [
    code.replace('capacity/', ''),
    path.join('.'),
    message,
    hint,
  ]);
}

const maxMin = { kind: 'maxMin' };
const drf = { kind: 'drf' };
const one = [{ id: 'a', demand: 1 }];
const task = [{ id: 'a', demand: { cpu: 1 } }];
const smaller = 'give whole units: smaller ones where need be';
const weightHint = 'a weight is a number from 1e-100 to 1e100; who is due nothing is left out';
const idHint = 'an id is a text of 1 to 256 characters without control characters';

describe('fairShare refuses', () => {
  it.each([
    [undefined, 'undefined'],
    [{}, 'undefined'],
    [{ kind: 'fair' }, '"fair"'],
    [null, 'undefined'],
  ])('options without a kind: %j', (options, words) => {
    expect(faultsOf(5, one, options)).toEqual([
      ['invalid-fair-share', 'kind', `kind is ${words}, which is none`, "pass { kind: 'maxMin' } or { kind: 'drf' }"],
    ]);
  });

  it.each([
    [-1, '-1'],
    [1.5, '1.5'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [2 ** 53, '9007199254740992'],
    [{ cpu: 1 }, 'an object'],
  ])('a capacity of %s units', (capacity, words) => {
    const message = `the capacity is ${words}, and no whole number from 0`;
    expect(faultsOf(capacity, one, maxMin)).toEqual([['invalid-fair-share', 'capacity', message, smaller]]);
  });

  it('a capacity that is no record of whole units', () => {
    expect(faultsOf(5, task, drf)[0]).toEqual([
      'invalid-fair-share',
      'capacity',
      'the capacity is 5, and no record',
      'pass { resource: units, ... }',
    ]);
    expect(faultsOf({ cpu: 1, memory: -2 }, task, drf)).toEqual([
      ['invalid-fair-share', 'capacity.memory', 'the capacity of "memory" is -2, and no whole number from 0', smaller],
    ]);
  });

  it.each([
    [0, '0'],
    [1.5, '1.5'],
    [1_000_001, '1000001'],
    ['2', '"2"'],
  ])('tasks in %s parts', (taskParts, words) => {
    const message = `taskParts is ${words}, and no whole number of 1 to 1000000`;
    expect(faultsOf({ cpu: 1 }, task, { ...drf, taskParts })).toEqual([
      ['invalid-fair-share', 'taskParts', message, 'leave it out for whole tasks'],
    ]);
  });

  it('no more than 1,000 faults by name', () => {
    const claims = Array.from({ length: 1_003 }, (_, at) => ({ id: `claim-${at}`, demand: -1 }));
    const faults = faultsOf(5, claims, maxMin);
    expect(faults).toHaveLength(1_001);
    expect(faults.at(-1)!.slice(0, 3)).toEqual(['shape/too-many-faults', '', '3 further faults are not listed']);
  });

  it.each([
    [null, 'null'],
    [{}, 'an object'],
  ])('claims that are no list: %j', (claims, words) => {
    expect(faultsOf(5, claims, maxMin)).toEqual([
      ['invalid-fair-share', 'claims', `the claims are ${words}, and no list`, 'pass a list of { id, demand }'],
    ]);
  });

  it.each([
    [null, 'no id'],
    [{ demand: 1 }, 'no id'],
    [{ id: 7, demand: 1 }, 'no id'],
    [{ id: '', demand: 1 }, 'an id that is none, ""'],
  ])('a claim without an id: %j', (claim, words) => {
    expect(faultsOf(5, [...one, claim], maxMin)).toEqual([
      ['invalid-claim', 'claims.1.id', `the claim at place 1 has ${words}`, idHint],
    ]);
  });

  it('two claims of one id', () => {
    const list = [...one, { id: 'b', demand: 1 }, ...one];
    expect(faultsOf(5, list, maxMin)).toEqual([
      ['invalid-claim', 'claims.2.id', '"a" claims twice, at places 0 and 2', 'make one claim of them'],
    ]);
  });

  it.each([
    [0, 'is 0'],
    [-0, 'is 0'],
    [-1, 'is -1, less than 0'],
    [5n, 'is a bigint, and no number'],
    [Number.NaN, 'is NaN, and no finite number'],
    ['1', 'is "1", and no number'],
  ])('a weight of %s, of a claim and of a group', (weight, words) => {
    expect(faultsOf(5, [{ id: 'a', demand: 1, weight }], maxMin)).toEqual([
      ['invalid-claim', 'claims.0.weight', `the weight of "a" ${words}`, weightHint],
    ]);
    expect(faultsOf(5, [{ id: 'a', demand: 1, group: 'red' }], { ...maxMin, weights: { red: weight } })).toEqual([
      ['invalid-claim', 'weights.red', `the weight of the group "red" ${words}`, weightHint],
    ]);
  });

  it.each([
    [7, '7'],
    ['', '""'],
    [null, 'null'],
  ])('a group that is none: %j', (group, words) => {
    const hint = 'name a group by a text of 1 to 256 characters, or leave it out';
    expect(faultsOf(5, [{ id: 'a', demand: 1, group }], maxMin)).toEqual([
      ['invalid-claim', 'claims.0.group', `the group of "a" is ${words}, and no name`, hint],
    ]);
  });

  it('weights that are no record, or of a group that nobody is of', () => {
    const list = [{ id: 'a', demand: 1, group: 'payments' }];
    expect(faultsOf(5, list, { ...maxMin, weights: 2 })).toEqual([
      [
        'invalid-claim',
        'weights',
        'the weights are 2, and no record',
        'pass { group: weight, ... }, or leave them out',
      ],
    ]);
    expect(faultsOf(5, list, { ...maxMin, weights: { paymets: 2, x: 1 } })).toEqual([
      [
        'invalid-claim',
        'weights.paymets',
        'there is a weight for "paymets", and no claim is of that group',
        'did you mean "payments"?',
      ],
      [
        'invalid-claim',
        'weights.x',
        'there is a weight for "x", and no claim is of that group',
        'leave it out, or name it as the group of a claim',
      ],
    ]);
  });

  it.each([
    [-1, '-1'],
    [0.5, '0.5'],
    [undefined, 'undefined'],
    [{ cpu: 1 }, 'an object'],
  ])('a demand of %s units', (demand, words) => {
    expect(faultsOf(5, [{ id: 'a', demand }], maxMin)).toEqual([
      ['invalid-claim', 'claims.0.demand', `the demand of "a" is ${words}, and no whole number from 0`, smaller],
    ]);
  });

  it.each([
    [5, 'the demand of "a" is 5, and no record', 'pass { resource: units of one task, ... }'],
    [{}, 'a task of "a" takes nothing, so that there is room for any number of them', expect.any(String)],
    [{ cpu: 0 }, 'a task of "a" takes nothing, so that there is room for any number of them', expect.any(String)],
    [{ cpu: 0.5 }, '"a" asks for 0.5 of "cpu", and no whole number from 0', smaller],
    [{ memroy: 1 }, '"a" asks for "memroy", of which there is no capacity', 'did you mean "memory"?'],
    [{ gpu: 1 }, '"a" asks for "gpu", of which there is no capacity', expect.any(String)],
    [{ toString: 1 }, '"a" asks for "toString", of which there is no capacity', 'give it a capacity, 0 if need be'],
  ])('a task that takes %j', (demand, message, hint) => {
    expect(faultsOf({ cpu: 5, memory: 5 }, [{ id: 'a', demand }], drf)).toEqual([
      ['invalid-claim', 'claims.0.demand', message, hint],
    ]);
  });

  it('a number of tasks that is none', () => {
    const message = '"a" wants 1.5 tasks, and no whole number from 0';
    expect(faultsOf({ cpu: 5 }, [{ id: 'a', demand: { cpu: 1 }, tasks: 1.5 }], drf)).toEqual([
      ['invalid-claim', 'claims.0.tasks', message, 'leave it out for as many as there is room for'],
    ]);
    const none = fairShare({ cpu: 5 }, [{ id: 'a', demand: { cpu: 1 }, tasks: 0 }], { kind: 'drf' });
    expect(none).toMatchObject({ claims: [{ tasks: 0 }], unused: { cpu: 5 } });
  });

  it('everything that is wrong at once', () => {
    const list = [{ id: '' }, { id: 'a', demand: 1, weight: 0, group: 7 }];
    const found = faultsOf(-1, list, { kind: 'maxMin', weights: 1, taskParts: 0 });
    expect(found.map(([, path]) => path)).toEqual([
      'taskParts',
      'capacity',
      'claims.0.id',
      'claims.1.weight',
      'claims.1.group',
      'weights',
    ]);
  });
});

describe('fairShareCatalogue', () => {
  it.each(fairShareCatalogue)(
    '$code is reported for the bad example and not for the good one',
    ({ code, bad, good }) => {
      const found = fairShare(bad.capacity, bad.claims, { kind: 'maxMin' });
      expect(found.diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.severity])).toEqual([[code, 'error']]);
      expect(fairShare(good.capacity, good.claims, { kind: 'maxMin' })).toMatchObject({ ok: true, diagnostics: [] });
    },
  );
});
