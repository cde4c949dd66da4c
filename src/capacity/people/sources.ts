import type { DaySpan } from '../../organization/types.js';
import { millionthsOf, thousandthsOf } from '../amount.js';
import { type CompiledPortfolio, workingDaysIn } from '../compile.js';
import type { PortfolioPerson, TeamShare } from '../types.js';
import { presenceIn, type Stretch } from './presence.js';

/** What gives time to a team: the seats of one skill, or the part of a person that is the team's. */
export interface Source {
  readonly team: number;
  readonly skills: readonly string[];
  /** Whole milli person-days in each period. */
  readonly amounts: readonly number[];
}

const whole = 1_000_000;

/** Every source, seats first, in stored order. A team that the portfolio does not have gets nothing, and keeps its share. */
export function sourcesOf(compiled: CompiledPortfolio): readonly Source[] {
  const { definition, bounds, teamAt } = compiled;
  const horizon: Stretch = [bounds[0]!, bounds.at(-1)!];
  const everyDay = daysByPeriod(compiled, [horizon]);
  const sources: Source[] = [];

  for (const [team, { seats = [], availability = 1, floor = 0 }] of definition.teams.entries()) {
    for (const { skill, count } of seats) {
      const times = [thousandthsOf(count), millionthsOf(availability), whole - millionthsOf(floor)];
      sources.push({ team, skills: [skill], amounts: amountsOf(everyDay, times, [whole, whole]) });
    }
  }

  const hired = engagementsOf(compiled);
  for (const person of definition.people ?? []) {
    const stretches = presenceIn(horizon, person.engagements ?? hired.get(person.id), person.absences);
    const days = daysByPeriod(compiled, stretches);
    for (const { id, share, of } of sharesOf(person)) {
      const team = teamAt.get(id);
      if (team === undefined) continue;
      const left = whole - millionthsOf(definition.teams[team]!.floor ?? 0);
      const times = [1_000, millionthsOf(person.availability ?? 1), left, share];
      sources.push({ team, skills: person.skills, amounts: amountsOf(days, times, [whole, whole, of]) });
    }
  }
  return sources;
}

/** The engagements that the directory knows of each person. */
export function engagementsOf({ directory }: CompiledPortfolio): ReadonlyMap<string, readonly DaySpan[]> {
  const found = new Map<string, DaySpan[]>();
  for (const engagement of directory?.engagements ?? []) {
    const list = found.get(engagement.person);
    if (list === undefined) found.set(engagement.person, [engagement]);
    else list.push(engagement);
  }
  return found;
}

/** Working days of the stretches in each period. */
export function daysByPeriod(compiled: CompiledPortfolio, stretches: readonly Stretch[]): readonly number[] {
  const { bounds } = compiled;
  const days = new Array<number>(bounds.length - 1).fill(0);
  let period = 0;
  for (const [from, to] of stretches) {
    while (bounds[period + 1]! <= from) period++;
    for (let at = period; bounds[at]! < to; at++) {
      days[at]! += workingDaysIn(compiled, Math.max(from, bounds[at]!), Math.min(to, bounds[at + 1]!));
    }
  }
  return days;
}

/**
 * The part of a person for each of their teams, `share` of `of`. Shares that make more than one are taken in proportion, so that
 * nobody is counted for more than one; teams without a share get equal parts of what the others leave.
 */
function sharesOf({
  teams,
}: PortfolioPerson): readonly { readonly id: string; readonly share: number; readonly of: number }[] {
  const booked = teams.reduce((sum, { share = 0 }) => sum + millionthsOf(share), 0);
  const open = teams.filter(({ share }) => share === undefined).length;
  return teams.map(({ team, share }: TeamShare) =>
    share === undefined
      ? { id: team, share: Math.max(whole - booked, 0), of: open * whole }
      : { id: team, share: millionthsOf(share), of: Math.max(booked, whole) },
  );
}

/** Days times all of one over all of the other, rounded down: never more than there is. */
function amountsOf(days: readonly number[], times: readonly number[], over: readonly number[]): readonly number[] {
  const top = productOf(times);
  const bottom = productOf(over);
  const known = new Map<number, number>();
  return days.map((count) => {
    let amount = known.get(count);
    if (amount === undefined) {
      amount = Number((BigInt(count) * top) / bottom);
      known.set(count, amount);
    }
    return amount;
  });
}

function productOf(factors: readonly number[]): bigint {
  return factors.reduce((product, factor) => product * BigInt(factor), 1n);
}
