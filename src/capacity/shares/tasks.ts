import type { FaultList } from '../../foundation/fault-list.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { quote } from '../../foundation/shorten.js';
import { addClaimFault, isRecord, type ReadClaims } from './claims.js';
import { dealParts, type Runner } from './dominant.js';
import type { DominantShare } from './fair-types.js';
import { isCount } from './limits.js';
import { shareTexts } from './quota.js';
import { describe } from './weights.js';

interface Wanted {
  readonly takes: Runner['takes'];
  readonly tasks: number | undefined;
}

/** Shares resources among tasks by dominant resource; undefined where there are faults. */
export function shareTasks(
  resources: readonly string[],
  capacity: readonly bigint[],
  claims: ReadClaims,
  wishes: readonly unknown[],
  taskParts: number,
  faults: FaultList,
): DominantShare | undefined {
  const places = new Map(resources.map((id, place) => [id, place]));
  const wanted = claims.demands.map((demand, at) => readTask(claims.ids[at]!, at, demand, wishes[at], places, faults));
  if (faults.count() > 0) return undefined;
  const scaled = capacity.map((own) => own * BigInt(taskParts));
  const dominant = wanted.map(({ takes }) => dominantOf(takes, capacity));
  const weights = effectiveWeights(claims);
  const runners = wanted.map(({ takes, tasks }, at): Runner => {
    const [resource, amount] = dominant[at]!;
    const { over, under } = weights[at]!;
    return {
      takes,
      over: amount * under,
      // Where there is nothing of the resource there is no task either, and no share.
      under: (scaled[resource]! || 1n) * over,
      most: mostParts(takes, scaled, tasks, taskParts),
    };
  });
  const parts = dealParts(runners, scaled);
  const left = [...scaled];
  for (const [at, { takes }] of wanted.entries()) {
    for (const [resource, amount] of takes) left[resource]! -= amount * parts[at]!;
  }
  const unused: Record<string, number> = Object.create(null);
  for (const [place, id] of resources.entries()) unused[id] = Number(left[place]!) / taskParts;
  return {
    ok: true,
    kind: 'drf',
    claims: claims.ids.map((id, at) => {
      const [resource, amount] = dominant[at]!;
      return {
        id,
        tasks: Number(parts[at]!) / taskParts,
        dominantResource: resources[resource]!,
        dominantShare: partText(amount * parts[at]!, scaled[resource]!),
      };
    }),
    unused,
    diagnostics: [],
  };
}

/** The resource of which a task takes the largest part, and how much of it. */
function dominantOf(takes: Runner['takes'], capacity: readonly bigint[]): readonly [resource: number, amount: bigint] {
  let best = takes[0]!;
  for (const own of takes) {
    if (own[1] * capacity[best[0]]! > best[1] * capacity[own[0]]!) best = own;
  }
  return best;
}

function mostParts(
  takes: Runner['takes'],
  scaled: readonly bigint[],
  tasks: number | undefined,
  taskParts: number,
): bigint {
  let most = tasks === undefined ? undefined : BigInt(tasks) * BigInt(taskParts);
  for (const [resource, amount] of takes) {
    const room = scaled[resource]! / amount;
    if (most === undefined || room < most) most = room;
  }
  return most ?? 0n;
}

/** A group's weight is divided among its claims in proportion to theirs. */
function effectiveWeights({
  weights,
  groupOf,
  groups,
  groupWeights,
}: ReadClaims): readonly Pick<Runner, 'over' | 'under'>[] {
  const totals = groups.map(() => 0n);
  for (const [at, group] of groupOf.entries()) if (group >= 0) totals[group]! += weights[at]!;
  return weights.map((weight, at) => {
    const group = groupOf[at]!;
    return group < 0 ? { over: weight, under: 1n } : { over: weight * groupWeights[group]!, under: totals[group]! };
  });
}

function partText(over: bigint, under: bigint): string {
  if (over === 0n) return '0';
  const rest = over % under;
  return shareTexts({ whole: [Number(over / under)], rest: [rest], of: under })[0]!;
}

function readTask(
  id: string,
  at: number,
  demand: unknown,
  tasks: unknown,
  places: ReadonlyMap<string, number>,
  faults: FaultList,
): Wanted {
  if (tasks !== undefined && !isCount(tasks)) {
    const message = `${quote(id)} wants ${describe(tasks)} tasks, and no whole number from 0`;
    addClaimFault(at, 'tasks', message, 'leave it out for as many as there is room for', faults);
  }
  const takes: (readonly [number, bigint])[] = [];
  if (!isRecord(demand)) {
    const message = `the demand of ${quote(id)} is ${describe(demand)}, and no record`;
    addClaimFault(at, 'demand', message, 'pass { resource: units of one task, ... }', faults);
    return { takes, tasks: undefined };
  }
  const before = faults.count();
  for (const [resource, amount] of Object.entries(demand)) {
    const place = places.get(resource);
    if (place === undefined) {
      const near = nearestName(resource, places.keys());
      const hint = near === undefined ? 'give it a capacity, 0 if need be' : `did you mean ${quote(near)}?`;
      const message = `${quote(id)} asks for ${quote(resource)}, of which there is no capacity`;
      addClaimFault(at, 'demand', message, hint, faults);
    } else if (!isCount(amount)) {
      const message = `${quote(id)} asks for ${describe(amount)} of ${quote(resource)}, and no whole number from 0`;
      addClaimFault(at, 'demand', message, 'give whole units: smaller ones where need be', faults);
    } else if (amount > 0) takes.push([place, BigInt(amount)]);
  }
  if (takes.length === 0 && faults.count() === before) {
    const message = `a task of ${quote(id)} takes nothing, so that there is room for any number of them`;
    addClaimFault(at, 'demand', message, 'say what a task takes, or leave the claim out', faults);
  }
  takes.sort(([a], [b]) => a - b);
  return { takes, tasks: typeof tasks === 'number' ? tasks : undefined };
}
