import type { Diagnostic } from '../../foundation/diagnostic.js';
import { quote } from '../../foundation/shorten.js';
import type { ItemState } from '../items/types.js';
import type { Versions } from './names.js';

/** What an item would lose that somebody did for it, or was promised. */
export function lossesOf({ before, names }: Versions, state: ItemState, index: number): readonly Diagnostic[] {
  const losses: Diagnostic[] = [];
  const id = quote(state.id);
  const add = (code: string, path: readonly (string | number)[], message: string, hint: string): void => {
    losses.push(Object.freeze({ code, severity: 'warning' as const, path: ['items', index, ...path], message, hint }));
  };
  const place = before.phaseOf.get(state.phase)!;
  for (const [name, submitted] of Object.entries(state.deliverables)) {
    const isOfPhase = before.deliverableOf.get(name)?.phase === place;
    if (!isOfPhase || submitted?.stale === true || Object.hasOwn(names.deliverables, name)) continue;
    const message = `${id} would lose what was handed in as ${quote(name)}`;
    add(
      'process/loses-evidence',
      ['deliverables', name],
      message,
      'name a successor in "deliverables", or accept losses',
    );
  }
  if (state.votes.length > 0) {
    const message = `${id} would lose ${state.votes.length === 1 ? 'a vote' : `${state.votes.length} votes`}`;
    add('process/loses-votes', ['votes'], message, 'decide at the gate first, or accept losses');
  }
  for (const [at, { id: condition, status, onLapse }] of state.conditions.entries()) {
    if (status !== 'open' || onLapse === 'hold' || Object.hasOwn(names.phases, onLapse.recycleTo)) continue;
    const message = `condition ${quote(condition)} of ${id} would hold it in place of sending it back to ${quote(onLapse.recycleTo)}`;
    add(
      'process/loses-recycle',
      ['conditions', at, 'onLapse'],
      message,
      'name a successor in "phases", or accept losses',
    );
  }
  return losses;
}
