import { PREFIX, powerOf, RELATION } from './frame.js';
import type { Expression } from './types.js';

/**
 * Gives the text of an expression, with as few parentheses as its meaning allows and one space around operators;
 * parsing it gives the same tree. Texts stand in single quotes, numbers in their shortest form. A tree made by hand must
 * keep to what its types say: numbers finite and not negative, texts without lone surrogates.
 *
 * @example
 * const result = parseExpression('(a*b)/(c - (d))');
 * result.ok && printExpression(result.expression); //=> 'a * b / (c - d)'
 */
export function printExpression(expression: Expression): string {
  const open: (Expression | string)[] = [expression];
  let text = '';
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') text += next;
    else pushPieces(next, open);
  }
  return text;
}

/** Puts what a node consists of on the stack, last piece first. */
function pushPieces(node: Expression, open: (Expression | string)[]): void {
  switch (node.kind) {
    case 'number':
    case 'boolean':
      open.push(String(node.value));
      break;
    case 'string':
      open.push(quoteString(node.value));
      break;
    case 'name':
      open.push(node.name);
      break;
    case 'list':
      pushItems('[', node.items, ']', open);
      break;
    case 'call':
      pushItems(`${node.name}(`, node.arguments, ')', open);
      break;
    case 'method':
      pushItems(`.${node.name}(`, node.arguments, ')', open);
      pushPart(node.target, bindingOf(node.target) <= PREFIX, open);
      break;
    case 'unary': {
      // `!!a` reads well, `--a` as something else.
      const nested = node.operand.kind === 'unary' && (node.operator === '-' || node.operand.operator === '-');
      pushPart(node.operand, nested || bindingOf(node.operand) < PREFIX, open);
      open.push(node.operator);
      break;
    }
    case 'binary': {
      const power = powerOf(node.operator);
      pushPart(node.right, bindingOf(node.right) <= power, open);
      open.push(` ${node.operator} `);
      // Relations do not chain, so that one inside another needs parentheses on either side.
      pushPart(node.left, bindingOf(node.left) < (power === RELATION ? RELATION + 1 : power), open);
    }
  }
}

function pushPart(node: Expression, inParentheses: boolean, open: (Expression | string)[]): void {
  if (inParentheses) open.push(')', node, '(');
  else open.push(node);
}

function pushItems(opener: string, items: readonly Expression[], closer: string, open: (Expression | string)[]): void {
  open.push(closer);
  for (let i = items.length - 1; i >= 0; i--) open.push(items[i]!, i > 0 ? ', ' : '');
  open.push(opener);
}

/** How tightly a node holds together. */
function bindingOf(node: Expression): number {
  if (node.kind === 'binary') return powerOf(node.operator);
  return node.kind === 'unary' ? PREFIX : Number.POSITIVE_INFINITY;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\u0007': '\\a',
  '\v': '\\v',
};

/** What would not be seen, or would make other text look different, is escaped too. */
function quoteString(value: string): string {
  const escaped = value.replace(
    /[\\'\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/gu,
    (found) => escapes[found] ?? `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `'${escaped}'`;
}
