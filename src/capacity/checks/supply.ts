import { thousandthsOf } from '../amount.js';
import { type CompiledPortfolio, workingDaysIn } from '../compile.js';
import type { Source } from '../people/sources.js';

/** What some teams have of a skill. */
export interface Supply {
  /** Milli person-days in all periods. */
  readonly total: number;
  /** Milli person-days in each period, from each team no more than may work on one initiative at a time. */
  readonly atATime: readonly number[];
}

/** The sources that have a skill. */
export function sourcesBySkill(sources: readonly Source[]): ReadonlyMap<string, readonly Source[]> {
  const found = new Map<string, Source[]>();
  for (const source of sources) {
    for (const skill of source.skills) {
      const list = found.get(skill);
      if (list === undefined) found.set(skill, [source]);
      else list.push(source);
    }
  }
  return found;
}

/** Gives what the teams of an initiative, by its place, have of a skill; undefined where nobody in them has it. */
export function supplier(
  compiled: CompiledPortfolio,
  withSkill: ReadonlyMap<string, readonly Source[]>,
  staff: readonly (readonly number[])[],
): (at: number, skill: string) => Supply | undefined {
  const { bounds, definition } = compiled;
  const workingDays = bounds.slice(1).map((to, period) => workingDaysIn(compiled, bounds[period]!, to));
  const limited = (amounts: readonly number[], team: number) => {
    const { maxParallel } = definition.teams[team]!;
    if (maxParallel === undefined) return amounts;
    return amounts.map((amount, period) => Math.min(amount, thousandthsOf(maxParallel) * workingDays[period]!));
  };

  const bySkill = new Map<string, ReadonlyMap<number, Supply>>();
  const teamsWith = (skill: string) => {
    const amounts = new Map<number, number[]>();
    for (const source of withSkill.get(skill) ?? []) {
      const sum = amounts.get(source.team);
      if (sum === undefined) amounts.set(source.team, [...source.amounts]);
      else for (const [period, amount] of source.amounts.entries()) sum[period]! += amount;
    }
    return new Map(
      Array.from(amounts, ([team, each]) => [team, { total: sumOf(each), atATime: limited(each, team) }] as const),
    );
  };

  // Initiatives of one product share their list of teams, and are many.
  const shared = new Map<readonly number[], Map<string, Supply | undefined>>();
  return (at, skill) => {
    const known = shared.get(staff[at]!);
    if (known?.has(skill)) return known.get(skill);
    if (!bySkill.has(skill)) bySkill.set(skill, teamsWith(skill));
    const supply = together(staff[at]!.flatMap((team) => bySkill.get(skill)!.get(team) ?? []));
    if (definition.initiatives[at]!.teams !== undefined) return supply;
    if (known === undefined) shared.set(staff[at]!, new Map([[skill, supply]]));
    else known.set(skill, supply);
    return supply;
  };
}

function together(supplies: readonly Supply[]): Supply | undefined {
  if (supplies.length < 2) return supplies[0];
  const atATime = [...supplies[0]!.atATime];
  for (const supply of supplies.slice(1)) {
    for (const [period, amount] of supply.atATime.entries()) atATime[period]! += amount;
  }
  return { total: sumOf(supplies.map(({ total }) => total)), atATime };
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
