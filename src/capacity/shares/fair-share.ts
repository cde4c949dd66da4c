import { createFaultList, type FaultList } from '../../foundation/fault-list.js';
import { quote } from '../../foundation/shorten.js';
import { isRecord, readClaims } from './claims.js';
import type {
  DominantOptions,
  DominantShare,
  FairShareFailure,
  MaxMinOptions,
  MaxMinShare,
  TaskClaim,
  UnitClaim,
} from './fair-types.js';
import { isCount } from './limits.js';
import { shareUnits } from './max-min.js';
import { shareTasks } from './tasks.js';
import { describe } from './weights.js';

const mostFaults = 1_000;
const mostParts = 1_000_000;

/**
 * Returns what each claim is due of a capacity that is not enough for all, or `ok: false` with what is wrong.
 *
 * `maxMin` shares whole units of one resource. Everybody gets in proportion to the weight, but nobody more than they want, and what
 * they leave goes to the others in the same way; that exact share is rounded by largest remainder, of equal ones in favor of the
 * earlier claim, so that the units add up. Groups share first, beside the claims without a group, then the claims of each group what
 * it got. But for less than a unit, nobody gains by stating another demand, and nobody would rather have what another of the same weight got.
 *
 * `drf` shares several resources among tasks: the claim whose dominant share is lowest by its weight, the largest part that it has of
 * any resource, runs the next task, as long as one fits; of equal ones the earlier. Who has no room for another is out, and the
 * others go on. `taskParts` divides tasks, for amounts that need not be whole: the finer, the nearer to the properties that the paper
 * proves of divisible tasks. A group's weight is divided among its claims in proportion to theirs, whether they use their part or not.
 *
 * Capacities, demands and tasks are whole numbers from 0; all is computed exactly.
 *
 * Ghodsi, Zaharia, Hindman, Konwinski, Shenker and Stoica, Dominant Resource Fairness (2011).
 *
 * @example
 * const days = fairShare(100, [{ id: 'web', demand: 20 }, { id: 'ios', demand: 70 }, { id: 'android', demand: 70 }], { kind: 'maxMin' });
 * days.ok && days.claims.map(({ id, share }) => [id, share]); //=> [['web', 20], ['ios', 40], ['android', 40]]
 *
 * // The example of the paper: 9 CPUs and 18 GB, tasks of 1 CPU and 4 GB, and of 3 CPUs and 1 GB.
 * const tasks = fairShare(
 *   { cpu: 9, memory: 18 },
 *   [{ id: 'A', demand: { cpu: 1, memory: 4 } }, { id: 'B', demand: { cpu: 3, memory: 1 } }],
 *   { kind: 'drf' },
 * );
 * tasks.ok && tasks.claims;
 * //=> [
 * //     { id: 'A', tasks: 3, dominantResource: 'memory', dominantShare: '2/3' },
 * //     { id: 'B', tasks: 2, dominantResource: 'cpu', dominantShare: '2/3' }]
 */
export function fairShare(
  capacity: number,
  claims: readonly UnitClaim[],
  options: MaxMinOptions,
): MaxMinShare | FairShareFailure;
export function fairShare<R extends string>(
  capacity: { readonly [Resource in R]: number },
  claims: readonly TaskClaim<NoInfer<R>>[],
  options: DominantOptions,
): DominantShare<R> | FairShareFailure;
export function fairShare(
  capacity: unknown,
  claims: unknown,
  options: unknown,
): MaxMinShare | DominantShare | FairShareFailure {
  const faults = createFaultList('shape/too-many-faults', mostFaults);
  return share(capacity, claims, options, faults) ?? { ok: false, diagnostics: faults.diagnostics() };
}

function share(
  capacity: unknown,
  claims: unknown,
  options: unknown,
  faults: FaultList,
): MaxMinShare | DominantShare | undefined {
  const { kind, weights, taskParts = 1 } = isRecord(options) ? options : ({} as Readonly<Record<string, unknown>>);
  if (kind !== 'maxMin' && kind !== 'drf') {
    add(['kind'], `kind is ${describe(kind)}, which is none`, "pass { kind: 'maxMin' } or { kind: 'drf' }", faults);
  }
  if (!Array.isArray(claims)) {
    add(['claims'], `the claims are ${describe(claims)}, and no list`, 'pass a list of { id, demand }', faults);
  }
  if (!isCount(taskParts) || taskParts < 1 || taskParts > mostParts) {
    const message = `taskParts is ${describe(taskParts)}, and no whole number of 1 to ${mostParts}`;
    add(['taskParts'], message, 'leave it out for whole tasks', faults);
  }
  if (kind === 'maxMin' && !isCount(capacity)) {
    const message = `the capacity is ${describe(capacity)}, and no whole number from 0`;
    add(['capacity'], message, 'give whole units: smaller ones where need be', faults);
  }
  const resources = kind === 'drf' ? readCapacity(capacity, faults) : [];
  if (!Array.isArray(claims)) return undefined;
  const read = readClaims(claims, weights, faults);
  if (read === undefined) return undefined;
  if (kind === 'maxMin') return shareUnits(capacity as number, read, faults);
  const names = resources.map(([name]) => name);
  const amounts = resources.map(([, amount]) => BigInt(amount));
  const wishes = claims.map((claim: TaskClaim) => claim.tasks);
  return shareTasks(names, amounts, read, wishes, taskParts as number, faults);
}

function readCapacity(capacity: unknown, faults: FaultList): readonly (readonly [string, number])[] {
  if (!isRecord(capacity)) {
    const message = `the capacity is ${describe(capacity)}, and no record`;
    add(['capacity'], message, 'pass { resource: units, ... }', faults);
    return [];
  }
  const entries = Object.entries(capacity);
  for (const [id, amount] of entries) {
    if (isCount(amount)) continue;
    const message = `the capacity of ${quote(id)} is ${describe(amount)}, and no whole number from 0`;
    add(['capacity', id], message, 'give whole units: smaller ones where need be', faults);
  }
  return entries as readonly (readonly [string, number])[];
}

function add(path: readonly string[], message: string, hint: string, faults: FaultList): void {
  faults.add(path, { code: 'capacity/invalid-fair-share', message, hint });
}
