import { dayAt, dayNumberOf } from '../../foundation/instant.js';
import { shorten } from '../../foundation/shorten.js';
import { rangeOf } from '../compile.js';
import type { Initiative } from '../types.js';
import type { CheckedPortfolio, PortfolioCheck } from './finding.js';

export const deadlineTooEarly: PortfolioCheck = {
  code: 'capacity/deadline-too-early',
  severity: 'error',

  *find(checked) {
    const { bounds, definition } = checked.compiled;
    const finishes = earliestFinishes(checked);
    for (const [at, { id, deadline, costOfDelay }] of definition.initiatives.entries()) {
      const period = finishes[at]!;
      // A delay that has a cost is allowed.
      if (deadline === undefined || costOfDelay !== undefined || period === undefined) continue;
      const opens = bounds[period]!;
      if (dayNumberOf(deadline) >= opens) continue;
      yield () => ({
        path: ['initiatives', at, 'deadline'],
        message:
          period === bounds.length - 1
            ? `${shorten(id)} has to be finished by ${deadline}, and cannot be before the horizon ends on ${dayAt(opens)}`
            : `${shorten(id)} has to be finished by ${deadline}, and cannot be before ${dayAt(opens)}, alone with all of its teams`,
        hint: 'move the deadline, give a delay its cost, or let more people work on it at a time',
      });
    }
  },
};

/**
 * The period before which each initiative cannot be finished, had it all of its teams for itself, at its lowest demand, after
 * what blocks it; the number of periods where the horizon is too short. Undefined for what is in a circle, or behind one, and for
 * what asks for more than its teams have in the whole horizon: that is said elsewhere.
 */
function earliestFinishes(checked: CheckedPortfolio): readonly (number | undefined)[] {
  const { initiatives } = checked.compiled.definition;
  const { initiativeAt } = checked.compiled;
  const blockers = initiatives.map(({ dependsOn = [] }) =>
    dependsOn.flatMap(({ on, kind }) => (kind === 'blocks' ? (initiativeAt.get(on) ?? []) : [])),
  );
  const waiting: number[][] = initiatives.map(() => []);
  for (const [at, list] of blockers.entries()) for (const blocker of list) waiting[blocker]!.push(at);
  const open = blockers.map((list) => list.length);
  const finishes: (number | undefined)[] = initiatives.map(() => undefined);
  const starts = initiatives.map(() => 0);
  const finishOf = finisher(checked);

  const ready = [...initiatives.keys()].filter((at) => open[at] === 0);
  for (let at = ready.pop(); at !== undefined; at = ready.pop()) {
    const finish = finishOf(at, starts[at]!);
    finishes[at] = finish;
    if (finish === undefined) continue;
    for (const next of waiting[at]!) {
      starts[next] = Math.max(starts[next]!, finish);
      open[next]!--;
      if (open[next] === 0) ready.push(next);
    }
  }
  return finishes;
}

/** Gives the period in which an initiative is finished at the earliest, from a period on. */
function finisher({ compiled, supply }: CheckedPortfolio): (at: number, start: number) => number | undefined {
  const { bounds, definition } = compiled;
  const periods = bounds.length - 1;
  return (at, start) => {
    let last = start;
    for (const { skill, low } of demandsOf(compiled, definition.initiatives[at]!)) {
      const had = supply(at, skill)?.atATime ?? [];
      if (had.reduce((a, b) => a + b, 0) < low) return undefined;
      let left = low;
      let period = start;
      while (period < periods && left > had[period]!) left -= had[period++]!;
      last = Math.max(last, period);
    }
    return last;
  };
}

function demandsOf(
  compiled: CheckedPortfolio['compiled'],
  { demand }: Initiative,
): readonly { readonly skill: string; readonly low: number }[] {
  return demand
    .map((asked) => ({ skill: asked.skill, low: rangeOf(compiled, asked).low }))
    .filter(({ low }) => low > 0);
}
