/** Naive twins of the calendar: one day after the other, one minute after the other, local time from Intl alone. */
export interface NaiveCalendar {
  readonly clock: Clock;
  readonly weekend: readonly string[];
  readonly holidays: readonly string[];
  readonly hours: { readonly from: string; readonly to: string };
}

/** What a zone's clocks show at an instant, as the instant at which those of UTC show the same. */
type Clock = (instant: number) => number;

const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function moved(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

export function worksOn({ weekend, holidays }: NaiveCalendar, day: string): boolean {
  const name = names[new Date(`${day}T00:00:00Z`).getUTCDay()]!;
  return !weekend.includes(name) && !holidays.includes(day);
}

export function stepWorkingDays(calendar: NaiveCalendar, day: string, amount: number): string {
  let at = day;
  for (let left = Math.abs(amount); left > 0; ) {
    at = moved(at, Math.sign(amount));
    if (worksOn(calendar, at)) left--;
  }
  return at;
}

export function countWorkingDays(calendar: NaiveCalendar, from: string, to: string): number {
  let count = 0;
  for (let day = from < to ? from : to; day < (from < to ? to : from); day = moved(day, 1)) {
    if (worksOn(calendar, day)) count++;
  }
  return from < to ? count : -count;
}

export function clockOf(zone: string): Clock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
  });
  // Asked once for each quarter of an hour: within one, no clock has changed since 1973.
  const quarters = new Map<number, number>();
  return (instant) => {
    const start = Math.floor(instant / quarter) * quarter;
    let shown = quarters.get(start);
    if (shown === undefined) {
      const part = Object.fromEntries(format.formatToParts(start).map(({ type, value }) => [type, value]));
      shown = Date.parse(`${part.year!.padStart(4, '0')}-${part.month}-${part.day}T${part.hour}:${part.minute}Z`);
      quarters.set(start, shown);
    }
    return shown + instant - start;
  };
}

const minute = 60_000;
const quarter = 15 * minute;

/** The first minute at which the clocks show this time of this day, or a later one. */
export function firstMinuteAt(clock: Clock, day: string, time: string): number {
  const wanted = Date.parse(`${day}T${time}Z`);
  let at = wanted - 15 * 60 * minute; // no clock is that far ahead
  while (clock(at) < wanted) at += minute;
  return at;
}

/** Walks minute by minute from an instant on a whole minute until so many of the minutes walked were working ones. */
export function walkWorkingMinutes(calendar: NaiveCalendar, start: number, amount: number): number {
  const { clock, hours } = calendar;
  const spansOf = (day: string): (readonly [number, number])[] =>
    worksOn(calendar, day) ? [[firstMinuteAt(clock, day, hours.from), firstMinuteAt(clock, day, hours.to)]] : [];
  const known = new Map<number, ReturnType<typeof spansOf>>();
  const works = (at: number): boolean => {
    const shownDay = Math.floor(clock(at) / (24 * 60 * minute));
    let spans = known.get(shownDay);
    if (spans === undefined) {
      const today = moved('1970-01-01', shownDay);
      // Where clocks are put back at midnight, tomorrow may have begun while they show today once more.
      spans = [...spansOf(today), ...spansOf(moved(today, 1))];
      known.set(shownDay, spans);
    }
    return spans.some(([from, to]) => from <= at && at < to);
  };
  let at = start;
  for (let left = Math.abs(amount); left > 0; ) {
    if (works(amount > 0 ? at : at - minute)) left--;
    at += Math.sign(amount) * minute;
  }
  return at;
}
