import type { CellSpan } from '../compiled.js';
import type { Fact } from '../facts/types.js';
import { isOrdered } from '../facts/values.js';

const day = 86_400_000;
const clockSteps: readonly number[] = [day, day / 24, 60_000, 1_000, 1];

/** What lies far out on a scale, how wide a window is without such ends, and where it begins where both ends lie far out. */
interface Scale {
  readonly far: number;
  readonly width: number;
  readonly start: number;
}

const numbers: Scale = { far: 1e15, width: 1_000, start: 0 };

/** Just before 2027-01-01. */
const someDay = 20_818;

const scales: ReadonlyMap<string, Scale> = /* @__PURE__ */ new Map([
  ['date', { far: 400_000, width: 365, start: someDay }],
  ['instant', { far: 3e13, width: 30 * day, start: (someDay + 1) * day - 1 }],
  ['duration', { far: 3e14, width: 30 * day, start: 0 }],
]);

/**
 * Values within a span of a fact's scale, the one that people would name first: an end at which rules change, else a round
 * number; then the ends and the middle.
 */
export function valuesIn(type: Fact['type'], span: CellSpan, limits: readonly [number, number]): readonly number[] {
  const { low, high, withLow, withHigh } = span;
  const contains = (value: number): boolean =>
    (value > low || (withLow && value === low)) &&
    (value < high || (withHigh && value === high)) &&
    (type === 'number' || Number.isInteger(value));
  const ends = [...(withLow && low > limits[0] ? [low] : []), ...(withHigh && high < limits[1] ? [high] : [])];
  const [from, to] = window(type, span);
  const middle = type === 'number' ? from / 2 + to / 2 : Math.floor(from / 2 + to / 2);
  const found = [...ends, roundBetween(type, from, to), middle, low, high, 0, 1, nextUp(low), nextDown(high)].filter(
    (value) => Number.isFinite(value) && contains(value),
  );
  return [...new Set(found)];
}

/** The value of a span that is closest to another one, short of a round step where the end itself is not in it. */
export function closestIn(
  type: Fact['type'],
  span: CellSpan,
  limits: readonly [number, number],
  from: number | undefined,
): number {
  const { low, high, withLow, withHigh } = span;
  if (from === undefined || (from >= low && from <= high)) return valuesIn(type, span, limits)[0]!;
  const [end, isIn, sign] = from < low ? [low, withLow, 1] : [high, withHigh, -1];
  if (isIn) return end;
  // Of 50,000 that is 1, of 0.3 it is 0.00001.
  let step = 10 ** Math.floor(Math.log10(Math.max(Math.abs(end), 1e-300)) - 4);
  for (let tries = 0; tries < 12; tries++, step /= 10) {
    const value = Number((end + sign * step).toPrecision(15));
    if (value > low && value < high) return value;
  }
  return sign > 0 ? nextUp(low) : nextDown(high);
}

/** A span without the far ends of the scale, which nobody would name. */
function window(type: Fact['type'], { low, high }: CellSpan): readonly [number, number] {
  const { far, width, start } = scales.get(type) ?? numbers;
  if (low < -far && high > far) return [start, start + width];
  if (low < -far) return [high - Math.max(width, Math.abs(high)), high];
  if (high > far) return [low, low + Math.max(width, Math.abs(low))];
  return [low, high];
}

/** The value between two others that is a multiple of the largest step. */
function roundBetween(type: Fact['type'], low: number, high: number): number {
  for (const step of stepsOf(type, high - low)) {
    const value = Number(((Math.floor(low / step) + 1) * step).toPrecision(15));
    if (low < value && value < high) return value;
  }
  return low / 2 + high / 2;
}

function stepsOf(type: Fact['type'], width: number): readonly number[] {
  if (type === 'date' || !isOrdered(type)) return [1];
  if (type === 'instant' || type === 'duration') return clockSteps;
  const largest = Math.floor(Math.log10(Math.max(width, 1e-12)));
  return Array.from({ length: 6 }, (_, index) => Number(`1e${largest - index}`));
}

/** The next double above a value. */
function nextUp(value: number): number {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

/** The next double below a value. */
function nextDown(value: number): number {
  return -nextUp(-value);
}
