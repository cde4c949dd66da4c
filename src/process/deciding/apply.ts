import type { CommandResult, DecisionContext, ItemCommand } from '../items/commands.js';
import { evolve } from '../items/evolve.js';
import type { ItemState } from '../items/types.js';
import { unseal } from '../seal.js';
import type { Process } from '../types.js';
import { decide } from './decide.js';

/**
 * Returns the next state of an item with the events that lead to it, or every reason why there is none: `decideItem`, then
 * `evolveItem` with each event. A command that was carried out before leaves the state as it is.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({ id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' } } } });
 * const at = instant('2026-11-02T09:00:00Z');
 * const { state } = startItem(process, { id: 'search', at, by: 'ana', owner: 'ana' });
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * const context = { actor: { id: 'ana', roles: [] }, at, calendar, directory: defineDirectory({}) };
 * const result = applyCommand(process, state, { id: 'c1', expected: 1, type: 'decideGate', outcome: 'go' }, context);
 * result.ok && [result.state.status, result.events.map(({ type }) => type)]; //=> ['completed', ['gatePassed', 'itemCompleted']]
 */
export function applyCommand<P extends string, R extends string, D extends string, F>(
  process: Process<P, R, D, F>,
  state: ItemState<NoInfer<P>, NoInfer<D>, NoInfer<F>>,
  command: ItemCommand<NoInfer<P>, NoInfer<D>, NoInfer<F>>,
  context: DecisionContext<NoInfer<R>>,
): CommandResult<P, D, F> {
  const decision = decide(unseal(process), state as ItemState, command as ItemCommand, context);
  if (!decision.ok) return decision as CommandResult<P, D, F>;
  const { events, repeated } = decision;
  let next = state as ItemState;
  for (const event of events) next = evolve(next, event);
  const result: CommandResult = { ok: true, state: next, events, ...(repeated !== undefined && { repeated }) };
  return result as CommandResult<P, D, F>;
}
