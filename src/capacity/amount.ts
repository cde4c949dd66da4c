// Amounts that add up are whole numbers of a smallest unit. A number counts as the decimal that it prints as.

/** The most of anything that is written in person-days or in value: in millionths it is still a safe integer. */
export const mostAmount = 1_000_000_000;

/** Whether a number up to `mostAmount` has no more than so many decimals. */
export function hasDecimals(value: number, most: number): boolean {
  return Number(value.toFixed(most)) === value;
}

/** Thousandths of a number that has at most three decimals. */
export function thousandthsOf(value: number): number {
  return Math.round(value * 1_000);
}

/** Millionths of a number that has at most six decimals. */
export function millionthsOf(value: number): number {
  return Math.round(value * 1_000_000);
}
