/** Naive twin of capacity: day by day and person by person, in fractions of BigInt. */
interface Span {
  readonly from?: string;
  readonly to?: string;
}

export interface NaivePortfolio {
  readonly horizon: { readonly start: string; readonly periods: number; readonly period: 'week' | 'month' };
  readonly teams: readonly {
    readonly id: string;
    readonly seats?: readonly { readonly skill: string; readonly count: number }[];
    readonly availability?: number;
    readonly floor?: number;
  }[];
  readonly people?: readonly {
    readonly id: string;
    readonly skills: readonly string[];
    readonly teams: readonly { readonly team: string; readonly share?: number }[];
    readonly availability?: number;
    readonly absences?: readonly Span[];
    readonly engagements?: readonly Span[];
  }[];
}

/** A fraction of two whole numbers, exact. */
type Fraction = readonly [top: bigint, bottom: bigint];

function decimal(value: number): Fraction {
  const [whole = '', rest = ''] = value.toFixed(6).split('.');
  return [BigInt(whole + rest), 1_000_000n];
}

function times(...all: readonly Fraction[]): Fraction {
  return all.reduce(([a, b], [c, d]) => [a * c, b * d] as const, [1n, 1n]);
}

function minus([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * d - c * b, b * d];
}

const one: Fraction = [1n, 1n];

/** The days of each period, one after the other. */
export function daysOfPeriods({ start, periods, period }: NaivePortfolio['horizon']): string[][] {
  return Array.from({ length: periods }, (_, at) => {
    const days: string[] = [];
    for (let day = edge(start, at, period); day < edge(start, at + 1, period); day = nextDay(day)) days.push(day);
    return days;
  });
}

function edge(start: string, at: number, period: 'week' | 'month'): string {
  const date = new Date(`${start}T00:00:00Z`);
  if (period === 'week') {
    date.setUTCDate(date.getUTCDate() + 7 * at);
    return date.toISOString().slice(0, 10);
  }
  const wanted = (date.getUTCMonth() + at) % 12;
  date.setUTCMonth(date.getUTCMonth() + at);
  // A month that is too short rolls over: back to its last day.
  while (date.getUTCMonth() !== wanted) date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function holds({ from, to }: Span, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}

/** Milli person-days of those teams and skills in each period, everybody once. */
export function naiveCapacity(
  portfolio: NaivePortfolio,
  works: (day: string) => boolean,
  teams: readonly string[],
  skills: readonly string[] | undefined,
): number[] {
  const asked = (has: readonly string[]) => skills === undefined || skills.some((skill) => has.includes(skill));
  return daysOfPeriods(portfolio.horizon).map((days) => {
    let sum = 0n;
    for (const team of portfolio.teams.filter(({ id }) => teams.includes(id))) {
      const kept = minus(one, decimal(team.floor ?? 0));
      for (const { skill, count } of team.seats ?? []) {
        if (!asked([skill])) continue;
        const daily = times(decimal(count), decimal(team.availability ?? 1), kept);
        sum += wholeOf(days.filter(works).length, daily);
      }
      for (const person of portfolio.people ?? []) {
        if (!asked(person.skills)) continue;
        for (const { share } of person.teams.filter((entry) => entry.team === team.id)) {
          const there = days.filter(
            (day) =>
              works(day) &&
              (person.engagements ?? [{}]).some((span) => holds(span, day)) &&
              !(person.absences ?? []).some((span) => holds(span, day)),
          );
          const part = partOf(person.teams, share);
          sum += wholeOf(there.length, times(decimal(person.availability ?? 1), kept, part));
        }
      }
    }
    return Number(sum);
  });
}

function partOf(teams: readonly { readonly share?: number }[], share: number | undefined): Fraction {
  let booked = 0n;
  for (const entry of teams) if (entry.share !== undefined) booked += decimal(entry.share)[0];
  const over = booked > 1_000_000n;
  if (share !== undefined) return over ? [decimal(share)[0], booked] : decimal(share);
  const open = BigInt(teams.filter((entry) => entry.share === undefined).length);
  return over ? [0n, 1n] : [1_000_000n - booked, 1_000_000n * open];
}

/** Thousandths of so many days of a part, rounded down. */
function wholeOf(days: number, [top, bottom]: Fraction): bigint {
  return (BigInt(days) * 1_000n * top) / bottom;
}
