import loadHighs from 'highs';
import jsLpSolver from 'javascript-lp-solver';
import type { SelectionProblem } from 'keelson/capacity';
import { solve as solveByYalps } from 'yalps';

/** What a solver says it found, and the bound that it gives, where it gives one. */
export interface Claim {
  readonly taken: readonly string[];
  readonly bound?: number;
}

/** Solves a problem of candidates without levels, requirements and exclusions within so many seconds. */
export type Solver = (problem: SelectionProblem, seconds: number) => Promise<Claim> | Claim;

// Their types say that the default export is inside of what is imported; at run time it is that itself.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();
const jsLp = jsLpSolver as unknown as typeof jsLpSolver.default;

export const solvers: Readonly<Record<string, Solver>> = {
  HiGHS({ capacities, candidates }, seconds) {
    const format = 'lp' as const;
    const name = (at: number): string => `x${at}`;
    const line = (of: (at: number) => number): string =>
      candidates.map((_, at) => `${of(at)} ${name(at)}`).join('\n + ');
    const rows = capacities.map(
      ({ id, amount }, r) => `r${r}: ${line((at) => candidates[at]!.needs![id] ?? 0)} <= ${amount}`,
    );
    const all = candidates.map((_, at) => name(at)).join('\n ');
    const data = `Maximize\n v: ${line((at) => candidates[at]!.value!)}\nSubject To\n ${rows.join('\n ')}\nBinary\n ${all}\nEnd\n`;
    return highs.withModel({ format, data }, (model) => {
      model.options.set({ output_flag: false, time_limit: seconds });
      model.run();
      const { colValue } = model.getSolution();
      const taken = candidates
        .filter((_, at) => (colValue[model.getColByName(name(at))] ?? 0) > 0.5)
        .map(({ id }) => id);
      return { taken, bound: Number(model.info.get('mip_dual_bound')) };
    });
  },

  YALPS(problem, seconds) {
    const { variables } = solveByYalps(modelOf(problem), {
      ...{ timeout: 1_000 * seconds, maxIterations: Number.POSITIVE_INFINITY, tolerance: 0 },
    });
    return { taken: variables.filter(([, value]) => value > 0.5).map(([id]) => id) };
  },

  'javascript-lp-solver'(problem, seconds) {
    const { constraints, variables } = modelOf(problem);
    const ones = Object.fromEntries(problem.candidates.map(({ id }) => [id, 1]));
    const options = { timeout: 1_000 * seconds, tolerance: 0 };
    const answer = jsLp.Solve({
      optimize: 'value',
      opType: 'max',
      constraints,
      variables,
      ints: ones,
      options,
    } as never);
    const values = answer as unknown as Readonly<Record<string, unknown>>;
    return { taken: problem.candidates.map(({ id }) => id).filter((id) => Number(values[id] ?? 0) > 0.5) };
  },
};

/** The shape that two of them share: a row more for each candidate, which is taken once at most. */
function modelOf({ capacities, candidates }: SelectionProblem) {
  const rows = capacities.map(({ id, amount }) => [id, { max: amount }] as const);
  return {
    direction: 'maximize' as const,
    objective: 'value',
    constraints: Object.fromEntries([...rows, ...candidates.map(({ id }) => [`once_${id}`, { max: 1 }] as const)]),
    variables: Object.fromEntries(
      candidates.map(({ id, value, needs }) => [id, { value: value!, ...needs, [`once_${id}`]: 1 }]),
    ) as Record<string, Record<string, number>>,
    integers: true as const,
  };
}
