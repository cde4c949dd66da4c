import { definitionOf } from '../foundation/definition.js';
import { applyCommand } from '../process/deciding/apply.js';
import type { CommandResult, DecisionContext, ItemCommand } from '../process/items/commands.js';
import type { ItemEvent } from '../process/items/events.js';
import { replayItem } from '../process/items/replay.js';
import type { ItemState } from '../process/items/types.js';
import { unseal } from '../process/seal.js';
import type { Process } from '../process/types.js';
import { differences } from './difference.js';
import { wholeContext, wholeEvents } from './spec/defaults.js';
import type {
  DecidedCommand,
  ExpectedEvent,
  ExpectedRefusal,
  GivenEvent,
  GivenItem,
  ProcessSpec,
  SpecCommand,
} from './spec/types.js';
import { fault, outcomeLines } from './spec/words.js';

/**
 * Returns the beginning of a specification by example: `given` a history, `when` a command is sent, `then` these events follow, or it is
 * `refused`. It needs no test runner: what is not as expected throws an Error whose message says what is different.
 *
 * Only what matters has to be said. An item that nobody began is in the first phase; events follow each other in time; a command is
 * decided on the state as it stands, by the item's owner in every role of the process, at the moment of the last event, in a company
 * without holidays in which nobody else is. `context`, or that of `when`, says otherwise.
 *
 * @example
 * const facts = defineFacts({ interviews: fact.integer() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const delivery = defineProcess({
 *   id: 'delivery', facts, policies: { alone },
 *   phases: {
 *     discovery: { gate: { criteria: { learned: 'interviews >= 5' }, authority: 'alone' } },
 *     build: { gate: { authority: 'alone' } },
 *   },
 * });
 * processSpec(delivery)
 *   .given([{ type: 'ownerAssigned', owner: 'ana' }, { type: 'factsRecorded', facts: { interviews: 3 } }])
 *   .when({ type: 'decideGate', outcome: 'go' }).refused('process/criterion-unmet')
 *   .when({ type: 'recordFacts', facts: { interviews: 6 } }).then([{ type: 'factsRecorded' }])
 *   .when({ type: 'decideGate', outcome: 'go' }).then([{ type: 'gatePassed', to: 'build' }]);
 */
export function processSpec<P extends string, R extends string, D extends string, F>(
  process: Process<P, R, D, F>,
  context: Partial<DecisionContext<NoInfer<R>>> = {},
): ProcessSpec<P, R, D, F> {
  const { id, version, phases } = definitionOf(process);
  const place = { process: id, version, phase: phases[0]!.id };
  const setting = { process: process as Process, roles: [...unseal(process).roles], context };
  return {
    given: (events) => given(setting, wholeEvents(place, events as readonly GivenEvent[])) as GivenItem<P, R, D, F>,
  };
}

/** What a specification is about, and what holds where nothing else is said. */
interface Setting {
  readonly process: Process;
  readonly roles: readonly string[];
  readonly context: Partial<DecisionContext>;
}

function given(setting: Setting, events: readonly ItemEvent[]): GivenItem {
  const replayed = replayItem(setting.process, events);
  if (replayed.ok) return at(setting, replayed.state);
  const lines = replayed.diagnostics.map(({ message }) => message);
  throw new Error(['given is no history of the process:', ...lines].join('\n  '));
}

function at(setting: Setting, state: ItemState): GivenItem {
  const { process, roles, context } = setting;
  return {
    when(body: SpecCommand, special = {}): DecidedCommand {
      const command: ItemCommand = { id: `when-${state.sequence}`, expected: state.sequence, ...body };
      const result = applyCommand(process, state, command, wholeContext(state, roles, { ...context, ...special }));
      return {
        then(events) {
          expectEvents(command, result, events);
          return at(setting, result.ok ? result.state : state);
        },
        refused(...refusals) {
          expectRefusals(command, result, refusals);
          return at(setting, state);
        },
      };
    },
  };
}

function expectEvents(command: ItemCommand, result: CommandResult, expected: readonly ExpectedEvent[]): void {
  // It has a `then`, so that it can be awaited by mistake.
  if (typeof expected === 'function') throw fault(command, 'there is nothing to await: say then(...) or refused(...)');
  if (!result.ok) throw fault(command, 'it was refused', outcomeLines(result));
  const lines = differences(result.events, expected, 'part');
  if (lines.length > 0) throw fault(command, `it caused ${outcomeLines(result).join(', ')}`, lines);
}

function expectRefusals(command: ItemCommand, result: CommandResult, expected: readonly ExpectedRefusal[]): void {
  if (result.ok) throw fault(command, `it was not refused, and caused ${outcomeLines(result).join(', ')}`);
  const parts = expected.map((refusal) => (typeof refusal === 'string' ? { code: refusal } : refusal));
  const lacking = parts.filter((part) =>
    result.refusals.every((refusal) => differences(refusal, part, 'part').length > 0),
  );
  if (lacking.length === 0) return;
  const wanted = lacking.map((part) => (Object.keys(part).length === 1 ? part.code : JSON.stringify(part)));
  throw fault(command, `it was not refused for ${wanted.join(', ')}, but for`, outcomeLines(result));
}
