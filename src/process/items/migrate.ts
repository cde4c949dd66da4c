import type { ItemEvent } from './events.js';
import type { ItemState, RecordedCondition, RecordedWaiver, WaiverTarget } from './types.js';

type Migration = Extract<ItemEvent, { readonly type: 'itemMigrated' }>;
type Names = Readonly<Record<string, string>>;

/** A state under the next version of its process. What was handed in, passed and counted goes where it has a name there, or is dropped. */
export function migrated(state: ItemState, { to, phases, deliverables, track }: Migration): ItemState {
  const { track: _, trackGranted: granted, ...rest } = state;
  return {
    ...rest,
    ...(track !== undefined && { track }),
    ...(track !== undefined && granted && { trackGranted: true }),
    version: to,
    deliverables: renamed(state.deliverables, deliverables),
    gates: renamed(state.gates, phases),
    recycles: renamed(state.recycles, phases),
    conditions: Object.freeze(state.conditions.map((each) => conditionIn(each, phases))),
    waivers: Object.freeze(state.waivers.map((each) => waiverIn(each, phases, deliverables))),
  };
}

/** A map without some of its keys; the map itself where it has none of them. */
export function withoutKeys<T extends object>(map: T, keys: readonly string[]): T {
  if (!keys.some((key) => Object.hasOwn(map, key))) return map;
  const gone = new Set(keys);
  return Object.freeze(Object.fromEntries(Object.entries(map).filter(([key]) => !gone.has(key)))) as T;
}

function renamed<T extends object>(map: T, names: Names): T {
  const entries = Object.entries(map).flatMap(([key, value]) => {
    const name = nameIn(names, key);
    return name === undefined ? [] : [[name, value] as const];
  });
  return Object.freeze(Object.fromEntries(entries)) as T;
}

function nameIn(names: Names, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

/** A condition stays, whatever became of its phase: it was promised. */
function conditionIn(condition: RecordedCondition, phases: Names): RecordedCondition {
  const phase = nameIn(phases, condition.phase) ?? condition.phase;
  const { onLapse } = condition;
  if (onLapse === 'hold') return Object.freeze({ ...condition, phase });
  const recycleTo = nameIn(phases, onLapse.recycleTo);
  const next = recycleTo === undefined ? 'hold' : Object.freeze({ recycleTo });
  return Object.freeze({ ...condition, phase, onLapse: next });
}

/** A waiver stays visible, by the names of its time where it has no new one. */
function waiverIn(waiver: RecordedWaiver, phases: Names, deliverables: Names): RecordedWaiver {
  const phase = nameIn(phases, waiver.phase) ?? waiver.phase;
  return Object.freeze({ ...waiver, phase, target: Object.freeze(targetIn(waiver.target, phases, deliverables)) });
}

function targetIn(target: WaiverTarget, phases: Names, deliverables: Names): WaiverTarget {
  if ('deliverable' in target) return { deliverable: nameIn(deliverables, target.deliverable) ?? target.deliverable };
  if ('phase' in target) return { phase: nameIn(phases, target.phase) ?? target.phase };
  return target;
}
