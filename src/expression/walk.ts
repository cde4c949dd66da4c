import type { Expression, NameNode } from './types.js';

/** Calls `visit` with every node, each before its parts, the parts in the order of the text. */
export function forEachNode(expression: Expression, visit: (node: Expression) => void): void {
  const open: Expression[] = [expression];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    pushParts(node, open, true);
  }
}

/**
 * Gives back what `combine` makes of the root, having combined every part before its whole. The results of a node's
 * parts stand in `results` from index `first` on, in the order of the text; how many there are, the node tells. The array
 * is the fold's own and changes with the next node: take what you need from it.
 */
export function foldExpression<Result>(
  expression: Expression,
  combine: (node: Expression, results: readonly Result[], first: number) => Result,
): Result {
  return foldNodes(nodesOf(expression), combine);
}

/** The same for an expression whose nodes are at hand, as `nodesOf` gives them. */
function foldNodes<Result>(
  nodes: readonly Expression[],
  combine: (node: Expression, results: readonly Result[], first: number) => Result,
): Result {
  const results: Result[] = [];
  let top = 0;
  for (const node of nodes) {
    const first = top - countParts(node);
    results[first] = combine(node, results, first);
    top = first + 1;
  }
  return results[0]!;
}

/** Gives every node of an expression, each after its parts, the parts in the order of the text. */
export function nodesOf(expression: Expression): readonly Expression[] {
  // Root first and right before left, which backwards is parts first and left before right.
  const nodes: Expression[] = [];
  const open: Expression[] = [expression];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    nodes.push(node);
    pushParts(node, open, false);
  }
  return nodes.reverse();
}

/**
 * Gives the names that an expression mentions, each once, at its first appearance. Names of functions and methods are
 * not among them.
 *
 * @example
 * const result = parseExpression('max(b, a) - b');
 * result.ok && namesIn(result.expression).map(({ name, span }) => [name, span]); //=> [['b', [4, 5]], ['a', [7, 8]]]
 */
export function namesIn(expression: Expression): readonly NameNode[] {
  const first = new Map<string, NameNode>();
  forEachNode(expression, (node) => {
    if (node.kind === 'name' && !first.has(node.name)) first.set(node.name, node);
  });
  return [...first.values()];
}

/** Says whether two expressions are the same but for where they stand. */
export function sameExpression(a: Expression, b: Expression): boolean {
  const left: Expression[] = [a];
  const right: Expression[] = [b];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const other = right.pop();
    if (other === undefined || labelOf(one) !== labelOf(other) || countParts(one) !== countParts(other)) return false;
    pushParts(one, left, false);
    pushParts(other, right, false);
  }
  return true;
}

/** What a node is, beside its parts. */
function labelOf(node: Expression): string {
  switch (node.kind) {
    case 'number':
    case 'boolean':
    case 'string':
      return `${node.kind} ${node.value}`;
    case 'name':
    case 'call':
    case 'method':
      return `${node.kind} ${node.name}`;
    case 'unary':
    case 'binary':
      return `${node.kind} ${node.operator}`;
    case 'list':
      return node.kind;
  }
}

/** How many parts a node has: what a fold gives its `combine` beside the node. */
export function countParts(node: Expression): number {
  switch (node.kind) {
    case 'binary':
      return 2;
    case 'unary':
      return 1;
    case 'call':
      return node.arguments.length;
    case 'method':
      return node.arguments.length + 1;
    case 'list':
      return node.items.length;
    default:
      return 0;
  }
}

/** Puts a node's parts on a stack; `reversed` lets the first come off first. */
function pushParts(node: Expression, open: Expression[], reversed: boolean): void {
  switch (node.kind) {
    case 'binary':
      if (reversed) open.push(node.right, node.left);
      else open.push(node.left, node.right);
      break;
    case 'unary':
      open.push(node.operand);
      break;
    case 'call':
      pushAll(node.arguments, open, reversed);
      break;
    case 'list':
      pushAll(node.items, open, reversed);
      break;
    case 'method':
      if (!reversed) open.push(node.target);
      pushAll(node.arguments, open, reversed);
      if (reversed) open.push(node.target);
  }
}

function pushAll(nodes: readonly Expression[], open: Expression[], reversed: boolean): void {
  if (reversed) for (let i = nodes.length - 1; i >= 0; i--) open.push(nodes[i]!);
  else for (const node of nodes) open.push(node);
}
