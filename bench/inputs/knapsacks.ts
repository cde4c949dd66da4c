import { existsSync } from 'node:fs';
import { type SelectionProblem, selectInitiatives, verifyBound } from 'keelson/capacity';
import { knapsacksIn, problemOf } from '../../test/conformance/knapsack/problems.js';
import type { Row } from '../suite.js';
import { solvers } from './solvers.js';

const file = '../shared/data/knapsack-multidimensional.json';
const limits = [1, 5, 20];

/**
 * A problem of each size and tightness beside three solvers: the value that is found, and where a solver gives one, the bound that it
 * gives. Nothing that they say is believed before it is computed again.
 */
export async function besideSolvers(): Promise<readonly Row[]> {
  if (!existsSync(file)) {
    console.error(`left out: ${file} is not here`);
    return [];
  }
  const rows: Row[] = [];
  const knapsacks = knapsacksIn(file);
  for (const knapsack of [knapsacks[0]!, knapsacks[15]!, knapsacks[30]!, knapsacks[45]!]) {
    console.error(`measuring the knapsack ${knapsack.name}`);
    const problem = problemOf(knapsack);
    const before = process.cpuUsage();
    const ours = selectInitiatives(problem, { iterations: 200_000, proofNodes: 100_000 });
    const { user, system } = process.cpuUsage(before);
    if (!ours.ok || !verifyBound(problem, ours).ok) throw new Error(`${knapsack.name} does not verify`);
    const spent = (user + system) / 1e6;
    for (const [solver, solve] of Object.entries(solvers)) {
      for (const limit of limits) {
        const { taken, bound } = await solve(problem, limit);
        const value = worthOf(problem, taken);
        const name = `knapsack ${knapsack.name} (best known ${knapsack.bestKnown})`;
        const of = { peerName: `${solver}, ${limit} s`, case: `${name}, ${spent.toFixed(1)} s of CPU` };
        rows.push({ ...of, ours: ours.value, peer: value, unit: 'value', ratio: ratioOf(ours.value, value) });
        if (bound === undefined) continue;
        const theirs = Math.floor(bound + 1e-6);
        rows.push({ ...of, ours: ours.bound, peer: theirs, unit: 'bound', ratio: ratioOf(theirs, ours.bound) });
      }
    }
  }
  return rows;
}

function ratioOf(better: number, worse: number): number | null {
  return worse === 0 ? null : Number((better / worse).toPrecision(5));
}

/** The value of what is taken; 0 where it does not keep to a capacity. */
function worthOf({ capacities, candidates }: SelectionProblem, taken: readonly string[]): number {
  const chosen = candidates.filter(({ id }) => taken.includes(id));
  const keeps = capacities.every(({ id, amount }) => chosen.reduce((sum, { needs }) => sum + needs![id]!, 0) <= amount);
  return keeps ? chosen.reduce((sum, { value }) => sum + value!, 0) : 0;
}
