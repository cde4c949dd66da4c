import type { Diagnostic } from '../../foundation/diagnostic.js';
import { keelsonError } from '../../foundation/error.js';
import { isInstant } from '../../foundation/instant.js';
import { externalIdFault } from '../../foundation/names.js';
import { plainText, quote } from '../../foundation/shorten.js';
import type { CompiledProcess } from '../compiled.js';
import type { ItemEvent } from '../items/events.js';
import { evolve } from '../items/evolve.js';
import type { Deadline, ItemState } from '../items/types.js';
import { unseal } from '../seal.js';
import { deadlineAfter } from '../time/deadlines.js';
import type { Process } from '../types.js';
import { lossesOf } from './losses.js';
import { nextNames, type Versions } from './names.js';
import { obstaclesOf } from './obstacles.js';
import type { MigrationMapping, MigrationOptions, MigrationResult, MovedItem, UnmovedItem } from './types.js';

/**
 * Returns what becomes of items in flight under the next version of their process, or what is wrong with the mapping: which move, with the event that a
 * host stores and the state after it; which are held, since they would lose something; which cannot be moved, and why. Nothing has
 * happened until events are stored; items that do not move are untouched.
 *
 * - A phase keeps its name where the next version has it; two phases may become one. What gates ask for is asked by the next version: the
 *   item passes its gate under that, and gates that were passed stay passed. A phase that was put in before is not made up for.
 * - Evidence follows its deliverable, with the freshness that it came in with, however much is asked for now. Dropped evidence of the item's phase is a loss.
 * - Votes do not move: they were about another gate. Having some is a loss.
 * - A condition stays open. Where it would have sent the item back to a phase without a successor it holds the item instead: a loss.
 * - A waiver of what is no longer asked for stays visible and waives nothing.
 * - The target counts from when the item came into its phase, by the next version.
 *
 * Throws a `KeelsonError`: `process/invalid-options` for a moment or an id in the options that is none.
 *
 * @example
 * const facts = defineFacts({ cost: fact.number() });
 * const alone = definePolicy({ id: 'alone', facts, rules: [], otherwise: outcome.autonomous() });
 * const gate = { authority: 'alone' } as const;
 * const shared = { id: 'delivery', facts, policies: { alone } } as const;
 * const first = defineProcess({ ...shared, version: 1, phases: { learn: { gate }, build: { gate } } });
 * const second = defineProcess({ ...shared, version: 2, phases: { discover: { gate }, build: { gate } } });
 * const at = instant('2026-11-02T09:00:00Z');
 * const { state } = startItem(first, { id: 'search', at, by: 'ana' });
 * const result = planMigration(first, second, { phases: { learn: 'discover' } }, [state], { at, by: 'ana' });
 * result.ok && result.plan.moved.map((moved) => [moved.item, moved.state.version, moved.state.phase]);
 * //=> [['search', 2, 'discover']]
 * const without = planMigration(first, second, {}, [state], { at, by: 'ana' });
 * without.ok && without.plan.impossible.map(({ item, reasons }) => [item, reasons[0]?.message]);
 * //=> [['search', '"search" is in "learn", which has no successor']]
 */
export function planMigration<P extends string, D extends string, F, NextP extends string, NextD extends string, NextF>(
  from: Process<P, string, D, F>,
  to: Process<NextP, string, NextD, NextF>,
  mapping: MigrationMapping<NoInfer<P>, NoInfer<D>, NoInfer<NextP>, NoInfer<NextD>>,
  items: readonly ItemState<NoInfer<P>, NoInfer<D>, NoInfer<F>>[],
  options: MigrationOptions,
): MigrationResult<NextP, NextD, NextF> {
  checkOptions(options);
  const [before, after] = [unseal(from), unseal(to)];
  const read = nextNames(before, after, mapping as MigrationMapping);
  if (!read.ok) return read;
  const moved: MovedItem<NextP, NextD, NextF>[] = [];
  const held: UnmovedItem[] = [];
  const impossible: UnmovedItem[] = [];
  const ended: string[] = [];
  const seen = new Map<string, number>();
  const versions: Versions = { before, after, names: read.names, options };
  for (const [index, state] of (items as readonly ItemState[]).entries()) {
    const reasons = obstaclesOf(versions, state, index, seen);
    if (reasons.length > 0) impossible.push(unmoved(state, index, reasons));
    else if (state.end !== undefined) ended.push(state.id);
    else {
      const losses = lossesOf(versions, state, index);
      if (losses.length > 0 && options.losses !== 'accept') held.push(unmoved(state, index, losses));
      else {
        const event = eventOf(versions, state);
        const next = evolve(state, event) as ItemState<NextP, NextD, NextF>;
        moved.push(
          Object.freeze({ item: state.id, event: event as ItemEvent<NextP, NextD, NextF>, state: next, losses }),
        );
      }
    }
  }
  return { ok: true, plan: { moved, held, impossible, ended } };
}

function unmoved(state: ItemState, index: number, reasons: readonly Diagnostic[]): UnmovedItem {
  const id: unknown = state?.id;
  return Object.freeze({ item: typeof id === 'string' ? id : `items[${index}]`, reasons });
}

function eventOf({ before, after, names, options }: Versions, state: ItemState): ItemEvent {
  const [was, is] = [before.definition, after.definition];
  const { at, recordedAt = at, by, command = `migrate/${was.version}-${is.version}` } = options;
  const phase = names.phases[state.phase]!;
  const track = names.tracks.get(state.track);
  const target = targetOf(before, after, state, phase, options);
  return Object.freeze({
    ...{ schemaVersion: 1, item: state.id, process: is.id, version: is.version, sequence: state.sequence + 1 },
    ...{ occurredAt: at, recordedAt, actor: by, command, type: 'itemMigrated', from: was.version, to: is.version },
    ...{ phase, phases: names.phases, deliverables: names.deliverables },
    ...(track !== undefined && { track }),
    ...(target !== undefined && { target }),
  });
}

function targetOf(
  before: CompiledProcess,
  after: CompiledProcess,
  state: ItemState,
  phase: string,
  { calendar }: MigrationOptions,
): Deadline | undefined {
  const target = after.definition.phases[after.phaseOf.get(phase)!]!.target;
  const last = before.definition.phases[before.phaseOf.get(state.phase)!]!.target;
  // Another calendar since would say something else of what was promised.
  if (target?.workingDays === last?.workingDays) return state.target;
  return target && calendar && deadlineAfter(calendar, state.enteredAt, target);
}

function checkOptions({ at, recordedAt = at, by, command = by }: MigrationOptions): void {
  const faults: string[] = [];
  for (const [name, value] of Object.entries({ at, recordedAt })) {
    if (!isInstant(value)) faults.push(`${name} is ${quote(plainText(value))}, no moment in UTC`);
  }
  for (const [name, value] of Object.entries({ by, command })) {
    const fault = typeof value === 'string' ? externalIdFault(value) : 'must be a text';
    if (fault !== undefined) faults.push(`${name} ${fault}`);
  }
  if (faults.length > 0) throw keelsonError('process/invalid-options', `no items can be moved: ${faults.join('; ')}`);
}
