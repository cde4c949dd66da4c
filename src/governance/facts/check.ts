import type { Diagnostic } from '../../foundation/diagnostic.js';
import { createFaultList, type FaultList } from '../../foundation/fault-list.js';
import { createNameIndex, type NameIndex } from '../../foundation/nearest-name.js';
import { formatPath } from '../../foundation/path.js';
import { quote } from '../../foundation/shorten.js';
import type { FactSetDefinition, StoredFact } from './types.js';
import { isOrdered, limitsOf } from './values.js';

/** What is being checked, with the first fact of each name. */
interface Check {
  readonly faults: FaultList;
  readonly byName: ReadonlyMap<string, StoredFact>;
  readonly nearest: NameIndex['nearest'];
}

/** Gives what is wrong with facts of the right shape: names, values, limits, and what derived facts follow from. */
export function checkFacts({ facts }: FactSetDefinition, mostFaults: number): readonly Diagnostic[] {
  const faults = createFaultList('shape/too-many-faults', mostFaults);
  const firstAt = new Map<string, number>();
  for (const [index, { id }] of facts.entries()) if (!firstAt.has(id)) firstAt.set(id, index);
  const byName = new Map(Array.from(firstAt, ([id, index]) => [id, facts[index]!]));
  let names: NameIndex | undefined;
  const nearest = (name: string) => {
    names ??= createNameIndex(byName.keys());
    return names.nearest(name);
  };
  const check: Check = { faults, byName, nearest };
  for (const [index, fact] of facts.entries()) {
    checkName(faults, fact.id, index, firstAt.get(fact.id)!);
    if ('values' in fact) checkValues(faults, fact.values, index);
    else if ('derived' in fact) checkSources(check, fact, index);
    else checkLimits(faults, fact, index);
  }
  return faults.diagnostics();
}

function checkName(faults: FaultList, id: string, index: number, first: number): void {
  const path = ['facts', index, 'id'];
  if (id === 'sets') {
    faults.add(path, {
      code: 'governance/reserved-fact',
      message: `${formatPath(path)} is a word that conditions keep for themselves: "sets"`,
      hint: 'choose another name: sets.contains and its kin are functions',
    });
  }
  if (first === index) return;
  faults.add(path, () => ({
    code: 'governance/duplicate-fact',
    message: `${formatPath(path)} repeats ${quote(id)}, which is fact ${first} of the list already`,
    hint: 'remove one of the two, or give it another name',
    related: [{ path: ['facts', first, 'id'], message: 'the first fact of this name' }],
  }));
}

function checkValues(faults: FaultList, values: readonly string[], index: number): void {
  const firstAt = new Map<string, number>();
  for (const [at, value] of values.entries()) {
    const first = firstAt.get(value);
    if (first === undefined) {
      firstAt.set(value, at);
      continue;
    }
    const path = ['facts', index, 'values', at];
    faults.add(path, () => ({
      code: 'governance/duplicate-value',
      message: `${formatPath(path)} repeats ${quote(value)}, which is value ${first} of the list already`,
      hint: 'keep one of the two',
    }));
  }
}

function checkLimits(faults: FaultList, fact: StoredFact, index: number): void {
  if (!isOrdered(fact.type) || !('min' in fact && 'max' in fact)) return;
  const [min, max] = limitsOf(fact);
  if (min <= max) return;
  const path = ['facts', index];
  faults.add(path, () => ({
    code: 'governance/limits-backwards',
    message: `${formatPath(path)} takes no value: its min ${fact.min} is above its max ${fact.max}`,
    hint: 'swap the two, or remove one',
  }));
}

/** The types of the facts that a derived one follows from. */
const sourceTypes = {
  workingDaysUntil: ['date'],
  inWindow: ['date'],
  sum: ['number', 'integer'],
  ratio: ['number', 'integer'],
} as const satisfies Readonly<Record<string, readonly StoredFact['type'][]>>;

function checkSources(check: Check, fact: Extract<StoredFact, { derived: unknown }>, index: number): void {
  const { derived } = fact;
  const types: readonly StoredFact['type'][] = sourceTypes[derived.kind];
  const names: readonly string[] = typeof derived.of === 'string' ? [derived.of] : derived.of;
  for (const [at, name] of names.entries()) {
    const path = ['facts', index, 'derived', 'of', ...(typeof derived.of === 'string' ? [] : [at])];
    const source = check.byName.get(name);
    if (source === undefined) {
      check.faults.add(path, () => {
        const nearest = check.nearest(name);
        return {
          code: 'governance/unknown-source',
          message: `${formatPath(path)} is no fact of this set: ${quote(name)}`,
          hint: nearest === undefined ? 'add it to the facts, or write one of theirs' : `did you mean ${nearest}?`,
        };
      });
    } else if ('derived' in source) {
      check.faults.add(path, () => ({
        code: 'governance/wrong-source',
        message: `${formatPath(path)} is a derived fact itself: ${quote(name)}`,
        hint: 'a derived fact follows from facts that a request gives',
      }));
    } else if (!types.includes(source.type)) {
      check.faults.add(path, () => ({
        code: 'governance/wrong-source',
        message: `${formatPath(path)} is a fact of type ${source.type}: ${quote(name)}`,
        hint: `${derived.kind} takes a fact of type ${types.join(' or ')}`,
      }));
    }
  }
}
