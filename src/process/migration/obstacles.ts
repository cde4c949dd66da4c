import type { Diagnostic } from '../../foundation/diagnostic.js';
import { compareInstants, isInstant } from '../../foundation/instant.js';
import { formatPath } from '../../foundation/path.js';
import { quote } from '../../foundation/shorten.js';
import { isPlain, safeParseRequest } from '../../governance/facts/request.js';
import type { ItemState } from '../items/types.js';
import type { Versions } from './names.js';

/** Why an item cannot be moved; `seen` is where each id of an item stands first. */
export function obstaclesOf(
  { before, after, names, options }: Versions,
  state: ItemState,
  index: number,
  seen: Map<string, number>,
): readonly Diagnostic[] {
  const reasons: Diagnostic[] = [];
  const add = (code: string, path: readonly (string | number)[], message: string, hint: string): void => {
    const place = ['items', index, ...path];
    reasons.push(Object.freeze({ code, severity: 'error' as const, path: place, message, hint }));
  };
  if (!isItem(state)) {
    add(
      'process/not-an-item',
      [],
      `items[${index}] is no state of an item`,
      'give what evolveItem or replayItem returned',
    );
    return reasons;
  }
  const id = quote(state.id);
  const first = seen.get(state.id);
  if (first === undefined) seen.set(state.id, index);
  else
    add(
      'process/migrated-twice',
      ['id'],
      `${id} stands at items[${first}] already`,
      'give each item once, as it is now',
    );

  const { definition } = before;
  if (state.process !== definition.id || state.version !== definition.version) {
    const message = `${id} is under ${state.process} ${state.version}, not under ${definition.id} ${definition.version}`;
    add('process/not-of-version', ['version'], message, 'plan items of each version by themselves');
    return reasons;
  }
  if (state.end !== undefined) return reasons;
  const { phase, track } = state;
  const next = Object.hasOwn(names.phases, phase) ? names.phases[phase] : undefined;
  if (next === undefined) {
    add(
      'process/no-next-phase',
      ['phase'],
      `${id} is in ${quote(phase)}, which has no successor`,
      'name one in "phases"',
    );
  }
  if (!names.tracks.has(track)) {
    const hint = 'name one in "tracks", or null for the process itself';
    add('process/no-next-track', ['track'], `${id} is on ${quote(track!)}, which has no successor`, hint);
  } else if (next !== undefined) {
    const on = names.tracks.get(track);
    if (after.routes.get(on)!.skips[after.phaseOf.get(next)!]) {
      const message = `${id} would be in ${quote(next)}, which its track ${quote(on!)} skips`;
      add(
        'process/next-phase-skipped',
        ['track'],
        message,
        'let it leave the track first, or map the track to another one',
      );
    }
  }
  if (compareInstants(options.at, state.changedAt) < 0) {
    const message = `${id} changed at ${state.changedAt}, after it would be moved at ${options.at}`;
    add(
      'process/migrated-too-early',
      ['changedAt'],
      message,
      'plan with a later moment, and the items as they are then',
    );
  }
  for (const fault of safeParseRequest(after.factSet, state.facts).diagnostics) {
    const message = `${id} has a fact that the next version does not take: ${formatPath(fault.path)}: ${fault.message}`;
    add(
      'process/unfit-fact',
      ['facts', ...fault.path],
      message,
      'keep the fact in the next version, or record another value first',
    );
  }
  return reasons;
}

/** Whether a value has what a migration reads; what else is in it is the fold's own work. */
function isItem(state: unknown): state is ItemState {
  if (!isPlain(state)) return false;
  const {
    id,
    process,
    version,
    sequence,
    phase,
    changedAt,
    enteredAt,
    facts,
    deliverables,
    gates,
    recycles,
    ...lists
  } = state as Partial<Record<keyof ItemState, unknown>>;
  return (
    [id, process, phase].every((text) => typeof text === 'string') &&
    [version, sequence].every(Number.isSafeInteger) &&
    [changedAt, enteredAt].every(isInstant) &&
    [facts, deliverables, gates, recycles].every(isPlain) &&
    [lists.votes, lists.conditions, lists.waivers, lists.recent].every(Array.isArray)
  );
}
