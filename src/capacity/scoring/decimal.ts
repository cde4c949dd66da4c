/** A number as it is written: `digits` times 10 to the power of `exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

export const zero: Decimal = /* @__PURE__ */ Object.freeze({ digits: 0n, exponent: 0 });
export const one: Decimal = /* @__PURE__ */ Object.freeze({ digits: 1n, exponent: 0 });

/** The decimal that a finite number prints as: 0.1 is a tenth, and not the binary fraction nearest to it. */
export function decimalOf(value: number): Decimal {
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), exponent: 0 };
  const [mantissa = '', power = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return { digits: raised(a, exponent) + raised(b, exponent), exponent };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, exponent: b.exponent });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

export function halve({ digits, exponent }: Decimal): Decimal {
  return { digits: digits * 5n, exponent: exponent - 1 };
}

/**
 * The number nearest to a quotient, or an infinity where it is beyond all: equal quotients give equal numbers, and a larger one never
 * a smaller number. The divisor is not 0.
 */
export function quotientOf(dividend: Decimal, divisor: Decimal): number {
  const power = dividend.exponent - divisor.exponent;
  const top = dividend.digits * tenTo(Math.max(power, 0));
  const bottom = divisor.digits * tenTo(Math.max(-power, 0));
  // What a number holds exactly it divides to the nearest; the sum turns -0 into 0.
  if (isSmall(top) && isSmall(bottom)) return Number(top) / Number(bottom) + 0;
  const size = nearest(magnitude(top), magnitude(bottom));
  return top < 0n === bottom < 0n ? size : 0 - size;
}

export function toNumber(value: Decimal): number {
  return quotientOf(value, one);
}

/** More than the 53 bits of a number, with room for not knowing lengths to the bit. */
const enoughBits = 64;

function nearest(top: bigint, bottom: bigint): number {
  const shift = enoughBits - bitsOf(top) + bitsOf(bottom);
  const dividend = top << BigInt(Math.max(shift, 0));
  const divisor = bottom << BigInt(Math.max(-shift, 0));
  // The last bit says that something is left over; it is beyond those that are kept, and decides only on which side of a half it is.
  const rest = dividend % divisor === 0n ? 0n : 1n;
  return shifted(Number((dividend / divisor) | rest), -shift);
}

/** A number times 2 to the power of `by`, in steps that are exact wherever the result is. */
function shifted(value: number, by: number): number {
  const step = by < 0 ? 2 ** -30 : 2 ** 30;
  let result = value;
  let left = Math.abs(by);
  for (; left >= 30 && result !== 0 && Number.isFinite(result); left -= 30) result *= step;
  for (; left > 0 && left < 30; left--) result *= by < 0 ? 0.5 : 2;
  return result;
}

function isSmall(digits: bigint): boolean {
  return digits <= 9_007_199_254_740_991n && digits >= -9_007_199_254_740_991n;
}

function raised({ digits, exponent }: Decimal, to: number): bigint {
  return exponent === to ? digits : digits * tenTo(exponent - to);
}

function tenTo(power: number): bigint {
  return power === 0 ? 1n : 10n ** BigInt(power);
}

function magnitude(digits: bigint): bigint {
  return digits < 0n ? -digits : digits;
}

/** To the next multiple of four. */
function bitsOf(digits: bigint): number {
  return digits.toString(16).length * 4;
}
