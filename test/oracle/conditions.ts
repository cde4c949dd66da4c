import type { BinaryNode, BinaryOperator, Expression } from 'keelson/expression';

/** What the oracle must know of a fact to read its values. */
export interface NaiveFact {
  readonly id: string;
  readonly type: string;
  readonly values?: readonly string[];
}

export type NaiveRequest = Readonly<Record<string, unknown>>;
export type NaiveTruth = boolean | undefined;

type Value = number | string | boolean | readonly Value[];

/**
 * Whether a condition holds for a request, by recursion (Kleene 1938): undefined where it hangs on a fact that the
 * request lacks. A comparison that mentions such a fact is unknown, whatever else it says.
 */
export function conditionNaively(
  condition: Expression,
  facts: readonly NaiveFact[],
  request: NaiveRequest,
): NaiveTruth {
  const factOf = (name: string) => facts.find(({ id }) => id === name);

  const isCondition = (node: Expression): boolean => {
    if (node.kind === 'name') return factOf(node.name)?.type === 'boolean';
    if (node.kind === 'binary') return !['+', '-', '*', '/'].includes(node.operator);
    return node.kind === 'boolean' || node.kind === 'method' || (node.kind === 'unary' && node.operator === '!');
  };

  const truth = (node: Expression): NaiveTruth => {
    if (node.kind === 'boolean') return node.value;
    if (node.kind === 'unary') return not(truth(node.operand));
    if (node.kind === 'binary' && isCondition(node.left))
      return join(node.operator, truth(node.left), truth(node.right));
    if (node.kind === 'method' && node.target.kind === 'name' && node.target.name === 'sets') {
      return relateSets(node.name, node.arguments);
    }
    if (isTextInSet(node)) return askEach(node);
    return mentions(node).some((name) => request[name] === undefined) ? undefined : holds(node);
  };

  const isTextInSet = (node: Expression): node is BinaryNode =>
    node.kind === 'binary' && node.operator === 'in' && node.left.kind === 'name' && node.right.kind === 'name';

  /** A text fact among the elements of a set fact is asked for element by element. */
  const askEach = ({ left, right, span }: BinaryNode): NaiveTruth => {
    const elements = right.kind === 'name' ? (factOf(right.name)?.values ?? []) : [];
    const ways = elements.map((value) => {
      const element: Expression = { kind: 'string', value, span };
      return and(
        truth({ kind: 'binary', operator: '==', left, right: element, span }),
        truth({ kind: 'binary', operator: 'in', left: element, right, span }),
      );
    });
    return not(ways.map(not).reduce(and, true));
  };

  /** A comparison whose facts are all known. */
  const holds = (node: Expression): boolean => {
    if (node.kind === 'name') return request[node.name] === true;
    if (node.kind === 'binary') return compare(node.operator, value(node.left), value(node.right));
    if (node.kind === 'method')
      return ask(node.name, value(node.target) as string, value(node.arguments[0]!) as string);
    throw new Error(`no comparison: ${node.kind}`);
  };

  /** A set that is not known is taken for every set that it can be. */
  const relateSets = (name: string, parts: readonly Expression[]): NaiveTruth => {
    const sides = parts.map((part): readonly Value[] => {
      if (part.kind !== 'name' || request[part.name] !== undefined) return [value(part)];
      return subsetsOf(factOf(part.name)?.values ?? []);
    });
    const [left = [], right = []] = sides as readonly (readonly (readonly Value[])[])[];
    const outcomes = new Set(left.flatMap((a) => right.map((b) => relate(name, a, b))));
    return outcomes.size === 1 ? [...outcomes][0] : undefined;
  };

  const value = (node: Expression): Value => {
    switch (node.kind) {
      case 'number':
      case 'string':
      case 'boolean':
        return node.value;
      case 'list':
        return node.items.map(value);
      case 'name':
        return onScale(factOf(node.name)!.type, request[node.name]);
      case 'call':
        return onScale(node.name, value(node.arguments[0]!));
      case 'unary':
        return -value(node.operand);
      case 'binary': {
        const [left, right] = [value(node.left) as number, value(node.right) as number];
        if (node.operator === '+') return left + right;
        if (node.operator === '-') return left - right;
        if (node.operator === '*') return left * right;
        if (node.operator === '/') return left / right;
      }
    }
    throw new Error(`no value: ${node.kind}`);
  };

  return truth(condition);
}

function not(truth: NaiveTruth): NaiveTruth {
  return truth === undefined ? undefined : !truth;
}

function and(left: NaiveTruth, right: NaiveTruth): NaiveTruth {
  if (left === false || right === false) return false;
  return left === true && right === true ? true : undefined;
}

function join(operator: BinaryOperator, left: NaiveTruth, right: NaiveTruth): NaiveTruth {
  if (operator === '&&') return and(left, right);
  if (operator === '||') return not(and(not(left), not(right)));
  return operator === '==' ? same(left, right) : not(same(left, right));
}

function same(left: NaiveTruth, right: NaiveTruth): NaiveTruth {
  return left === undefined || right === undefined ? undefined : left === right;
}

function compare(operator: BinaryOperator, left: Value, right: Value): boolean {
  switch (operator) {
    case 'in':
      return (right as readonly Value[]).includes(left);
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      throw new Error(`no comparison: ${operator}`);
  }
}

function ask(method: string, text: string, part: string): boolean {
  if (method === 'startsWith') return text.startsWith(part);
  return method === 'endsWith' ? text.endsWith(part) : text.includes(part);
}

function subsetsOf(values: readonly Value[]): readonly (readonly Value[])[] {
  const [first, ...rest] = values;
  if (first === undefined) return [[]];
  return subsetsOf(rest).flatMap((subset) => [subset, [first, ...subset]]);
}

function relate(name: string, a: readonly Value[], b: readonly Value[]): boolean {
  const contains = (all: readonly Value[], some: readonly Value[]) => some.every((one) => all.includes(one));
  if (name === 'contains') return contains(a, b);
  if (name === 'intersects') return a.some((one) => b.includes(one));
  return contains(a, b) && contains(b, a);
}

/** The names that a node mentions. */
function mentions(node: Expression): readonly string[] {
  switch (node.kind) {
    case 'name':
      return [node.name];
    case 'unary':
      return mentions(node.operand);
    case 'binary':
      return [...mentions(node.left), ...mentions(node.right)];
    case 'list':
      return node.items.flatMap(mentions);
    case 'call':
      return node.arguments.flatMap(mentions);
    case 'method':
      return [node.target, ...node.arguments].flatMap(mentions);
    default:
      return [];
  }
}

/** Days, moments and lengths of time as milliseconds; everything else as it is. */
function onScale(type: string, value: unknown): Value {
  if (type === 'date' || type === 'instant' || type === 'timestamp') return Date.parse(value as string);
  return type === 'duration' ? milliseconds(value as string) : (value as Value);
}

function milliseconds(text: string): number {
  const lengths: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, us: 1e-3, ns: 1e-6 };
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(/([\d.]+)(ms|us|ns|h|m|s)/g)) sum += Number(amount) * lengths[unit!]!;
  return Math.round(text.startsWith('-') ? -sum : sum);
}
