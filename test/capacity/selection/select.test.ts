import {
  type Selection,
  type SelectionCandidate,
  type SelectionProblem,
  type SelectionProgress,
  selectInitiatives,
  selectInitiativesAsync,
} from 'keelson/capacity';
import { describe, expect, it } from 'vitest';
import { randomProblem, smallHardProblem } from './problems.js';

const capacities = [{ id: 'backend', amount: 10 }];
const candidate = (id: string, value: number, backend: number, more: Partial<SelectionCandidate> = {}) => ({
  id,
  value,
  needs: { backend },
  ...more,
});

function selected(problem: SelectionProblem): Selection {
  const selection = selectInitiatives(problem, { iterations: 50 });
  if (!selection.ok) throw new Error(JSON.stringify(selection.diagnostics));
  return selection;
}

const idsOf = (problem: SelectionProblem): readonly string[] => selected(problem).selected.map(({ id }) => id);

describe('selectInitiatives', () => {
  it('says what is taken, what is left, what is used, and how it is proven', () => {
    const problem = { capacities, candidates: [candidate('a', 60, 5), candidate('b', 45, 6), candidate('c', 1, 9)] };
    expect(selected(problem)).toEqual({
      ok: true,
      status: 'optimal',
      value: 60,
      bound: 60,
      gap: 0,
      selected: [{ id: 'a' }],
      left: [
        { id: 'b', reducedValue: expect.closeTo(0, 3) },
        { id: 'c', reducedValue: expect.closeTo(1 - 9 * 7.5, 3), inNoBetter: true },
      ],
      capacities: [{ id: 'backend', used: 5, amount: 10, price: expect.closeTo(7.5, 3) }],
      proof: { multipliers: [expect.closeTo(7.5, 3)], nodes: expect.any(Number) },
      seed: 1,
      iterations: 50,
      fingerprint: expect.stringMatching(/^sha256:/),
    });
  });

  it('takes one level of a candidate at most, and says which', () => {
    const levels = [
      { id: 'small', value: 30, needs: { backend: 4 } },
      { id: 'large', value: 50, needs: { backend: 8 } },
    ];
    const problem = { capacities, candidates: [{ id: 'search', levels }, candidate('b', 25, 6)] };
    expect(selected(problem)).toMatchObject({ value: 55, selected: [{ id: 'search', level: 'small' }, { id: 'b' }] });
  });

  it('funds what requires something only with it, however long the chain', () => {
    const chain = Array.from({ length: 8 }, (_, c) =>
      candidate(`c${c}`, c === 7 ? 100 : 0, 1, c === 0 ? {} : { requires: [`c${c - 1}`] }),
    );
    expect(idsOf({ capacities, candidates: [...chain, candidate('other', 90, 3)] })).toHaveLength(8);
    expect(idsOf({ capacities, candidates: [...chain, candidate('other', 101, 3)] })).toEqual(['other']);
  });

  it('leaves what is worth nothing, unless something asks for it', () => {
    const idle = candidate('idle', 0, 1);
    expect(idsOf({ capacities, candidates: [idle, candidate('a', 1, 1)] })).toEqual(['a']);
    expect(idsOf({ capacities, candidates: [idle, candidate('a', 1, 1, { requires: ['idle'] })] })).toEqual([
      'idle',
      'a',
    ]);
    expect(idsOf({ capacities: [{ id: 'backend', amount: 10, atLeast: 1 }], candidates: [idle] })).toEqual(['idle']);
    expect(idsOf({ capacities, candidates: [{ ...idle, mandatory: true }] })).toEqual(['idle']);
    const chain = [idle, candidate('next', 0, 1, { requires: ['idle'] })];
    expect(idsOf({ capacities, candidates: [...chain, candidate('a', 1, 1)] })).toEqual(['a']);
  });

  it.each([[['small', 'large']], [['large', 'small']]])(
    'takes what is required at the level whose price is right: %j',
    (order) => {
      const levels = order.map((id) => ({ id, value: 3, needs: { backend: id === 'small' ? 2 : 9 } }));
      const candidates = [candidate('a', 100, 5, { requires: ['b'] }), { id: 'b', levels }, candidate('c', 1, 4)];
      expect(selectInitiatives({ capacities, candidates }, { iterations: 0, proofNodes: 0 })).toMatchObject({
        value: 103,
        selected: [{ id: 'a' }, { id: 'b', level: 'small' }],
      });
    },
  );

  it('searches for room where what is mandatory does not fit at once', () => {
    const levels = [
      { id: 'large', value: 50, needs: { backend: 8 } },
      { id: 'small', value: 1, needs: { backend: 4 } },
    ];
    const candidates = [{ id: 'a', levels, mandatory: true as const }, candidate('b', 1, 6, { mandatory: true })];
    expect(selectInitiatives({ capacities, candidates }, { iterations: 40, proofNodes: 0 })).toMatchObject({
      value: 2,
      selected: [{ id: 'a', level: 'small' }, { id: 'b' }],
    });
  });

  it('searches for what uses enough where what is worth most does not', () => {
    const candidates = [candidate('a', 60, 6), candidate('b', 40, 5), candidate('c', 40, 5)];
    const problem = { capacities: [{ id: 'backend', amount: 10, atLeast: 10 }], candidates };
    expect(selectInitiatives(problem, { iterations: 40, proofNodes: 0 })).toMatchObject({
      value: 80,
      selected: [{ id: 'b' }, { id: 'c' }],
    });
  });

  it('takes those that require each other together', () => {
    const pair = [candidate('a', 1, 5, { requires: ['b'] }), candidate('b', 10, 5, { requires: ['a'] })];
    expect(idsOf({ capacities, candidates: [...pair, candidate('c', 10, 10)] })).toEqual(['a', 'b']);
  });

  it('takes one of an exclusion at most', () => {
    const candidates = [candidate('a', 10, 1), candidate('b', 11, 1), candidate('c', 1, 1)];
    expect(idsOf({ capacities, candidates, exclusions: [['a', 'b']] })).toEqual(['b', 'c']);
  });

  it('takes what is mandatory, whatever it displaces', () => {
    const candidates = [candidate('a', 60, 5), candidate('b', 0, 6, { mandatory: true })];
    expect(idsOf({ capacities, candidates })).toEqual(['b']);
  });

  it('uses at least what has to be used', () => {
    const candidates = [candidate('a', 60, 5), candidate('b', 1, 8)];
    expect(idsOf({ capacities: [{ id: 'backend', amount: 10, atLeast: 6 }], candidates })).toEqual(['b']);
  });

  it('takes everything where there is enough, at no price', () => {
    const candidates = [candidate('a', 60, 5), candidate('b', 45, 5)];
    expect(selected({ capacities, candidates })).toMatchObject({
      status: 'optimal',
      capacities: [{ used: 10, price: 0 }],
    });
  });

  it.each([
    ['no candidates', { capacities, candidates: [] }],
    ['no capacities', { capacities: [], candidates: [{ id: 'a', value: 5, needs: {} }] }],
    ['a capacity of nothing', { capacities: [{ id: 'backend', amount: 0 }], candidates: [candidate('a', 5, 1)] }],
    ['values of nothing', { capacities, candidates: [candidate('a', 0, 1)] }],
  ])('answers for %s', (_, problem) => {
    expect(selected(problem)).toMatchObject({ status: 'optimal', gap: 0 });
  });

  it('gives the lowest bound that it can prove where it cannot look at everything', () => {
    const problem = smallHardProblem(3);
    const root = selectInitiatives(problem, { proofNodes: 0, iterations: 10 });
    const more = selectInitiatives(problem, { proofNodes: 100, iterations: 10 });
    expect(root).toMatchObject({ ok: true, proof: { nodes: 1 } });
    expect((more as Selection).bound).toBeLessThan((root as Selection).bound);
    expect((more as Selection).proof.nodes).toBeLessThanOrEqual(100);
  });

  it('gives the same bytes for the same seed', () => {
    const problem = randomProblem(55, { candidates: 20, capacities: 3, wishes: true });
    const options = { seed: 'spring', iterations: 20, proofNodes: 100 };
    expect(JSON.stringify(selectInitiatives(problem, options))).toBe(
      JSON.stringify(selectInitiatives(problem, options)),
    );
  });
});

describe('selectInitiatives, where nothing can be selected', () => {
  it('names each capacity that what is mandatory exceeds', () => {
    const candidates = [candidate('a', 60, 5, { mandatory: true }), candidate('b', 45, 6, { mandatory: true })];
    expect(selectInitiatives({ capacities, candidates })).toMatchObject({
      ok: false,
      status: 'infeasible',
      diagnostics: [
        {
          message: '2 mandatory candidates need 11 of "backend", and there is 10',
          path: ['capacities', 0, 'amount'],
        },
      ],
    });
  });

  it('speaks of one as of one', () => {
    const refused = selectInitiatives({ capacities, candidates: [candidate('a', 60, 11, { mandatory: true })] });
    expect(refused.ok ? [] : refused.diagnostics.map(({ message }) => message)).toEqual([
      '1 mandatory candidate needs 11 of "backend", and there is 10',
    ]);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a negative capacity', { capacities: [{ id: 'a', amount: -1 }], candidates: [] }],
    ['a part of a unit', { capacities: [{ id: 'a', amount: 0.5 }], candidates: [] }],
    ['NaN', { capacities: [{ id: 'a', amount: Number.NaN }], candidates: [] }],
    ['2^60', { capacities: [{ id: 'a', amount: 2 ** 60 }], candidates: [] }],
    [
      'a need of __proto__',
      JSON.parse('{"capacities":[],"candidates":[{"id":"a","value":1,"needs":{"__proto__":1}}]}'),
    ],
    ['a candidate __proto__', { capacities, candidates: [{ id: 'a', value: 1, needs: { constructor: 1 } }] }],
  ])('refuses %s as problem, and does not throw', (_, problem) => {
    const refused = selectInitiatives(problem as SelectionProblem);
    expect(refused).toMatchObject({ ok: false, status: 'invalid' });
    expect(refused.ok ? [] : refused.diagnostics).not.toEqual([]);
  });

  it('tells every fault of a problem at once, each with its place', () => {
    const refused = selectInitiatives({
      capacities: [
        { id: 'backend', amount: 3, atLeast: 4 },
        { id: 'backend', amount: 1 },
      ],
      candidates: [
        { id: 'a', value: 1, needs: { backned: 1 }, requires: ['b', 'b', 'x'] },
        {
          id: 'b',
          value: 1,
          levels: [
            { id: 's', value: 1, needs: {} },
            { id: 's', value: 2, needs: {} },
          ],
        },
      ],
      exclusions: [['a', 'a'], ['c']],
    });
    const told = refused.ok
      ? []
      : refused.diagnostics.map(({ message, path, hint }) => [message, path.join('.'), hint]);
    expect(told).toEqual([
      [
        'capacities[1].id repeats "backend", which is capacity 0 of the list already',
        'capacities.1.id',
        'give each an id of its own',
      ],
      ['"a" requires "b" twice', 'candidates.0.requires.1', 'remove the entry'],
      ['"b" has levels, and a value beside them', 'candidates.1', 'give it `value` and `needs`, or `levels` alone'],
      [
        'candidates[1].levels[1].id repeats "s", which is level 0 of the list already',
        'candidates.1.levels.1.id',
        'give each level an id of its own',
      ],
      [
        'candidates[0].needs.backned names the capacity "backned", which the problem does not have',
        'candidates.0.needs.backned',
        'did you mean "backend"?',
      ],
      [
        'candidates[0].requires[2] names the candidate "x", which the problem does not have',
        'candidates.0.requires.2',
        'add it, or name one that exists',
      ],
      [
        'exclusions[1][0] names the candidate "c", which the problem does not have',
        'exclusions.1.0',
        'add it, or name one that exists',
      ],
      [
        'at least 4 of "backend" has to be used, and there is 3',
        'capacities.0.atLeast',
        'lower `atLeast`, or raise `amount`',
      ],
      ['exclusions[0] names a candidate twice', 'exclusions.0', 'name each once'],
    ]);
  });

  it('refuses values and needs whose sums would not be exact', () => {
    const large = 2 ** 53 - 1;
    const problem = {
      capacities: [{ id: 'backend', amount: large }],
      candidates: [candidate('a', large, large), candidate('b', 1, 1)],
    };
    const refused = selectInitiatives(problem);
    expect(refused.ok ? [] : refused.diagnostics.map(({ message }) => message)).toEqual([
      'the values of all candidates add up to more than 2^53 - 1',
      'the needs of "backend" add up to more than 2^53 - 1',
    ]);
    expect(selected({ ...problem, candidates: [candidate('a', large, large)] })).toMatchObject({
      value: large,
      status: 'optimal',
    });
  });
});

describe('selectInitiativesAsync', () => {
  const problem = smallHardProblem(5);
  const options = { iterations: 2_050, proofNodes: 1 };

  it('selects the same, and tells how far it is', async () => {
    const told: SelectionProgress[] = [];
    const selection = await selectInitiativesAsync(problem, {
      ...options,
      onProgress: (progress) => told.push(progress),
    });
    expect(selection).toEqual(selectInitiatives(problem, options));
    expect(told.map(({ iterations, of }) => [iterations, of])).toEqual([0, 1_024, 2_048].map((n) => [n, 2_050]));
    expect(told.every(({ value, bound }) => value !== undefined && value <= bound)).toBe(true);
  });

  it('stops where it is aborted, with the reason', async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort(new Error('enough'));
    const work = selectInitiativesAsync(problem, { ...options, onProgress, signal: controller.signal });
    await expect(work).rejects.toThrow('enough');
  });
});
