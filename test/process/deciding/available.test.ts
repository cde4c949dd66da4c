import fc from 'fast-check';
import { defineCalendar, type Instant, instant } from 'keelson/foundation';
import { defineDirectory } from 'keelson/organization';
import {
  type AvailableAction,
  applyCommand,
  availableActions,
  type CommandBody,
  type DecisionContext,
  decideItem,
  type ItemCommand,
  type ItemState,
  startItem,
} from 'keelson/process';
import { describe, expect, it } from 'vitest';
import { launch, people } from './launch.js';

const calendar = defineCalendar({
  zone: 'Europe/Berlin',
  weekend: ['saturday', 'sunday'],
  windows: [{ id: 'freeze', from: '2026-11-20', to: '2026-11-23' }],
});
const directory = defineDirectory({
  roles: [{ id: 'director' }, { id: 'legal' }],
  assignments: [
    { person: 'dora', role: 'director' },
    { person: 'lea', role: 'legal' },
  ],
});
const start = instant('2026-11-02T09:00:00Z');

function later(at: Instant, hours: number): Instant {
  return instant(new Date(Date.parse(at) + hours * 3_600_000).toISOString());
}

/** Commands of all kinds, sensible or not. */
const bodies: readonly CommandBody[] = [
  { type: 'assignOwner', owner: 'ana' },
  { type: 'recordFacts', facts: { risk: 'low', interviews: 5 } },
  { type: 'recordFacts', facts: { risk: 'high' } },
  ...['brief', 'prd', 'design', 'build'].map(
    (deliverable) => ({ type: 'submitDeliverable', deliverable, evidence: { uri: 'wiki:1' } }) as const,
  ),
  { type: 'vote', vote: 'approve' },
  { type: 'vote', vote: 'reject' },
  { type: 'vote', vote: 'approve', on: { waiver: { deliverable: 'prd' } } },
  { type: 'vote', vote: 'approve', on: { track: 'express' } },
  { type: 'decideGate', outcome: 'go' },
  { type: 'decideGate', outcome: 'conditionalGo', conditions: [{ text: 'ask', owner: 'ana', due: '2026-11-09' }] },
  { type: 'decideGate', outcome: 'hold', reason: 'wait', reviewOn: '2026-12-01' },
  { type: 'decideGate', outcome: 'recycle', to: 'discovery' },
  { type: 'decideGate', outcome: 'recycle', to: 'definition' },
  { type: 'resume' },
  { type: 'grantWaiver', target: { deliverable: 'prd' }, reason: 'small', until: '2026-12-01' },
  { type: 'grantWaiver', target: { phase: 'definition' }, reason: 'small', until: '2026-12-01' },
  { type: 'chooseTrack', track: 'express' },
  { type: 'chooseTrack' },
  { type: 'correctEvent', corrects: 2, reason: 'a slip' },
  { type: 'correctEvent', corrects: 3, reason: 'a slip' },
];

interface Turn {
  readonly body: number;
  readonly actor: number;
  readonly hours: number;
}

const turns = fc.array(
  fc.record({
    body: fc.nat(bodies.length),
    actor: fc.constantFrom(0, 0, 0, 1, 2, 3, 4),
    hours: fc.constantFrom(0, 1, 24, 24 * 20),
  }),
  { minLength: 20, maxLength: 40 },
);

/** Whether a command is one that an action leaves to fill in. */
function isOf({ action }: AvailableAction, command: CommandBody): boolean {
  return (
    Object.entries(action).every(
      ([key, value]) => JSON.stringify(command[key as keyof CommandBody]) === JSON.stringify(value),
    ) &&
    (action.type !== 'vote' || 'on' in action === 'on' in command) &&
    (action.type !== 'chooseTrack' || 'track' in action === 'track' in command)
  );
}

function checkAgreement(state: ItemState, command: ItemCommand, body: CommandBody, context: DecisionContext): void {
  const actions = availableActions(launch, state, context);
  const matching = actions.filter((action) => isOf(action, body));
  if (decideItem(launch, state, command, context).ok) expect(matching.map(({ allowed }) => allowed)).toEqual([true]);
  for (const { action, allowed, refusals } of actions) {
    expect(allowed, JSON.stringify(action)).toBe(refusals.length === 0);
  }
}

describe('availableActions', () => {
  it('allows what decideItem takes, and refuses the rest with its reasons', () => {
    let taken = 0;
    fc.assert(
      fc.property(turns, (walk) => {
        let state: ItemState = startItem(launch, { id: 'x', at: start, by: 'ana', owner: 'ana' }).state;
        let at = start;
        for (const [index, turn] of walk.entries()) {
          at = later(at, turn.hours);
          const context: DecisionContext = { actor: people[turn.actor]!, at, calendar, directory };
          const body = bodyOf(turn, state);
          const command = { id: `c${index}`, expected: state.sequence, ...body } as ItemCommand;
          checkAgreement(state, command, body, context);
          const result = applyCommand(launch, state, command, context);
          if (result.ok) taken++;
          if (result.ok) state = result.state;
        }
      }),
      { numRuns: 60 },
    );
    // A brief run is left before it has seen so much.
    if (process.env.KEELSON_PROPERTIES !== 'brief') expect(taken).toBeGreaterThan(100);
  });

  /** The last place stands for whatever condition is open. */
  function bodyOf({ body }: Turn, { conditions }: ItemState): CommandBody {
    if (body < bodies.length) return bodies[body]!;
    return { type: 'meetCondition', condition: conditions.at(-1)?.id ?? 'none' };
  }

  it('names each action once, and all of them for an item that has ended too', () => {
    const { state } = startItem(launch, { id: 'x', at: start, by: 'ana', owner: 'ana' });
    const context: DecisionContext = { actor: people[0]!, at: start, calendar, directory };
    const killed = applyCommand(
      launch,
      state,
      { id: 'k', expected: 1, type: 'decideGate', outcome: 'kill', reason: 'no' },
      context,
    );
    if (!killed.ok) throw new Error('not killed');
    const actions = availableActions(launch, killed.state, context);
    const names = actions.map(({ action }) => JSON.stringify(action));
    expect(new Set(names).size).toBe(names.length);
    expect(actions.map(({ allowed }) => allowed)).not.toContain(true);
    expect(new Set(actions.map(({ action }) => action.type)).size).toBe(8);
    expect(actions.flatMap(({ refusals }) => refusals.map(({ code }) => code))).toContain('process/item-ended');
  });

  it('refuses every action to a context that is none, without throwing', () => {
    const { state } = startItem(launch, { id: 'x', at: start, by: 'ana', owner: 'ana' });
    const context = { actor: { id: '', roles: [] }, at: 'soon' as Instant, calendar, directory };
    const codes = availableActions(launch, state, context).flatMap(({ refusals }) => refusals.map(({ code }) => code));
    expect(new Set(codes)).toEqual(new Set(['process/invalid-context']));
  });
});
