import type { ItemCommand, Refusal } from '../items/commands.js';
import type { EventBody } from '../items/events.js';
import { frozen } from '../items/frozen.js';
import type { RecordedCondition } from '../items/types.js';
import { type Case, isBefore } from './case.js';
import { recycled } from './gate.js';
import { refusal } from './refusal.js';

type Command<T extends ItemCommand['type']> = Extract<ItemCommand, { readonly type: T }>;

export function meetCondition(
  one: Case,
  { condition: id, evidence }: Command<'meetCondition'>,
  refusals: Refusal[],
): readonly EventBody[] {
  const { state, context } = one;
  const condition = openCondition(one, id, refusals);
  if (condition === undefined) return [];
  const { owner, deadline } = condition;
  if (context.actor.id !== owner && context.actor.id !== state.owner) {
    refusals.push(
      refusal({
        code: 'process/not-condition-owner',
        message: `condition ${id} is for ${owner} to meet`,
        path: ['condition'],
        hint: `ask ${owner}`,
        needed: owner,
        actual: context.actor.id,
        condition: id,
        candidates: [owner],
      }),
    );
  }
  if (!isBefore(context.at, deadline.at)) {
    refusals.push(
      refusal({
        code: 'process/condition-overdue',
        message: `condition ${id} was due by ${deadline.at}: ${condition.text}`,
        path: ['condition'],
        hint: 'let it lapse',
        needed: deadline.at,
        actual: context.at,
        condition: id,
      }),
    );
  }
  return [{ type: 'conditionMet', condition: id, ...(evidence !== undefined && { evidence: frozen(evidence) }) }];
}

/** Anybody may say that time has passed: the deadline decides. */
export function lapseCondition(
  one: Case,
  { condition: id }: Command<'lapseCondition'>,
  refusals: Refusal[],
): readonly EventBody[] {
  const { context, state } = one;
  const condition = openCondition(one, id, refusals);
  if (condition === undefined) return [];
  const { deadline, text } = condition;
  if (isBefore(context.at, deadline.at)) {
    refusals.push(
      refusal({
        code: 'process/not-due',
        message: `condition ${id} is due by ${deadline.at}, which is still to come`,
        path: ['condition'],
        hint: 'wait until then',
        needed: deadline.at,
        actual: context.at,
        condition: id,
      }),
    );
  }
  const lapsed: EventBody = { type: 'conditionLapsed', condition: id };
  const back = placeToGoBackTo(one, condition);
  if (back !== undefined) return [lapsed, recycled(one, back, { reason: `lapsed: ${text}` })];
  if (state.status === 'held') return [lapsed];
  // It is to be looked at now.
  const review = frozen({ at: context.at, calendar: deadline.calendar });
  return [lapsed, { type: 'itemHeld', reason: `lapsed: ${text}`, review }];
}

/** Where a lapsed condition sends the item; undefined where it is held: a bound is a bound, and nothing leads on. */
function placeToGoBackTo({ compiled, state, step, route }: Case, { onLapse }: RecordedCondition): number | undefined {
  if (onLapse === 'hold') return undefined;
  const place = compiled.phaseOf.get(onLapse.recycleTo);
  const { maxRecycles = Number.POSITIVE_INFINITY } = step.gate;
  const isWithin = (state.recycles[state.phase] ?? 0) < maxRecycles;
  return place !== undefined && place <= step.place && !route.skips[place] && isWithin ? place : undefined;
}

function openCondition({ state }: Case, id: string, refusals: Refusal[]): RecordedCondition | undefined {
  const condition = state.conditions.find((each) => each.id === id);
  if (condition?.status === 'open') return condition;
  const open = state.conditions.filter(({ status }) => status === 'open').map((each) => each.id);
  refusals.push(
    refusal({
      code: condition === undefined ? 'process/no-such-condition' : 'process/condition-settled',
      message:
        condition === undefined ? `the item has no condition ${id}` : `condition ${id} is ${condition.status} already`,
      path: ['condition'],
      hint: open.length === 0 ? 'no condition is open' : `open are ${open.join(', ')}`,
      needed: open,
      actual: condition?.status ?? null,
      condition: id,
    }),
  );
  return undefined;
}
