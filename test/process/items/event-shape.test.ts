import { day, defineCalendar, instant, isKeelsonError, type Json } from 'keelson/foundation';
import { defineDirectory } from 'keelson/organization';
import {
  applyCommand,
  availableActions,
  decideItem,
  dueActions,
  type EventBody,
  explainItem,
  type GateVerdict,
  gateAgenda,
  type ItemCommand,
  type ItemEvent,
  type ItemState,
  nextDeadline,
  replayItem,
  safeParseItemEvents,
} from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { begun, delivery, eventOf, start } from './delivery.js';

const deadline = { at: instant('2026-11-04T09:00:00Z'), calendar: '7' };
const condition = {
  id: 'law',
  text: 'ask',
  owner: 'bo',
  due: day('2026-11-06'),
  onLapse: { recycleTo: 'learn' },
} as const;
const policy = { id: 'alone', version: '1', fingerprint: 'f' };
const none = { rules: [], because: [], criteria: [], votes: [], waivers: [] };
const verdict: GateVerdict = { policy, authority: 'autonomous', ...none };

/** One event of every type but the beginnings, each with every key that it may have. */
const bodies: readonly EventBody[] = [
  { type: 'ownerAssigned', owner: 'bo' },
  { type: 'factsRecorded', facts: { cost: 3 } },
  { type: 'deliverableSubmitted', deliverable: 'brief', evidence: { uri: 'x', note: 'y' }, freshUntil: deadline },
  { type: 'voteCast', vote: 'approve', revision: 2, on: { track: 'fast' }, role: 'pm', onBehalfOf: 'cy' },
  { type: 'waiverGranted', target: { deliverable: 'code' }, phase: 'build', reason: 'pilot', until: deadline },
  { type: 'trackChosen', track: 'fast', granted: true, reason: 'small' },
  { type: 'itemHeld', reason: 'budget', review: deadline },
  { type: 'itemResumed', reason: 'money' },
  {
    ...{
      type: 'gatePassed',
      phase: 'learn',
      to: 'build',
      outcome: 'conditionalGo',
      conditions: [{ ...condition, deadline }],
    },
    ...{ verdict, reason: 'in time', target: deadline },
  },
  { type: 'conditionMet', condition: 'law', evidence: { uri: 'x' } },
  { type: 'eventCorrected', corrects: 3, reason: 'typo', facts: { cost: 4 } },
  {
    type: 'itemRecycled',
    phase: 'build',
    to: 'learn',
    reopened: ['learn'],
    stale: ['brief'],
    reason: 'no',
    target: deadline,
  },
  { type: 'conditionLapsed', condition: 'law' },
  {
    ...{
      type: 'itemMigrated',
      from: 1,
      to: 2,
      phase: 'build',
      phases: { learn: 'learn' },
      deliverables: { code: 'code' },
    },
    ...{ track: 'fast', target: deadline },
  },
  { type: 'itemKilled', reason: 'done with' },
  { type: 'itemCompleted' },
];
const adopted = {
  ...begun,
  ...{ type: 'itemAdopted', source: 'tracker', enteredAt: start, earlier: ['learn'], phase: 'build' },
  ...{ owner: 'ana', track: 'fast', target: deadline },
} as ItemEvent;
const history: readonly ItemEvent[] = [begun, ...bodies.map((body, index) => eventOf(index + 2, body))];

/** Every place in a value, the value itself left out. */
function placesIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...placesIn(inner).map((path) => [key, ...path])]);
}

/** A copy with another value at a place; undefined takes the key away. */
function changed(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  const next = changed((value as Record<string, unknown>)[key], rest, to);
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === key ? next : each));
  const { [key]: _, ...others } = value as Record<string, unknown>;
  return next === undefined ? others : { ...others, [key]: next };
}

const wrong: readonly (Json | undefined)[] = [
  undefined,
  null,
  7,
  -1.5,
  true,
  'x',
  '',
  [],
  [null],
  {},
  { toString: '' },
];

const context = {
  ...{ actor: { id: 'ana', roles: ['pm'] }, at: instant('2026-12-01T09:00:00Z'), directory: defineDirectory({}) },
  calendar: defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] }),
} as const;

/** What a host does with an item next. Nothing of it throws, but for an item that history has led out of the process. */
function use(state: ItemState): void {
  const looks = [
    () => availableActions(delivery, state, context),
    () => explainItem(delivery, state, context),
    () => dueActions(delivery, state, context),
    () => nextDeadline(delivery, state),
    () => gateAgenda(delivery, [state], { ...context, gate: 'learn' }),
  ];
  for (const look of looks) {
    try {
      look();
    } catch (error) {
      if (!isKeelsonError(error) || error.code !== 'process/foreign-item') throw error;
    }
  }
  const envelope = { id: 'next', expected: state.sequence } as const;
  const commands: readonly ItemCommand[] = [
    { ...envelope, type: 'decideGate', outcome: 'go' },
    { ...envelope, type: 'correctEvent', corrects: 2, reason: 'typo' },
    { ...envelope, type: 'meetCondition', condition: 'law' },
    { ...envelope, type: 'lapseCondition', condition: 'law' },
    { ...envelope, type: 'chooseTrack', track: 'fast' },
  ];
  for (const command of commands) {
    decideItem(delivery, state, command, context);
    applyCommand(delivery, state, command, context);
  }
}

describe('an event that came by no door', () => {
  it('has all that it needs where a door let it pass', () => {
    expect(safeParseItemEvents(delivery, [...history, adopted]).diagnostics).toEqual([]);
    expect(replayItem(delivery, history).ok).toBe(true);
    expect(replayItem(delivery, [adopted]).ok).toBe(true);
  });

  it.each([...history, adopted].map((event) => [event.type, event] as const))(
    'is refused or folded: %s',
    (_, event) => {
      for (const place of placesIn(event)) {
        for (const value of wrong) {
          const odd = changed(event, place, value) as ItemEvent;
          const all = event === adopted ? [odd] : history.map((each) => (each === event ? odd : each));
          const what = `${place.join('.')} = ${JSON.stringify(value)}`;
          for (const upTo of [all.indexOf(odd) + 1, all.length]) {
            const replay = replayItem(delivery, all.slice(0, upTo));
            if (replay.ok) use(replay.state);
            // What a door takes is folded: only its place in the history can be wrong.
            if (safeParseItemEvents(delivery, [odd]).ok && !replay.ok) {
              expect(
                replay.diagnostics.map(({ code }) => code),
                what,
              ).not.toContain('process/not-an-event');
            }
          }
        }
      }
    },
  );

  it.each([
    [{ type: 'gatePassed', phase: 'learn' }, 'outcome'],
    [{ type: 'factsRecorded' }, 'facts'],
    [{ type: 'itemRecycled', phase: 'build', to: 'learn', reopened: [], stale: [7] }, 'stale'],
    [{ type: 'ownerAssigned', owner: 'bo', actor: undefined }, 'actor'],
  ])('is named with what it lacks: %o', (body, key) => {
    const replay = replayItem(delivery, [begun, eventOf(2, body as unknown as EventBody)]);
    expect(replay).toEqual({
      ok: false,
      diagnostics: [
        {
          code: 'process/not-an-event',
          severity: 'error',
          path: [1],
          message: `event 2, ${body.type}, has no ${key} that can be read`,
          hint: 'read stored events with safeParseItemEvents',
        },
      ],
    });
  });
});
