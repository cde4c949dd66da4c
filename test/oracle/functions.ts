import type { CallNode, Expression } from 'keelson/expression';

/** An exact fraction. */
type Fraction = readonly [above: bigint, below: bigint];

/** What a metric is, as a text that two metrics share only if they take the same exact values at every one of many points. */
export type Signature = string;

interface Tree {
  /** Absent for a leaf. */
  formulaOf(name: string): Expression | undefined;
}

const points = 12;

/**
 * The exact values of a metric at some whole-numbered points, by recursion through its formula; undefined where it divides by
 * zero at one of them. `min`, `lag` and the like are unknown functions: the same whatever for the same arguments.
 */
export function signatureNaively(tree: Tree, name: string): Signature | undefined {
  const values = Array.from({ length: points }, (_, point) =>
    valueAt(tree, { kind: 'name', name, span: [0, 0] }, point),
  );
  return values.every((value) => value !== undefined) ? values.map(print).join(' ') : undefined;
}

function valueAt(tree: Tree, node: Expression, point: number): Fraction | undefined {
  if (node.kind === 'number') return decimal(node.value);
  if (node.kind === 'name') {
    const formula = tree.formulaOf(node.name);
    return formula ? valueAt(tree, formula, point) : [hash(`${node.name} ${point}`), 1n];
  }
  if (node.kind === 'unary') {
    const inner = valueAt(tree, node.operand, point);
    return inner && [-inner[0], inner[1]];
  }
  if (node.kind === 'binary') {
    const [a, b] = [valueAt(tree, node.left, point), valueAt(tree, node.right, point)];
    if (!a || !b) return undefined;
    if (node.operator === '+') return [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
    if (node.operator === '-') return [a[0] * b[1] - b[0] * a[1], a[1] * b[1]];
    if (node.operator === '*') return [a[0] * b[0], a[1] * b[1]];
    return b[0] === 0n ? undefined : [a[0] * b[1], a[1] * b[0]];
  }
  if (node.kind === 'call') return valueOfCall(tree, node, point);
  return [hash(JSON.stringify(node.kind === 'string' ? node.value : null)), 1n];
}

function valueOfCall(tree: Tree, node: CallNode, point: number): Fraction | undefined {
  const sides = node.arguments.map((argument) => valueAt(tree, argument, point));
  const exponent = node.arguments[1];
  if (node.name === 'pow' && exponent?.kind === 'number' && Number.isInteger(exponent.value)) {
    const base = sides[0];
    return base && [base[0] ** BigInt(exponent.value), base[1] ** BigInt(exponent.value)];
  }
  if (sides.some((side) => side === undefined)) return undefined;
  const texts = sides.map((side) => print(side!));
  const inAnyOrder = node.name === 'min' || node.name === 'max';
  return [hash([node.name, ...(inAnyOrder ? [...new Set(texts)].sort() : texts)].join(' ')), 1n];
}

function decimal(value: number): Fraction {
  const [whole = '0', places = ''] = value.toFixed(6).split('.');
  return [BigInt(whole + places), 10n ** BigInt(places.length)];
}

function print([above, below]: Fraction): string {
  const divisor = gcd(above < 0n ? -above : above, below < 0n ? -below : below) * (below < 0n ? -1n : 1n);
  return `${above / divisor}/${below / divisor}`;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** FNV-1a (Fowler, Noll, Vo) in 64 bits. */
function hash(text: string): bigint {
  let result = 0xcbf29ce484222325n;
  for (const character of text) result = ((result ^ BigInt(character.codePointAt(0)!)) * 0x100000001b3n) % 2n ** 64n;
  return result;
}
