import * as fc from 'fast-check';
import type { ExampleMetric } from 'keelson/metrics';

/** A unit as a naive twin has it: exponents by name. */
type Powers = { readonly [name: string]: number };

const leaves: readonly Powers[] = [
  { USD: 1 },
  { order: 1 },
  { session: 1 },
  { order: 1, session: -1 },
  { USD: 1, order: -1 },
  { s: 1 },
  {},
];

/** How a metric may follow from one or two others, and in what unit it then is. */
const steps: readonly ((a: string, b: string, x: Powers, y: Powers) => readonly [formula: string, unit: Powers])[] = [
  (a, b, x, y) => [`${a} * ${b}`, product(x, y, 1)],
  (a, b, x, y) => [`${a} / ${b}`, product(x, y, -1)],
  (a, b, x, y) => [`ratio(${a} + ${a}, 2 * ${b}, 'null')`, product(x, y, -1)],
  (a, b, x, y) => [`1 / (${a} * ${b})`, product({}, product(x, y, 1), -1)],
  (a, _, x) => [`max(${a} - 0.1 * ${a}, 0)`, x],
  (a, _, x) => [`coalesce(lag(${a}, 1, 'month'), ${a})`, x],
  (a, _, x) => [`-abs(${a})`, x],
  (a, b, x, y) => [`sqrt(pow(${a} * ${b}, 2))`, product(x, y, 1)],
  (a, b, x) => [`${a} * ${b} / ${b}`, x],
  (a, b, x, y) => [`(1 - ${a} / ${a}) * ${b} + ${b}`, product(y, product(x, x, -1), 1)],
];

/** Metrics whose declared units are right: each formula is over metrics before it. */
export const metricsWithConsistentUnits: fc.Arbitrary<{ readonly [id: string]: ExampleMetric }> = fc
  .array(fc.tuple(fc.nat(steps.length - 1), fc.nat(), fc.nat()), { maxLength: 5 })
  .map((script) => {
    const units = [...leaves];
    const metrics: [string, ExampleMetric][] = leaves.map((unit, i) => [`m${i}`, { unit: printPowers(unit) }]);
    for (const [step, left, right] of script) {
      const [a, b] = [left % units.length, right % units.length] as const;
      const [formula, unit] = steps[step]!(`m${a}`, `m${b}`, units[a]!, units[b]!);
      metrics.push([`m${units.length}`, { unit: printPowers(unit), formula }]);
      units.push(unit);
    }
    return Object.fromEntries(metrics);
  });

function product(a: Powers, b: Powers, sign: 1 | -1): Powers {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, (a[name] ?? 0) + sign * (b[name] ?? 0)]));
}

function printPowers(powers: Powers): string {
  return ['1', ...Object.entries(powers).map(([name, exponent]) => `${name}^${exponent}`)].join('*');
}
