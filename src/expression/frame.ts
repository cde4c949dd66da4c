import type { TokenKind } from './token.js';
import type { BinaryOperator, Expression, UnaryOperator } from './types.js';

/** What is still open: a bracket waits for its end, an operator for its right side. */
export type FrameKind = 'top' | 'group' | 'brace' | 'call' | 'method' | 'list' | 'prefix' | 'infix';

/** `^` is read as `pow`, and `beside` stands between two values that no operator joins; both come with a fault. */
export type InfixOperator = BinaryOperator | '^' | 'beside';

/** What a recursive parser would keep on the engine's stack. All frames have one shape, for speed. */
export interface Frame {
  readonly kind: FrameKind;
  /** How tightly an operator binds; 0 for a bracket, which ends only where it is closed. */
  readonly power: number;
  readonly operator: InfixOperator | UnaryOperator | undefined;
  /** The left side of an operator, the target of a method. */
  readonly left: Expression | undefined;
  /** Of a function or a method. */
  readonly name: string;
  /** Where the node begins. */
  readonly from: number;
  /** Where the bracket opens; of `beside`, which fault says so, or -1. */
  readonly at: number;
  /** Arguments or items read so far. */
  readonly items: Expression[] | undefined;
  readonly outer: Frame | undefined;
  /** The innermost bracket around this frame. */
  readonly bracket: Frame | undefined;
}

export const RELATION = 3;
export const PREFIX = 6;
export const POWER = 7;
export const BESIDE = 8;

/** How tightly an operator between two values binds; 0 for what is none. Relations share one power, as in CEL. */
export function powerOf(kind: TokenKind): number {
  switch (kind) {
    case '||':
      return 1;
    case '&&':
      return 2;
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '==':
    case '!=':
    case 'in':
      return RELATION;
    case '+':
    case '-':
      return 4;
    case '*':
    case '/':
      return 5;
    case '^':
      return POWER;
    default:
      return 0;
  }
}
