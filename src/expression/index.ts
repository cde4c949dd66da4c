export { expressionCatalogue } from './catalogue.js';
export { defaultExpressionLimits } from './limits.js';
export { parseExpression } from './parser.js';
export { printExpression } from './printer.js';
export type {
  BinaryNode,
  BinaryOperator,
  BooleanNode,
  CallNode,
  Expression,
  ExpressionLimits,
  ExpressionResult,
  ListNode,
  MethodNode,
  NameNode,
  NumberNode,
  Span,
  StringNode,
  SyntaxFault,
  SyntaxFaultCode,
  UnaryNode,
  UnaryOperator,
} from './types.js';
export { foldExpression, forEachNode, namesIn, sameExpression } from './walk.js';
