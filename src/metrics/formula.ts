import { parseExpression } from '../expression/parser.js';
import type { CallNode, Expression, Span } from '../expression/types.js';
import { countParts, nodesOf } from '../expression/walk.js';
import { nearestName } from '../foundation/nearest-name.js';
import { type FormulaFunction, formulaFunctions } from './formula-functions.js';
import type { Formula, FormulaFault, MetricNode, Reference } from './rule-types.js';
import type { Grain } from './types.js';

const grains: ReadonlySet<string> = /* @__PURE__ */ new Set<Grain>(['day', 'week', 'month', 'quarter', 'year']);

/** A formula before its references are resolved. */
export interface ReadFormula extends Omit<Formula, 'references'> {
  readonly references: readonly Omit<Reference, 'metric'>[];
}

/** Reads a formula: its tree, what it mentions, and every fault, of syntax and of sense. */
export function readFormula(text: string): ReadFormula {
  const parsed = parseExpression(text);
  const expression = parsed.ok ? parsed.expression : parsed.recovered;
  const faults: FormulaFault[] = parsed.ok
    ? []
    : parsed.faults.map(({ message, span, hint }) => ({ message, span, hint }));
  const references: Omit<Reference, 'metric'>[] = [];
  if (expression) visit(expression, references, parsed.ok ? faults : undefined);
  const nodes = expression ? nodesOf(expression) : [];
  return { text, ...(expression && { expression }), faults, nodes, references };
}

/** Collects references, and faults of sense when asked: in a recovered tree they would be consequences of the broken text. */
function visit(root: Expression, references: Omit<Reference, 'metric'>[], faults: FormulaFault[] | undefined): void {
  const nodes: Expression[] = [root];
  const lagged: boolean[] = [false];

  while (nodes.length > 0) {
    const node = nodes.pop()!;
    const isLagged = lagged.pop()!;

    switch (node.kind) {
      case 'number':
        break;
      case 'name':
        references.push({ name: node.name, span: node.span, lagged: isLagged });
        break;
      case 'unary':
        if (node.operator === '!') faults?.push(notArithmetic(node.span, '!'));
        nodes.push(node.operand);
        lagged.push(isLagged);
        break;
      case 'binary':
        if (!'+-*/'.includes(node.operator)) faults?.push(notArithmetic(node.span, node.operator));
        nodes.push(node.right, node.left);
        lagged.push(isLagged, isLagged);
        break;
      case 'call': {
        const values = valueArguments(node);
        if (faults) checkCall(node, faults);
        for (let i = values - 1; i >= 0; i--) {
          nodes.push(node.arguments[i]!);
          lagged.push(isLagged || node.name === 'lag');
        }
        break;
      }
      default:
        faults?.push({
          message: `${described[node.kind]} is no number`,
          span: node.span,
          hint: 'a formula is arithmetic over metrics and numbers',
        });
    }
  }
}

const described = { string: 'a text', boolean: 'true or false', list: 'a list', method: 'a method call' } as const;

function notArithmetic(span: Span, operator: string): FormulaFault {
  return {
    message: `${operator} gives true or false, and a formula is arithmetic`,
    span,
    hint: 'use + - * / and functions such as min and max',
  };
}

/** How many of a call's arguments are values: the words behind `ratio` and `lag` are not. */
export function valueArguments(call: CallNode): number {
  if (call.name === 'ratio') return Math.min(2, call.arguments.length);
  if (call.name === 'lag') return Math.min(1, call.arguments.length);
  return call.arguments.length;
}

function checkCall(call: CallNode, faults: FormulaFault[]): void {
  const known = formulaFunctions.get(call.name);
  if (!known) {
    const nearest = nearestName(call.name, formulaFunctions.keys());
    faults.push({
      message: `there is no function ${call.name}`,
      span: call.span,
      hint: nearest ? `did you mean ${nearest}?` : `the functions are ${[...formulaFunctions.keys()].join(', ')}`,
    });
    return;
  }
  const given = call.arguments.length;
  if (given < known.minimum || given > (known.maximum ?? Number.POSITIVE_INFINITY)) {
    faults.push({
      message: `${call.name} takes ${arity(known)}, not ${given}`,
      span: call.span,
      hint: `write ${known.signature}`,
    });
    return;
  }
  if (call.name === 'ratio') {
    const otherwise = call.arguments[2]!;
    if (otherwise.kind !== 'string' || (otherwise.value !== 'zero' && otherwise.value !== 'null')) {
      faults.push({
        message: "the third argument of ratio must be 'zero' or 'null'",
        span: otherwise.span,
        hint: `it says what a division by zero gives: write ${known.signature}`,
      });
    }
  }
  if (call.name === 'lag') {
    const [, periods, grain] = call.arguments as readonly [Expression, Expression, Expression];
    if (periods.kind !== 'number' || !Number.isInteger(periods.value) || periods.value < 1) {
      faults.push({
        message: 'the second argument of lag must be a whole number of periods, at least 1',
        span: periods.span,
        hint: `write ${known.signature}`,
      });
    }
    if (grain.kind !== 'string' || !grains.has(grain.value)) {
      faults.push({
        message: `the third argument of lag must be one of ${[...grains].map((one) => `'${one}'`).join(', ')}`,
        span: grain.span,
        hint: `write ${known.signature}`,
      });
    }
  }
}

function arity({ minimum, maximum }: FormulaFunction): string {
  if (minimum === maximum) return minimum === 1 ? '1 argument' : `${minimum} arguments`;
  return `at least ${minimum} arguments`;
}

/**
 * Folds a formula as `foldExpression` folds its expression; `combine` gets with a name the metric that it means, where there
 * is one.
 */
export function foldFormula<Result>(
  { nodes, references }: Formula,
  combine: (node: Expression, results: readonly Result[], first: number, metric: MetricNode | undefined) => Result,
): Result {
  const results: Result[] = [];
  let top = 0;
  let named = 0;
  for (const node of nodes) {
    const first = top - countParts(node);
    // Both are in the order of the text; where a name is no reference, as in a list, there is a fault.
    const reference = node.kind === 'name' && references[named]?.span === node.span ? references[named++] : undefined;
    results[first] = combine(node, results, first, reference?.metric);
    top = first + 1;
  }
  return results[0]!;
}
