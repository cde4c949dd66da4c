import { apportion, selectInitiatives } from 'keelson/capacity';
import { besideImports } from '../inputs/packages.js';
import { dealSeatBySeat, drawnWeights, signposts, size } from '../inputs/shares.js';
import type { BenchCase, BenchSuite } from '../suite.js';

/** Seats by one of the divisor methods, beside a queue that deals one seat after the other. */
function dealing(method: keyof typeof signposts): BenchCase {
  return {
    name: `1,000,000 seats over 10,000 units by ${method}`,
    ours: () => {
      const weights = drawnWeights(1);
      return () => apportion(weights, size.seats, { method });
    },
    peers: {
      'seat by seat': () => {
        const weights = drawnWeights(1);
        const dealt = apportion(weights, size.seats, { method });
        const theirs = dealSeatBySeat(weights, size.seats, signposts[method]);
        const differing = dealt.ok
          ? Object.keys(weights).filter((id) => dealt.seats[id] !== theirs[id]).length
          : size.units;
        if (differing > 0) throw new Error(`${differing} units differ`);
        return () => dealSeatBySeat(weights, size.seats, signposts[method]);
      },
    },
  };
}

export const suite: BenchSuite = {
  cases: [
    dealing('webster'),
    dealing('huntingtonHill'),
    {
      name: 'selecting of 10,000 candidates under 5 capacities, 20,000 turns',
      ours: () => {
        const weights = Object.entries(drawnWeights(2));
        const needOf = (at: number, row: number): number =>
          1 + ((weights[(at * 7 + row * 1_013) % weights.length]![1] * 31) % 1_000);
        const rows = [0, 1, 2, 3, 4];
        const candidates = weights.map(([id, weight], at) => ({
          id,
          value: 1 + (weight % 1_000),
          needs: Object.fromEntries(rows.map((row) => [`r${row}`, needOf(at, row)])),
        }));
        const problem = { capacities: rows.map((row) => ({ id: `r${row}`, amount: 1_000_000 })), candidates };
        return () => selectInitiatives(problem);
      },
    },
  ],

  async beside() {
    const { besideSolvers } = await import('../inputs/knapsacks.js');
    const imports = await besideImports(
      { name: 'selectInitiatives', names: 'selectInitiatives, verifyBound', from: 'keelson/capacity' },
      [
        { name: 'HiGHS', from: 'highs', files: ['bench/node_modules/highs/build/highs.wasm'] },
        { name: 'YALPS', names: 'solve', from: 'yalps' },
        { name: 'javascript-lp-solver', from: 'javascript-lp-solver' },
      ],
    );
    return [...imports, ...(await besideSolvers())];
  },

  violations(rows) {
    return rows
      .filter(({ unit, peerName, ratio }) => unit === 'ms' && peerName === 'seat by seat' && ratio! < 1)
      .map((row) => `${row.case}: slower than seat by seat`);
  },
};
