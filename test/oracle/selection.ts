import type { SelectionCandidate, SelectionProblem } from 'keelson/capacity';

/** One choice: the index of the level of each candidate, or -1; a candidate without levels has level 0. */
type Choice = readonly number[];

/** The best value of all choices that keep to every limit, found by looking at each one; absent where none does. */
export function bestOfAll(problem: SelectionProblem): { readonly value: number; readonly choice: Choice } | undefined {
  let best: { value: number; choice: Choice } | undefined;
  const counts = problem.candidates.map((candidate) => levels(candidate).length + 1);
  const all = counts.reduce((a, b) => a * b, 1);
  for (let number = 0; number < all; number++) {
    let rest = number;
    const choice = counts.map((count) => {
      const level = (rest % count) - 1;
      rest = Math.floor(rest / count);
      return level;
    });
    if (!keepsToAll(problem, choice)) continue;
    const value = problem.candidates.reduce(
      (sum, candidate, c) => sum + (levels(candidate)[choice[c]!]?.value ?? 0),
      0,
    );
    if (best === undefined || value > best.value) best = { value, choice };
  }
  return best;
}

/** Whether a choice keeps to every limit, sentence by sentence. */
function keepsToAll({ capacities, candidates, exclusions = [] }: SelectionProblem, choice: Choice): boolean {
  const isTaken = (id: string): boolean => choice[candidates.findIndex((one) => one.id === id)]! >= 0;
  for (const { id, amount, atLeast = 0 } of capacities) {
    let used = 0;
    candidates.forEach((candidate, c) => {
      used += levels(candidate)[choice[c]!]?.needs[id] ?? 0;
    });
    if (used > amount || used < atLeast) return false;
  }
  for (const { id, requires = [], mandatory } of candidates) {
    if (mandatory === true && !isTaken(id)) return false;
    if (isTaken(id) && !requires.every(isTaken)) return false;
  }
  return exclusions.every((excluded) => excluded.filter(isTaken).length <= 1);
}

function levels(candidate: SelectionCandidate): readonly { value: number; needs: Readonly<Record<string, number>> }[] {
  return candidate.levels ?? [{ value: candidate.value!, needs: candidate.needs! }];
}
