import { isInstant } from '../../foundation/instant.js';
import { externalIdFault } from '../../foundation/names.js';
import { plainText } from '../../foundation/shorten.js';
import type { CompiledProcess } from '../compiled.js';
import type { CommandDecision, DecisionContext, ItemCommand, Refusal } from '../items/commands.js';
import type { EventBody, ItemEvent } from '../items/events.js';
import type { ItemState } from '../items/types.js';
import { unseal } from '../seal.js';
import type { Process } from '../types.js';
import { type Case, caseOf, isBefore } from './case.js';
import { commandFaults } from './command.js';
import { lapseCondition, meetCondition } from './conditions.js';
import { askToDecide, decideGate } from './gate.js';
import { chooseTrack, grantWaiver, vote } from './grants.js';
import { refusal } from './refusal.js';
import { assignOwner, correctEvent, recordFacts, submitDeliverable } from './work.js';

/**
 * Returns the events that a command causes, or every reason why it causes none. Nothing is stored and nothing changes. A command
 * that was carried out before, told by its id, is answered with `repeated` and no events.
 *
 * Never throws for what a command, an actor or an item says; a recorded value that the facts of the process no longer take counts
 * as not known. Throws a `KeelsonError` where the host's own code is wrong:
 * `calendar/unknown-window` for a window that the calendar lacks, `foundation/not-a-definition` for what no door returned.
 *
 * @example
 * const facts = defineFacts({ interviews: fact.integer({ min: 0 }) });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({
 *   id: 'delivery', roles: ['pm'], facts, policies: { alone },
 *   phases: { discovery: { deliverables: { brief: { owner: 'pm' } }, gate: { criteria: { learned: 'interviews >= 5' }, authority: 'alone' } } },
 * });
 * const at = instant('2026-11-02T09:00:00Z');
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * const { state } = startItem(process, { id: 'search', at, by: 'ana', owner: 'ana' });
 * const context = { actor: { id: 'ana', roles: ['pm'] }, at, calendar, directory: defineDirectory({}) } as const;
 * const result = decideItem(process, state, { id: 'c1', expected: 1, type: 'decideGate', outcome: 'go' }, context);
 * result.ok || result.refusals.map(({ code, message }) => [code, message]);
 * //=> [['process/deliverable-missing', 'brief is missing'], ['process/criterion-unknown', 'learned cannot be told: interviews is not known']]
 */
export function decideItem<P extends string, R extends string, D extends string, F>(
  process: Process<P, R, D, F>,
  state: ItemState<NoInfer<P>, NoInfer<D>, NoInfer<F>>,
  command: ItemCommand<NoInfer<P>, NoInfer<D>, NoInfer<F>>,
  context: DecisionContext<NoInfer<R>>,
): CommandDecision<P, D, F> {
  return decide(unseal(process), state as ItemState, command as ItemCommand, context) as CommandDecision<P, D, F>;
}

/** The same without the compiler's names. */
export function decide(
  compiled: CompiledProcess,
  state: ItemState,
  command: ItemCommand,
  context: DecisionContext,
): CommandDecision {
  const faults = commandFaults(command);
  const before = carriedOut(state, command?.id);
  if (before !== undefined) return { ok: true, events: [], repeated: { from: before.from, to: before.to } };

  const refusals: Refusal[] = [...faults];
  checkItem(compiled, state, refusals);
  checkContext(context, refusals);
  const one = refusals.length > 0 ? undefined : caseOf(compiled, state, context);
  if (one === undefined) return { ok: false, refusals };

  checkTurn(one, command, refusals);
  if (state.end !== undefined) return { ok: false, refusals: [...refusals, ended(state)] };
  const bodies = bodiesOf(one, command, refusals);
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, events: bodies.map((body, index) => eventOf(one, command, body, index)) };
}

function carriedOut({ recent }: ItemState, id: string | undefined): ItemState['recent'][number] | undefined {
  for (let index = 0; index < recent.length; index++) {
    if (recent[index]!.id === id) return recent[index];
  }
  return undefined;
}

function bodiesOf(one: Case, command: ItemCommand, refusals: Refusal[]): readonly EventBody[] {
  switch (command.type) {
    case 'assignOwner':
      return assignOwner(one, command, refusals);
    case 'recordFacts':
      return recordFacts(one, command, refusals);
    case 'submitDeliverable':
      return submitDeliverable(one, command, refusals);
    case 'vote':
      return vote(one, command, refusals);
    case 'decideGate':
      return decideGate(one, command, refusals);
    case 'resume':
      return resume(one, command, refusals);
    case 'meetCondition':
      return meetCondition(one, command, refusals);
    case 'lapseCondition':
      return lapseCondition(one, command, refusals);
    case 'grantWaiver':
      return grantWaiver(one, command, refusals);
    case 'chooseTrack':
      return chooseTrack(one, command, refusals);
    case 'correctEvent':
      return correctEvent(one, command, refusals);
  }
}

function resume(
  one: Case,
  { reason }: Extract<ItemCommand, { readonly type: 'resume' }>,
  refusals: Refusal[],
): readonly EventBody[] {
  askToDecide(one, 'go on', refusals);
  if (one.state.status !== 'held') {
    const message = 'the item is not on hold';
    const hint = 'nothing has to be resumed';
    refusals.push(
      refusal({ code: 'process/not-on-hold', message, path: [], hint, needed: 'held', actual: one.state.status }),
    );
  }
  return [{ type: 'itemResumed', ...(reason !== undefined && { reason }) }];
}

function eventOf({ compiled, state, context }: Case, { id }: ItemCommand, body: EventBody, index: number): ItemEvent {
  const { at, recordedAt = at, actor } = context;
  // Assigned, not spread: a spread behind other keys takes far longer.
  const envelope = {
    schemaVersion: 1 as const,
    item: state.id,
    process: compiled.definition.id,
    version: compiled.definition.version,
    sequence: state.sequence + 1 + index,
    occurredAt: at,
    recordedAt,
    actor: actor.id,
    command: id,
  };
  return Object.freeze(Object.assign(envelope, body));
}

/** Whether the item is one of this process, in this version. */
function checkItem({ definition, phaseOf, routes }: CompiledProcess, state: ItemState, refusals: Refusal[]): void {
  const say = (code: string, message: string, hint: string, needed: string | number, actual: string | number) =>
    refusals.push(refusal({ code, message, path: [], hint, needed, actual }));
  if (state.process !== definition.id) {
    const message = `the item goes through ${state.process}, not through ${definition.id}`;
    say('process/other-process', message, `decide with ${state.process}`, definition.id, state.process);
  } else if (state.version !== definition.version) {
    const message = `the item is under version ${state.version} of ${definition.id}, and this is version ${definition.version}`;
    const hint = state.version < definition.version ? 'migrate the item' : 'use the version that it is under';
    say('process/other-version', message, hint, definition.version, state.version);
  } else if (!phaseOf.has(state.phase)) {
    const message = `the item is in ${state.phase}, which is no phase of ${definition.id}`;
    say('process/no-such-phase', message, 'replay the item from its events', 'a phase of the process', state.phase);
  } else if (!routes.has(state.track)) {
    const message = `the item is on ${state.track}, which is no track of ${definition.id}`;
    say('process/no-such-track', message, 'replay the item from its events', 'a track of the process', state.track!);
  }
}

/** Who, and when: they come from outside as often as the command does. */
function checkContext(context: DecisionContext, refusals: Refusal[]): void {
  const { actor, at, recordedAt } = context;
  const say = (path: readonly string[], message: string, hint: string) =>
    refusals.push(refusal({ code: 'process/invalid-context', message, path, hint }));
  const moment = 'give a moment in UTC, as YYYY-MM-DDThh:mm:ssZ';
  if (!isInstant(at)) say(['at'], `at is ${plainText(at)}, which is no moment`, moment);
  if (recordedAt !== undefined && !isInstant(recordedAt)) {
    say(['recordedAt'], `recordedAt is ${plainText(recordedAt)}, which is no moment`, moment);
  }
  const fault = typeof actor?.id === 'string' ? externalIdFault(actor.id) : 'must be a text';
  if (fault !== undefined) say(['actor', 'id'], `the id of the actor ${fault}`, 'say who acts');
  if (!Array.isArray(actor?.roles))
    say(['actor', 'roles'], 'the roles of the actor must be a list', 'give [] for none');
}

/** Whether the command comes in time and in turn. */
function checkTurn({ state, context }: Case, { expected }: ItemCommand, refusals: Refusal[]): void {
  if (expected !== state.sequence) {
    refusals.push(
      refusal({
        code: 'process/stale-command',
        message: `the command was decided on event ${expected}, and the item is at event ${state.sequence}`,
        path: ['expected'],
        hint: 'look at the item again, and send another command',
        needed: state.sequence,
        actual: expected,
      }),
    );
  }
  if (isBefore(context.at, state.changedAt)) {
    refusals.push(
      refusal({
        code: 'process/out-of-order',
        message: `the command is of ${context.at}, and the item changed at ${state.changedAt}`,
        path: ['at'],
        hint: 'commands come in the order of time: give the moment at which it is decided',
        needed: state.changedAt,
        actual: context.at,
      }),
    );
  }
}

function ended({ status, end }: ItemState): Refusal {
  return refusal({
    code: 'process/item-ended',
    message: `the item was ${status} at ${end!.at}`,
    path: [],
    hint: 'start another item',
    needed: 'an item that has not ended',
    actual: status,
  });
}
