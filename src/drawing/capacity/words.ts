/** A share of a whole in percent with one decimal, which says 0 and 100 only where that is exact. */
export function percent(part: number, whole: number): string {
  if (part <= 0 || whole <= 0) return '0 %';
  if (part >= whole) return '100 %';
  const tenths = Math.round((part / whole) * 1_000);
  if (tenths === 0) return '< 0.1 %';
  if (tenths === 1_000) return '> 99.9 %';
  return `${tenths / 10} %`;
}
