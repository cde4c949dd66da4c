import type { Day } from '../../foundation/instant.js';
import type { CompiledProcess } from '../compiled.js';
import type { ConditionInput, ItemCommand, Refusal } from '../items/commands.js';
import type { ConditionWithDeadline, EventBody } from '../items/events.js';
import { frozen } from '../items/frozen.js';
import type { Deadline } from '../items/types.js';
import { deadlineAfter, endOfDay } from '../time/deadlines.js';
import { askDecider } from './authority.js';
import { type Case, isBefore, today } from './case.js';
import { refusal } from './refusal.js';
import { gateRequirements } from './requirements.js';

type GateCommand = Extract<ItemCommand, { readonly type: 'decideGate' }>;

/** What comes of a decision at the gate; adds whatever is in its way. */
export function decideGate(one: Case, command: GateCommand, refusals: Refusal[]): readonly EventBody[] {
  switch (command.outcome) {
    case 'go':
    case 'conditionalGo':
      return pass(one, command, refusals);
    case 'hold':
      return hold(one, command, refusals);
    case 'recycle':
      return recycle(one, command, refusals);
    case 'kill': {
      askToDecide(one, 'end', refusals);
      return [{ type: 'itemKilled', reason: command.reason }];
    }
  }
}

function pass(
  one: Case,
  command: Extract<GateCommand, { readonly outcome: 'go' | 'conditionalGo' }>,
  refusals: Refusal[],
): readonly EventBody[] {
  refuseHeld(one, refusals);
  const { refusals: missing, verdict } = gateRequirements(one);
  refusals.push(...missing);
  const conditions = Object.freeze(command.outcome === 'conditionalGo' ? readConditions(one, command, refusals) : []);
  if (verdict === undefined || refusals.length > 0) return [];
  const { state, context } = one;
  const to = followingPhase(one);
  const target = to?.target && deadlineAfter(context.calendar, context.at, to.target);
  const passed: EventBody = {
    ...{ type: 'gatePassed', phase: state.phase },
    ...(to !== undefined && { to: to.id }),
    ...{ outcome: command.outcome, conditions, verdict },
    ...(command.reason !== undefined && { reason: command.reason }),
    ...(target !== undefined && { target }),
  };
  return to === undefined ? [passed, { type: 'itemCompleted' }] : [passed];
}

/** The next phase that the track does not skip and no waiver in force sets aside. */
function followingPhase({ compiled, state, step, route, context }: Case) {
  const waived = new Set<string>();
  for (const { target, until } of state.waivers) {
    if ('phase' in target && isBefore(context.at, until.at)) waived.add(target.phase);
  }
  const { phases } = compiled.definition;
  return phases.find(({ id }, place) => place > step.place && !route.skips[place] && !waived.has(id));
}

function readConditions(
  one: Case,
  command: Extract<GateCommand, { readonly outcome: 'conditionalGo' }>,
  refusals: Refusal[],
): readonly ConditionWithDeadline[] {
  const taken = new Set(one.state.conditions.map(({ id }) => id));
  if (command.conditions.length === 0) {
    refusals.push(
      refusal({
        code: 'process/no-conditions',
        message: 'a conditional go has no condition',
        path: ['conditions'],
        hint: 'name at least one condition, or decide go',
        needed: 1,
        actual: 0,
      }),
    );
  }
  return command.conditions.map((condition, index) =>
    readCondition(one, command.id, condition, index, taken, refusals),
  );
}

function readCondition(
  one: Case,
  commandId: string,
  input: ConditionInput,
  index: number,
  taken: Set<string>,
  refusals: Refusal[],
): ConditionWithDeadline {
  const { id = `${commandId}/${index + 1}`, text, owner, due, onLapse = 'hold', blocksNextGate = false } = input;
  const path = ['conditions', index];
  if (taken.has(id)) {
    refusals.push(
      refusal({
        code: 'process/duplicate-condition',
        message: `the item has a condition ${id} already`,
        path: [...path, 'id'],
        hint: 'give it another id',
        actual: id,
        condition: id,
      }),
    );
  }
  taken.add(id);
  if (onLapse !== 'hold') {
    const { phaseOf } = one.compiled;
    const place = phaseOf.get(onLapse.recycleTo);
    if (place === undefined) refusals.push(unknownPhase(one, onLapse.recycleTo, [...path, 'onLapse', 'recycleTo']));
    else if (place > one.step.place) refusals.push(notBack(one, onLapse.recycleTo, [...path, 'onLapse', 'recycleTo']));
  }
  const deadline = dueOn(one, due as Day, [...path, 'due'], refusals);
  return frozen({
    ...{ id, text, owner, due: due as Day, onLapse, deadline },
    ...(blocksNextGate && { blocksNextGate: true as const }),
  });
}

/** The end of a day that is not over yet; adds a refusal where it is. */
export function dueOn(one: Case, day: Day, path: readonly (string | number)[], refusals: Refusal[]): Deadline {
  const { calendar, at } = one.context;
  const deadline = endOfDay(calendar, day);
  if (deadline !== undefined && isBefore(at, deadline.at)) return deadline;
  const on = today(one);
  refusals.push(
    refusal({
      code: deadline === undefined ? 'process/day-out-of-range' : 'process/day-past',
      message: deadline === undefined ? `${day} is further away than calendars reach` : `${day} is over: it is ${on}`,
      path,
      hint: `name ${on} or a later day`,
      needed: on,
      actual: day,
    }),
  );
  return { at, calendar: '' };
}

function hold(
  one: Case,
  { reason, reviewOn }: Extract<GateCommand, { readonly outcome: 'hold' }>,
  refusals: Refusal[],
): readonly EventBody[] {
  refuseHeld(one, refusals);
  askToDecide(one, 'wait', refusals);
  const review = dueOn(one, reviewOn as Day, ['reviewOn'], refusals);
  return [{ type: 'itemHeld', reason, review }];
}

function recycle(
  one: Case,
  { to, stale, reason }: Extract<GateCommand, { readonly outcome: 'recycle' }>,
  refusals: Refusal[],
): readonly EventBody[] {
  const { compiled, step, route, state } = one;
  refuseHeld(one, refusals);
  askToDecide(one, 'go back', refusals);
  const place = compiled.phaseOf.get(to);
  if (place === undefined) {
    refusals.push(unknownPhase(one, to, ['to']));
    return [];
  }
  const targets = step.gate.recycleTo ?? [];
  if (!targets.includes(to) || route.skips[place]) {
    const open = targets.filter((target) => !route.skips[compiled.phaseOf.get(target)!]);
    refusals.push(
      refusal({
        code: 'process/recycle-not-allowed',
        message: `the gate of ${state.phase} sends no item back to ${to}`,
        path: ['to'],
        hint: open.length === 0 ? 'hold it, or end it' : `it sends items back to ${open.join(', ')}`,
        needed: open,
        actual: to,
      }),
    );
  }
  const done = state.recycles[state.phase] ?? 0;
  const { maxRecycles } = step.gate;
  if (maxRecycles !== undefined && done >= maxRecycles) {
    refusals.push(
      refusal({
        code: 'process/recycle-limit',
        message: `the gate of ${state.phase} has sent the item back ${done === 1 ? 'once' : `${done} times`}, which is all that it may`,
        path: [...step.path, 'gate', 'maxRecycles'],
        hint: 'let it pass, hold it, or end it',
        needed: maxRecycles,
        actual: done,
      }),
    );
  }
  if (stale !== undefined) refuseNotReopened(one, { to, place, stale }, refusals);
  return [recycled(one, place, { ...(stale !== undefined && { stale }), ...(reason !== undefined && { reason }) })];
}

/** What becomes stale is something of the phases that the item goes through again. */
function refuseNotReopened(
  { compiled, step, state }: Case,
  { to, place, stale }: { readonly to: string; readonly place: number; readonly stale: readonly string[] },
  refusals: Refusal[],
): void {
  const ids = reopenedDeliverables(compiled, place, step.place);
  for (const [index, id] of stale.entries()) {
    if (ids.includes(id)) continue;
    refusals.push(
      refusal({
        code: 'process/not-reopened',
        message: `${id} is no deliverable of the phases from ${to} to ${state.phase}`,
        path: ['stale', index],
        hint: ids.length === 0 ? 'leave it out' : `name some of ${ids.join(', ')}`,
        needed: ids,
        actual: id,
      }),
    );
  }
}

function reopenedDeliverables({ deliverableOf }: CompiledProcess, from: number, to: number): readonly string[] {
  const ids: string[] = [];
  for (const [id, { phase }] of deliverableOf) if (phase >= from && phase <= to) ids.push(id);
  return ids;
}

/** The event that sends an item back; without a list of its own, whatever came in for the phases from there on is stale. */
export function recycled(
  { compiled, state, step, context }: Case,
  place: number,
  { stale, reason }: { readonly stale?: readonly string[]; readonly reason?: string },
): EventBody {
  const { phases } = compiled.definition;
  const to = phases[place]!;
  const reopened = Object.freeze(phases.slice(place, step.place + 1).map(({ id }) => id));
  const target = to.target && deadlineAfter(context.calendar, context.at, to.target);
  const asked = stale ?? reopenedDeliverables(compiled, place, step.place);
  return {
    ...{ type: 'itemRecycled', phase: state.phase, to: to.id, reopened },
    stale: Object.freeze(asked.filter((id) => state.deliverables[id] !== undefined)),
    ...(reason !== undefined && { reason }),
    ...(target !== undefined && { target }),
  };
}

/** Whether the actor may decide on an item at its gate without passing it. */
export function askToDecide(one: Case, what: string, refusals: Refusal[]): void {
  const { step } = one;
  askDecider(
    one,
    { authority: step.authority, what, path: [...step.path, 'gate', 'authority'], on: undefined },
    refusals,
  );
}

export function refuseHeld({ state }: Case, refusals: Refusal[]): void {
  if (state.status !== 'held') return;
  refusals.push(
    refusal({
      code: 'process/on-hold',
      message: `the item is on hold: ${state.hold?.reason}`,
      path: [],
      hint: 'resume it first, or end it',
      needed: 'active',
      actual: 'held',
    }),
  );
}

export function unknownPhase({ compiled }: Case, phase: string, path: readonly (string | number)[]): Refusal {
  const phases = compiled.definition.phases.map(({ id }) => id);
  return refusal({
    code: 'process/no-such-phase',
    message: `the process has no phase ${phase}`,
    path,
    hint: `its phases are ${phases.join(', ')}`,
    needed: phases,
    actual: phase,
  });
}

function notBack({ state }: Case, phase: string, path: readonly (string | number)[]): Refusal {
  return refusal({
    code: 'process/recycle-not-allowed',
    message: `${phase} comes after ${state.phase}, and an item goes back only`,
    path,
    hint: `name ${state.phase} or an earlier phase`,
    needed: state.phase,
    actual: phase,
  });
}
