import { printExpression } from 'keelson/expression';
import type { StoredFact } from 'keelson/governance';
import type { CelCase, CelValue } from './cases.js';
import { factSetOf, judge, type Truth } from './judge.js';

/** What the library makes of a case. */
export type Attempt =
  | { readonly kind: 'passed' }
  /** It says something else than CEL. */
  | { readonly kind: 'differs'; readonly condition: string; readonly truth: Truth }
  /** No condition can say it: the codes of the faults, `variable` for a value that no fact has, `result` for one that none can be compared with. */
  | { readonly kind: 'refused'; readonly codes: readonly string[] };

/** What CEL takes for a value even where a variable has its name. */
const words = ['true', 'false', 'null'];

/** Reads the case as a condition, its variables as facts, and asks whether its result is the expected one. */
export function attempt({ text, bindings, expected }: CelCase): Attempt {
  const variables = bindings.filter(([name]) => !words.includes(name));
  if (variables.some(([name, { case: type }]) => name.includes('.') || !Object.hasOwn(factTypes, type ?? ''))) {
    return { kind: 'refused', codes: ['variable'] };
  }
  const facts = factSetOf(
    variables.map(([id, { case: type }]) => ({ id, type: factTypes[type ?? '']! }) as StoredFact),
  );
  const isFailure = expected === undefined;
  const result = isFailure ? undefined : literalOf(expected);
  if (!isFailure && result === undefined) {
    const judged = judge(facts, text);
    return { kind: 'refused', codes: ['result', ...(judged.ok ? [] : judged.diagnostics.map(({ code }) => code))] };
  }
  const isCondition = isFailure || expected.case === 'boolValue';
  const condition = isCondition ? text : `(${text}) == ${result}`;
  const judged = judge(facts, condition);
  if (!judged.ok) return { kind: 'refused', codes: judged.diagnostics.map(({ code }) => code) };
  // An evaluation that fails in CEL is unknown here.
  const wanted = isFailure ? undefined : expected.case !== 'boolValue' || expected.value;
  const truth = judged.holds(Object.fromEntries(variables.map(([name, value]) => [name, plainOf(value)])));
  return truth === wanted ? { kind: 'passed' } : { kind: 'differs', condition, truth };
}

const factTypes: Readonly<Record<string, 'integer' | 'number' | 'boolean' | 'string'>> = {
  int64Value: 'integer',
  doubleValue: 'number',
  boolValue: 'boolean',
  stringValue: 'string',
};

function plainOf({ case: type, value }: CelValue): number | boolean | string {
  return type === 'int64Value' ? Number(value) : (value as number | boolean | string);
}

/** A value as a condition writes it; undefined for what it cannot write. */
function literalOf({ case: type, value }: CelValue): string | undefined {
  switch (type) {
    case 'boolValue':
      return String(value);
    case 'int64Value':
      return Number.isSafeInteger(Number(value)) ? String(value) : undefined;
    case 'doubleValue':
      return Number.isFinite(value) ? String(value) : undefined;
    case 'stringValue':
      return printExpression({ kind: 'string', value, span: [0, 0] });
    default:
      return undefined;
  }
}
