import { compareTexts } from '../foundation/compare.js';
import type { Unit } from './rule-types.js';

/**
 * The arithmetic of one tree's units. Equal units are the same object, so that they compare by `===` and repeated
 * products are a look-up.
 */
export interface UnitAlgebra {
  readonly one: Unit;
  /** Reads `USD/order`; undefined where the text is no unit. */
  parse(text: string): Unit | undefined;
  /** Undefined beyond the limits, as all the rest. */
  multiply(a: Unit, b: Unit): Unit | undefined;
  divide(a: Unit, b: Unit): Unit | undefined;
  power(unit: Unit, exponent: number): Unit | undefined;
}

/** Beyond these a product says nothing to a reader, and could be made to grow without end. */
const maxDimensions = 32;
const maxExponent = 99;

/**
 * Exponents are multiples of one over this: every fraction from halves to twelfths, and three decimals. So the cube of a
 * cube root is the unit itself, although floating point only approximates 1/3.
 */
const grid = 693_000;

const factor = /^(1|[A-Za-z_][A-Za-z0-9_]*)(?:\s*\^\s*(-?[0-9]{1,2}))?$/;

type Powers = readonly (readonly [name: string, exponent: number])[];

/** Makes the arithmetic for one tree: what it has computed once it remembers. */
export function createUnitAlgebra(): UnitAlgebra {
  const byKey = new Map<string, Unit>();
  const numbers = new Map<Unit, number>();
  const texts = new Map<string, Unit | undefined>();
  const products = new Map<number, Unit | undefined>();
  const quotients = new Map<number, Unit | undefined>();

  /** The one object for these powers. */
  function intern(powers: Powers): Unit | undefined {
    if (powers.length > maxDimensions || powers.some(([, exponent]) => Math.abs(exponent) > maxExponent))
      return undefined;
    const key = powers.map(([name, exponent]) => `${name}^${exponent}`).join(' ');
    const known = byKey.get(key);
    if (known) return known;
    const unit: Unit = { dimensions: powers };
    byKey.set(key, unit);
    numbers.set(unit, numbers.size);
    return unit;
  }

  function combine(a: Unit, b: Unit, sign: 1 | -1, memo: Map<number, Unit | undefined>): Unit | undefined {
    const key = numbers.get(a)! * 2 ** 26 + numbers.get(b)!;
    if (memo.has(key)) return memo.get(key);
    const exponents = new Map(a.dimensions);
    for (const [name, exponent] of b.dimensions) exponents.set(name, (exponents.get(name) ?? 0) + sign * exponent);
    const unit = intern(sortedPowers(exponents));
    memo.set(key, unit);
    return unit;
  }

  return {
    one: intern([])!,
    parse(text) {
      if (texts.has(text)) return texts.get(text);
      const powers = parsePowers(text);
      const unit = powers && intern(powers);
      texts.set(text, unit);
      return unit;
    },
    multiply: (a, b) => combine(a, b, 1, products),
    divide: (a, b) => combine(a, b, -1, quotients),
    power: (unit, exponent) =>
      intern(sortedPowers(new Map(unit.dimensions.map(([name, power]) => [name, power * exponent])))),
  };
}

/** Prints a unit as people write it: `USD/order`, `order/day^2`, `1/s`. */
export function formatUnit(unit: Unit): string {
  const above = unit.dimensions.filter(([, exponent]) => exponent > 0);
  const below = unit.dimensions.filter(([, exponent]) => exponent < 0);
  const print = ([name, exponent]: readonly [string, number]) =>
    Math.abs(exponent) === 1 ? name : `${name}^${formatExponent(Math.abs(exponent))}`;
  return [above.map(print).join('*') || '1', ...below.map(print)].join('/');
}

/** A decimal of at most three places, or else a fraction: `0.5`, `(1/3)`. */
function formatExponent(exponent: number): string {
  if (Math.round(exponent * 1000) / 1000 === exponent) return String(exponent);
  const above = Math.round(exponent * grid);
  const divisor = greatestCommonDivisor(above, grid);
  return `(${above / divisor}/${grid / divisor})`;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** Whether the one unit is the other upside down; a plain number is nobody's inverse. */
export function isInverse(a: Unit, b: Unit): boolean {
  const exponents = new Map(b.dimensions);
  return (
    a.dimensions.length > 0 &&
    a.dimensions.length === b.dimensions.length &&
    a.dimensions.every(([name, exponent]) => exponents.get(name) === -exponent)
  );
}

/** Whether the unit is one named dimension and nothing else: a count of something, or an amount of money. */
export function isCount(unit: Unit): boolean {
  return unit.dimensions.length === 1 && unit.dimensions[0]![1] === 1;
}

/** Whether the unit is an amount of money: one dimension with a name of three capitals, as ISO 4217 gives them. */
export function isCurrency(unit: Unit): boolean {
  return isCount(unit) && /^[A-Z]{3}$/.test(unit.dimensions[0]![0]);
}

function sortedPowers(exponents: ReadonlyMap<string, number>): Powers {
  return [...exponents]
    .map(([name, exponent]) => [name, Math.round(exponent * grid) / grid] as const)
    .filter(([, exponent]) => exponent !== 0)
    .sort(([a], [b]) => compareTexts(a, b));
}

/** `unit := factor (('*' | '/') factor)*`, `factor := '1' | NAME ('^' INTEGER)?` */
function parsePowers(text: string): Powers | undefined {
  const exponents = new Map<string, number>();
  let sign = 1;
  for (const part of text.split(/([*/])/)) {
    if (part === '*' || part === '/') {
      sign = part === '*' ? 1 : -1;
      continue;
    }
    const [, name, exponent = '1'] = factor.exec(part.trim()) ?? [];
    if (name === undefined) return undefined;
    if (name !== '1') exponents.set(name, (exponents.get(name) ?? 0) + sign * Number(exponent));
  }
  return sortedPowers(exponents);
}
