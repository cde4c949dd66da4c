import type { ItemEvent } from 'keelson/process';

// A naive twin of the gates of the process `launch`: its rules are written here once more, by hand, and each answer is worked out
// from the whole history, from the first event on, with no state in between.

type History = readonly ItemEvent[];
type Of<T extends ItemEvent['type']> = Extract<ItemEvent, { readonly type: T }>;

interface Asker {
  readonly id: string;
  readonly roles: readonly string[];
}

const deliverables: Readonly<Record<string, readonly string[]>> = {
  ...{ discovery: ['brief'], definition: ['prd', 'design'], execution: ['build'] },
};
/** The window of the calendar in which the last gate is closed: its days in Berlin, where it is winter. */
const freeze = { from: Date.parse('2026-11-19T23:00:00Z'), to: Date.parse('2026-11-22T23:00:00Z') };
const holders: Readonly<Record<string, string>> = { director: 'dora', legal: 'lea' };

/** Whether an item with this history, which is under way, may pass its gate now. */
export function naiveMayPass(history: History, actor: Asker, at: string): boolean {
  const phase = naivePhase(history);
  return (
    isReady(history, phase, at) &&
    !isBlocked(history, at) &&
    isOnItsTrack(history) &&
    !(phase === 'execution' && isWithin(freeze, at)) &&
    isLet(history, phase, actor)
  );
}

export function naivePhase(history: History): string {
  let phase = '';
  for (const event of history) {
    if (event.type === 'itemStarted') phase = event.phase;
    if (event.type === 'gatePassed' && event.to !== undefined) phase = event.to;
    if (event.type === 'itemRecycled') phase = event.to;
  }
  return phase;
}

function isReady(history: History, phase: string, at: string): boolean {
  const waivers = standing(history, 'waiverGranted').filter(
    (event) => event.phase === phase && isBefore(at, event.until.at),
  );
  if (waivers.some(({ target }) => 'phase' in target)) return true;
  for (const id of deliverables[phase]!) {
    const isWaived = waivers.some(({ target }) => 'deliverable' in target && target.deliverable === id);
    if (!isWaived && !counts(history, id, at)) return false;
  }
  const learned = waivers.some(({ target }) => 'criterion' in target && target.criterion === 'learned');
  return phase !== 'discovery' || learned || Number(naiveFact(history, 'interviews') ?? 0) >= 5;
}

/** Evidence counts that came in since the deliverable was last sent back, and not longer than its last piece does. */
function counts(history: History, id: string, at: string): boolean {
  const back = lastOf(history, (event) => event.type === 'itemRecycled' && event.stale.includes(id))?.sequence ?? 0;
  const pieces = standing(history, 'deliverableSubmitted').filter(
    (event) => event.deliverable === id && event.sequence > back,
  );
  const last = pieces.at(-1);
  return last !== undefined && (last.freshUntil === undefined || isBefore(at, last.freshUntil.at));
}

function isBlocked(history: History, at: string): boolean {
  for (const { conditions } of history.filter((event) => event.type === 'gatePassed')) {
    for (const { id, deadline, blocksNextGate } of conditions) {
      const isMet = standing(history, 'conditionMet').some(({ condition }) => condition === id);
      const hasLapsed = history.some((event) => event.type === 'conditionLapsed' && event.condition === id);
      if (!isMet && !hasLapsed && (blocksNextGate || !isBefore(at, deadline.at))) return true;
    }
  }
  return false;
}

function isOnItsTrack(history: History): boolean {
  const chosen = lastOf(history, (event): event is Of<'trackChosen'> => event.type === 'trackChosen');
  return chosen?.track === undefined || chosen.granted === true || naiveFact(history, 'risk') === 'low';
}

/** A low risk is for the owner to take; any other, or none that is known, is for the director to approve. */
function isLet(history: History, phase: string, actor: Asker): boolean {
  const owned = lastOf(
    history,
    (event): event is Of<'ownerAssigned' | 'itemStarted'> =>
      event.type === 'ownerAssigned' || event.type === 'itemStarted',
  );
  const isOwner = owned?.owner === actor.id;
  if (naiveFact(history, 'risk') === 'low') return isOwner;
  return (isOwner || actor.roles.includes('director')) && isApproved(history, phase);
}

/** The director's last word on what is there now: on this phase, with this evidence. */
function isApproved(history: History, phase: string): boolean {
  const looked = lastOf(
    history,
    (event) =>
      event.type === 'deliverableSubmitted' ||
      event.type === 'itemRecycled' ||
      event.type === 'itemStarted' ||
      (event.type === 'gatePassed' && event.phase !== phase) ||
      (event.type === 'eventCorrected' && isEvidence(history, event.corrects)),
  )!.sequence;
  const words = standing(history, 'voteCast').filter(
    (event) => event.on === undefined && event.actor === holders['director'] && event.sequence > looked,
  );
  // Taking one back brings the one before it back.
  const left: string[] = [];
  for (const { vote } of words) {
    if (vote === 'withdraw') left.pop();
    else left.push(vote);
  }
  return left.at(-1) === 'approve';
}

function isEvidence(history: History, sequence: number): boolean {
  return history.find((event) => event.sequence === sequence)?.type === 'deliverableSubmitted';
}

/** A fact stands as it was recorded last; where that was a mistake nobody knows it, whatever was recorded before. */
function naiveFact(history: History, name: string): unknown {
  const last = lastOf(history, (event) => 'facts' in event && event.facts !== undefined && name in event.facts);
  if (last === undefined || isCorrected(history, last)) return undefined;
  return (last as Of<'factsRecorded'>).facts[name];
}

/** The events of a type that nobody corrected. */
function standing<T extends ItemEvent['type']>(history: History, type: T): readonly Of<T>[] {
  return history.filter((event): event is Of<T> => event.type === type && !isCorrected(history, event));
}

function isCorrected(history: History, { sequence }: ItemEvent): boolean {
  return history.some((event) => event.type === 'eventCorrected' && event.corrects === sequence);
}

function lastOf<T extends ItemEvent>(history: History, isIt: (event: ItemEvent) => event is T): T | undefined;
function lastOf(history: History, isIt: (event: ItemEvent) => boolean): ItemEvent | undefined;
function lastOf(history: History, isIt: (event: ItemEvent) => boolean): ItemEvent | undefined {
  return history.filter(isIt).at(-1);
}

function isBefore(a: string, b: string): boolean {
  return Date.parse(a) < Date.parse(b);
}

function isWithin({ from, to }: { readonly from: number; readonly to: number }, at: string): boolean {
  return from <= Date.parse(at) && Date.parse(at) < to;
}
