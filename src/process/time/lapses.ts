import { compareTexts } from '../../foundation/compare.js';
import { compareInstants } from '../../foundation/instant.js';
import { shorten } from '../../foundation/shorten.js';
import type { CompiledDeliverable, CompiledProcess, Step } from '../compiled.js';
import type { Deadline, ItemState, RecordedWaiver, WaiverTarget } from '../items/types.js';
import type { DueAction, DueKind } from './types.js';

const kinds: readonly DueKind[] = ['condition', 'review', 'target', 'deliverable', 'waiver'];

/**
 * All that lapses of an item as it stands, each with the instant from which it is due: until an event changes the item nothing
 * that is due ceases to be, so that these instants say what is due at any moment, and when that changes. Earliest first.
 */
export function lapsesOf(compiled: CompiledProcess, state: ItemState): readonly DueAction[] {
  const place = compiled.phaseOf.get(state.phase);
  const step = place === undefined ? undefined : compiled.routes.get(state.track)?.steps[place];
  if (step === undefined || state.end !== undefined) return [];
  const lapses = [
    ...conditions(state),
    ...reviewAndTarget(state),
    ...step.deliverables.flatMap((deliverable) => staleDeliverable(state, deliverable)),
    ...waivers(compiled, step, state),
  ];
  return lapses.sort(
    (a, b) =>
      compareInstants(a.since, b.since) ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      compareTexts(nameOf(a), nameOf(b)),
  );
}

function nameOf({ condition, deliverable, waiver }: DueAction): string {
  return condition ?? deliverable ?? waiver ?? '';
}

function conditions({ conditions, phase }: ItemState): DueAction[] {
  return conditions
    .filter(({ status }) => status === 'open')
    .map(({ id, text, owner, deadline }) => ({
      ...{ kind: 'condition', since: deadline.at, deadline },
      message: `condition ${id} of ${owner} was due by ${deadline.at}: ${shorten(text, 200)}`,
      commands: [{ type: 'lapseCondition', condition: id }],
      ...{ automatic: true, phase, condition: id },
    }));
}

function reviewAndTarget({ phase, hold, target }: ItemState): DueAction[] {
  const lapses: DueAction[] = [];
  if (hold !== undefined) {
    const { reason, review } = hold;
    const message = `the item was to be looked at again by ${review.at}: ${shorten(reason, 200)}`;
    const commands = [{ type: 'resume' }] as const;
    lapses.push({ kind: 'review', since: review.at, deadline: review, message, commands, phase });
  }
  if (target !== undefined) {
    const message = `the item was to leave ${phase} by ${target.at}`;
    lapses.push({ kind: 'target', since: target.at, deadline: target, message, commands: [], phase });
  }
  return lapses;
}

function staleDeliverable(state: ItemState, { definition, atLeast }: CompiledDeliverable): DueAction[] {
  const { id, owner } = definition;
  const { freshUntil } = state.deliverables[id] ?? {};
  if (freshUntil === undefined || !isHandedIn(state, id, atLeast)) return [];
  const waived = lastOf(state.waivers.filter(({ target, phase }) => phase === state.phase && covers(target, id)));
  // A waiver that lasts longer stands in for it.
  const since = waived !== undefined && isLater(waived.until, freshUntil) ? waived.until.at : freshUntil.at;
  const message = `${id} counted until ${freshUntil.at}: ${owner} has to hand in what is so now`;
  return [
    { kind: 'deliverable', since, deadline: freshUntil, message, commands: [], phase: state.phase, deliverable: id },
  ];
}

/** The waivers of gates that the item has still to pass, one for each thing that is waived: the one that lasts longest. */
function waivers({ phaseOf, deliverableOf }: CompiledProcess, step: Step, state: ItemState): DueAction[] {
  const byTarget = new Map<string, RecordedWaiver[]>();
  for (const waiver of state.waivers) {
    const place = phaseOf.get(waiver.phase);
    if (place === undefined || place < step.place) continue;
    const key = `${waiver.phase} ${targetWords(waiver.target)}`;
    byTarget.set(key, [...(byTarget.get(key) ?? []), waiver]);
  }
  return [...byTarget.values()].flatMap((same): DueAction[] => {
    const { id, target, until, phase } = lastOf(same)!;
    if ('deliverable' in target) {
      const known = deliverableOf.get(target.deliverable);
      // It came in after all.
      if (known !== undefined && isHandedIn(state, target.deliverable, known.atLeast)) return [];
    }
    const message = `the waiver for the ${targetWords(target)} counted until ${until.at}`;
    return [{ kind: 'waiver', since: until.at, deadline: until, message, commands: [], phase, waiver: id }];
  });
}

function targetWords(target: WaiverTarget): string {
  const [kind] = Object.keys(target);
  return `${kind} ${Object.values(target)[0]}`;
}

function isHandedIn({ deliverables }: ItemState, id: string, atLeast: number): boolean {
  const submitted = deliverables[id];
  return submitted !== undefined && submitted.stale !== true && submitted.evidence.length >= atLeast;
}

function covers(target: WaiverTarget, deliverable: string): boolean {
  return 'phase' in target || ('deliverable' in target && target.deliverable === deliverable);
}

function lastOf(waivers: readonly RecordedWaiver[]): RecordedWaiver | undefined {
  let last: RecordedWaiver | undefined;
  for (const waiver of waivers) if (last === undefined || isLater(waiver.until, last.until)) last = waiver;
  return last;
}

function isLater(a: Deadline, b: Deadline): boolean {
  return compareInstants(a.at, b.at) > 0;
}
