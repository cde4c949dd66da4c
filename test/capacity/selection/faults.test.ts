import { type SelectionOptions, type SelectionProblem, selectInitiatives } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';

const capacities = [{ id: 'backend', amount: 10 }];
const plain = { id: 'a', value: 1, needs: { backend: 1 } };

function faultsOf(problem: object, options?: SelectionOptions) {
  const refused = selectInitiatives(problem as SelectionProblem, options);
  if (refused.ok || refused.status !== 'invalid') throw new Error('not refused');
  return refused.diagnostics.map(({ code, path, message, hint }) => [code, path.join('.'), message, hint]);
}

describe('a problem', () => {
  it.each<readonly [string, object, string]>([
    ['without a value', { id: 'a', needs: {} }, '"a" has no value'],
    ['without needs', { id: 'a', value: 1 }, '"a" has no needs'],
    ['with neither', { id: 'a' }, '"a" has no value'],
    ['with levels and a value', { id: 'a', value: 1, levels: [{ ...plain, id: 's' }] }, '"a" has levels, and a value'],
    [
      'with levels and needs',
      { id: 'a', needs: {}, levels: [{ ...plain, id: 's' }] },
      '"a" has levels, and needs beside them',
    ],
  ])('has no candidate %s', (_, candidate, message) => {
    expect(faultsOf({ capacities, candidates: [candidate] })).toEqual([
      [
        'capacity/value-or-levels',
        'candidates.0',
        expect.stringContaining(message),
        'give it `value` and `needs`, or `levels` alone',
      ],
    ]);
  });

  it.each<readonly [string, object, readonly string[]]>([
    [
      'a capacity that is there twice',
      { capacities: [...capacities, ...capacities] },
      [
        'capacity/duplicate-id',
        'capacities.1.id',
        'capacities[1].id repeats "backend", which is capacity 0 of the list already',
        'give each an id of its own',
      ],
    ],
    [
      'a candidate that is there twice',
      { candidates: [plain, plain] },
      [
        'capacity/duplicate-id',
        'candidates.1.id',
        'candidates[1].id repeats "a", which is candidate 0 of the list already',
        'give each an id of its own',
      ],
    ],
    [
      'a capacity that no need could name',
      { capacities: [...capacities, { id: 'constructor', amount: 1 }] },
      [
        'shape/forbidden-key',
        'capacities.1.id',
        expect.stringContaining('"constructor" has a name that JavaScript keeps for itself'),
        'choose another id',
      ],
    ],
    [
      'a candidate that requires itself',
      { candidates: [{ ...plain, requires: ['a'] }] },
      ['capacity/idle-requirement', 'candidates.0.requires.0', '"a" requires itself', 'remove the entry'],
    ],
    [
      'a candidate that requires another one twice',
      { candidates: [plain, { ...plain, id: 'b', requires: ['a', 'a'] }] },
      ['capacity/idle-requirement', 'candidates.1.requires.1', '"b" requires "a" twice', 'remove the entry'],
    ],
    [
      'an exclusion that names one twice',
      { exclusions: [[], ['a', 'a']] },
      ['capacity/duplicate-id', 'exclusions.1', 'exclusions[1] names a candidate twice', 'name each once'],
    ],
    [
      'more to be used than there is',
      { capacities: [{ id: 'backend', amount: 3, atLeast: 4 }] },
      [
        'capacity/least-above-most',
        'capacities.0.atLeast',
        'at least 4 of "backend" has to be used, and there is 3',
        'lower `atLeast`, or raise `amount`',
      ],
    ],
    [
      'a level that needs what there is not',
      { candidates: [{ id: 'a', levels: [{ id: 's', value: 1, needs: { xyz: 1 } }] }] },
      [
        'capacity/unknown-capacity',
        'candidates.0.levels.0.needs.xyz',
        'candidates[0].levels[0].needs.xyz names the capacity "xyz", which the problem does not have',
        'add it, or name one that exists',
      ],
    ],
    [
      'a requirement that is not there',
      {
        candidates: [
          { ...plain, id: 'one-click' },
          { ...plain, requires: ['one-klick'] },
        ],
      },
      [
        'capacity/unknown-candidate',
        'candidates.1.requires.0',
        'candidates[1].requires[0] names the candidate "one-klick", which the problem does not have',
        'did you mean "one-click"?',
      ],
    ],
    [
      'values that add up to too much',
      {
        candidates: [
          { ...plain, value: 2 ** 53 - 1 },
          { ...plain, id: 'b' },
        ],
      },
      [
        'capacity/too-large',
        'candidates',
        'the values of all candidates add up to more than 2^53 - 1',
        'use a larger unit',
      ],
    ],
    [
      'needs that add up to too much',
      {
        candidates: [
          { ...plain, needs: { backend: 2 ** 53 - 1 } },
          { ...plain, id: 'b' },
        ],
      },
      ['capacity/too-large', 'candidates', 'the needs of "backend" add up to more than 2^53 - 1', 'use a larger unit'],
    ],
  ])('has not %s', (_, changed, expected) => {
    expect(faultsOf({ capacities, candidates: [plain], ...changed })).toEqual([expected]);
  });

  it('counts the highest of the levels of each candidate, which may just be exact', () => {
    const large = 2 ** 53 - 2;
    const levels = [
      { id: 's', value: large, needs: { backend: 3 } },
      { id: 'm', value: 5, needs: { backend: large } },
    ];
    const wide = [{ id: 'backend', amount: large }];
    expect(selectInitiatives({ capacities: wide, candidates: [{ id: 'x', levels }, plain] })).toMatchObject({
      value: large + 1,
    });
    const three = [
      { id: 'x', levels },
      { ...plain, value: 2, needs: { backend: 2 } },
    ];
    expect(faultsOf({ capacities: wide, candidates: three })).toHaveLength(2);
  });

  it('may ask for all that there is, and may exclude different ones', () => {
    const all = [{ id: 'backend', amount: 1, atLeast: 1 }];
    const problem = {
      capacities: all,
      candidates: [plain, { ...plain, id: 'b', requires: ['a'] }],
      exclusions: [['a', 'b']],
    };
    expect(selectInitiatives(problem)).toMatchObject({ ok: true, selected: [{ id: 'a' }] });
  });
});

describe('the options', () => {
  it.each<readonly [string, SelectionOptions, string, string]>([
    ['no seed', { seed: Number.NaN }, 'seed is NaN, and no finite number or text', 'leave it out for 1'],
    ['an infinite seed', { seed: -1 / 0 }, 'seed is -Infinity, and no finite number or text', 'leave it out for 1'],
    ['half a character', { seed: '\ud800' }, 'seed is "\\ud800", and no finite number or text', 'leave it out for 1'],
    [
      'half an iteration',
      { iterations: 0.5 },
      'iterations is 0.5, and no whole number from 0 to 100000000',
      'leave it out for 20000',
    ],
    [
      'too many iterations',
      { iterations: 100_000_001 },
      'iterations is 100000001, and no whole number from 0 to 100000000',
      'leave it out for 20000',
    ],
    [
      'iterations in words',
      { iterations: 'few' as never },
      'iterations is "few", and no whole number from 0 to 100000000',
      'leave it out for 20000',
    ],
    [
      'nodes below 0',
      { proofNodes: -1 },
      'proofNodes is -1, and no whole number from 0 to 10000000',
      'leave it out for 100000',
    ],
    [
      'too many nodes',
      { proofNodes: 10_000_001 },
      'proofNodes is 10000001, and no whole number from 0 to 10000000',
      'leave it out for 100000',
    ],
  ])('are not %s', (_, options, message, hint) => {
    expect(faultsOf({ capacities, candidates: [plain] }, options)).toEqual([
      ['capacity/invalid-selection-options', '', message, hint],
    ]);
  });

  it('may be as large as they may be, and nothing at all', () => {
    const problem = { capacities, candidates: [plain] };
    const most = { iterations: 100_000_000, proofNodes: 10_000_000, seed: -0.5 };
    expect(selectInitiatives(problem, most)).toMatchObject({ value: 1, iterations: 100_000_000, seed: -0.5 });
    expect(selectInitiatives(problem, { iterations: 0, proofNodes: 0, seed: '' })).toMatchObject({
      ok: true,
      seed: '',
    });
    expect(selectInitiatives(problem)).toMatchObject({ seed: 1, iterations: 20_000 });
  });

  it('are all told of at once', () => {
    const wrong = { seed: Number.NaN, iterations: -1, proofNodes: -1 };
    expect(faultsOf({ capacities, candidates: [] }, wrong)).toHaveLength(3);
  });
});
