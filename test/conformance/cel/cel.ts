import { type CelInput, celEnv, isCelError, parse, plan, run } from '@bufbuild/cel';
import type { StoredFact } from 'keelson/governance';
import type { Truth } from './judge.js';

const environment = celEnv();

/** What CEL says of a text; undefined where it fails, as it does for a variable without a value. */
export function truthInCel(text: string, bindings: Readonly<Record<string, CelInput>>): Truth {
  try {
    const result = plan(environment, parse(text))(bindings);
    return typeof result === 'boolean' ? result : undefined;
  } catch {
    return undefined;
  }
}

/** A request as CEL reads it: each value of the type that `policyToCel` declares for its fact. */
export function bindingsOf(
  facts: readonly StoredFact[],
  request: Readonly<Record<string, unknown>>,
): Readonly<Record<string, CelInput>> {
  const known = facts.filter(({ id }) => request[id] !== undefined);
  return Object.fromEntries(known.map(({ id, type }) => [id, inputOf(type, request[id])]));
}

function inputOf(type: StoredFact['type'], value: unknown): CelInput {
  switch (type) {
    case 'integer':
      return BigInt(value as number);
    case 'date':
      return evaluated(`timestamp('${value}T00:00:00Z')`);
    case 'instant':
      return evaluated(`timestamp('${value}')`);
    case 'duration':
      return evaluated(`duration('${value}')`);
    default:
      return value as CelInput;
  }
}

function evaluated(text: string): CelInput {
  const value = run(text);
  if (isCelError(value)) throw value;
  return value;
}
