/** The largest prime below 2^26: a product of two residues is exact in a double. */
export const prime = 67_108_859;

const reciprocal: number = 1 / prime;

export function add(a: number, b: number): number {
  const sum = a + b;
  return sum >= prime ? sum - prime : sum;
}

export function subtract(a: number, b: number): number {
  return a >= b ? a - b : a - b + prime;
}

export function multiply(a: number, b: number): number {
  const product = a * b;
  // `%` on doubles of this size is many times slower. The quotient is a multiple of one over the prime, and its error is less
  // than three quarters of that (2^-27 from the reciprocal and 2^-28 from rounding), so that the floor is always right.
  return product - Math.floor(product * reciprocal) * prime;
}

/** The number by which to multiply instead of dividing, by the extended Euclidean algorithm; undefined for 0. */
export function inverse(a: number): number | undefined {
  if (a === 0) return undefined;
  let [r0, r1] = [prime, a];
  let [t0, t1] = [0, 1];
  while (r1 !== 0) {
    const quotient = Math.floor(r0 / r1);
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  return t0 < 0 ? t0 + prime : t0;
}

/** A whole power, by squaring; undefined for 0 to a negative power. */
export function power(base: number, exponent: number): number | undefined {
  let square: number | undefined = exponent < 0 ? inverse(base) : base;
  if (square === undefined) return undefined;
  let result = 1;
  for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

/** Any finite number as a residue: its shortest decimal digits, times or over a power of ten. */
export function residue(value: number): number {
  return plainResidue(value) ?? decimalResidue(value);
}

/** The residue of a number of at most 15 digits with few behind the point, without a text between. */
function plainResidue(value: number): number | undefined {
  let whole = Math.abs(value);
  let power = 1;
  while (power < 10_000 && !Number.isInteger(whole)) {
    power *= 10;
    whole = Math.abs(value) * power;
  }
  // Of two decimals of 15 digits, no two read back as the same number.
  if (!Number.isInteger(whole) || whole >= 1e15 || whole / power !== Math.abs(value)) return undefined;
  const scaled = power === 1 ? whole % prime : multiply(whole % prime, inverse(power)!);
  return value < 0 ? subtract(0, scaled) : scaled;
}

function decimalResidue(value: number): number {
  const { digits, exponent } = decimalOf(value);
  let result = 0;
  for (const digit of digits) result = add(multiply(result, 10), Number(digit));
  const scaled = multiply(result, power(10, exponent)!);
  return value < 0 ? subtract(0, scaled) : scaled;
}

/** The shortest decimal that reads back as the number: 0.25 is the digits `25` times ten to the power of -2. */
export function decimalOf(value: number): { readonly digits: string; readonly exponent: number } {
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: whole + fraction, exponent: Number(power) - fraction.length };
}

/** Hashes a tag and residues to a residue: what stands for a function that the field has no arithmetic for. */
export function mix(tag: string, values: readonly number[], seed: number): number {
  let hash = finish(0x811c9dc5 ^ seed);
  for (let i = 0; i < tag.length; i++) hash = Math.imul(hash ^ tag.charCodeAt(i), 0x01000193);
  for (const value of values) hash = finish(hash ^ value);
  return (finish(hash) >>> 0) % prime;
}

/** The finalizer of MurmurHash3 (Appleby, 2011). */
function finish(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
