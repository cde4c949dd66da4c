import { millisecondsInDay } from 'date-fns/constants';
import { dayNumberOf, isDay } from '../../foundation/instant.js';
import { type Clock, partsOf, timeInWords } from './clock.js';

/** A line of the grid. `x` is in pixels. */
export interface Tick {
  readonly x: number;
  readonly label: string;
  /** Where the label is centered; absent means that it stands at the tick. */
  readonly middle?: number;
}

/** Two rows of labels: the parts of the axis, and above them what they belong to. */
export interface Axis {
  readonly ticks: readonly Tick[];
  readonly above: readonly Tick[];
}

/** Where time goes on the picture. */
export interface Scale {
  readonly clock: Clock;
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

export function xOf({ from, to, left, right }: Scale, moment: number): number {
  return left + ((moment - from) / (to - from)) * (right - left);
}

const minuteSteps = [1, 5, 15, 30, 60, 180, 360] as const;
const monthSteps = [1, 3, 6] as const;
const yearSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000] as const;
const room = { time: 38, day: 20, weekday: 50, month: 30, year: 36 };

/** The finest steps whose labels have room. Days are as long as the clocks make them: 23 or 25 hours when these change. */
export function axisOf(scale: Scale): Axis {
  const { from, to, left, right } = scale;
  const ofDay = ((right - left) / (to - from)) * millisecondsInDay;
  const minutes = minuteSteps.find((step) => (ofDay / 1_440) * step >= room.time);
  if (minutes !== undefined) return { ticks: times(scale, minutes), above: days(scale, 1, 'full') };
  if (ofDay >= room.weekday) return { ticks: days(scale, 1, 'weekday'), above: months(scale, 1, 'full') };
  if (ofDay >= room.day) return { ticks: days(scale, 1, 'short'), above: months(scale, 1, 'full') };
  if (ofDay * 7 >= room.day + 8) return { ticks: days(scale, 7, 'short'), above: months(scale, 1, 'full') };
  const step = monthSteps.find((each) => ofDay * 28 * each >= room.month);
  if (step !== undefined) return { ticks: months(scale, step, 'short'), above: years(scale, 1) };
  const stride = yearSteps.find((each) => ofDay * 365 * each >= room.year) ?? 5_000;
  return { ticks: years(scale, stride), above: [] };
}

function times(scale: Scale, step: number): readonly Tick[] {
  const { clock, from, to } = scale;
  const ticks: Tick[] = [];
  for (let dayNumber = clock.dayNumberAt(from); dayNumber <= clock.dayNumberAt(to); dayNumber++) {
    for (let minutes = 0; minutes < 1_440; minutes += step) {
      const at = clock.timeOn(dayNumber, minutes);
      if (at !== undefined && from <= at && at < to) ticks.push({ x: xOf(scale, at), label: timeInWords(minutes) });
    }
  }
  return ticks;
}

function days(scale: Scale, step: 1 | 7, form: 'short' | 'weekday' | 'full'): readonly Tick[] {
  const { clock, from, to } = scale;
  const ticks: Tick[] = [];
  for (let dayNumber = clock.dayNumberAt(from); dayNumber <= clock.dayNumberAt(to); dayNumber++) {
    const start = clock.startOf(dayNumber);
    const { weekday, day, month, year } = partsOf(dayNumber);
    if (start >= to || (step === 7 && weekday !== 'Mon')) continue;
    const label = { short: `${day}`, weekday: `${weekday} ${day}`, full: `${weekday} ${day} ${month} ${year}` }[form];
    const x = xOf(scale, Math.max(start, from));
    const middle = (x + xOf(scale, Math.min(clock.startOf(dayNumber + 1), to))) / 2;
    if (start >= from || form === 'full')
      ticks.push(step === 1 && form !== 'full' ? { x, label, middle } : { x, label });
  }
  return ticks;
}

function months(scale: Scale, step: number, form: 'short' | 'full'): readonly Tick[] {
  return starts(scale, step, 0, ({ month, year }) => (form === 'full' ? `${month} ${year}` : month), form === 'full');
}

function years(scale: Scale, stride: number): readonly Tick[] {
  return starts(scale, 12, stride, ({ year }) => `${year}`, stride === 1);
}

/** The first days of every so many months, or of years that a number divides; `partial` begins with what the axis begins in. */
function starts(
  scale: Scale,
  step: number,
  stride: number,
  labelOf: (parts: ReturnType<typeof partsOf>) => string,
  partial: boolean,
): readonly Tick[] {
  const { clock, from, to } = scale;
  const first = partsOf(clock.dayNumberAt(from));
  const ticks: Tick[] = partial ? [{ x: scale.left, label: labelOf(first) }] : [];
  let { year } = first;
  let month = Math.floor((first.monthNumber - 1) / step) * step;
  if (stride > 1) year = Math.floor(year / stride) * stride;
  for (;;) {
    const text = `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`;
    if (year > 9_999) return ticks;
    const start = isDay(text) ? clock.startOf(dayNumberOf(text)) : -Infinity;
    if (start >= to) return ticks;
    if (start > from || (start === from && !partial)) {
      ticks.push({ x: xOf(scale, start), label: labelOf(partsOf(clock.dayNumberAt(start))) });
    }
    month += step;
    if (month >= 12) {
      month -= 12;
      year += Math.max(1, stride);
    }
  }
}
