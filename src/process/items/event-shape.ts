import { isDay, isInstant } from '../../foundation/instant.js';
import { isPlain } from '../../governance/facts/request.js';
import type { EventBody, ItemEvent, ItemEventType } from './events.js';

// The doors look at every value of an event, and take their time. Here is what a fold and a decision after it rely on, so that a
// history which came by no door is refused instead of breaking them.

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = Number.isSafeInteger;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
/** An object with these keys, whatever else it has. */
const withKeys =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (!isPlain(value)) return false;
    for (const key in checks) if (!checks[key]!(value[key as keyof typeof value])) return false;
    return true;
  };
/** An object of texts by any name. */
const isNames: Check = (value) => isPlain(value) && Object.values(value).every(isText);
const isOneName: Check = (value) => isNames(value) && Object.keys(value as object).length === 1;

type Body<T extends ItemEventType> = Extract<EventBody, { readonly type: T }>;
type Checks = { readonly [T in ItemEventType]: { readonly [K in Exclude<keyof Body<T>, 'type'>]-?: Check } };

const envelope = { actor: isText, command: isText };

const bodies: Checks = /* @__PURE__ */ (() => {
  const maybeText = orAbsent(isText);
  const deadline = withKeys({ at: isInstant, calendar: isText });
  const maybeDeadline = orAbsent(deadline);
  const evidence = withKeys({ uri: isText });
  const condition = withKeys({
    id: isText,
    text: isText,
    owner: isText,
    due: isDay,
    onLapse: (value) => value === 'hold' || isOneName(value),
    deadline,
  });
  const verdict: Check = isPlain;
  const on: Check = (value) => isOneName(value) || withKeys({ waiver: isOneName })(value);
  const facts: Check = isPlain;
  const beginning = { phase: isText, facts, owner: maybeText, track: maybeText, target: maybeDeadline };
  return {
    itemStarted: beginning,
    itemAdopted: { ...beginning, source: isText, enteredAt: isInstant, earlier: listOf(isText) },
    ownerAssigned: { owner: isText },
    factsRecorded: { facts },
    deliverableSubmitted: { deliverable: isText, evidence, freshUntil: maybeDeadline },
    voteCast: { vote: isText, revision: isNumber, on: orAbsent(on), role: maybeText, onBehalfOf: maybeText },
    gatePassed: {
      ...{ phase: isText, to: maybeText, outcome: isText, conditions: listOf(condition), verdict },
      ...{ reason: maybeText, target: maybeDeadline },
    },
    itemCompleted: {},
    itemHeld: { reason: isText, review: deadline },
    itemResumed: { reason: maybeText },
    itemRecycled: {
      ...{ phase: isText, to: isText, reopened: listOf(isText), stale: listOf(isText) },
      ...{ reason: maybeText, target: maybeDeadline },
    },
    itemKilled: { reason: isText },
    conditionMet: { condition: isText, evidence: orAbsent(evidence) },
    conditionLapsed: { condition: isText },
    waiverGranted: { target: isOneName, phase: isText, reason: isText, until: deadline },
    trackChosen: { track: maybeText, granted: orAbsent((value) => value === true), reason: maybeText },
    eventCorrected: { corrects: isNumber, reason: isText, facts: orAbsent(facts) },
    itemMigrated: {
      ...{ from: isNumber, to: isNumber, phase: isText, phases: isNames, deliverables: isNames },
      ...{ track: maybeText, target: maybeDeadline },
    },
  };
})();

/** The first key of an event without which it cannot be folded, or whose value is none that it may have; undefined where all is there. */
export function unreadableKey(event: ItemEvent): string | undefined {
  return firstWrong(event, envelope) ?? firstWrong(event, bodies[event.type]);
}

function firstWrong(event: ItemEvent, checks: Readonly<Record<string, Check>>): string | undefined {
  for (const key in checks) {
    if (!checks[key]!(event[key as keyof ItemEvent])) return key;
  }
  return undefined;
}
