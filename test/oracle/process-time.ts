import type { ItemState, ProcessDefinition, RecordedWaiver } from 'keelson/process';

// Naive twins of time in a process: each question is asked of one moment, and of the next one, and so on.

/** What has lapsed of an item at a moment, in milliseconds: a kind and a name each, sorted. */
export function naiveDue(definition: ProcessDefinition, state: ItemState, at: number): readonly string[] {
  if (state.status === 'completed' || state.status === 'killed') return [];
  const conditions = state.conditions.filter(({ status, deadline }) => status === 'open' && hasCome(deadline.at, at));
  const deliverables = askedFor(definition, state).filter((id) => isExpired(definition, state, id, at));
  const waivers = state.waivers.filter((waiver) => hasCome(waiver.until.at, at) && isMissed(definition, state, waiver));
  return [
    ...conditions.map(({ id }) => `condition ${id}`),
    ...(state.hold && hasCome(state.hold.review.at, at) ? ['review '] : []),
    ...(state.target && hasCome(state.target.at, at) ? ['target '] : []),
    ...deliverables.map((id) => `deliverable ${id}`),
    ...waivers.map(({ id }) => `waiver ${id}`),
  ].sort();
}

function hasCome(moment: string, at: number): boolean {
  return at >= Date.parse(moment);
}

function isExpired(definition: ProcessDefinition, state: ItemState, id: string, at: number): boolean {
  const { freshUntil } = state.deliverables[id] ?? {};
  if (!freshUntil || !isComplete(definition, state, id)) return false;
  const waived = state.waivers.some(
    ({ phase, target, until }) => phase === state.phase && stands(target, id) && !hasCome(until.at, at),
  );
  return hasCome(freshUntil.at, at) && !waived;
}

/** Of waivers for the same thing the first that lasts longest, of a gate to come, unless what it was for came in. */
function isMissed(definition: ProcessDefinition, state: ItemState, waiver: RecordedWaiver): boolean {
  if (!isToCome(definition, state, waiver)) return false;
  const same = state.waivers.filter((other) => thing(other) === thing(waiver));
  if (same.some((other) => Date.parse(other.until.at) > Date.parse(waiver.until.at))) return false;
  if (same.find((other) => other.until.at === waiver.until.at) !== waiver) return false;
  return !('deliverable' in waiver.target && isComplete(definition, state, waiver.target.deliverable));
}

/**
 * The first moment after `at`, in milliseconds, at which something else has lapsed: tried hour by hour for so many days, and at the
 * milliseconds around every moment that the item speaks of.
 */
export function naiveNext(
  definition: ProcessDefinition,
  state: ItemState,
  at: number,
  days: number,
): number | undefined {
  const hours = Array.from({ length: days * 24 }, (_, hour) => at + hour * 3_600_000);
  const spoken = [...JSON.stringify(state).matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)].map(([moment]) => Date.parse(moment));
  const tried = [...hours, ...spoken.flatMap((moment) => [moment - 1, moment, moment + 1])];
  const now = naiveDue(definition, state, at).join();
  return tried
    .filter((moment) => moment > at)
    .sort((a, b) => a - b)
    .find((moment) => naiveDue(definition, state, moment).join() !== now);
}

function askedFor({ phases, tracks = [] }: ProcessDefinition, { phase, track }: ItemState): readonly string[] {
  const lighter = tracks.find(({ id }) => id === track)?.gates?.find((gate) => gate.phase === phase);
  const all = phases.find(({ id }) => id === phase)!.deliverables ?? [];
  return all.map(({ id }) => id).filter((id) => !lighter?.without?.includes(id));
}

function isComplete({ phases }: ProcessDefinition, { deliverables }: ItemState, id: string): boolean {
  const { atLeast = 1 } = phases.flatMap(({ deliverables = [] }) => deliverables).find((each) => each.id === id)!;
  const submitted = deliverables[id];
  return submitted !== undefined && !submitted.stale && submitted.evidence.length >= atLeast;
}

function isToCome({ phases }: ProcessDefinition, state: ItemState, waiver: RecordedWaiver): boolean {
  const order = phases.map(({ id }) => id);
  return order.indexOf(waiver.phase) >= order.indexOf(state.phase);
}

function stands(target: RecordedWaiver['target'], deliverable: string): boolean {
  return 'phase' in target || ('deliverable' in target && target.deliverable === deliverable);
}

function thing({ phase, target }: RecordedWaiver): string {
  return JSON.stringify([phase, target]);
}
