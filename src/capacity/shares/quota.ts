import { type ExactShares, sharesAt } from './remainder.js';

/** The exact share of each weight in the seats, as text. */
export function quotaTexts(weights: readonly bigint[], seats: number): readonly string[] {
  let total = 0n;
  for (const weight of weights) total += weight;
  return shareTexts(sharesAt(weights, seats, total));
}

/** Mixed numbers in lowest terms: `32 1/5`, `4`, `2/3`. */
export function shareTexts({ whole, rest, of }: ExactShares): readonly string[] {
  return whole.map((own, at) => {
    const over = rest[at]!;
    if (!over) return `${own}`;
    const fraction = typeof over === 'bigint' ? reducedLong(over, of) : reduced(over, Number(of));
    return own === 0 ? fraction : `${own} ${fraction}`;
  });
}

function reduced(over: number, under: number): string {
  let [a, b] = [under, over];
  while (b > 0x7fffffff) [a, b] = [b, a % b];
  // From here on in 32 bits, where a remainder costs a fifth.
  let [c, d] = b === 0 ? [a, 0] : [b | 0, (a % b) | 0];
  while (d !== 0) [c, d] = [d, (c % d) | 0];
  return `${over / c}/${under / c}`;
}

function reducedLong(over: bigint, under: bigint): string {
  let [a, b] = [under, over];
  while (b !== 0n) [a, b] = [b, a % b];
  return `${over / a}/${under / a}`;
}
