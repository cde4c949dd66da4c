import { type Day, dayAt } from '../../foundation/instant.js';
import { type CompiledPortfolio, workingDaysIn } from '../compile.js';
import { unseal } from '../seal.js';
import type { Portfolio } from '../types.js';
import { type Source, sourcesOf } from './sources.js';
import type { CombinedCapacityOptions, PortfolioCapacity, TeamCapacity } from './types.js';

/**
 * Returns what each team has in each period, in all and by skill, in milli person-days: 1,000 are a working day of a full seat.
 * Seats and people count on the working days of the calendar, people less absences and outside of engagements not at all, times
 * availability, less the floor of the team. A person in several teams counts once: by shares, teams without one getting equal
 * parts of what the others leave, and in proportion where shares make more than one.
 *
 * What a row of seats, or a person in a team, gives to a period is computed as a fraction and rounded down, and everything here is
 * a sum of such whole numbers. A team's skills together may come to more than its total, which binds beside them.
 *
 * @example
 * const portfolio = definePortfolio({
 *   calendar: defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'], holidays: [{ day: '2027-01-06' }] }),
 *   horizon: { start: '2027-01-04', periods: 2, period: 'week' },
 *   teams: { payments: { seats: { backend: 1.5 }, floor: 0.2 } },
 *   people: [{ id: 'ana', skills: ['backend', 'data'], teams: { payments: 0.5 }, absences: [['2027-01-11', '2027-01-13']] }],
 *   initiatives: [],
 * });
 * const [payments] = portfolioCapacity(portfolio).teams;
 * payments?.total; //=> [6400, 7200]
 * payments?.skills; //=> [{ skill: 'backend', capacity: [6400, 7200] }, { skill: 'data', capacity: [1600, 1200] }]
 */
export function portfolioCapacity(portfolio: Portfolio): PortfolioCapacity {
  const compiled = unseal(portfolio);
  const { definition, bounds } = compiled;
  const periods = bounds.slice(0, -1).map((from, at) => ({
    from: dayOf(from),
    to: dayOf(bounds[at + 1]!),
    workingDays: workingDaysIn(compiled, from, bounds[at + 1]!),
  }));
  const byTeam: Source[][] = definition.teams.map(() => []);
  for (const source of sourcesOf(compiled)) byTeam[source.team]!.push(source);
  return {
    periods,
    teams: byTeam.map((sources, team) => capacityOf(definition.teams[team]!.id, sources, periods.length)),
  };
}

/**
 * Returns what some teams have of some skills in each period, in milli person-days, everybody counted once: who has two of the skills
 * is no two people. Demands for these skills, together, fit into no more than this.
 *
 * @example
 * const portfolio = definePortfolio({
 *   calendar: defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] }),
 *   horizon: { start: '2027-01-04', periods: 1, period: 'week' },
 *   teams: { payments: { seats: { backend: 1 } }, growth: {} },
 *   people: [{ id: 'ana', skills: ['backend', 'data'], teams: ['growth'] }],
 *   initiatives: [],
 * });
 * combinedCapacity(portfolio, { skills: ['backend', 'data'] }); //=> [10000]
 * combinedCapacity(portfolio, { teams: ['growth'], skills: ['backend', 'data'] }); //=> [5000]
 */
export function combinedCapacity<T extends string>(
  portfolio: Portfolio<string, T>,
  options: CombinedCapacityOptions<NoInfer<T>> = {},
): readonly number[] {
  const compiled = unseal(portfolio);
  return combined(compiled, sourcesOf(compiled), options);
}

/** As `combinedCapacity`, of sources that are there already. */
export function combined(
  { definition, bounds }: CompiledPortfolio,
  sources: readonly Source[],
  { teams, skills }: CombinedCapacityOptions,
): readonly number[] {
  const ofTeams = teams && new Set<string>(teams);
  const ofSkills = skills && new Set(skills);
  const sum = new Array<number>(bounds.length - 1).fill(0);
  for (const source of sources) {
    if (ofTeams && !ofTeams.has(definition.teams[source.team]!.id)) continue;
    if (ofSkills && !source.skills.some((skill) => ofSkills.has(skill))) continue;
    addTo(sum, source.amounts);
  }
  return sum;
}

function capacityOf(team: string, sources: readonly Source[], periods: number): TeamCapacity {
  const total = new Array<number>(periods).fill(0);
  const bySkill = new Map<string, number[]>();
  for (const { skills, amounts } of sources) {
    addTo(total, amounts);
    for (const skill of skills) {
      if (!bySkill.has(skill)) bySkill.set(skill, new Array<number>(periods).fill(0));
      addTo(bySkill.get(skill)!, amounts);
    }
  }
  return { team, total, skills: Array.from(bySkill, ([skill, capacity]) => ({ skill, capacity })) };
}

function addTo(sum: number[], amounts: readonly number[]): void {
  for (const [at, amount] of amounts.entries()) sum[at]! += amount;
}

/** The horizon ends within the years that days have: its door sees to it. */
function dayOf(dayNumber: number): Day {
  return dayAt(dayNumber)!;
}
