import { keelsonError } from '../../foundation/error.js';
import { compareInstants, type Instant, instant } from '../../foundation/instant.js';
import { plainText, quote } from '../../foundation/shorten.js';
import type { CompiledProcess } from '../compiled.js';
import type { ItemState } from '../items/types.js';
import { unseal } from '../seal.js';
import type { Process } from '../types.js';
import { lapsesOf } from './lapses.js';
import type { DueAction } from './types.js';

/**
 * Returns what has lapsed of an item at a moment, what has been due for longest first, with the commands to submit. Nothing happens by
 * itself: it stays due until an event changes the item. Of an item that has ended nothing is due. What a waiver stands in for is due
 * once the waiver has expired.
 *
 * Throws a `KeelsonError`: `process/foreign-item` for an item of another process, version, phase or track, `foundation/instant` for
 * an `at` that is none.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({
 *   id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' }, target: { workingDays: 5 } } },
 * });
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * const { state } = startItem(process, { id: 'search', at: instant('2026-11-02T09:00:00Z'), by: 'ana', calendar });
 * dueActions(process, state, { at: instant('2026-11-09T08:59:59Z') }); //=> []
 * dueActions(process, state, { at: instant('2026-11-09T09:00:00Z') }).map(({ kind, message }) => [kind, message]);
 * //=> [['target', 'the item was to leave build by 2026-11-09T09:00:00Z']]
 */
export function dueActions<P extends string, D extends string, F>(
  process: Process<P, string, D, F>,
  state: ItemState<NoInfer<P>, NoInfer<D>, NoInfer<F>>,
  { at }: { readonly at: Instant },
): readonly DueAction<P, D>[] {
  const compiled = unseal(process);
  const item = state as ItemState;
  refuseForeign(compiled, item);
  const now = instant(at);
  const due: readonly DueAction[] = lapsesOf(compiled, item).filter(({ since }) => compareInstants(since, now) <= 0);
  return due as readonly DueAction<P, D>[];
}

/**
 * Returns the first instant after `at` at which `dueActions` would say more, undefined where there is none: a host keeps it beside
 * the item, and asks again when it has come or an event has changed the item. Without `at`, the first one after the item's last
 * event.
 *
 * Throws as `dueActions` does.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const process = defineProcess({
 *   id: 'delivery', facts, policies: { alone }, phases: { build: { gate: { authority: 'alone' }, target: { workingDays: 5 } } },
 * });
 * const calendar = defineCalendar({ zone: 'UTC', weekend: ['saturday', 'sunday'] });
 * const { state } = startItem(process, { id: 'search', at: instant('2026-11-02T09:00:00Z'), by: 'ana', calendar });
 * nextDeadline(process, state); //=> '2026-11-09T09:00:00Z'
 * nextDeadline(process, state, { at: instant('2026-11-09T09:00:00Z') }); //=> undefined
 */
export function nextDeadline<P extends string, D extends string, F>(
  process: Process<P, string, D, F>,
  state: ItemState<NoInfer<P>, NoInfer<D>, NoInfer<F>>,
  { at = state.changedAt }: { readonly at?: Instant } = {},
): Instant | undefined {
  const compiled = unseal(process);
  const item = state as ItemState;
  refuseForeign(compiled, item);
  const now = instant(at);
  return lapsesOf(compiled, item).find(({ since }) => compareInstants(since, now) > 0)?.since;
}

/** Whether an item is one of this process, in this version. */
export function isOf({ definition, phaseOf, routes }: CompiledProcess, state: ItemState): boolean {
  const { id, version } = definition;
  return state.process === id && state.version === version && phaseOf.has(state.phase) && routes.has(state.track);
}

export function refuseForeign(compiled: CompiledProcess, state: ItemState): void {
  if (isOf(compiled, state)) return;
  const { id, version } = compiled.definition;
  const where = `${quote(plainText(state.phase))} of ${quote(plainText(state.process))} version ${state.version}`;
  throw keelsonError(
    'process/foreign-item',
    `${quote(plainText(state.id))} is in ${where}, not in ${id} version ${version}`,
  );
}
