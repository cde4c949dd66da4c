import { existsSync } from 'node:fs';
import { type SelectionProblem, selectInitiatives, verifyBound } from 'keelson/capacity';
import { knapsacksIn, problemOf } from '../../test/conformance/knapsack/problems.js';
import { solvers } from './solvers.js';

const file = '../shared/data/knapsack-multidimensional.json';
const limits = [1, 5, 20];

/** A row of the table: what one solver found of one problem within its time, as percent of the best known. */
export interface Found {
  readonly problem: string;
  readonly solver: string;
  /** Seconds that were allowed; ours has a budget of counts. */
  readonly limit: number | null;
  readonly seconds: number;
  readonly value: number;
  readonly belowBestKnown: number;
  /** How far its bound is above its value, in percent; null where it gives none. */
  readonly certifiedGap: number | null;
}

/** A problem of either size beside three solvers; nothing that they say is believed before it is computed again. */
export async function besideSolvers(): Promise<readonly Found[]> {
  if (!existsSync(file)) {
    console.error(`left out: ${file} is not here`);
    return [];
  }
  const found: Found[] = [];
  const knapsacks = knapsacksIn(file);
  for (const knapsack of [knapsacks[0]!, knapsacks[15]!, knapsacks[30]!, knapsacks[45]!]) {
    const problem = problemOf(knapsack);
    const row = (
      solver: string,
      limit: number | null,
      since: number,
      value: number,
      bound: number | undefined,
    ): void => {
      found.push({
        problem: knapsack.name,
        ...{ solver, limit, value },
        seconds: rounded((performance.now() - since) / 1_000),
        belowBestKnown: rounded(100 * (1 - value / knapsack.bestKnown)),
        certifiedGap: bound === undefined ? null : rounded(100 * (bound / value - 1)),
      });
    };
    const since = performance.now();
    const ours = selectInitiatives(problem, { iterations: 200_000, proofNodes: 100_000 });
    if (!ours.ok || !verifyBound(problem, ours).ok) throw new Error(`${knapsack.name} does not verify`);
    row('keelson', null, since, ours.value, ours.bound);
    for (const [name, solve] of Object.entries(solvers)) {
      for (const limit of limits) {
        const begun = performance.now();
        const { taken, bound } = await solve(problem, limit);
        row(name, limit, begun, worthOf(problem, taken), bound);
      }
    }
  }
  return found;
}

/** The value of what is taken; 0 where it does not keep to a capacity. */
function worthOf({ capacities, candidates }: SelectionProblem, taken: readonly string[]): number {
  const chosen = candidates.filter(({ id }) => taken.includes(id));
  const keeps = capacities.every(({ id, amount }) => chosen.reduce((sum, { needs }) => sum + needs![id]!, 0) <= amount);
  return keeps ? chosen.reduce((sum, { value }) => sum + value!, 0) : 0;
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
