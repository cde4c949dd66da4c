import { canonicalJson } from './canonical-json.js';
import { keelsonError } from './error.js';
import { sha256Of } from './fingerprint.js';

/** A seeded generator: the same seed gives the same numbers on every engine and in every release of this major version. */
export interface Random {
  /** The next number from 0, included, to 1, not included: one of 2^53 equally likely. */
  readonly next: () => number;
  /** The next whole number from 0 to `below - 1`, each equally likely; `below` is 1 to 2^53. */
  readonly integer: (below: number) => number;
  /** A new list with the same items in random order, each order equally likely (Fisher and Yates, 1938). */
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

/**
 * Returns a generator of pseudo-random numbers: xoshiro128** (Blackman and Vigna, 2018) that starts from the SHA-256 of the
 * seed. It moves on with each call, so give each use its own. Not for secrets.
 *
 * Throws a `KeelsonError` (`foundation/random`) for a number as seed that is not finite.
 *
 * @example
 * createRandom(42).integer(6) === createRandom(42).integer(6); //=> true
 */
export function createRandom(seed: number | string): Random {
  if (typeof seed === 'number' && !Number.isFinite(seed)) {
    throw keelsonError('foundation/random', `a seed is a finite number or a text, not ${seed}`);
  }
  const digest = sha256Of(canonicalJson(seed));
  const word = (index: number): number => Number.parseInt(digest.slice(index * 8, index * 8 + 8), 16);
  const next32 = xoshiro128(word(0), word(1), word(2), word(3));
  const next53 = (): number => (next32() >>> 5) * 0x4000000 + (next32() >>> 6);

  const integer = (below: number): number => {
    if (!Number.isInteger(below) || below < 1 || below > 2 ** 53) {
      throw keelsonError('foundation/random', `a random integer is drawn below 1 to 2^53, not below ${below}`);
    }
    const [draw, range] = below <= 2 ** 32 ? [next32, 2 ** 32] : [next53, 2 ** 53];
    // Draws beyond the last full multiple would favor small numbers.
    const usable = range - (range % below);
    let drawn = draw();
    while (drawn >= usable) drawn = draw();
    return drawn % below;
  };

  return {
    next: () => next53() / 2 ** 53,
    integer,
    shuffle(items) {
      const list = [...items];
      for (let last = list.length - 1; last > 0; last--) {
        const other = integer(last + 1);
        [list[last], list[other]] = [list[other]!, list[last]!];
      }
      return list;
    },
  };
}

/** Returns xoshiro128** as a function that gives 32 bits a call; the state must not be all zero. */
export function xoshiro128(s0: number, s1: number, s2: number, s3: number): () => number {
  let [a, b, c, d] = [s0, s1, s2, s3];
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
}

function rotateLeft(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}
