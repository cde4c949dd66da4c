import { type Selection, type SelectionProblem, selectInitiatives, verifyBound } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { smallHardProblem } from './problems.js';

const problem: SelectionProblem = {
  capacities: [{ id: 'backend', amount: 10, atLeast: 4 }],
  candidates: [
    { id: 'a', value: 60, needs: { backend: 5 } },
    { id: 'b', value: 45, needs: { backend: 6 } },
    { id: 'c', value: 5, needs: { backend: 1 }, requires: ['a'] },
    { id: 'd', levels: [{ id: 's', value: 1, needs: { backend: 1 } }] },
    { id: 'e', value: 0, needs: {}, mandatory: true },
  ],
  exclusions: [['c', 'd']],
};

const selection = selectInitiatives(problem) as Selection;

function told(claim: Partial<Selection>): readonly string[] {
  return verifyBound(problem, { ...selection, ...claim }).diagnostics.map(({ message }) => message);
}

/** `selected.0` as a path. */
const stepsOf = (path: string): readonly (string | number)[] =>
  path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

describe('verifyBound', () => {
  it('agrees with a selection that is what it says, also one that was stored', () => {
    expect(selection).toMatchObject({ status: 'optimal', value: 65 });
    expect(verifyBound(problem, JSON.parse(JSON.stringify(selection)))).toEqual({
      ok: true,
      lagrangianBound: expect.any(Number),
      diagnostics: [],
    });
  });

  const impossible = 'capacity/impossible-selection';
  const wrong = 'capacity/wrong-value';

  it.each<[string, Partial<Selection>, code: string, path: string, string]>([
    [
      'one that does not exist',
      { selected: [{ id: 'z' }] },
      impossible,
      'selected.0',
      '"z" is selected, which the problem does not have',
    ],
    [
      'one twice',
      { selected: [{ id: 'a' }, { id: 'a' }] },
      impossible,
      'selected.1',
      '"a" is selected, which is selected already',
    ],
    ['a level of none', { selected: [{ id: 'a', level: 's' }] }, impossible, 'selected.0', '"a" has no such level'],
    ['no level of some', { selected: [{ id: 'd' }] }, impossible, 'selected.0', '"d" has no such level'],
    [
      'too much',
      { selected: [{ id: 'a' }, { id: 'b' }, { id: 'e' }] },
      impossible,
      'selected',
      '11 of "backend" is used, and there is 10',
    ],
    [
      'too little',
      { selected: [{ id: 'e' }] },
      impossible,
      'selected',
      '0 of "backend" is used, and at least 4 has to be',
    ],
    [
      'one without what it requires',
      { selected: [{ id: 'b' }, { id: 'c' }, { id: 'e' }] },
      impossible,
      'selected',
      '"c" is selected without "a", which it requires',
    ],
    [
      'two that exclude each other',
      { selected: [{ id: 'a' }, { id: 'c' }, { id: 'd', level: 's' }, { id: 'e' }] },
      impossible,
      'selected',
      'two or more of exclusions[0] are selected',
    ],
    [
      'all but what is mandatory',
      { selected: [{ id: 'a' }, { id: 'c' }] },
      impossible,
      'selected',
      '"e" is mandatory, and is not selected',
    ],
    ['another value', { value: 64 }, wrong, 'value', 'the selection is worth 65, and says 64'],
    [
      'another use',
      { capacities: [{ id: 'backend', used: 7, amount: 10, price: 1 }] },
      wrong,
      'capacities.0',
      '6 of "backend" is used, and the selection says otherwise',
    ],
    [
      'the use of something else',
      { capacities: [{ id: 'design', used: 6, amount: 10, price: 1 }] },
      wrong,
      'capacities.0',
      '6 of "backend" is used, and the selection says otherwise',
    ],
    ['no use', { capacities: [] }, wrong, 'capacities.0', '6 of "backend" is used, and the selection says otherwise'],
    ['a bound below', { bound: 64 }, wrong, 'bound', 'the bound 64 is below the value 65'],
    ['another gap', { bound: 70 }, wrong, 'gap', `the gap is ${5 / 65}, and the selection says 0`],
    [
      'an optimum below its bound',
      { bound: 70, gap: 5 / 65 },
      wrong,
      'status',
      'the status is optimal, with the value 65 and the bound 70',
    ],
    [
      'another status',
      { status: 'feasible' },
      wrong,
      'status',
      'the status is feasible, with the value 65 and the bound 65',
    ],
    [
      'multipliers of another problem',
      { proof: { multipliers: [1], nodes: 1 } },
      'capacity/unproven-bound',
      'proof.multipliers',
      'the proof has 1 multipliers, and the problem asks for 4',
    ],
    [
      'another problem',
      { fingerprint: 'sha256:0' },
      'capacity/another-problem',
      'fingerprint',
      'the selection was made for another problem, or the problem was changed since',
    ],
  ])('tells of %s', (_, claim, code, path, message) => {
    const verified = verifyBound(problem, { ...selection, ...claim });
    expect(verified.ok).toBe(false);
    const hint = 'select again from the problem, and do not believe this selection';
    expect(verified.diagnostics).toContainEqual({ code, severity: 'error', path: stepsOf(path), message, hint });
  });

  it('says nothing further of a choice that does not exist', () => {
    expect(told({ selected: [{ id: 'z' }], value: 3 })).toEqual([
      '"z" is selected, which the problem does not have',
      'the gap is 20.666666666666668, and the selection says 0',
      'the status is optimal, with the value 3 and the bound 65',
    ]);
  });

  it('tells of the row that is exceeded, whichever it is', () => {
    const many: SelectionProblem = {
      capacities: [
        { id: 'x', amount: 5 },
        { id: 'y', amount: 5, atLeast: 2 },
        { id: 'z', amount: 5, atLeast: 3 },
      ],
      candidates: [
        { id: 'a', value: 1, needs: { y: 2, z: 3 }, requires: ['b', 'c'] },
        { id: 'b', value: 1, needs: {}, requires: ['c'] },
        { id: 'c', value: 1, needs: {} },
        { id: 'd', value: 1, needs: { x: 6, y: 1 }, requires: ['c'] },
      ],
      exclusions: [
        ['a', 'd'],
        ['b', 'c'],
      ],
    };
    const claimed = { ...selection, proof: { multipliers: new Array<number>(11).fill(0), nodes: 1 } };
    const toldOf = (...ids: string[]) =>
      verifyBound(many, { ...claimed, selected: ids.map((id) => ({ id })) })
        .diagnostics.filter(({ code }) => code === impossible)
        .map(({ message }) => message);
    expect(toldOf('a')).toEqual([
      '"a" is selected without "b", which it requires',
      '"a" is selected without "c", which it requires',
    ]);
    expect(toldOf('a', 'b')).toEqual([
      '"a" is selected without "c", which it requires',
      '"b" is selected without "c", which it requires',
    ]);
    expect(toldOf('d')).toEqual([
      '6 of "x" is used, and there is 5',
      '1 of "y" is used, and at least 2 has to be',
      '0 of "z" is used, and at least 3 has to be',
      '"d" is selected without "c", which it requires',
    ]);
    expect(toldOf('a', 'b', 'c')).toEqual(['two or more of exclusions[1] are selected']);
    expect(toldOf('a', 'd', 'c', 'b')).toContain('two or more of exclusions[0] are selected');
  });

  it('does not believe a bound below what the nodes it states can show', () => {
    const { multipliers } = selection.proof;
    for (const nodes of [1, 2, 5]) {
      const proof = { multipliers: multipliers.map(() => 0), nodes };
      expect(verifyBound(problem, { ...selection, proof })).toMatchObject({
        ok: false,
        diagnostics: [
          {
            code: 'capacity/unproven-bound',
            path: ['bound'],
            message: `the bound 65 is not proven: the multipliers alone give 111, and ${nodes} nodes do not close the rest`,
          },
        ],
      });
    }
    const proof = { multipliers: multipliers.map(() => 0), nodes: 1_000 };
    expect(told({ proof })).toEqual([]);
    expect(told({ proof, bound: 64 })).toEqual([
      'the bound 64 is not proven: the multipliers alone give 111, and 1000 nodes do not close the rest',
      'the bound 64 is below the value 65',
      'the status is optimal, with the value 65 and the bound 64',
    ]);
  });

  it('does not believe an optimum that is none', () => {
    const large = smallHardProblem(3);
    const feasible = selectInitiatives(large, { iterations: 0, proofNodes: 10 }) as Selection;
    expect(feasible.status).toBe('feasible');
    const claimed: Selection = { ...feasible, status: 'optimal', bound: feasible.value, gap: 0 };
    expect(verifyBound(large, claimed).diagnostics.map(({ code }) => code)).toEqual(['capacity/unproven-bound']);
    expect(verifyBound(large, feasible)).toMatchObject({ ok: true });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['NaN as value', { ...selection, value: Number.NaN }],
    ['multipliers below 0', { ...selection, proof: { ...selection.proof, multipliers: [-1, 0, 0, 0] } }],
    [
      'infinite multipliers',
      { ...selection, proof: { ...selection.proof, multipliers: [Number.POSITIVE_INFINITY, 0, 0, 0] } },
    ],
    ['nodes without end', { ...selection, proof: { ...selection.proof, nodes: 1e12 } }],
  ])('refuses %s, and does not throw', (_, claim) => {
    const verified = verifyBound(problem, claim as Selection);
    expect(verified.ok).toBe(false);
    expect(verified.diagnostics).not.toEqual([]);
  });

  it('computes with multipliers as large and as small as doubles are', () => {
    const with1 = (nodes: number) => {
      const proof = { multipliers: [1.7e308, 5e-324, 0.1, 3], nodes };
      return verifyBound(problem, { ...selection, proof }).diagnostics.map(({ code }) => code);
    };
    expect(with1(1)).toEqual(['capacity/unproven-bound']);
    // Prices that say nothing leave all choices to be looked at.
    expect(with1(1_000)).toEqual([]);
  });

  it('tells of a problem that is wrong', () => {
    const wrong = { ...problem, exclusions: [['x']] };
    expect(verifyBound(wrong, selection)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'capacity/unknown-candidate' }],
    });
  });
});
