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

/** More than a number can show, so that equal quotients, and only they or their closest neighbors, give equal numbers. */
const enough = 25;

/**
 * The number nearest to a quotient, or an infinity where none is. It never falls where the quotient rises. The divisor is
 * not 0.
 */
export function quotientOf(dividend: Decimal, divisor: Decimal): number {
  const isNegative = dividend.digits < 0n !== divisor.digits < 0n;
  const [top, bottom] = [magnitude(dividend.digits), magnitude(divisor.digits)];
  const shift = bottom === 1n ? 0 : Math.max(0, enough + lengthOf(bottom) - lengthOf(top));
  const shifted = top * 10n ** BigInt(shift);
  // What is left over tells a quotient from one that ends here.
  const rest = shifted % bottom === 0n ? 0 : 1;
  const size = Number(`${shifted / bottom}${rest}e${dividend.exponent - divisor.exponent - shift - 1}`);
  return isNegative && size !== 0 ? -size : size;
}

export function toNumber(value: Decimal): number {
  return quotientOf(value, one);
}

function raised({ digits, exponent }: Decimal, to: number): bigint {
  return exponent === to ? digits : digits * 10n ** BigInt(exponent - to);
}

function magnitude(digits: bigint): bigint {
  return digits < 0n ? -digits : digits;
}

function lengthOf(digits: bigint): number {
  return String(digits).length;
}
