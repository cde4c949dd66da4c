import type { Unit } from '../rule-types.js';
import { singular } from '../wording.js';

/** Words that can be read as dimensions, but say how a number is shown. */
const scales: ReadonlyMap<string, 'percent' | 'basisPoints'> = /* @__PURE__ */ new Map([
  ['percent', 'percent'],
  ['percentage', 'percent'],
  ['pct', 'percent'],
  ['bp', 'basisPoints'],
  ['bps', 'basisPoints'],
]);

/** What two spellings of one dimension have in common. */
export function spellingKey(dimension: string): string {
  return singular(dimension);
}

/** The scale that a dimension is meant to be, where it is no dimension. */
export function scaleNamed(dimension: string): 'percent' | 'basisPoints' | undefined {
  return scales.get(dimension.toLowerCase());
}

/** Whether two units differ in nothing but what `metrics/unknown-unit` reports: spellings, and scales for dimensions. */
export function differInSpelling(a: Unit, b: Unit): boolean {
  const exponents = new Map<string, number>();
  for (const [unit, sign] of [
    [a, 1],
    [b, -1],
  ] as const) {
    for (const [name, exponent] of unit.dimensions) {
      if (scaleNamed(name)) return true;
      const key = spellingKey(name);
      exponents.set(key, (exponents.get(key) ?? 0) + sign * exponent);
    }
  }
  return [...exponents.values()].every((exponent) => exponent === 0);
}
