import type { Expression } from 'keelson/expression';

/** The value of a formula in floating point, by recursion; NaN where it has none. */
export function valueNaively(node: Expression, values: Readonly<Record<string, number>>): number {
  const of = (part: Expression) => valueNaively(part, values);
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'name':
      return values[node.name] ?? Number.NaN;
    case 'unary':
      return -of(node.operand);
    case 'binary': {
      const [left, right] = [of(node.left), of(node.right)];
      if (node.operator === '+') return left + right;
      if (node.operator === '-') return left - right;
      if (node.operator === '*') return left * right;
      return right === 0 ? Number.NaN : left / right;
    }
    case 'call': {
      const [a = Number.NaN, b = Number.NaN] = node.arguments.map(of);
      if (node.name === 'min') return Math.min(...node.arguments.map(of));
      if (node.name === 'max') return Math.max(...node.arguments.map(of));
      if (node.name === 'abs') return Math.abs(a);
      if (node.name === 'sqrt') return Math.sqrt(a);
      if (node.name === 'pow') return a ** b;
      if (node.name === 'ratio') return b === 0 ? 0 : a / b;
      // The first that has a value, and the value of an earlier period that was the same.
      return a;
    }
    default:
      return Number.NaN;
  }
}
