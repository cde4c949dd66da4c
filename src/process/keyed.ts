import type { Diagnostic } from '../foundation/diagnostic.js';
import { idsInside, listByKey } from '../foundation/keyed-list.js';

// In a literal phases, their deliverables and criteria, tracks and their gates stand under their ids.

/** The phases of a literal as they are stored; what is no map is left for the door to refuse. */
export function storedPhases(phases: unknown): unknown {
  return eachOf(listByKey(phases), (phase) => ({
    ...phase,
    ...('deliverables' in phase && { deliverables: listByKey(phase.deliverables) }),
    ...(isMap(phase.gate) && { gate: storedGate(phase.gate) }),
  }));
}

function storedGate(gate: Map): Map {
  if (!isMap(gate.criteria)) return gate;
  const { criteria } = gate;
  // A text alone is a condition.
  const whole = Object.keys(criteria).map((id): [string, unknown] => [
    id,
    typeof criteria[id] === 'string' ? { when: criteria[id] } : criteria[id],
  ]);
  return { ...gate, criteria: listByKey(Object.fromEntries(whole)) };
}

/** The tracks of a literal as they are stored. */
export function storedTracks(tracks: unknown): unknown {
  return eachOf(listByKey(tracks), (track) => {
    if (!isMap(track.gates)) return track;
    const { gates } = track;
    return { ...track, gates: Object.keys(gates).map((phase) => withPhase(phase, gates[phase])) };
  });
}

function withPhase(phase: string, gate: unknown): unknown {
  return isMap(gate) ? { phase, ...gate } : gate;
}

/** Ids that stand in deliverables and criteria although their key is the id. */
export function idsInsidePhases(phases: unknown): readonly Diagnostic[] {
  if (!isMap(phases)) return [];
  return Object.keys(phases).flatMap((key) => {
    const phase = phases[key];
    if (!isMap(phase)) return [];
    const criteria = isMap(phase.gate) ? phase.gate.criteria : undefined;
    return [
      ...idsInside(phase.deliverables, ['phases', key, 'deliverables'], 'a deliverable'),
      ...idsInside(criteria, ['phases', key, 'gate', 'criteria'], 'a criterion'),
    ];
  });
}

type Map = Readonly<Record<string, unknown>>;

function eachOf(list: unknown, change: (entry: Map) => unknown): unknown {
  return Array.isArray(list) ? list.map((entry) => (isMap(entry) ? change(entry) : entry)) : list;
}

function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
