import type { Path } from '../diagnostic.js';
import type { Json } from '../json.js';
import { matchElements } from './match.js';

/** One difference between a stored form and its scenario. */
export interface ScenarioChange {
  /** `reordered`: the elements that the list at `path` kept stand in another order. */
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** Where: for `removed` in the stored form before, else in the one after. */
  readonly path: Path;
  /** Absent for `added` and `reordered`. */
  readonly before?: Json;
  /** Absent for `removed` and `reordered`. */
  readonly after?: Json;
}

/** Something to compare: a value before and after, absent where there is none. */
interface Pair {
  readonly path: Path;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/**
 * Returns what is different, in the order of the stored form. What both share is not looked into, so the cost is that of
 * the parts edited and of the lists that they stand in.
 */
export function changesBetween(before: Json, after: Json): ScenarioChange[] {
  const changes: ScenarioChange[] = [];
  const work: Pair[] = [{ path: [], before, after }];
  for (let pair = work.pop(); pair !== undefined; pair = work.pop()) {
    const { path, before, after } = pair;
    if (before === after) continue;
    if (before === undefined) changes.push({ kind: 'added', path, after: after! });
    else if (after === undefined) changes.push({ kind: 'removed', path, before });
    else if (isList(before) && isList(after)) {
      const { pairs, reordered } = matchElements(before, after);
      if (reordered) changes.push({ kind: 'reordered', path });
      for (const { from, to } of pairs.reverse()) work.push(elementPair(path, before, after, from, to));
    } else if (isObject(before) && isObject(after)) {
      const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
      for (const key of [...keys].reverse()) {
        work.push({ path: [...path, key], before: memberOf(before, key), after: memberOf(after, key) });
      }
    } else changes.push({ kind: 'changed', path, before, after });
  }
  return changes;
}

function elementPair(
  path: Path,
  before: readonly Json[],
  after: readonly Json[],
  from: number | undefined,
  to: number | undefined,
): Pair {
  return {
    path: [...path, to ?? from!],
    before: from === undefined ? undefined : before[from],
    after: to === undefined ? undefined : after[to],
  };
}

function memberOf(object: Readonly<Record<string, Json>>, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
