import type { FaultList } from '../../foundation/fault-list.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { formatPath } from '../../foundation/path.js';
import { quote } from '../../foundation/shorten.js';
import type { EscalationStep } from './types.js';

/**
 * Returns of each step, by place, the one that follows (-1 where none does), after listing what keeps the chain from an end:
 * steps with one id, a next step that does not exist, steps that follow each other in a circle or hand on to nobody, and steps
 * that none leads to.
 */
export function followersOf(steps: readonly EscalationStep[], faults: FaultList): readonly number[] {
  const placeOf = new Map<string, number>();
  for (const [place, { id }] of steps.entries()) {
    const first = placeOf.get(id);
    if (first === undefined) placeOf.set(id, place);
    else {
      faults.add(['steps', place, 'id'], () => ({
        code: 'governance/duplicate-step',
        message: `${formatPath(['steps', place, 'id'])} repeats ${quote(id)}, which is ${formatPath(['steps', first])} already`,
        hint: 'give it another id: entries of a log name steps by their ids',
        related: [{ path: ['steps', first, 'id'], message: 'the first of this id' }],
      }));
    }
  }
  const nextOf = steps.map(({ next }, place) =>
    next === undefined ? (place + 1 < steps.length ? place + 1 : -1) : (placeOf.get(next) ?? -1),
  );
  for (const [place, step] of steps.entries()) findUnknownNext(steps, place, step, placeOf, faults);
  findEndless(steps, nextOf, faults);
  return nextOf;
}

function findUnknownNext(
  steps: readonly EscalationStep[],
  place: number,
  { next, onTimeout }: EscalationStep,
  placeOf: ReadonlyMap<string, number>,
  faults: FaultList,
): void {
  if (next !== undefined && !placeOf.has(next)) {
    faults.add(['steps', place, 'next'], () => {
      const near = nearestName(next, placeOf.keys());
      return {
        code: 'governance/unknown-step',
        message: `step ${quote(steps[place]!.id)} hands on to ${quote(next)}, which is no step`,
        hint: near === undefined ? 'name a step, or leave next out for the one after it' : `did you mean ${near}?`,
      };
    });
  } else if (onTimeout === 'next' && next === undefined && place === steps.length - 1) {
    faults.add(['steps', place, 'onTimeout'], () => ({
      code: 'governance/endless-escalation',
      message: `step ${quote(steps[place]!.id)} is the last and hands on to nobody, so that the escalation never ends`,
      hint: 'let it end with reject or approve',
    }));
  }
}

/** Each step has one follower: whoever walks from the first passes all that can be reached, and meets a circle if there is one. */
function findEndless(steps: readonly EscalationStep[], nextOf: readonly number[], faults: FaultList): void {
  const walked: number[] = [];
  const isReached = new Set<number>();
  let place = 0;
  for (; place !== -1 && !isReached.has(place); place = nextOf[place]!) {
    isReached.add(place);
    walked.push(place);
  }
  if (place !== -1) {
    const circle = [...walked.slice(walked.indexOf(place)), place].map((each) => steps[each]!.id);
    faults.add(['steps', walked.at(-1)!, 'next'], () => ({
      code: 'governance/endless-escalation',
      message: `steps hand on to each other in a circle: ${circle.map(quote).join(' to ')}`,
      hint: 'let each hand on to a later one; a step that is to be asked again has repeat',
    }));
  }
  for (const [other, { id }] of steps.entries()) {
    if (isReached.has(other)) continue;
    faults.add(['steps', other], () => ({
      code: 'governance/unreachable-step',
      message: `no step leads to ${quote(id)}`,
      hint: 'remove it, or let an earlier step name it as next',
    }));
  }
}
