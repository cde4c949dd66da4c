/**
 * Where a node stands in its text: UTF-16 offsets, half-open. Parentheses around a node are not part of its own span,
 * but of the spans of the nodes around it: in `(a) * b` the name spans `a`, the product the whole text.
 */
export type Span = readonly [start: number, end: number];

export type UnaryOperator = '-' | '!';
export type BinaryOperator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '==' | '!=' | 'in' | '&&' | '||';

/** The one tree for formulas and conditions. Plain JSON: it may be stored, sent and compared. */
export type Expression =
  | NumberNode
  | StringNode
  | BooleanNode
  | NameNode
  | ListNode
  | CallNode
  | MethodNode
  | UnaryNode
  | BinaryNode;

export interface NumberNode {
  readonly kind: 'number';
  /** Finite and not negative: a minus sign is a unary node. */
  readonly value: number;
  readonly span: Span;
}

export interface StringNode {
  readonly kind: 'string';
  readonly value: string;
  readonly span: Span;
}

export interface BooleanNode {
  readonly kind: 'boolean';
  readonly value: boolean;
  readonly span: Span;
}

/** A metric in a formula, a fact in a condition. */
export interface NameNode {
  readonly kind: 'name';
  readonly name: string;
  readonly span: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Expression[];
  readonly span: Span;
}

/** `max(a, b)`. Which functions exist is the domain's to say. */
export interface CallNode {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly span: Span;
}

/** `region.startsWith('EU')`. */
export interface MethodNode {
  readonly kind: 'method';
  readonly target: Expression;
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly span: Span;
}

export interface UnaryNode {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
  readonly span: Span;
}

export interface BinaryNode {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}

/** What can be wrong with a text; each code stands in `expressionCatalogue` with an example. */
export type SyntaxFaultCode =
  | 'expression/braces'
  | 'expression/chained-comparison'
  | 'expression/curly-quotes'
  | 'expression/currency-sign'
  | 'expression/dotted-name'
  | 'expression/empty'
  | 'expression/empty-parentheses'
  | 'expression/equals-sign'
  | 'expression/foreign-operator'
  | 'expression/invalid-escape'
  | 'expression/invalid-name'
  | 'expression/lone-surrogate'
  | 'expression/malformed-number'
  | 'expression/mismatched-bracket'
  | 'expression/misplaced-comma'
  | 'expression/misplaced-dot'
  | 'expression/missing-argument'
  | 'expression/missing-operand'
  | 'expression/missing-operator'
  | 'expression/number-too-large'
  | 'expression/percent-sign'
  | 'expression/reserved-word'
  | 'expression/thousands-separator'
  | 'expression/too-deep'
  | 'expression/too-long'
  | 'expression/too-many-nodes'
  | 'expression/unclosed-bracket'
  | 'expression/unclosed-parenthesis'
  | 'expression/unknown-character'
  | 'expression/unopened-bracket'
  | 'expression/unopened-parenthesis'
  | 'expression/unterminated-string';

/** One fault in a text, with its place and what to do about it. */
export interface SyntaxFault {
  readonly code: SyntaxFaultCode;
  /** One sentence with the offending text in it. */
  readonly message: string;
  readonly span: Span;
  /** What to do about it. */
  readonly hint: string;
}

/** How much text an expression may be; each limit is a count, and beyond it the text is refused with a fault. */
export interface ExpressionLimits {
  /** UTF-16 units of text; 20,000 unless said. */
  readonly length: number;
  /** Nodes of the tree; 5,000 unless said. */
  readonly nodes: number;
  /** Brackets, calls and prefix operators inside each other; 200 unless said. A chain `a + b + c` adds no depth. */
  readonly depth: number;
}

/**
 * What parsing gives: the tree, or every fault in the order of the text. On faults, `recovered` is the tree as far as it is plain from the text (a parenthesis closed at
 * the end, a missing operand left out), for tools that want to look at what is there; absent where nothing could be read.
 */
export type ExpressionResult =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly faults: readonly SyntaxFault[]; readonly recovered?: Expression };
