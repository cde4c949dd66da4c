import type { SelectionCandidate, SelectionProblem } from 'keelson/capacity';
import { createRandom } from 'keelson/foundation';

/** How large a random problem is, and what may be in it beside values and needs. */
export interface Shape {
  readonly candidates: number;
  readonly capacities: number;
  /** Levels, requirements, exclusions, what is mandatory, and what is to be used at least. */
  readonly wishes: boolean;
}

/** A problem drawn from a seed. Numbers are small, so that there are ties. */
export function randomProblem(
  seed: number,
  { candidates: most, capacities: mostRows, wishes }: Shape,
): SelectionProblem {
  const random = createRandom(seed);
  const chance = (of: number): boolean => wishes && random.integer(100) < of;
  const rows = 1 + random.integer(mostRows);
  const many = 1 + random.integer(most);
  const ids = Array.from({ length: many }, (_, c) => `c${c}`);
  const needs = (): Record<string, number> =>
    Object.fromEntries(
      Array.from({ length: rows }, (_, r): [string, number] => [`r${r}`, random.integer(12)]).filter(
        ([, need]) => need > 0,
      ),
    );
  const candidates = ids.map((id, c): SelectionCandidate => {
    const others = ids.filter((_, other) => other !== c);
    const isLeveled = chance(30);
    return {
      id,
      ...(isLeveled
        ? { levels: ['s', 'm'].map((level) => ({ id: level, value: random.integer(20), needs: needs() })) }
        : { value: random.integer(20), needs: needs() }),
      ...(others.length > 0 && chance(20) && { requires: random.shuffle(others).slice(0, 1 + random.integer(2)) }),
      ...(chance(8) && { mandatory: true as const }),
    };
  });
  return {
    capacities: Array.from({ length: rows }, (_, r) => {
      const amount = random.integer(4 * many + 4);
      return { id: `r${r}`, amount, ...(chance(20) && { atLeast: random.integer(Math.floor(amount / 2) + 1) }) };
    }),
    candidates,
    ...(many > 2 && chance(40) && { exclusions: [random.shuffle(ids).slice(0, 2 + random.integer(2))] }),
  };
}

/** A problem that is not solved at once: 60 candidates whose values go with their needs of five capacities. */
export function hardProblem(seed: number): SelectionProblem {
  const random = createRandom(seed);
  const rows = [0, 1, 2, 3, 4];
  const candidates = Array.from({ length: 60 }, (_, c) => {
    const needs = rows.map(() => 1 + random.integer(1_000));
    const value = Math.floor(needs.reduce((a, b) => a + b, 0) / rows.length) + random.integer(500);
    return { id: `c${c}`, value, needs: Object.fromEntries(needs.map((need, r) => [`r${r}`, need])) };
  });
  return { capacities: rows.map((r) => ({ id: `r${r}`, amount: 10_000 + 500 * r })), candidates };
}

/** As `hardProblem`, of 24 candidates and three capacities: for tests that are run often. */
export function smallHardProblem(seed: number): SelectionProblem {
  const { capacities, candidates } = hardProblem(seed);
  const rows = capacities.slice(0, 3).map(({ id, amount }) => ({ id, amount: Math.floor((24 * amount) / 60) }));
  return {
    capacities: rows,
    candidates: candidates.slice(0, 24).map(({ needs = {}, ...rest }) => ({
      ...rest,
      needs: Object.fromEntries(rows.map(({ id }) => [id, needs[id] ?? 0])),
    })),
  };
}
