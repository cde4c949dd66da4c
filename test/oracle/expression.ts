import type { BinaryOperator, Expression, Span } from 'keelson/expression';

// A recursive-descent parser, one function a level of the grammar, that refuses at the first fault. Shares nothing with
// the engine: tokens by one regular expression, precedence by who calls whom, the stack is the engine's.

interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'symbol' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A node with its extent, which unlike its span has the parentheses around it. */
interface Read {
  readonly node: Expression;
  readonly start: number;
  readonly end: number;
}

const number = String.raw`(?<number>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?(?![A-Za-z0-9_])(?!\.(?![A-Za-z_])))`;
const escaped = String.raw`\\(?:[\\'"${'`'}?nrtbfav]|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})`;
const string = String.raw`(?<string>'(?:[^'\\\r\n\p{Surrogate}]|${escaped})*'|"(?:[^"\\\r\n\p{Surrogate}]|${escaped})*")`;
const name = '(?<name>[A-Za-z_][A-Za-z0-9_]*)';
const symbol = String.raw`(?<symbol>&&|\|\||[<>=!]=|[-+*/<>!()[\],.])`;

const words =
  'as break const continue else for function if import let loop namespace null package return var void while';
const relations = ['<', '<=', '>', '>=', '==', '!=', 'in'];

/** The tree of a text, or nothing where the text is not an expression. */
export function parseNaively(text: string): Expression | undefined {
  try {
    const tokens = tokenize(text);
    let at = 0;
    const peek = () => tokens[at]!;
    const next = () => tokens[at++]!;
    const isNext = (...texts: string[]) => peek().kind === 'symbol' && texts.includes(peek().text);
    const expect = (wanted: string) => {
      if (!isNext(wanted)) refuse();
      return next();
    };

    const chain = (inner: () => Read, ...operators: string[]) => {
      let left = inner();
      while (isNext(...operators)) left = join(left, next().text as BinaryOperator, inner());
      return left;
    };
    const or = (): Read => chain(and, '||');
    const and = (): Read => chain(relation, '&&');
    const relation = (): Read => {
      const left = sum();
      if (!isNext(...relations)) return left;
      return join(left, next().text as BinaryOperator, sum());
    };
    const sum = (): Read => chain(product, '+', '-');
    const product = (): Read => chain(prefix, '*', '/');
    const prefix = (): Read => {
      if (!isNext('-', '!')) return postfix();
      const { text: operator, start } = next();
      const { node: operand, end } = prefix();
      return read({ kind: 'unary', operator: operator as '-' | '!', operand, span: [start, end] });
    };
    const postfix = (): Read => {
      let target = primary();
      while (isNext('.')) {
        next();
        if (peek().kind !== 'name') refuse();
        const method = next().text;
        expect('(');
        const items = list(')');
        const span: Span = [target.start, tokens[at - 1]!.end];
        target = read({ kind: 'method', target: target.node, name: method, arguments: items, span });
      }
      return target;
    };
    const primary = (): Read => {
      const token = next();
      const span: Span = [token.start, token.end];
      if (token.kind === 'number') return read({ kind: 'number', value: finite(Number(token.text)), span });
      if (token.kind === 'string') return read({ kind: 'string', value: decode(token.text.slice(1, -1)), span });
      if (token.kind === 'name' && isNext('(')) {
        next();
        const items = list(')');
        return read({ kind: 'call', name: token.text, arguments: items, span: [token.start, tokens[at - 1]!.end] });
      }
      if (token.kind === 'name') return read({ kind: 'name', name: token.text, span });
      if (token.text === 'true' || token.text === 'false')
        return read({ kind: 'boolean', value: token.text === 'true', span });
      if (token.text === '[') {
        const items = list(']');
        return read({ kind: 'list', items, span: [token.start, tokens[at - 1]!.end] });
      }
      if (token.text !== '(') refuse();
      const { node } = or();
      return { node, start: token.start, end: expect(')').end };
    };
    const list = (closer: string): Expression[] => {
      const items: Expression[] = [];
      if (!isNext(closer)) items.push(or().node);
      while (!isNext(closer)) {
        expect(',');
        items.push(or().node);
      }
      next();
      return items;
    };

    const { node } = or();
    return peek().kind === 'end' ? node : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function refuse(): never {
  throw new SyntaxError('not an expression');
}

function read(node: Expression): Read {
  return { node, start: node.span[0], end: node.span[1] };
}

function join(left: Read, operator: BinaryOperator, right: Read): Read {
  return read({ kind: 'binary', operator, left: left.node, right: right.node, span: [left.start, right.end] });
}

function tokenize(text: string): Token[] {
  const pattern = new RegExp(`[ \\t\\n\\f\\r]*(?:${number}|${string}|${name}|${symbol}|(?<end>$))`, 'uy');
  const tokens: Token[] = [];
  for (;;) {
    const groups = pattern.exec(text)?.groups ?? refuse();
    const end = pattern.lastIndex;
    const [kind, found] = Object.entries(groups).find(([, value]) => value !== undefined)!;
    if (words.split(' ').includes(found)) refuse();
    const isWord = found === 'in' || found === 'true' || found === 'false';
    tokens.push({ kind: isWord ? 'symbol' : (kind as Token['kind']), text: found, start: end - found.length, end });
    if (kind === 'end') return tokens;
  }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : refuse();
}

function decode(body: string): string {
  return body.replace(new RegExp(escaped, 'gu'), (found) => {
    const simple = 'nrtbfav'.indexOf(found.charAt(1));
    if (simple >= 0) return '\n\r\t\b\f\x07\v'.charAt(simple);
    if (/[0-3]/.test(found.charAt(1))) return String.fromCodePoint(Number.parseInt(found.slice(1), 8));
    if (!/[xXuU]/.test(found.charAt(1))) return found.charAt(1);
    const code = Number.parseInt(found.slice(2), 16);
    return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? refuse() : String.fromCodePoint(code);
  });
}
