import type { FaultList } from '../../foundation/fault-list.js';
import { nearestName } from '../../foundation/nearest-name.js';
import { formatPath } from '../../foundation/path.js';
import { quote } from '../../foundation/shorten.js';
import type { Followers } from './seal.js';
import type { EscalationStep } from './types.js';

/**
 * Returns what follows on each step, by place, after listing what keeps the chain from an end: steps with one id, steps that do not
 * exist, steps that follow on each other in a circle or hand on to nobody, and steps that none leads to.
 */
export function followersOf(steps: readonly EscalationStep[], faults: FaultList): readonly Followers[] {
  const placeOf = placesOf(steps, faults);
  const followers = steps.map(({ next, onTimeout, onDisagreement }, place): Followers => {
    const inList = place + 1 < steps.length ? place + 1 : -1;
    const after = next === undefined ? inList : (placeOf.get(next) ?? -1);
    return {
      onTimeout: onTimeout === 'next' ? after : -1,
      onDisagreement: onDisagreement === undefined ? after : (placeOf.get(onDisagreement) ?? -1),
    };
  });
  for (const [place, step] of steps.entries()) findMissing(steps, place, step, placeOf, faults);
  const reached = reachedFrom(0, followers);
  findCircle(steps, reached, followers, faults);
  for (const [place, { id }] of steps.entries()) {
    if (reached.has(place)) continue;
    faults.add(['steps', place], () => ({
      code: 'governance/unreachable-step',
      message: `no step leads to ${quote(id)}`,
      hint: 'remove it, or let an earlier step name it as next or onDisagreement',
    }));
  }
  return followers;
}

function placesOf(steps: readonly EscalationStep[], faults: FaultList): ReadonlyMap<string, number> {
  const placeOf = new Map<string, number>();
  for (const [place, { id }] of steps.entries()) {
    const first = placeOf.get(id);
    if (first === undefined) {
      placeOf.set(id, place);
      continue;
    }
    const path = ['steps', place, 'id'];
    faults.add(path, () => ({
      code: 'governance/duplicate-step',
      message: `${formatPath(path)} repeats ${quote(id)}, which is ${formatPath(['steps', first])} already`,
      hint: 'give it another id: entries of a log name steps by their ids',
      related: [{ path: ['steps', first, 'id'], message: 'the first of this id' }],
    }));
  }
  return placeOf;
}

function findMissing(
  steps: readonly EscalationStep[],
  place: number,
  step: EscalationStep,
  placeOf: ReadonlyMap<string, number>,
  faults: FaultList,
): void {
  for (const key of ['next', 'onDisagreement'] as const) {
    const named = step[key];
    if (named === undefined || placeOf.has(named)) continue;
    faults.add(['steps', place, key], () => {
      const near = nearestName(named, placeOf.keys());
      return {
        code: 'governance/unknown-step',
        message: `step ${quote(step.id)} hands on to ${quote(named)}, which is no step`,
        hint: near === undefined ? `name a step, or leave ${key} out` : `did you mean ${near}?`,
      };
    });
  }
  if (step.onTimeout === 'next' && step.next === undefined && place === steps.length - 1) {
    faults.add(['steps', place, 'onTimeout'], () => ({
      code: 'governance/endless-escalation',
      message: `step ${quote(step.id)} is the last and hands on to nobody, so that the escalation never ends`,
      hint: 'let it end with reject or approve',
    }));
  }
}

function placesAfter({ onTimeout, onDisagreement }: Followers): readonly number[] {
  return [onTimeout, onDisagreement].filter((place) => place !== -1);
}

function reachedFrom(first: number, followers: readonly Followers[]): ReadonlySet<number> {
  const reached = new Set([first]);
  for (const place of reached) for (const next of placesAfter(followers[place]!)) reached.add(next);
  return reached;
}

/** Takes away steps after which nothing is left, again and again: what stays leads to a circle. */
function findCircle(
  steps: readonly EscalationStep[],
  reached: ReadonlySet<number>,
  followers: readonly Followers[],
  faults: FaultList,
): void {
  const left = new Set(reached);
  const staying = (place: number): number | undefined => placesAfter(followers[place]!).find((next) => left.has(next));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const place of left) if (staying(place) === undefined) left.delete(place);
  }
  const [first] = left;
  if (first === undefined) return;
  const walked: number[] = [];
  for (let place = first; !walked.includes(place); place = staying(place)!) walked.push(place);
  const again = staying(walked.at(-1)!)!;
  const circle = [...walked.slice(walked.indexOf(again)), again].map((place) => quote(steps[place]!.id));
  faults.add(['steps', walked.at(-1)!], () => ({
    code: 'governance/endless-escalation',
    message: `steps hand on to each other in a circle: ${circle.join(' to ')}`,
    hint: 'let each hand on to a later one; a step that is to be asked again has repeat',
  }));
}
