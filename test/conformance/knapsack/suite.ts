import { type SelectionOptions, selectInitiatives, verifyBound } from 'keelson/capacity';
import type { ConformanceSuite } from '../suite.js';
import { type Knapsack, problemOf, readKnapsacks } from './problems.js';

/** What became of one problem. Gaps are in percent. */
export interface KnapsackResult {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  readonly bestKnown: number;
  readonly lpRelaxation: number;
  /** How far the value is below the best that is known. */
  readonly gap: number;
  /** How far the proven bound is above the value. */
  readonly certifiedGap: number;
  readonly iterations: number;
  readonly cpuMs: number;
  /** How far the bound of the multipliers alone is above the relaxation. */
  readonly aboveRelaxation: number;
  readonly size: string;
}

/** About a second of work for a hundred items on the machine that made the figures in the docs. */
const budget: SelectionOptions = { seed: 1, iterations: 320_000, proofNodes: 100_000 };

/** Selects and verifies; throws where a result is not what it says. */
export function solve(knapsack: Knapsack, options: SelectionOptions = budget): KnapsackResult {
  const { name, values, capacities, bestKnown, lpRelaxation } = knapsack;
  const problem = problemOf(knapsack);
  const before = process.cpuUsage();
  const selection = selectInitiatives(problem, options);
  const { user, system } = process.cpuUsage(before);
  if (!selection.ok) throw new Error(`${name}: ${selection.diagnostics[0]!.message}`);
  const { ok, lagrangianBound = Number.NaN, diagnostics } = verifyBound(problem, selection);
  if (!ok) throw new Error(`${name}: ${diagnostics[0]!.message}`);
  const { value, bound, gap, iterations } = selection;
  return {
    ...{ name, value, bound, bestKnown, lpRelaxation },
    gap: (100 * (bestKnown - value)) / bestKnown,
    certifiedGap: 100 * gap,
    iterations,
    cpuMs: Math.round((user + system) / 1_000),
    aboveRelaxation: (100 * (lagrangianBound - lpRelaxation)) / lpRelaxation,
    size: `${values.length} x ${capacities.length}`,
  };
}

/** The means by size, a line each. */
export function meansOf(results: readonly KnapsackResult[]): string {
  const sizes = [...new Set(results.map(({ size }) => size))];
  return sizes
    .map((size) => {
      const own = results.filter((result) => result.size === size);
      const mean = (of: (result: KnapsackResult) => number): number =>
        own.reduce((sum, one) => sum + of(one), 0) / own.length;
      const highest = Math.max(...own.map(({ aboveRelaxation }) => aboveRelaxation));
      return [
        `${size}: ${own.length} problems`,
        `mean gap to the best known ${mean(({ gap }) => gap).toFixed(4)} %`,
        `${own.filter(({ gap }) => gap <= 0).length} as good or better`,
        `mean certified gap ${mean(({ certifiedGap }) => certifiedGap).toFixed(4)} %`,
        `multipliers at most ${highest.toFixed(4)} % above the relaxation`,
        `mean ${Math.round(mean(({ cpuMs }) => cpuMs))} ms of CPU`,
      ].join(', ');
    })
    .join('\n');
}

export const suite = {
  run: (text) => readKnapsacks(text).map((knapsack) => solve(knapsack)),
  describe: (results) =>
    results
      .map(
        ({ name, value, bound, gap, certifiedGap }) =>
          `${name}  ${value} of at most ${bound}  ${gap.toFixed(3)} % below the best known, proven within ${certifiedGap.toFixed(3)} %`,
      )
      .join('\n'),
  aside: meansOf,
} satisfies ConformanceSuite<readonly KnapsackResult[]>;
