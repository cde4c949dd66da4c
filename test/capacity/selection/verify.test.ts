import { type Selection, type SelectionProblem, selectInitiatives, verifyBound } from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { hardProblem } from './problems.js';

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

describe('verifyBound', () => {
  it('agrees with a selection that is what it says, also one that was stored', () => {
    expect(selection).toMatchObject({ status: 'optimal', value: 65 });
    expect(verifyBound(problem, JSON.parse(JSON.stringify(selection)))).toEqual({
      ok: true,
      lagrangianBound: expect.any(Number),
      diagnostics: [],
    });
  });

  it.each<[string, Partial<Selection>, string]>([
    ['one that does not exist', { selected: [{ id: 'z' }] }, '"z" is selected, which the problem does not have'],
    ['one twice', { selected: [{ id: 'a' }, { id: 'a' }] }, '"a" is selected, which is selected already'],
    ['a level of none', { selected: [{ id: 'a', level: 's' }] }, '"a" has no such level'],
    ['no level of some', { selected: [{ id: 'd' }] }, '"d" has no such level'],
    ['too much', { selected: [{ id: 'a' }, { id: 'b' }, { id: 'e' }] }, '11 of "backend" is used, and there is 10'],
    ['too little', { selected: [{ id: 'e' }] }, '0 of "backend" is used, and at least 4 has to be'],
    [
      'one without what it requires',
      { selected: [{ id: 'b' }, { id: 'c' }, { id: 'e' }] },
      '"c" is selected without "a", which it requires',
    ],
    [
      'two that exclude each other',
      { selected: [{ id: 'a' }, { id: 'c' }, { id: 'd', level: 's' }, { id: 'e' }] },
      'two or more of exclusions[0] are selected',
    ],
    ['all but what is mandatory', { selected: [{ id: 'a' }, { id: 'c' }] }, '"e" is mandatory, and is not selected'],
    ['another value', { value: 64 }, 'the selection is worth 65, and says 64'],
    [
      'another use',
      { capacities: [{ id: 'backend', used: 7, amount: 10, price: 1 }] },
      '6 of "backend" is used, and the selection says otherwise',
    ],
    ['a bound below', { bound: 64 }, 'the bound 64 is below the value 65'],
    ['another gap', { bound: 70 }, `the gap is ${5 / 65}, and the selection says 0`],
    ['another status', { status: 'feasible' }, 'the status is feasible, with the value 65 and the bound 65'],
    [
      'multipliers of another problem',
      { proof: { multipliers: [1], nodes: 1 } },
      'the proof has 1 multipliers, and the problem asks for 4',
    ],
    [
      'another problem',
      { fingerprint: 'sha256:0' },
      'the selection was made for another problem, or the problem was changed since',
    ],
  ])('tells of %s', (_, claim, message) => {
    expect(told(claim)).toContain(message);
  });

  it('does not believe a bound below what the nodes it states can show', () => {
    const { multipliers } = selection.proof;
    expect(told({ proof: { multipliers: multipliers.map(() => 0), nodes: 1 } })).toEqual([
      'the bound 65 is not proven: the multipliers alone give 111, and 1 nodes do not close the rest',
    ]);
    expect(told({ proof: { multipliers: multipliers.map(() => 0), nodes: 1_000 } })).toEqual([]);
  });

  it('does not believe an optimum that is none', () => {
    const large = hardProblem(3);
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
    expect(verifyBound(wrong, selection).diagnostics.map(({ code }) => code)).toEqual(['capacity/unknown-candidate']);
  });
});
