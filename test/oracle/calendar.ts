/** Naive twins of the calendar: one day after the other, one minute after the other, local time from Intl alone. */
export interface NaiveCalendar {
  readonly zone: string;
  readonly weekend: readonly string[];
  readonly holidays: readonly string[];
  readonly hours: { readonly from: string; readonly to: string };
}

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

/** What the zone's clocks show, as sortable text: `2026-11-01 08:30`. */
export function clockOf(zone: string): (instant: number) => string {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = newClock(zone);
  clocks.set(zone, clock);
  return clock;
}

/** Kept, because what was shown once need not be asked again. */
const clocks = new Map<string, (instant: number) => string>();

function newClock(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    ...({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
  });
  const shown = new Map<number, string>();
  return (instant) => {
    let text = shown.get(instant);
    if (text === undefined) {
      const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
      text = `${part.year!.padStart(4, '0')}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
      shown.set(instant, text);
    }
    return text;
  };
}

const minute = 60_000;

/** The first minute at which the clocks show this time of this day, or a later one. */
function firstMinuteAt(clock: (instant: number) => string, day: string, time: string): number {
  const wanted = time === '24:00' ? `${moved(day, 1)} 00:00` : `${day} ${time}`;
  let at = Date.parse(`${day}T00:00:00Z`) - 16 * 60 * minute;
  while (clock(at) < wanted) at += minute;
  return at;
}

/** Walks minute by minute from an instant on a whole minute until so many of the minutes walked were working ones. */
export function walkWorkingMinutes(calendar: NaiveCalendar, start: number, amount: number): number {
  const clock = clockOf(calendar.zone);
  const hoursOf = new Map<string, readonly [number, number]>();
  const works = (at: number): boolean => {
    const today = clock(at).slice(0, 10);
    return [today, moved(today, 1)].some((day) => {
      if (!worksOn(calendar, day)) return false;
      let hours = hoursOf.get(day);
      if (hours === undefined) {
        hours = [firstMinuteAt(clock, day, calendar.hours.from), firstMinuteAt(clock, day, calendar.hours.to)];
        hoursOf.set(day, hours);
      }
      return hours[0] <= at && at < hours[1];
    });
  };
  let at = start;
  for (let left = Math.abs(amount); left > 0; ) {
    if (works(amount > 0 ? at : at - minute)) left--;
    at += Math.sign(amount) * minute;
  }
  return at;
}
